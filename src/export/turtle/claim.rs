//! Claims in PROV-O: on whose word, and taken from where.

use crate::export::rdf::{Block, Linked, Object, speakers, told};
use crate::graph::Node;
use crate::model::{About, Claim, Via};
use crate::trace::Origin;

/// A claim.
pub(super) fn claim(linked: &Linked<'_>, claim: &Claim) -> Block {
    let own = linked.link(&Node::Source(claim.source.clone()));
    let quoted = matches!(claim.about, About::Quote(_)).then(|| own.clone()).flatten();
    let block =
        Block::new(linked.iri(&Node::Claim(claim.id.clone())), &["gainsay:Claim", "schema:Claim", "prov:Entity"])
            .add("schema:identifier", [claim.id.as_str()])
            .add("rdfs:label", [&claim.says])
            .add("schema:appearance", own)
            .add("prov:wasAttributedTo", speakers(linked, claim))
            .add("prov:wasQuotedFrom", quoted)
            .add("prov:wasDerivedFrom", claim.via.iter().filter_map(|via| carrier(linked, via)))
            .add("prov:hadPrimarySource", primary(linked, claim))
            .add("dcterms:spatial", claim.scope.place.as_ref().and_then(|id| linked.link(&Node::Place(id.clone()))));
    told(linked, claim, block)
}

fn carrier(linked: &Linked<'_>, via: &Via) -> Option<Object> {
    match via {
        Via::Source(id) => linked.link(&Node::Source(id.clone())),
        Via::Claim(id) => linked.link(&Node::Claim(id.clone())),
        Via::Named(_) => None,
    }
}

/// Sources that speak for themselves, and with which the chain of the claim ends.
fn primary(linked: &Linked<'_>, claim: &Claim) -> Vec<Object> {
    let source = |origin: &Origin| match origin {
        Origin::Primary(id) => linked.link(&Node::Source(id.clone())),
        _ => None,
    };
    linked.view.desk.origins(claim).filter_map(source).collect()
}
