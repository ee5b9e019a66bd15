//! What a page says of itself: `<meta>`, `<title>`, `<time>`, and data in the words of schema.org.

use serde_json::Value;

use super::rules::RULES;
use crate::readers::document::Document;
use crate::text::one_line;

/// A value, and how much it is trusted: the less, the more.
type Ranked = Option<(usize, String)>;

/// `<time>` and `<link>` count less than what is made for it.
const ELSEWHERE: usize = 100;
/// What says that it is the date of publication counts before what is only a date.
const ANY_TIME: usize = 200;
/// Titles in `<title>` often end with the name of the site.
const TITLE: usize = 300;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Meta {
    title: Ranked,
    outlet: Ranked,
    date: Ranked,
    url: Ranked,
    authors: Vec<(usize, String)>,
    in_data: bool,
}

impl Meta {
    /// Takes what an element says in its attributes.
    pub fn element(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>) {
        self.in_data = name == "script" && attribute("type").is_some_and(|kind| kind.trim() == "application/ld+json");
        match name {
            "meta" => {
                let content = attribute("content").unwrap_or_default();
                for key in ["property", "name", "itemprop"].iter().filter_map(|key| attribute(key)) {
                    self.named(&key.trim().to_ascii_lowercase(), content.trim());
                }
            }
            "link" if attribute("rel").as_deref() == Some("canonical") => {
                put(&mut self.url, 0, &attribute("href").unwrap_or_default());
            }
            "time" => {
                let published =
                    attribute("pubdate").is_some() || attribute("itemprop").as_deref() == Some("datePublished");
                let rank = if published { ELSEWHERE } else { ANY_TIME };
                put(&mut self.date, rank, &attribute("datetime").unwrap_or_default());
            }
            _ => {}
        }
    }

    fn named(&mut self, key: &str, content: &str) {
        let rank = |names: &[String]| names.iter().position(|name| name == key).map(|rank| rank + 1);
        let slots = [
            (&RULES.title, &mut self.title),
            (&RULES.outlet, &mut self.outlet),
            (&RULES.date, &mut self.date),
            (&RULES.url, &mut self.url),
        ];
        for (names, slot) in slots {
            if let Some(rank) = rank(names) {
                put(slot, rank, content);
            }
        }
        if let Some(rank) = rank(&RULES.author) {
            self.author(rank, content);
        }
    }

    fn author(&mut self, rank: usize, name: &str) {
        let name = name.trim();
        if !name.is_empty() && !name.contains("://") {
            self.authors.push((rank, name.to_owned()));
        }
    }

    /// Takes what an element says in its text.
    pub fn text(&mut self, name: &str, text: &str) {
        match name {
            "title" => put(&mut self.title, TITLE, &one_line(text)),
            "script" if self.in_data => {
                if let Ok(data) = serde_json::from_str::<Value>(text) {
                    self.data(&data);
                }
            }
            _ => {}
        }
    }

    /// Looks for articles in lists and graphs.
    fn data(&mut self, data: &Value) {
        match data {
            Value::Array(items) => items.iter().for_each(|item| self.data(item)),
            Value::Object(object) => {
                if let Some(items) = object.get("@graph") {
                    self.data(items);
                }
                let types = object.get("@type").map(texts).unwrap_or_default();
                if types.iter().any(|kind| RULES.articles.contains(kind)) {
                    self.article(data, types.iter().any(|kind| kind == "WebPage"));
                }
            }
            _ => {}
        }
    }

    fn article(&mut self, article: &Value, is_page: bool) {
        let rank = usize::from(is_page) * ELSEWHERE;
        let first = |key: &str| article.get(key).map(texts).unwrap_or_default().into_iter().next().unwrap_or_default();
        put(&mut self.title, rank, &first("headline"));
        put(&mut self.date, rank, &first("datePublished"));
        put(&mut self.outlet, rank, &first("publisher"));
        put(&mut self.url, rank + 1, &first("url"));
        article.get("author").map(texts).unwrap_or_default().iter().for_each(|name| self.author(rank, name));
    }

    /// Fills in a document.
    pub fn fill(self, document: &mut Document) -> Option<String> {
        document.outlet = self.outlet.map(|(_, outlet)| outlet);
        document.url = self.url.map(|(_, url)| url);
        let best = self.authors.iter().map(|(rank, _)| *rank).min();
        for (rank, name) in self.authors {
            if Some(rank) == best && !document.author.contains(&name) {
                document.author.push(name);
            }
        }
        document.set_date(&self.date.map(|(_, date)| date).unwrap_or_default());
        self.title.map(|(_, title)| title)
    }
}

fn put(slot: &mut Ranked, rank: usize, value: &str) {
    let value = value.trim();
    if !value.is_empty() && slot.as_ref().is_none_or(|(known, _)| rank < *known) {
        *slot = Some((rank, value.to_owned()));
    }
}

/// A text, the name of a thing, or those of several.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(object) => object.get("name").or_else(|| object.get("@id")).map(texts).unwrap_or_default(),
        _ => Vec::new(),
    }
}
