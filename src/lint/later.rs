//! Claims that are taken from a source which was published later.

use super::{Code, Lint};
use crate::model::Archive;
use crate::trace::taken_from_later;

/// A claim cannot come from a page that was not there yet.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let lint = |(claim, drift): (&crate::model::Claim, crate::trace::Drift)| Lint {
        code: Code::TakenFromLater,
        id: claim.id.to_string(),
        locus: Some(claim.locus.clone()),
        message: drift.text,
        help: "check both dates; the page may have been changed since, or the claim comes from elsewhere".to_owned(),
    };
    taken_from_later(archive).into_iter().map(lint).collect()
}
