//! ClaimReview in JSON-LD: an object, a list, or a graph whose nodes name one another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::own::fields;
use super::review::Review;
use super::work::Work;
use crate::import::incoming::Incoming;
use crate::import::json::{short, shown};
use crate::model::is_id;

/// Every fact check in a document. Other things in it are listed.
pub fn reviews(whole: &Value, at: &str, incoming: &mut Incoming, reviews: &mut Vec<Review>) {
    let mut nodes = BTreeMap::new();
    index(whole, &mut nodes);
    let mut reader = Reader { nodes, used: BTreeSet::new(), incoming };
    let mut others = Vec::new();
    for (path, value) in tops(whole, at) {
        if is_a(value, "ClaimReview") {
            reviews.push(reader.review(value, &path));
        } else {
            others.push((path, value));
        }
    }
    for (path, value) in others {
        let is_used = value.get("@id").and_then(Value::as_str).is_some_and(|id| reader.used.contains(id));
        if !is_used {
            let what = format!("{} {}", kinds(value).join(", "), short(&name(value).unwrap_or_default()));
            reader.incoming.unmapped(path, what.trim(), "only fact checks are read, and what they name");
        }
    }
}

/// The things of a document that are not parts of others, each with its path.
fn tops<'a>(whole: &'a Value, at: &str) -> Vec<(String, &'a Value)> {
    let list = |all: &'a [Value], path: String| {
        all.iter().enumerate().flat_map(|(number, one)| tops(one, &format!("{path}[{number}]"))).collect()
    };
    match whole {
        Value::Array(all) => list(all, format!("{at}, ")),
        Value::Object(own) => match own.get("@graph") {
            Some(Value::Array(all)) => list(all, format!("{at}, @graph")),
            _ => vec![(at.to_owned(), whole)],
        },
        _ => vec![(at.to_owned(), whole)],
    }
}

/// All objects that have an `@id` and say more than that.
fn index<'a>(value: &'a Value, nodes: &mut BTreeMap<&'a str, &'a Value>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| index(one, nodes)),
        Value::Object(own) => {
            if let Some(id) = own.get("@id").and_then(Value::as_str).filter(|_| own.len() > 1) {
                nodes.entry(id).or_insert(value);
            }
            own.values().for_each(|one| index(one, nodes));
        }
        _ => {}
    }
}

/// Reads the objects of a document.
pub struct Reader<'a, 'b> {
    nodes: BTreeMap<&'a str, &'a Value>,
    used: BTreeSet<String>,
    /// Where what is not read is listed.
    pub incoming: &'b mut Incoming,
}

impl<'a> Reader<'a, '_> {
    fn review(&mut self, value: &'a Value, at: &str) -> Review {
        let judgement = own_id(value, &["judgement", "review", "claim-review", "claimreview"]);
        let mut read = vec![
            "claimReviewed",
            "itemReviewed",
            "reviewRating",
            "author",
            "publisher",
            "url",
            "headline",
            "name",
            "datePublished",
            "inLanguage",
        ];
        if judgement.is_some() {
            read.extend(["identifier", "gainsay:judges"]);
        }
        leave(value, &read, at, self.incoming);
        let item = self.one(value, "itemReviewed");
        let fingerprint = self.one(value, "gainsay:judges").and_then(|own| text(own, "gainsay:fingerprint"));
        let text = text(value, "claimReviewed").or_else(|| item.and_then(name));
        let mut review = Review { at: at.to_owned(), text, fingerprint, ..Review::default() };
        review.judgement = judgement;
        review.article = self.work(value, at, true);
        review.rating = self.rating(value, at);
        if let Some(item) = item {
            self.item(item, &format!("{at}.itemReviewed"), &mut review);
        }
        review
    }

    /// What is reviewed: a claim, or, as older checks have it, the work in which it stands.
    fn item(&mut self, item: &'a Value, at: &str, review: &mut Review) {
        review.held = self.held(item);
        let mut read =
            vec!["author", "datePublished", "appearance", "firstAppearance", "name", "text", "headline", "url"];
        read.extend(fields(review.held.as_ref()));
        leave(item, &read, at, self.incoming);
        review.claim = own_id(item, &["claim"]);
        review.claimed = text(item, "datePublished");
        review.claimant = self.speaker(item, at);
        if review.held.is_some() {
            review.evidence = self.evidence(item);
        }
        for field in ["firstAppearance", "appearance"] {
            for (number, work) in self.many(item, field).into_iter().enumerate() {
                let at = format!("{at}.{field}[{number}]");
                let found = self.work(work, &at, false);
                let is_new = |held: &Work| held.url.is_none() || held.url != found.url;
                if review.appearances.iter().all(is_new) {
                    review.appearances.push(found);
                }
            }
        }
        if review.appearances.is_empty() && !is_a(item, "Claim") && item.get("url").is_some() {
            let published = review.claimed.clone();
            let (url, title) = (text(item, "url"), text(item, "headline"));
            review.appearances.push(Work { url, title, published, at: at.to_owned(), ..Work::default() });
        } else if let Some(url) = item.get("url") {
            self.incoming.unmapped(format!("{at}.url"), shown(url), "the address of a claim has no home");
        }
    }

    /// A publication. One that is only an address, or a reference to nothing, is that address.
    fn work(&mut self, value: &'a Value, at: &str, is_check: bool) -> Work {
        if let Value::String(url) = value {
            return Work { url: Some(url.clone()), at: at.to_owned(), ..Work::default() };
        }
        let record = self.record(value);
        if !is_check {
            let read = ["url", "headline", "name", "publisher", "datePublished", "inLanguage", "author"];
            leave(value, &[&read[..], &record.fields].concat(), at, self.incoming);
        }
        let authors = self.people(value, "author", at);
        let publisher = self.people(value, "publisher", at).into_iter().next();
        // The author of a check is the organisation that checks.
        let outlet = if is_check { publisher.or_else(|| authors.first().cloned()) } else { publisher };
        let own = own_id(value, &["source"]);
        let address = value.get("@id").and_then(Value::as_str).filter(|id| id.starts_with("http") && own.is_none());
        Work {
            url: text(value, "url").or_else(|| address.filter(|_| !is_check).map(str::to_owned)),
            id: own,
            record,
            title: text(value, "headline").or_else(|| text(value, "name")),
            outlet,
            published: text(value, "datePublished"),
            language: text(value, "inLanguage"),
            authors: if is_check { Vec::new() } else { authors },
            at: at.to_owned(),
        }
    }

    /// Names of persons and organisations. What else is said of them is listed.
    fn people(&mut self, value: &'a Value, field: &str, at: &str) -> Vec<String> {
        let mut names = Vec::new();
        for one in self.many(value, field) {
            leave(one, &["name"], &format!("{at}.{field}"), self.incoming);
            names.extend(name(one));
        }
        names
    }

    /// The rating in words; in numbers, where there are no words.
    fn rating(&mut self, value: &'a Value, at: &str) -> Option<String> {
        let rating = self.one(value, "reviewRating")?;
        let at = format!("{at}.reviewRating");
        let words = text(rating, "alternateName").or_else(|| text(rating, "name"));
        let read: &[&str] = match words {
            Some(_) => &["alternateName", "name"],
            None => &["ratingValue", "bestRating", "worstRating"],
        };
        leave(rating, read, &at, self.incoming);
        words.or_else(|| {
            let best = text(rating, "bestRating").map_or(String::new(), |best| format!(", the best being {best}"));
            let worst = text(rating, "worstRating").map_or(String::new(), |worst| format!(", the worst {worst}"));
            Some(format!("rated {}{best}{worst}", text(rating, "ratingValue")?))
        })
    }

    fn one(&mut self, value: &'a Value, field: &str) -> Option<&'a Value> {
        let mut all = self.many(value, field).into_iter();
        let first = all.next();
        for other in all {
            self.incoming.unmapped(field, shown(other), "one is read of each fact check");
        }
        first
    }

    /// The values of a field, with nodes in place of references to them.
    pub fn many(&mut self, value: &'a Value, field: &str) -> Vec<&'a Value> {
        let all: Vec<&Value> = match value.get(field) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(all)) => all.iter().collect(),
            Some(one) => vec![one],
        };
        all.into_iter().map(|one| self.resolved(one)).collect()
    }

    fn resolved(&mut self, value: &'a Value) -> &'a Value {
        let Some(id) = value.get("@id").and_then(Value::as_str) else { return value };
        self.used.insert(id.to_owned());
        self.nodes.get(id).copied().unwrap_or(value)
    }
}

/// Lists the fields of an object that are not read.
pub fn leave(value: &Value, read: &[&str], at: &str, incoming: &mut Incoming) {
    for (name, value) in value.as_object().into_iter().flatten() {
        if !name.starts_with('@') && !read.contains(&name.as_str()) {
            incoming.unmapped(format!("{at}.{name}"), shown(value), "it has no home in the graph");
        }
    }
}

/// A text; a number is its digits, and of a text in a language the text.
pub fn text(value: &Value, field: &str) -> Option<String> {
    let own = value.get(field)?;
    let text = match own {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(_) => own.get("@value").or(own.get("@id"))?.as_str()?.to_owned(),
        Value::Array(all) => all.first()?.as_str()?.to_owned(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// What something is called.
pub fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.clone()),
        _ => ["name", "text", "headline"].into_iter().find_map(|field| text(value, field)),
    }
}

fn kinds(value: &Value) -> Vec<&str> {
    let all = match value.get("@type") {
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(one)) => vec![one.as_str()],
        _ => Vec::new(),
    };
    all.into_iter().map(|kind: &str| kind.rsplit(['/', '#', ':']).next().unwrap_or(kind)).collect()
}

fn is_a(value: &Value, kind: &str) -> bool {
    kinds(value).contains(&kind)
}

/// The id of a record whose `@id` ends with its kind and its id, as those of an export do: `…/claim/port-arrivals`.
pub fn own_id(value: &Value, kinds: &[&str]) -> Option<String> {
    let mut parts = value.get("@id")?.as_str()?.rsplit(['/', '#', ':']);
    let (id, kind) = (parts.next()?, parts.next()?);
    let kind = kind.to_lowercase();
    let is_kind = kinds.iter().any(|own| kind == *own || kind.strip_suffix('s') == Some(own));
    (is_kind && is_id(id)).then(|| id.to_owned())
}
