//! Evidence: a range that can be, and a fragment short enough to keep.

use super::checker::Checker;
use crate::codes::Code;
use crate::model::{Evidence, FRAGMENT_WORDS, Text};
use crate::store::read::file::At;
use crate::store::record::EvidenceRecord;

/// Evidence of a claim whose source has that text.
pub(super) fn check(
    records: &[EvidenceRecord],
    at: &At<'_>,
    text: Option<&Text>,
    checker: &mut Checker,
) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for (index, record) in records.iter().enumerate() {
        let at = at.field("evidence").index(index);
        if !is_only_bytes(record, text) {
            check_fragment(&record.fragment, &at.field("fragment"), checker);
        }
        check_range(record, &at, text, checker);
        evidence.push(Evidence { bytes: record.bytes, fragment: record.fragment.clone(), locus: at.locus() });
    }
    evidence
}

/// Of a text that is not here, the bytes alone will do.
fn is_only_bytes(record: &EvidenceRecord, text: Option<&Text>) -> bool {
    record.bytes.is_some() && record.fragment.is_empty() && text.is_none()
}

fn check_fragment(fragment: &str, at: &At<'_>, checker: &mut Checker) {
    let words = fragment.split_whitespace().count();
    if words == 0 {
        checker
            .push(at.fault(Code::EmptyFragment, "the fragment is empty").help("write the words that carry the figure"));
    }
    if words > FRAGMENT_WORDS {
        let fault = at
            .fault(Code::FragmentTooLong, format!("the fragment has {words} words; at most {FRAGMENT_WORDS} are kept"));
        checker.push(fault.help("keep only the words that carry the figure"));
    }
}

fn check_range(record: &EvidenceRecord, at: &At<'_>, text: Option<&Text>, checker: &mut Checker) {
    let at = at.field("bytes");
    match (record.bytes, text) {
        (None, Some(text)) => {
            let fault =
                at.fault(Code::BytesMissing, format!("the evidence has no bytes, but the text {} is known", text.file));
            checker.push(fault.help("add `bytes: (start, end)`"));
        }
        (Some((start, end)), None) if record.fragment.is_empty() => check_order(start, end, &at, checker),
        (Some(_), None) => {
            let fault = at.fault(Code::BytesWithoutText, "the evidence has bytes, but its source has no text");
            checker.push(fault.help("add `text` to the source, or remove `bytes`"));
        }
        (Some((start, end)), Some(text)) => check_bytes(start, end, &record.fragment, text, &at, checker),
        (None, None) => {}
    }
}

fn check_bytes(start: usize, end: usize, fragment: &str, text: &Text, at: &At<'_>, checker: &mut Checker) {
    if start >= end {
        check_order(start, end, at, checker);
    } else if text.bytes.is_some_and(|length| end > length) {
        let length = text.bytes.unwrap_or_default();
        let fault = at.fault(
            Code::OutsideText,
            format!("the range ends at byte {end}, but the text {} has only {length}", text.file),
        );
        checker.push(fault.help("find the fragment in the text again"));
    } else if end - start != fragment.len() && !fragment.is_empty() {
        let (range, own) = (end - start, fragment.len());
        let fault = at.fault(Code::FragmentLength, format!("the range has {range} bytes, but its fragment has {own}"));
        checker.push(fault.help("count bytes of UTF-8, not characters, and cut no character"));
    }
}

fn check_order(start: usize, end: usize, at: &At<'_>, checker: &mut Checker) {
    if start >= end {
        let fault = at.fault(Code::EmptyRange, format!("the range {start} to {end} holds nothing"));
        checker.push(fault.help("the end is the first byte that no longer belongs"));
    }
}
