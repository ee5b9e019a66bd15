//! What the codes of a font stand for, where the file says so (ToUnicode).

use std::collections::BTreeMap;

use super::object::{Lexer, Object};

/// Codes of one range that are taken, at most.
const RANGE: u32 = 65_536;
/// Codes of one font, at most.
const CODES: usize = 200_000;

/// Codes and their texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ToUnicode {
    texts: BTreeMap<u32, String>,
    /// Bytes of a code.
    pub width: Option<usize>,
}

impl ToUnicode {
    /// Reads a table.
    pub fn read(bytes: &[u8]) -> Self {
        let mut found = Self::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            let Object::Word(word) = object else {
                operands.push(object);
                continue;
            };
            match word.as_str() {
                "endcodespacerange" => found.width = operands.iter().filter_map(bytes_of).map(<[u8]>::len).max(),
                "endbfchar" => operands.chunks(2).for_each(|two| found.one(two)),
                "endbfrange" => operands.chunks(3).for_each(|three| found.range(three)),
                _ => {}
            }
            operands.clear();
        }
        found
    }

    /// The text of a code.
    pub fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(&code).map(String::as_str)
    }

    fn one(&mut self, pair: &[Object]) {
        if let [code, text] = pair
            && let (Some(code), Some(text)) = (code_of(code), bytes_of(text))
        {
            self.put(code, utf_16(text));
        }
    }

    fn range(&mut self, triple: &[Object]) {
        let [first, last, to] = triple else { return };
        let (Some(first), Some(last)) = (code_of(first), code_of(last)) else { return };
        let codes = first..=last.min(first.saturating_add(RANGE));
        match to {
            Object::Array(texts) => {
                codes.zip(texts).for_each(|(code, text)| self.put(code, utf_16(bytes_of(text).unwrap_or_default())));
            }
            Object::Text(start) => {
                let start = utf_16(start);
                codes.enumerate().for_each(|(step, code)| self.put(code, advanced(&start, step)));
            }
            _ => {}
        }
    }

    fn put(&mut self, code: u32, text: String) {
        if self.texts.len() < CODES {
            self.texts.insert(code, text);
        }
    }
}

/// The text with its last letter so many further on.
fn advanced(text: &str, step: usize) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if let (Some(last), Ok(step)) = (letters.last_mut(), u32::try_from(step)) {
        *last = char::from_u32(u32::from(*last).saturating_add(step)).unwrap_or('\u{fffd}');
    }
    letters.into_iter().collect()
}

fn bytes_of(object: &Object) -> Option<&[u8]> {
    if let Object::Text(bytes) = object { Some(bytes) } else { None }
}

fn code_of(object: &Object) -> Option<u32> {
    bytes_of(object).filter(|bytes| bytes.len() <= 4).map(code)
}

/// The number that some bytes write.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))
}

/// UTF-16 with the high byte first.
pub(super) fn utf_16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|two| u16::from_be_bytes([two[0], two.get(1).copied().unwrap_or(0)]));
    char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_ranges() {
        let table = b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange \
            2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar \
            2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0058> <D83DDE00>] endbfrange";
        let found = ToUnicode::read(table);
        let texts = [1, 2, 0x10, 0x12, 0x20, 0x21].map(|code| found.text(code).unwrap());
        assert_eq!((texts, found.width), (["A", "fi", "a", "c", "X", "😀"], Some(2)));
        assert_eq!(found.text(3), None);
    }
}
