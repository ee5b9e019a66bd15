//! Evidence against the texts on disk.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{Archive, Claim, ClaimId, Evidence, Source, SourceId};

/// What is wrong with a text, or with evidence in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// The text is not there.
    #[error("the text {file} is not in the folder")]
    Missing {
        /// Its name.
        file: String,
    },
    /// The text cannot be read.
    #[error("the text {file} cannot be read: {error}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        error: String,
    },
    /// The text is not UTF-8.
    #[error("the text {file} is not UTF-8 (byte {at})")]
    NotUtf8 {
        /// Its name.
        file: String,
        /// The first byte that is not.
        at: usize,
    },
    /// The text has changed since it was read.
    #[error("the text {file} has changed: its SHA-256 is {found}, not {expected}")]
    Changed {
        /// Its name.
        file: String,
        /// The digest that the graph has.
        expected: String,
        /// The digest of the file.
        found: String,
    },
    /// The range lies outside the text.
    #[error("bytes {start} to {end} lie outside the text, which has {length}")]
    Outside {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
        /// Length of the text.
        length: usize,
    },
    /// The range begins or ends inside a character.
    #[error("bytes {start} to {end} cut a character in two")]
    CutsCharacter {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
    },
    /// Something else stands there.
    #[error("expected \"{expected}\" at bytes {start} to {end}, found \"{found}\"")]
    Differs {
        /// First byte.
        start: usize,
        /// End, excluded.
        end: usize,
        /// The fragment.
        expected: String,
        /// What stands there.
        found: String,
    },
}

impl TextProblem {
    /// Whether the graph or the folder is at fault, so that nothing could be compared; otherwise the text has changed.
    pub fn is_fault(&self) -> bool {
        !matches!(self, TextProblem::Changed { .. } | TextProblem::Differs { .. })
    }
}

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
    let of_text = |problem| TextFinding { source: source.id.clone(), evidence: None, problem };
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
    let bytes = fs::read(folder.join(&file)).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => TextProblem::Missing { file: file.clone() },
        _ => TextProblem::Unreadable { file: file.clone(), error: error.to_string() },
    })?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
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
                let evidence = Some((claim.id.clone(), evidence.clone()));
                report.findings.push(TextFinding { source: claim.source.clone(), evidence, problem });
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

/// The sentence around the first evidence of a claim, from the text in `folder`; nothing if it does not stand there.
pub fn sentence_around(archive: &Archive, claim: &Claim, folder: &Path) -> Option<String> {
    let evidence = claim.evidence.first()?;
    let (start, end) = evidence.bytes?;
    let file = &archive.sources.get(&claim.source)?.text.as_ref()?.file;
    let text = fs::read_to_string(folder.join(file)).ok()?;
    if text.get(start..end)? != evidence.fragment {
        return None;
    }
    let stops =
        |at: usize| text[at..].starts_with(['.', '!', '?', '\n']) && !text[at + 1..].starts_with(char::is_alphanumeric);
    let first = text[..start].char_indices().rev().find(|(at, _)| stops(*at)).map_or(0, |(at, _)| at + 1);
    let last = text[end..].char_indices().find(|(at, _)| stops(end + at)).map_or(text.len(), |(at, _)| end + at + 1);
    Some(text[first..last].trim().to_owned())
}
