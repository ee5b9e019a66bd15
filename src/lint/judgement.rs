//! Judgements on claims that have changed.

use super::{Code, Lint};
use crate::model::Archive;

/// Judgements whose fingerprints are not those of the claims any more.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let all = archive.judgements.iter().flat_map(|judgement| judgement.on.iter().map(move |on| (judgement, on)));
    all.filter_map(|(judgement, on)| {
        let claim = archive.claims.get(&on.claim)?;
        let changed = on.fingerprint.as_ref().is_some_and(|then| *then != claim.fingerprint);
        changed.then(|| Lint {
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
