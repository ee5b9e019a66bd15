//! Judgements on claims that have changed.

use super::{Code, Lint};
use crate::model::{Archive, Judgement};

/// Judgements whose fingerprints are not those of the claims any more.
pub(super) fn check<'a>(archive: &'a Archive) -> Vec<Lint> {
    let of = |judgement: &'a Judgement| judgement.changed(archive).map(move |id| (judgement, id));
    let all = archive.judgements.iter().flat_map(of);
    all.filter_map(|(judgement, id)| {
        let claim = archive.claims.get(id)?;
        Some(Lint {
            code: Code::JudgementReopened,
            id: judgement.id.to_string(),
            locus: Some(claim.locus.clone()),
            message: format!(
                "the claim {} has changed since {} judged it on {}",
                claim.id, judgement.by, judgement.date
            ),
            help: format!("judge it again; its fingerprint is now {}", claim.fingerprint),
        })
    })
    .collect()
}
