//! One source that asserts one thing twice.

use super::{Code, Lint};
use crate::model::{About, Archive, Claim};

/// Pairs of claims of one source with the same subject, scope, value and attribution.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let sources = archive.sources.keys();
    sources
        .flat_map(|source| {
            let claims: Vec<&Claim> = archive.claims_of(source).filter(|claim| !is_quote(claim)).collect();
            claims.iter().enumerate().filter_map(|(at, claim)| repeated(claim, &claims[..at])).collect::<Vec<_>>()
        })
        .collect()
}

fn is_quote(claim: &Claim) -> bool {
    matches!(claim.about, About::Quote(_))
}

fn repeated(claim: &Claim, before: &[&Claim]) -> Option<Lint> {
    let same = |other: &&&Claim| {
        other.about == claim.about && other.scope == claim.scope && other.attribution == claim.attribution
    };
    let first = before.iter().find(same)?;
    Some(Lint {
        code: Code::RepeatedClaim,
        id: claim.id.to_string(),
        locus: Some(claim.locus.clone()),
        message: format!("{} asserts what {} asserts already", claim.id, first.id),
        help: format!("keep one of them, with the evidence of both; the first is at {}", first.locus),
    })
}
