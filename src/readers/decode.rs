//! From bytes to text: byte order marks, UTF-16, what a page declares, or else what the bytes look like.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use super::error::ReadError;

/// How far a declared encoding is looked for, as browsers do.
const DECLARED: usize = 1024;
/// One byte in so many may be a control character that no text has.
const FEW: usize = 100;
/// How many bytes are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// A text that was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text.
    pub text: String,
    /// The name of its encoding.
    pub encoding: &'static str,
    /// Whether its bytes are those of the file.
    pub is_file: bool,
}

/// Reads bytes as text. Valid UTF-8 is always that, whatever a page declares, and keeps its mark, so that bytes stay where
/// they are; UTF-8 with few faults is that, too.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, ReadError> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return checked(text, UTF_8, true),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let encoding = encoding(&bytes)?;
    let (text, encoding, _) = encoding.decode(&bytes);
    checked(text.into_owned(), encoding, false)
}

fn encoding(bytes: &[u8]) -> Result<&'static Encoding, ReadError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(encoding);
    }
    if bytes.contains(&0) || controls(of_bytes(bytes)) * FEW > bytes.len() {
        return Err(no_text(of_bytes(bytes)));
    }
    if is_nearly_utf_8(bytes) {
        return Ok(UTF_8);
    }
    Ok(declared(bytes).unwrap_or_else(|| likely(bytes)))
}

/// Letters of several bytes stand in it, and ten times as many of them as faults: no other encoding looks like that.
fn is_nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut letters, mut faults) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    letters > faults * 10
}

/// What is told of letters that no text has: the first of them, with its place.
fn no_text(letters: impl Iterator<Item = char>) -> ReadError {
    let (mut line, mut column) = (1, 1);
    for letter in letters {
        if is_control(letter) {
            let found = format!(
                "a file with control characters (the first is U+{:04X}, in line {line}, column {column})",
                u32::from(letter)
            );
            return ReadError::NotText { found: found.into() };
        }
        (line, column) = if letter == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    ReadError::NotText { found: "a file with bytes that are no letters".into() }
}

fn of_bytes(bytes: &[u8]) -> impl Iterator<Item = char> {
    bytes.iter().map(|byte| char::from(*byte))
}

fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: in texts of most scripts, every other byte of spaces, digits and signs is zero. An odd
/// number of bytes is none.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = sample.len() / 20 + 1;
    match (even, odd) {
        (0, odd) if odd >= enough => Some(UTF_16LE),
        (even, 0) if even >= enough => Some(UTF_16BE),
        _ => None,
    }
}

/// What a page says of itself: `<meta charset=…>`, `content="…; charset=…"` or `encoding="…"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(DECLARED)].to_ascii_lowercase();
    if !start.contains(&b'<') {
        return None;
    }
    let after = |key: &[u8]| memmem::find(&start, key).map(|at| &start[at + key.len()..]);
    let value = after(b"charset=").or_else(|| after(b"encoding="))?;
    let value: Vec<u8> =
        value.iter().copied().skip_while(|byte| matches!(byte, b'"' | b'\'' | b' ')).take_while(is_label).collect();
    // A file that could be searched for these bytes is not in UTF-16, whatever it says.
    Encoding::for_label(&value).filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE && *encoding != UTF_8)
}

fn is_label(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
}

fn checked(text: String, encoding: &'static Encoding, is_file: bool) -> Result<Decoded, ReadError> {
    if controls(text.chars()) * FEW > text.len() {
        return Err(no_text(text.chars()));
    }
    if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Decoded { text, encoding: encoding.name(), is_file })
}

/// Control characters but spaces, breaks and the escape of old Japanese encodings.
fn controls(letters: impl Iterator<Item = char>) -> usize {
    letters.filter(|letter| is_control(*letter)).count()
}

fn is_control(letter: char) -> bool {
    letter.is_ascii_control() && !matches!(letter, '\t'..='\r' | '\u{1b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "В порту ждали пятьсот грузовиков, сказал начальник смены. Море было спокойным.";

    fn known(bytes: &[u8]) -> (String, &'static str) {
        let Decoded { text, encoding, .. } = decode(bytes.to_vec()).unwrap();
        (text, encoding)
    }

    #[test]
    fn marks_and_utf_16() {
        let wide = |mark: &[u8], of: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16().flat_map(of)).collect()
        };
        assert_eq!(known(&wide(b"\xff\xfe", u16::to_le_bytes, "né 5")), ("né 5".to_owned(), "UTF-16LE"));
        assert_eq!(known(&wide(b"\xfe\xff", u16::to_be_bytes, "né 5")), ("né 5".to_owned(), "UTF-16BE"));
        assert_eq!(known(&wide(b"", u16::to_le_bytes, "five boats")), ("five boats".to_owned(), "UTF-16LE"));
        assert_eq!(known(&wide(b"", u16::to_be_bytes, RUSSIAN)), (RUSSIAN.to_owned(), "UTF-16BE"));
        assert_eq!(known(b"\xef\xbb\xbfhere"), ("\u{feff}here".to_owned(), "UTF-8"));
    }

    #[test]
    fn encodings_of_old() {
        let french = "Le député a été élu à Orléans, où près de la moitié des électeurs se sont déplacés.";
        assert_eq!(known(&encoding_rs::WINDOWS_1252.encode(french).0), (french.to_owned(), "windows-1252"));
        assert_eq!(known(&encoding_rs::KOI8_R.encode(RUSSIAN).0).0, RUSSIAN);
        assert_eq!(known(&encoding_rs::WINDOWS_1251.encode(RUSSIAN).0), (RUSSIAN.to_owned(), "windows-1251"));
    }

    #[test]
    fn a_page_declares_its_encoding_and_utf_8_is_utf_8_all_the_same() {
        let page = "<meta charset='iso-8859-2'><p>Šestnáct lodí";
        assert_eq!(known(&encoding_rs::ISO_8859_2.encode(page).0), (page.to_owned(), "ISO-8859-2"));
        assert_eq!(known(page.as_bytes()).1, "UTF-8");
    }

    #[test]
    fn utf_8_with_a_fault_is_utf_8() {
        let broken = [RUSSIAN.as_bytes(), b"\xff", RUSSIAN.as_bytes()].concat();
        let found = decode(broken).unwrap();
        assert_eq!((found.encoding, found.is_file), ("UTF-8", false));
        assert_eq!(found.text, format!("{RUSSIAN}\u{fffd}{RUSSIAN}"));
    }

    #[test]
    fn bytes_that_are_no_text() {
        let noise: Vec<u8> = (0..4000u32).map(|step| (step.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(matches!(decode(noise), Err(ReadError::NotText { .. })));
        assert!(matches!(decode(b"\x01\x02\x03\x04".to_vec()), Err(ReadError::NotText { .. })));
    }

    #[test]
    fn the_first_letter_that_no_text_has_is_told_with_its_place() {
        let told = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err().to_string();
        assert!(told("Über uns\nsteht \u{1} es".as_bytes()).contains("(the first is U+0001, in line 2, column 7)"));
        assert!(
            told(b"a boat came in\nb\0c of many that came ashore")
                .contains("(the first is U+0000, in line 2, column 2)")
        );
        assert!(matches!(decode(b" \n\xef\xbb\xbf".to_vec()), Err(ReadError::Empty)));
    }
}
