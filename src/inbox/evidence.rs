//! Evidence of a candidate: the words that carry the figure, and where they stand in the file.

use super::draft::Text;
use crate::extract::claims::Candidate;
use crate::model::FRAGMENT_WORDS;
use crate::store::record::EvidenceRecord;

/// The words that carry the figure, and where they stand in the file, if its format has them there as they are.
pub fn evidence(text: &Text<'_>, claim: &Candidate) -> Option<EvidenceRecord> {
    let document = text.document;
    let in_file = document.source_range(0..0).is_some();
    [&claim.fragment, &claim.mention.span].into_iter().find_map(|range| {
        let fragment = document.text.get(range.clone())?;
        let words = fragment.split_whitespace().count();
        if !(1..=FRAGMENT_WORDS).contains(&words) {
            return None;
        }
        let fragment = fragment.to_owned();
        if !in_file {
            return Some(EvidenceRecord { bytes: None, fragment });
        }
        let bytes = document.source_range(range.clone())?;
        let stands = text.raw.get(bytes.clone()) == Some(fragment.as_bytes());
        stands.then_some(EvidenceRecord { bytes: Some((bytes.start, bytes.end)), fragment })
    })
}
