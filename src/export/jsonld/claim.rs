//! Claims in schema.org.

use super::source::authors;
use crate::export::rdf::{Block, Linked, Object, coverage, outlet, speakers, told};
use crate::graph::Node;
use crate::model::{Attribution, Claim, Source, Via};
use crate::trace::Origin;

/// A claim.
pub(super) fn claim(linked: &Linked<'_>, claim: &Claim) -> Block {
    let scope = &claim.scope;
    let block = Block::new(linked.iri(&Node::Claim(claim.id.clone())), &["schema:Claim"])
        .add("schema:identifier", [claim.id.as_str()])
        .add("schema:text", [&claim.says])
        .add("schema:appearance", linked.link(&Node::Source(claim.source.clone())))
        .add("schema:firstAppearance", first(linked, claim))
        .add("schema:author", author(linked, claim))
        .add("schema:citation", claim.via.iter().filter_map(|via| carrier(linked, via, false)))
        .add("schema:isBasedOn", claim.via.iter().filter_map(|via| carrier(linked, via, true)))
        .add("schema:spatialCoverage", scope.place.as_ref().and_then(|id| linked.link(&Node::Place(id.clone()))))
        .add("schema:temporalCoverage", scope.period.as_ref().and_then(coverage));
    told(linked, claim, block)
}

/// The source in which the chain of the claim ends, if it ends in one only.
fn first(linked: &Linked<'_>, claim: &Claim) -> Option<Object> {
    let mut origins = linked.view.desk.origins(claim);
    let only = origins.next().filter(|_| origins.next().is_none())?;
    match only {
        Origin::Primary(id) | Origin::Unattributed(id) | Origin::Unnamed(id, _) => {
            linked.link(&Node::Source(id.clone()))
        }
        Origin::Actor(_) | Origin::Outlet(_) | Origin::Circular(_) => None,
    }
}

/// On whose word; of what a source says in its own voice, the outlet, or else its authors.
pub(super) fn author(linked: &Linked<'_>, claim: &Claim) -> Vec<Object> {
    let source = linked.archive().sources.get(&claim.source);
    match &claim.attribution {
        Attribution::OwnVoice => source.map_or_else(Vec::new, |source| voice(linked, source)),
        Attribution::Actors(_) | Attribution::Unnamed(_) => speakers(linked, claim),
    }
}

fn voice(linked: &Linked<'_>, source: &Source) -> Vec<Object> {
    source.outlet.as_deref().map_or_else(|| authors(linked, source), |name| vec![outlet(linked, name).into()])
}

fn carrier(linked: &Linked<'_>, via: &Via, claims: bool) -> Option<Object> {
    match via {
        Via::Source(id) if !claims => linked.link(&Node::Source(id.clone())),
        Via::Claim(id) if claims => linked.link(&Node::Claim(id.clone())),
        _ => None,
    }
}
