//! Claims that are taken from a source which was published later.

use super::{Code, Lint};
use crate::findings::Desk;
use crate::trace::{DriftKind, drifts};

/// A claim cannot come from a page that was not there yet.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let claims = desk.archive.claims.values();
    let all = claims
        .flat_map(|claim| drifts(desk.archive, &desk.ancestry, claim).into_iter().map(move |drift| (claim, drift)));
    all.filter(|(_, drift)| drift.kind == DriftKind::Backwards)
        .map(|(claim, drift)| Lint {
            code: Code::TakenFromLater,
            id: claim.id.to_string(),
            locus: Some(claim.locus.clone()),
            message: drift.text,
            help: "check both dates; the page may have been changed since, or the claim comes from elsewhere"
                .to_owned(),
        })
        .collect()
}
