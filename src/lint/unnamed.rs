//! Chains that end with nobody.

use super::{Code, Lint};
use crate::findings::Desk;
use crate::trace::Origin;

/// Claims on the word of somebody whom the text does not name.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let claims = desk.archive.claims.values();
    let unnamed = claims.filter_map(|claim| match desk.ancestry.unnamed(&claim.id)? {
        Origin::Unnamed(_, words) => Some((claim, words)),
        _ => None,
    });
    unnamed
        .map(|(claim, words)| Lint {
            code: Code::ChainEndsUnnamed,
            id: claim.id.to_string(),
            locus: Some(claim.locus.clone()),
            message: format!("nobody with a name stands behind {}, only “{words}”", claim.id),
            help: format!("ask {} who that is; `gainsay trace {}` may propose somebody", claim.source, claim.id),
        })
        .collect()
}
