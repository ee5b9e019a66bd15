//! The sentence around a piece of evidence, from the text on disk.

use std::path::Path;

use super::text_bytes;
use crate::model::{Archive, Claim};

/// The sentence around the first evidence of a claim, from the text in `folder`; nothing if it does not stand there.
pub fn sentence_around(archive: &Archive, claim: &Claim, folder: &Path) -> Option<String> {
    let evidence = claim.evidence.first()?;
    let (start, end) = evidence.bytes?;
    let file = &archive.sources.get(&claim.source)?.text.as_ref()?.file;
    let text = String::from_utf8(text_bytes(&folder.join(file)).ok()?).ok()?;
    if text.get(start..end)? != evidence.fragment {
        return None;
    }
    let stops =
        |at: usize| text[at..].starts_with(['.', '!', '?', '\n']) && !text[at + 1..].starts_with(char::is_alphanumeric);
    let first = text[..start].char_indices().rev().find(|(at, _)| stops(*at)).map_or(0, |(at, _)| at + 1);
    let last = text[end..].char_indices().find(|(at, _)| stops(end + at)).map_or(text.len(), |(at, _)| end + at + 1);
    Some(text[first..last].trim().to_owned())
}
