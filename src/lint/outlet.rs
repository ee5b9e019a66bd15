//! Outlets that are only named, though a source of theirs is held.

use super::{Code, Lint};
use crate::model::{Archive, Claim, Source, Via};
use crate::trace::is_one_subject;

/// A claim by way of a named outlet, of which a source with a claim on the same subject is in the graph.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let named = archive.claims.values().flat_map(|claim| claim.via.iter().map(move |via| (claim, via)));
    named
        .filter_map(|(claim, via)| {
            let Via::Named(name) = via else { return None };
            let held =
                archive.sources.values().find(|source| is_outlet(source, name) && has_it(archive, source, claim))?;
            Some(Lint {
                code: Code::OutletHeld,
                id: claim.id.to_string(),
                locus: Some(claim.locus.clone()),
                message: format!("{} has it from “{name}”, the outlet of the source {}", claim.id, held.id),
                help: format!(
                    "if it is that one, write via: [Source(\"{}\")]; as a mere name it counts as another origin",
                    held.id
                ),
            })
        })
        .collect()
}

fn is_outlet(source: &Source, name: &str) -> bool {
    source.outlet.as_deref().is_some_and(|outlet| outlet.eq_ignore_ascii_case(name))
}

fn has_it(archive: &Archive, source: &Source, claim: &Claim) -> bool {
    source.id != claim.source && archive.claims_of(&source.id).any(|other| is_one_subject(claim, other))
}
