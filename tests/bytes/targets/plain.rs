//! Any bytes as a file of a text: plain, Markdown, JSON Lines, or under a name that says something else. The first byte
//! chooses the name.

use gainsay::ingest::documents;
use gainsay::readers::Format;

use super::{choose, documents as files};

const NAMES: [&str; 6] = ["a.txt", "a.md", "a.jsonl", "-", "a.docx", "a"];

pub fn run(bytes: &[u8]) {
    let Some((name, bytes)) = choose(bytes, &NAMES) else { return };
    files::read(name, bytes);
    let (Ok(found), Ok(text)) = (documents(name, bytes), std::str::from_utf8(bytes)) else { return };
    for document in found.iter().filter(|document| !text.contains('\0') && document.encoding == "UTF-8") {
        match document.format {
            Format::Plain => assert_eq!(document.text, text, "a plain text is the file"),
            Format::Markdown => kept(text, &document.text),
            _ => {}
        }
    }
}

/// The text is as long as the file, and has its bytes or blanks in their places.
fn kept(file: &str, text: &str) {
    assert_eq!(file.len(), text.len(), "as long as the file");
    let differs = |(own, other): (u8, u8)| own != other && !own.is_ascii_whitespace();
    assert!(!text.bytes().zip(file.bytes()).any(differs), "what is not blank stands in the file: {text:?}");
}
