//! What the export of a graph says of a fact check beyond schema.org: what a claim affirms or denies, its evidence, what
//! actors and sources are.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::data::{Reader, leave, name, own_id, text};
use crate::import::json;
use crate::model::{ActorKind, SourceKind, Stance, Standing};
use crate::store::record::{EvidenceRecord, TextRecord};

/// Fields of a claim, a source or an actor that only say again what others say.
const SAID_AGAIN: [&str; 4] = ["identifier", "gainsay:kind", "gainsay:fingerprint", "gainsay:origin"];

/// What a claim affirms or denies.
#[derive(Debug)]
pub struct Held {
    pub stance: Stance,
    pub proposition: String,
    pub text: Option<String>,
}

/// Who claims something.
#[derive(Debug)]
pub struct Speaker {
    pub id: Option<String>,
    pub name: String,
    pub kind: Option<ActorKind>,
    pub standing: Option<Standing>,
}

impl Speaker {
    /// Somebody of whom only the name is known.
    pub fn named(name: String) -> Self {
        Self { id: None, name, kind: None, standing: None }
    }
}

/// The fields of a claim that are read if it says what it affirms or denies.
pub fn fields(held: Option<&Held>) -> Vec<&'static str> {
    let own = ["gainsay:affirms", "gainsay:denies", "cito:citesAsEvidence"];
    if held.is_some() { own.into_iter().chain(SAID_AGAIN).collect() } else { Vec::new() }
}

impl<'a> Reader<'a, '_> {
    /// What a claim affirms or denies, if the export of a graph says so.
    pub fn held(&mut self, claim: &'a Value) -> Option<Held> {
        let stances = [("gainsay:affirms", Stance::Affirms), ("gainsay:denies", Stance::Denies)];
        stances.into_iter().find_map(|(field, stance)| {
            let proposition = *self.many(claim, field).first()?;
            let id = own_id(proposition, &["proposition"])?;
            Some(Held { stance, proposition: id, text: text(proposition, "rdfs:label") })
        })
    }

    /// The fragments of a claim and their bytes.
    pub fn evidence(&mut self, claim: &'a Value) -> Vec<EvidenceRecord> {
        let mut found = Vec::new();
        for annotation in self.many(claim, "cito:citesAsEvidence") {
            let targets = self.many(annotation, "oa:hasTarget");
            let selectors: Vec<&Value> =
                targets.into_iter().flat_map(|target| self.many(target, "oa:hasSelector")).collect();
            let exact = selectors.iter().find_map(|selector| text(selector, "oa:exact"));
            let at = |selector: &&Value, field| selector.get(field)?.as_u64().and_then(|at| usize::try_from(at).ok());
            let is_bytes =
                |selector: &&&Value| selector.get("@type").and_then(Value::as_str) == Some("oa:DataPositionSelector");
            let bytes = selectors.iter().find(is_bytes).and_then(|own| at(own, "oa:start").zip(at(own, "oa:end")));
            found.extend(exact.map(|fragment| EvidenceRecord { bytes, fragment }));
        }
        found
    }

    /// Who claims it: the first who is named.
    pub fn speaker(&mut self, claim: &'a Value, at: &str) -> Option<Speaker> {
        let mut speakers = Vec::new();
        for one in self.many(claim, "author") {
            let id = own_id(one, &["actor"]);
            let mut read = vec!["name"];
            if id.is_some() {
                read.extend(SAID_AGAIN.into_iter().chain(["gainsay:standing"]));
            }
            leave(one, &read, &format!("{at}.author"), self.incoming);
            let (kind, standing) = (variant(one, "gainsay:kind"), variant(one, "gainsay:standing"));
            speakers.extend(name(one).map(|name| Speaker { id, name, kind, standing }));
        }
        let mut speakers = speakers.into_iter();
        let first = speakers.next();
        for other in speakers {
            self.incoming.unmapped(format!("{at}.author"), other.name, "a claim has one speaker");
        }
        first
    }
}

/// What the export of a graph says of a source beyond schema.org, and the fields that say it.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub kind: Option<SourceKind>,
    pub text: Option<TextRecord>,
    pub note: Option<String>,
    pub fields: Vec<&'static str>,
}

impl<'a> Reader<'a, '_> {
    /// The record of a source, if it is one of a graph.
    pub fn record(&mut self, work: &'a Value) -> Record {
        if own_id(work, &["source"]).is_none() {
            return Record::default();
        }
        let text = self.many(work, "encoding").first().and_then(|own| {
            let bytes = own.get("gainsay:bytes").and_then(Value::as_u64).and_then(|bytes| usize::try_from(bytes).ok());
            Some(TextRecord { file: text(own, "name")?, sha256: text(own, "sha256")?, bytes })
        });
        let fields = SAID_AGAIN.into_iter().chain(["dcterms:type", "encoding", "skos:note"]).collect();
        Record { kind: variant(work, "dcterms:type"), text, note: self::text(work, "skos:note"), fields }
    }
}

/// A word of a closed list, as exports write it.
fn variant<T: DeserializeOwned>(value: &Value, field: &str) -> Option<T> {
    json::variant(&text(value, field)?).ok()
}
