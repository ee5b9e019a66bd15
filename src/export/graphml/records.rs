//! Records as attributes.

use serde_json::{Map, Value, json};

use crate::compare::Comparison;
use crate::export::json;
use crate::export::view::View;
use crate::graph::{Edge, Node};

/// The attributes of a record; what is not known is null or absent.
pub(super) fn node(view: &View<'_>, node: &Node) -> Map<String, Value> {
    let archive = view.archive();
    let mut fields = match node {
        Node::Claim(id) => archive.claims.get(id).map_or_else(Map::new, |record| {
            renamed(serde_json::to_value(json::claim(view.desk, record)), "claim_kind", "value")
        }),
        Node::Source(id) => archive.sources.get(id).map_or_else(Map::new, |record| {
            renamed(serde_json::to_value(json::source(view.desk, record)), "source_kind", "title")
        }),
        Node::Actor(id) => archive.actors.get(id).map_or_else(Map::new, |record| {
            map(json!({ "label": record.name, "aliases": record.aliases, "note": record.note }))
        }),
        Node::Place(id) => archive.places.get(id).map_or_else(Map::new, region),
        Node::Population(id) => archive.populations.get(id).map_or_else(Map::new, region),
        Node::Event(id) => archive.events.get(id).map_or_else(Map::new, |record| {
            let date = record.date.map(|date| date.to_string());
            map(json!({ "label": record.name, "date": date, "note": record.note }))
        }),
        Node::Measure(id) => archive.measures.get(id).map_or_else(Map::new, |record| {
            let basis = record.basis.word();
            map(json!({ "label": record.name, "basis": basis, "unit": record.unit, "counts": record.counts, "note": record.note }))
        }),
        Node::Proposition(id) => {
            archive.propositions.get(id).map_or_else(Map::new, |record| map(json!({ "label": record.text })))
        }
    };
    fields.insert("kind".to_owned(), node.kind().into());
    fields.insert("id".to_owned(), node.id().into());
    if fields.get("label").is_none_or(Value::is_null) {
        fields.insert("label".to_owned(), node.id().into());
    }
    fields
}

fn region<Id>(record: &crate::model::Region<Id>) -> Map<String, Value> {
    map(json!({ "label": record.name, "aliases": record.aliases, "vague": record.vague, "note": record.note }))
}

fn map(value: Value) -> Map<String, Value> {
    if let Value::Object(fields) = value { fields } else { Map::new() }
}

/// The fields of a record, its own kind under another name, and one of them as its label.
fn renamed(value: Result<Value, serde_json::Error>, kind: &str, label: &str) -> Map<String, Value> {
    let mut fields = value.map_or_else(|_| Map::new(), map);
    if let Some(own) = fields.remove("kind") {
        fields.insert(kind.to_owned(), own);
    }
    let label = fields.get(label).cloned().unwrap_or_default();
    fields.insert("label".to_owned(), label);
    fields
}

/// The attributes of a tie between records.
pub(super) fn edge(edge: Edge) -> Map<String, Value> {
    map(json!({ "kind": edge.word() }))
}

/// The attributes of what two claims come to.
pub(super) fn comparison(pair: &Comparison) -> Map<String, Value> {
    let conditions: Vec<&str> = pair.conditional_on.iter().map(|condition| condition.text.as_str()).collect();
    let (gap, gap_kind) = (pair.gap.map(|gap| gap.size), pair.gap.map(|gap| gap.kind));
    map(json!({
        "kind": pair.relation,
        "gap": gap,
        "gap_kind": gap_kind,
        "conditional": !pair.conditional_on.is_empty(),
        "conditions": conditions,
        "reasons": pair.reasons,
        "why": pair.why,
    }))
}
