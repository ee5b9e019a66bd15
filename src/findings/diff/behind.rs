//! What is behind a changed disagreement: the changed records on which its claims rest in either state.

use std::collections::{BTreeMap, BTreeSet};

use super::{Behind, Change, RecordChange};
use crate::findings::desk::Desk;
use crate::findings::questions::question::Question;
use crate::graph::{Edge, Node};
use crate::model::ClaimId;

/// Fields that say something of a record and nothing of how claims compare or where they come from.
const IDLE: [&str; 17] = [
    "aliases",
    "authors",
    "cites",
    "evidence",
    "language",
    "languages",
    "links_to",
    "method",
    "name",
    "note",
    "question",
    "retrieved",
    "says",
    "spellings",
    "stakes",
    "standing",
    "url",
];

/// The changed records, and what rests on what in both states together.
pub(super) struct Ground<'a> {
    /// The records that each record rests on.
    rests_on: BTreeMap<&'a Node, BTreeSet<&'a Node>>,
    /// The claims of each question of both states.
    together: Vec<BTreeSet<&'a ClaimId>>,
    records: Vec<&'a RecordChange>,
}

impl<'a> Ground<'a> {
    pub fn new(desks: [&'a Desk<'a>; 2], questions: [&'a [Question]; 2], records: &'a [RecordChange]) -> Self {
        let mut rests_on: BTreeMap<&Node, BTreeSet<&Node>> = BTreeMap::new();
        for (from, edge, to) in desks.into_iter().flat_map(|desk| desk.graph.edges()) {
            match edge {
                // Nothing comes of these but notes to the editor.
                Edge::Cites | Edge::LinksTo => {}
                Edge::Asserts => drop(rests_on.entry(to).or_default().insert(from)),
                _ => drop(rests_on.entry(from).or_default().insert(to)),
            }
        }
        let together = questions.into_iter().flatten().map(Question::claims).collect();
        Self { rests_on, together, records: records.iter().filter(|record| bears(record)).collect() }
    }

    /// The changed records behind a question, given as it is in both states or in one.
    pub fn behind(&self, question: &[&Question]) -> Vec<Behind> {
        let own: BTreeSet<&ClaimId> = question.iter().flat_map(|question| question.claims()).collect();
        let joined = self.together.iter().filter(|claims| !claims.is_disjoint(&own)).flatten();
        let claims: BTreeSet<&ClaimId> = own.iter().chain(joined).copied().collect();
        let grounds = self.grounds(claims);
        let found = self.records.iter().filter(|record| is_among(record, &grounds));
        found.map(|record| behind(record)).collect()
    }

    /// The claims and all that they rest on, as kind and id.
    fn grounds<'b>(&'b self, claims: BTreeSet<&'b ClaimId>) -> BTreeSet<(&'static str, String)> {
        let mut open: Vec<Node> = claims.into_iter().cloned().map(Node::Claim).collect();
        let mut found = BTreeSet::new();
        while let Some(node) = open.pop() {
            if found.insert((node.kind(), node.id().to_owned())) {
                open.extend(self.rests_on.get(&node).into_iter().flatten().map(|next| (*next).clone()));
            }
        }
        found
    }
}

fn bears(record: &RecordChange) -> bool {
    record.fields.iter().any(|change| !IDLE.contains(&change.field))
}

/// Whether a changed record is among the grounds. What has no id bears on them if all that it names is among them; what is
/// new or gone, and no claim, is so only for claims that are new, gone or changed themselves.
fn is_among(record: &RecordChange, grounds: &BTreeSet<(&'static str, String)>) -> bool {
    let names = |kind: &'static str, field: &str| {
        let named = record.fields.iter().filter(|change| change.field == field);
        let mut ids = named.flat_map(|change| change.old.iter().chain(&change.new)).peekable();
        ids.peek().is_some() && ids.all(|id| grounds.contains(&(kind, id.clone())))
    };
    match record.record {
        "identity" => names("measure", "measures"),
        "passage" => names("source", "sources"),
        "claim" => grounds.contains(&("claim", record.id.clone())),
        kind => record.change == Change::Changed && grounds.contains(&(kind, record.id.clone())),
    }
}

fn behind(record: &RecordChange) -> Behind {
    let all = record.change != Change::Changed;
    let changed = record.fields.iter().map(|change| change.field).filter(|field| !all && !IDLE.contains(field));
    Behind { record: record.record, id: record.id.clone(), change: record.change, changed: changed.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_fields_are_fields_of_records() {
        let named = [include_str!("fields.rs"), include_str!("vocabulary.rs")].concat();
        let unknown: Vec<&str> = IDLE.into_iter().filter(|name| !named.contains(&format!("(\"{name}\","))).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
