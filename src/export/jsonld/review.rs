//! Judgements in schema.org: a `ClaimReview` where a claim itself was judged, a `Review` where claims were held against
//! each other.

use super::claim::author;
use super::source::brief;
use crate::export::rdf::{Block, Linked, Object, class, judged, matter, named};
use crate::graph::Node;
use crate::model::{Attribution, Claim, Judgement};

/// A judgement.
pub(super) fn review(linked: &Linked<'_>, judgement: &Judgement) -> Block {
    let own = |class| Block::new(linked.name("judgement", &[judgement.id.as_str()]), &[class]);
    let block = match reviewed(linked, judgement) {
        Some(claim) => own("schema:ClaimReview")
            .add("schema:claimReviewed", [&claim.says])
            .add("schema:itemReviewed", [item(linked, claim)])
            .add("schema:reviewRating", [rating(linked, judgement)]),
        None => own("schema:Review")
            .add("schema:itemReviewed", matter(linked, judgement))
            .add("schema:reviewBody", [&judgement.verdict]),
    };
    judged(linked, judgement, signed(linked, judgement, block))
}

/// The claim, if there is only one.
fn reviewed<'a>(linked: &Linked<'a>, judgement: &Judgement) -> Option<&'a Claim> {
    let [only] = judgement.on.as_slice() else { return None };
    linked.archive().claims.get(&only.claim)
}

/// The verdict in words: there is no scale.
fn rating(linked: &Linked<'_>, judgement: &Judgement) -> Block {
    let name = linked.name("judgement", &[judgement.id.as_str(), "rating"]);
    Block::new(name, &["schema:Rating"]).add("schema:alternateName", [&judgement.verdict])
}

/// By whom and when; the address is the judgement's own name.
fn signed(linked: &Linked<'_>, judgement: &Judgement, block: Block) -> Block {
    let name = linked.name("judgement", &[judgement.id.as_str(), "author"]);
    let by = Block::new(name, &["schema:Person"]).add("schema:name", [&judgement.by]);
    let url = Object::Address(block.id.clone());
    block
        .add("schema:identifier", [judgement.id.as_str()])
        .add("schema:url", [url])
        .add("schema:author", [by])
        .add("schema:datePublished", [judgement.date])
}

/// The claim with its author and where it appeared, in place: readers of reviews follow no names.
fn item(linked: &Linked<'_>, claim: &Claim) -> Block {
    let source = linked.archive().sources.get(&claim.source);
    let author = match &claim.attribution {
        Attribution::Actors(ids) => {
            ids.iter().filter_map(|id| linked.archive().actors.get(id)).map(|own| named(linked, own).into()).collect()
        }
        Attribution::OwnVoice | Attribution::Unnamed(_) => author(linked, claim),
    };
    Block::new(linked.iri(&Node::Claim(claim.id.clone())), &["schema:Claim"])
        .add("schema:text", [&claim.says])
        .add("schema:author", author)
        .add("schema:appearance", source.map(|source| brief(linked, source, &[class(source.kind)])))
}
