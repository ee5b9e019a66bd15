//! Evidence as a Web Annotation: the claim is the body, a stretch of the source's text the target.

use super::block::{Block, Object};
use super::linked::Linked;
use super::terms::expanded;
use crate::graph::Node;
use crate::model::{Claim, Evidence, SourceId};

/// The pieces of evidence of a claim, in the order of the claim.
pub(super) fn evidence(linked: &Linked<'_>, claim: &Claim) -> Vec<Block> {
    let numbered = claim.evidence.iter().enumerate();
    numbered.map(|(at, evidence)| annotation(linked, claim, &(at + 1).to_string(), evidence)).collect()
}

fn annotation(linked: &Linked<'_>, claim: &Claim, number: &str, evidence: &Evidence) -> Block {
    let parts = [claim.id.as_str(), "evidence", number];
    let target = stretch(linked, "claim", &parts, &claim.source, evidence.bytes);
    let quote = Block::new(linked.name("claim", &[&parts[..], &["quote"]].concat()), &["oa:TextQuoteSelector"])
        .add("oa:exact", [&evidence.fragment]);
    Block::new(linked.name("claim", &parts), &["oa:Annotation"])
        .add("oa:motivatedBy", [Object::Iri(expanded("oa:describing"))])
        .add("oa:hasBody", [Object::Iri(linked.iri(&Node::Claim(claim.id.clone())))])
        .add("oa:hasTarget", [target.add("oa:hasSelector", [quote])])
}

/// A stretch of a source's text. Its bytes are counted from 0, the end excluded, which is what a data position says; a text
/// position would be in characters, and these are not known.
pub(super) fn stretch(
    linked: &Linked<'_>,
    kind: &str,
    parts: &[&str],
    source: &SourceId,
    bytes: Option<(usize, usize)>,
) -> Block {
    let name = |part| linked.name(kind, &[parts, &[part]].concat());
    let position = bytes.map(|(start, end)| {
        Block::new(name("bytes"), &["oa:DataPositionSelector"]).add("oa:start", [start]).add("oa:end", [end])
    });
    Block::new(name("target"), &["oa:SpecificResource"])
        .add("oa:hasSource", [linked.text(source)])
        .add("oa:hasSelector", position)
}
