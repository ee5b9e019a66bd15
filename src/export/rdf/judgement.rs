//! What an editor decided: about a claim itself, or about how claims lie to each other.

use super::block::{Block, Object};
use super::linked::Linked;
use crate::graph::Node;
use crate::model::{ClaimId, Judgement};

/// Adds the claims of a judgement, each as it was when judged, and whether one has changed since.
pub(in crate::export) fn judged(linked: &Linked<'_>, judgement: &Judgement, block: Block) -> Block {
    let rests = judgement.on.iter().map(|on| {
        let name = linked.name("judgement", &[judgement.id.as_str(), "on", on.claim.as_str()]);
        Block::new(name, &["gainsay:Judged"])
            .add("gainsay:claim", linked.link(&Node::Claim(on.claim.clone())))
            .add("gainsay:fingerprint", &on.fingerprint)
    });
    let reopened = judgement.is_reopened(linked.archive());
    block.add("gainsay:judges", rests).add("gainsay:reopened", reopened.then_some(true))
}

/// What is judged: the one claim, or the comparisons between several; the claims themselves, if none was made.
pub(in crate::export) fn matter(linked: &Linked<'_>, judgement: &Judgement) -> Vec<Object> {
    let on = |id: &ClaimId| judgement.on.iter().any(|judged| judged.claim == *id);
    let pairs = linked.comparisons.iter().filter(|pair| on(&pair.a) && on(&pair.b));
    let mut found: Vec<Object> =
        pairs.map(|pair| Object::Iri(linked.name("comparison", &[pair.a.as_str(), pair.b.as_str()]))).collect();
    if judgement.on.len() == 1 || found.is_empty() {
        found = judgement.on.iter().filter_map(|judged| linked.link(&Node::Claim(judged.claim.clone()))).collect();
    }
    found
}
