//! What is said of a claim in both formats: what it is about, its value, scope, evidence, and how it lies to others.

use super::block::{Block, Object};
use super::evidence::evidence;
use super::linked::Linked;
use super::period::period;
use super::terms::word;
use super::value::values;
use crate::graph::Node;
use crate::model::{About, Attribution, Claim, Method, Rank, Stance, Subject, Via};
use crate::trace::Origin;

/// Adds all that standard terms for claims have no word for, and the relations to other claims.
pub(in crate::export) fn told(linked: &Linked<'_>, claim: &Claim, block: Block) -> Block {
    let block = about(linked, claim, block.add("gainsay:kind", [claim.about.kind()]));
    let block = provenance(linked, claim, scope(linked, claim, block));
    let block = linked.ties(&claim.id).fold(block, |block, (term, other)| block.add(term, [other]));
    block
        .add("cito:citesAsEvidence", evidence(linked, claim))
        .add("gainsay:method", claim.method.map(Method::word))
        .add("gainsay:inferred", claim.inferred.iter().map(word))
        .add("gainsay:fingerprint", [&claim.fingerprint])
        .add("skos:note", &claim.note)
}

/// On whose word a source asserts a claim: actors, or somebody of whom there are only words.
pub(in crate::export) fn speakers(linked: &Linked<'_>, claim: &Claim) -> Vec<Object> {
    match &claim.attribution {
        Attribution::OwnVoice => Vec::new(),
        Attribution::Actors(ids) => ids.iter().filter_map(|id| linked.link(&Node::Actor(id.clone()))).collect(),
        Attribution::Unnamed(words) => {
            let name = linked.name("claim", &[claim.id.as_str(), "speaker"]);
            vec![Block::new(name, &["prov:Agent", "gainsay:Unnamed"]).add("schema:name", [words]).into()]
        }
    }
}

fn about(linked: &Linked<'_>, claim: &Claim, block: Block) -> Block {
    let measure = claim.about.measure().and_then(|id| linked.link(&Node::Measure(id.clone())));
    let block = block.add("gainsay:measure", measure);
    match &claim.about {
        About::Quantity(quantity) => values(linked, claim, quantity, block),
        About::Date(date) => block.add("gainsay:dates", linked.link(&Node::Event(date.event.clone()))),
        About::Rank(rank) => ranked(linked, rank, block),
        About::Stance(stance) => {
            let term = if stance.stance == Stance::Affirms { "gainsay:affirms" } else { "gainsay:denies" };
            block.add(term, linked.link(&Node::Proposition(stance.proposition.clone())))
        }
        About::Quote(quote) => block
            .add("gainsay:speaker", linked.link(&Node::Actor(quote.speaker.clone())))
            .add("gainsay:occasion", quote.occasion.as_ref().and_then(|id| linked.link(&Node::Event(id.clone()))))
            .add("gainsay:passage", [&quote.passage]),
    }
}

fn ranked(linked: &Linked<'_>, rank: &Rank, block: Block) -> Block {
    let subject = match &rank.subject {
        Subject::Place(id) => Node::Place(id.clone()),
        Subject::Population(id) => Node::Population(id.clone()),
    };
    block
        .add("gainsay:ranks", linked.link(&subject))
        .add("gainsay:rank", [Object::Whole(rank.rank.into())])
        .add("gainsay:rankTo", [Object::Whole(rank.to.into())])
        .add("gainsay:rankedFrom", [rank.from.word()])
}

fn scope(linked: &Linked<'_>, claim: &Claim, block: Block) -> Block {
    let scope = &claim.scope;
    let stated = match &claim.about {
        About::Date(date) => Some(&date.when),
        _ => scope.period.as_ref(),
    };
    block
        .add("gainsay:population", scope.population.as_ref().and_then(|id| linked.link(&Node::Population(id.clone()))))
        .add("dcterms:temporal", stated.map(|found| period(linked, claim, found)))
        .add("gainsay:definition", &scope.definition)
}

fn provenance(linked: &Linked<'_>, claim: &Claim, block: Block) -> Block {
    let outlets =
        claim.via.iter().filter_map(|via| if let Via::Named(name) = via { Some(linked.outlet(name)) } else { None });
    let original = claim.conversion_of.as_ref().and_then(|id| linked.link(&Node::Claim(id.clone())));
    let earlier = claim.supersedes.iter().filter_map(|id| linked.link(&Node::Claim(id.clone())));
    block
        .add("prov:wasRevisionOf", earlier)
        .add("gainsay:takenFromOutlet", outlets)
        .add("gainsay:conversionOf", original)
        .add("gainsay:origin", linked.view.desk.origins(claim).filter_map(|found| origin(linked, found)))
}

/// An origin that is somebody in particular.
fn origin(linked: &Linked<'_>, origin: &Origin) -> Option<Object> {
    match origin {
        Origin::Actor(id) => linked.link(&Node::Actor(id.clone())),
        Origin::Primary(id) => linked.link(&Node::Source(id.clone())),
        Origin::Outlet(name) => Some(linked.outlet(name)),
        Origin::Unnamed(..) | Origin::Unattributed(_) | Origin::Circular(_) => None,
    }
}
