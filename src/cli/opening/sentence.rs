//! The sentence around a piece of evidence, from the text on disk.

use std::ops::Range;
use std::path::Path;

use gainsay::extract::claims::sentences;
use gainsay::model::{Archive, Claim};
use gainsay::store::text_bytes;
use gainsay::text::words;

/// The sentence around the first evidence of a claim, from the text in `folder`; nothing if it does not stand there.
pub fn around(archive: &Archive, claim: &Claim, folder: &Path) -> Option<String> {
    let evidence = claim.evidence.first()?;
    let (start, end) = evidence.bytes?;
    let file = &archive.sources.get(&claim.source)?.text.as_ref()?.file;
    let text = String::from_utf8(text_bytes(&folder.join(file)).ok()?).ok()?;
    if text.get(start..end)? != evidence.fragment {
        return None;
    }
    Some(whole(&text, start..end).to_owned())
}

/// The sentences that hold some bytes, with the signs that open and end them.
fn whole(text: &str, held: Range<usize>) -> &str {
    let all = sentences(text, &words(text));
    let own = all.iter().filter(|one| one.span.start < held.end && held.start < one.span.end);
    let span = own.fold(held.clone(), |held, one| held.start.min(one.span.start)..held.end.max(one.span.end));
    let start = text[..span.start].trim_end_matches(|letter: char| !letter.is_whitespace()).len();
    let end = text[span.end..].find(char::is_whitespace).map_or(text.len(), |at| span.end + at);
    text[start..end].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_not_cut_at_an_abbreviation() {
        let text = "It rained.\n\n“Dr. Lee counted 40 boats.” Others did not.";
        let around = |words: &str| whole(text, text.find(words).map(|at| at..at + words.len()).unwrap());
        assert_eq!(around("40 boats"), "“Dr. Lee counted 40 boats.”");
        assert_eq!(around("boats.” Others"), "“Dr. Lee counted 40 boats.” Others did not.");
        assert_eq!(around("rained"), "It rained.");
    }
}
