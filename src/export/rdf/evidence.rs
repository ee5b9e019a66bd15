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
    let has_text = linked.archive().sources.get(&claim.source).is_some_and(|source| source.text.is_some());
    let quote = (has_text || !evidence.fragment.is_empty()).then(|| {
        Block::new(linked.name("claim", &[&parts[..], &["quote"]].concat()), &["oa:TextQuoteSelector"])
            .add("oa:exact", [&evidence.fragment])
    });
    Block::new(linked.name("claim", &parts), &["oa:Annotation"])
        .add("oa:motivatedBy", [Object::Iri(expanded("oa:describing"))])
        .add("oa:hasBody", [Object::Iri(linked.iri(&Node::Claim(claim.id.clone())))])
        .add("oa:hasTarget", [target.add("oa:hasSelector", quote)])
}

/// A stretch of a source's text. Its bytes are counted from 0, the end excluded, which is what a data position says; a text
/// position is in characters, which can be counted only where the text is at hand.
pub(super) fn stretch(
    linked: &Linked<'_>,
    kind: &str,
    parts: &[&str],
    source: &SourceId,
    bytes: Option<(usize, usize)>,
) -> Block {
    let name = |part| linked.name(kind, &[parts, &[part]].concat());
    let position = |part, class, (start, end): (usize, usize)| {
        Block::new(name(part), &[class]).add("oa:start", [start]).add("oa:end", [end])
    };
    let letters = bytes.and_then(|bytes| characters(linked.view.texts.get(source)?, bytes));
    Block::new(name("target"), &["oa:SpecificResource"])
        .add("oa:hasSource", [linked.text(source)])
        .add("oa:hasSelector", bytes.map(|bytes| position("bytes", "oa:DataPositionSelector", bytes)))
        .add("oa:hasSelector", letters.map(|letters| position("characters", "oa:TextPositionSelector", letters)))
}

/// The characters that stand before, and up to the end of, a stretch of bytes.
fn characters(text: &str, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let (before, within) = (text.get(..start)?.chars().count(), text.get(start..end)?.chars().count());
    Some((before, before + within))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_before_and_within() {
        assert_eq!(characters("é: 5 bôats", (4, 5)), Some((3, 4)));
        assert_eq!(characters("é: 5 bôats", (6, 12)), Some((5, 10)));
        assert_eq!(characters("é: 5 bôats", (1, 4)), None, "inside a character");
        assert_eq!(characters("é", (0, 9)), None, "beyond the end");
    }
}
