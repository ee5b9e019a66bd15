//! A comparison of two claims as a thing of its own: relation, reasons, gap, conditions.

use super::block::{Block, Object};
use super::linked::Linked;
use super::terms::word;
use crate::compare::{Comparison, Condition};
use crate::graph::Node;

/// What two claims come to.
pub(in crate::export) fn comparison(linked: &Linked<'_>, pair: &Comparison) -> Block {
    let ids = [pair.a.as_str(), pair.b.as_str()];
    let claims = [&pair.a, &pair.b].map(|id| Object::Iri(linked.iri(&Node::Claim(id.clone()))));
    let numbered = pair.conditional_on.iter().enumerate();
    let conditions = numbered.map(|(at, found)| condition(linked, &ids, &(at + 1).to_string(), found));
    Block::new(linked.name("comparison", &ids), &["gainsay:Comparison"])
        .add("gainsay:compares", claims)
        .add("gainsay:relation", [word(&pair.relation)])
        .add("gainsay:reason", pair.reasons.iter().map(word))
        .add("gainsay:gap", pair.gap.map(|gap| gap.size))
        .add("gainsay:gapKind", pair.gap.map(|gap| gap.kind.word()))
        .add("gainsay:why", [&pair.why])
        .add("gainsay:condition", conditions)
        .add("gainsay:wouldDecide", &pair.would_decide)
}

fn condition(linked: &Linked<'_>, ids: &[&str], number: &str, condition: &Condition) -> Block {
    let name = linked.name("comparison", &[ids, &["condition", number]].concat());
    Block::new(name, &["gainsay:Condition"])
        .add("gainsay:claim", linked.link(&Node::Claim(condition.claim.clone())))
        .add("gainsay:aspect", [word(&condition.field)])
        .add("gainsay:state", [word(&condition.state)])
        .add("rdfs:label", [&condition.text])
}
