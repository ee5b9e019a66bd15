//! What editors decided, as Web Annotations that assess a claim or a comparison.

use crate::export::rdf::{Block, Linked, Object, expanded, judged, matter};
use crate::model::Judgement;

/// A judgement.
pub(super) fn judgement(linked: &Linked<'_>, judgement: &Judgement) -> Block {
    let name = linked.name("judgement", &[judgement.id.as_str()]);
    let block = Block::new(name, &["oa:Annotation", "prov:Entity", "gainsay:Judgement"])
        .add("schema:identifier", [judgement.id.as_str()])
        .add("oa:motivatedBy", [Object::Iri(expanded("oa:assessing"))])
        .add("oa:hasTarget", matter(linked, judgement))
        .add("oa:bodyValue", [&judgement.verdict])
        .add("gainsay:judgedBy", [&judgement.by])
        .add("dcterms:created", [judgement.date]);
    judged(linked, judgement, block)
}
