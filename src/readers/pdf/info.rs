//! What a PDF says of itself.

use encoding_rs::WINDOWS_1252;
use hayro_syntax::metadata::Metadata;
use hayro_syntax::object::DateTime;

use crate::readers::document::{Document, Part};

/// Fills in title, author and date.
pub(super) fn describe(document: &mut Document, known: &Metadata) {
    document.title = known.title.as_deref().and_then(words).map(|text| {
        let span = document.text.find(&text).map(|start| start..start + text.len());
        Part { text, span }
    });
    document.author.extend(known.author.as_deref().and_then(words));
    if let Some(date) = &known.creation_date {
        document.set_date(&written(date));
    }
}

/// A string outside the pages: UTF-16 or UTF-8 with a mark, or else much like windows-1252.
fn words(bytes: &[u8]) -> Option<String> {
    let (text, ..) = WINDOWS_1252.decode(bytes);
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// No more than is sure: a month or a day that the file leaves out is the first one here.
fn written(date: &DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, .. } = *date;
    match (month, day, (hour, minute, second)) {
        (1, 1, (0, 0, 0)) => format!("{year:04}"),
        (_, 1, (0, 0, 0)) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_it_is_sure() {
        let date = |month, day, hour| DateTime {
            year: 2024,
            month,
            day,
            hour,
            minute: 0,
            second: 0,
            utc_offset_hour: 0,
            utc_offset_minute: 0,
        };
        let dates = [date(1, 1, 0), date(6, 1, 0), date(6, 1, 8), date(6, 2, 0)].map(|date| written(&date));
        assert_eq!(dates, ["2024", "2024-06", "2024-06-01", "2024-06-02"]);
    }

    #[test]
    fn words_have_a_mark_or_are_of_windows() {
        let texts = [&b"\xfe\xff\0n\0\xe9"[..], b"\xef\xbb\xbfn\xc3\xa9", b" n\xe9 "].map(words);
        assert_eq!(texts, [Some("né".to_owned()), Some("né".to_owned()), Some("né".to_owned())]);
        assert_eq!(words(b"  "), None);
    }
}
