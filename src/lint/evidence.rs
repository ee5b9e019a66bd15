//! Evidence that no longer stands in its text.

use std::path::Path;

use super::{Code, Lint};
use crate::model::Archive;
use crate::store::verify;

/// Whatever `verify` finds.
pub(super) fn check(archive: &Archive, texts: &Path) -> Vec<Lint> {
    let findings = verify(archive, texts).findings.into_iter();
    findings
        .map(|finding| Lint {
            code: Code::EvidenceMoved,
            id: finding.evidence.as_ref().map_or_else(|| finding.source.to_string(), |(claim, _)| claim.to_string()),
            locus: finding.evidence.map(|(_, evidence)| evidence.locus),
            message: finding.problem.to_string(),
            help: "`gainsay verify --texts DIR` proposes new places".to_owned(),
        })
        .collect()
}
