//! Evidence against the texts on disk.

mod bytes;
mod fate;
mod problem;
mod relocate;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use self::bytes::text_bytes;
pub use self::fate::{Fate, fate};
pub use self::problem::TextProblem;
pub use self::relocate::{Relocated, relocate};
use super::digest::sha256;
use crate::model::{Archive, Claim, ClaimId, Evidence, Source, SourceId};

/// What comes of comparing evidence with texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextReport {
    /// Texts that were compared.
    pub texts: usize,
    /// Evidence that stands.
    pub stands: usize,
    /// Claims whose source has no text to compare with.
    pub without_text: usize,
    /// What is wrong, by source.
    pub findings: Vec<TextFinding>,
}

/// Something wrong with a text, or with a piece of evidence in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFinding {
    /// The source.
    pub source: SourceId,
    /// The claim and its evidence; nothing where the text itself is meant.
    pub evidence: Option<(ClaimId, Evidence)>,
    /// What is wrong.
    pub problem: TextProblem,
    /// What has become of the fragment, where the text could be read.
    pub fate: Option<Fate>,
}

/// Compares all evidence with the texts in `folder`.
pub fn verify(archive: &Archive, folder: &Path) -> TextReport {
    let mut report = TextReport::default();
    for source in archive.sources.values() {
        match &source.text {
            Some(_) => verify_source(archive, source, folder, &mut report),
            None => report.without_text += archive.claims_of(&source.id).count(),
        }
    }
    report
}

fn verify_source(archive: &Archive, source: &Source, folder: &Path, report: &mut TextReport) {
    let of_text = |problem| TextFinding { source: source.id.clone(), evidence: None, problem, fate: None };
    match read(source, folder) {
        Err(problem) => report.findings.push(of_text(problem)),
        Ok((text, changed)) => {
            report.findings.extend(changed.map(of_text));
            report.texts += 1;
            archive.claims_of(&source.id).for_each(|claim| verify_claim(claim, &text, report));
        }
    }
}

fn read(source: &Source, folder: &Path) -> Result<(String, Option<TextProblem>), TextProblem> {
    let Some(text) = &source.text else { return Err(TextProblem::Missing { file: String::new() }) };
    let file = text.file.clone();
    let bytes = text_bytes(&folder.join(&file)).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => TextProblem::Missing { file: file.clone() },
        _ => TextProblem::Unreadable { file: file.clone(), error: error.to_string() },
    })?;
    let found = sha256(&bytes);
    let changed = TextProblem::Changed { file: file.clone(), expected: text.sha256.clone(), found };
    let is_changed = matches!(&changed, TextProblem::Changed { expected, found, .. } if expected != found);
    let content = String::from_utf8(bytes)
        .map_err(|error| TextProblem::NotUtf8 { file, at: error.utf8_error().valid_up_to() })?;
    Ok((content, is_changed.then_some(changed)))
}

fn verify_claim(claim: &Claim, text: &str, report: &mut TextReport) {
    for evidence in &claim.evidence {
        match evidence.bytes.and_then(|(start, end)| compare(text, start, end, &evidence.fragment)) {
            None => report.stands += 1,
            Some(problem) => {
                let fate = Some(fate(text, evidence));
                let evidence = Some((claim.id.clone(), evidence.clone()));
                report.findings.push(TextFinding { source: claim.source.clone(), evidence, problem, fate });
            }
        }
    }
}

fn compare(text: &str, start: usize, end: usize, fragment: &str) -> Option<TextProblem> {
    if end > text.len() {
        return Some(TextProblem::Outside { start, end, length: text.len() });
    }
    let Some(found) = text.get(start..end) else { return Some(TextProblem::CutsCharacter { start, end }) };
    (found != fragment).then(|| TextProblem::Differs { start, end, expected: fragment.into(), found: found.into() })
}

/// The texts of sources that are in a folder and have not changed since the graph was written.
pub fn unchanged(archive: &Archive, folder: &Path) -> BTreeMap<SourceId, String> {
    let text = |source: &Source| match read(source, folder) {
        Ok((text, None)) => Some((source.id.clone(), text)),
        _ => None,
    };
    archive.sources.values().filter(|source| source.text.is_some()).filter_map(text).collect()
}

/// The texts of the archive's sources that are in a folder, in the order of sources.
pub fn texts_in(archive: &Archive, folder: &Path) -> Vec<PathBuf> {
    let texts = archive.sources.values().filter_map(|source| source.text.as_ref());
    texts.map(|text| folder.join(&text.file)).filter(|path| path.is_file()).collect()
}
