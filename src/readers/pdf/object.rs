//! The objects of PDF, and how they are written.

use std::collections::BTreeMap;
use std::ops::Range;

/// A dictionary.
pub(super) type Dict = BTreeMap<String, Object>;

/// An object.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Number(f64),
    Text(Vec<u8>),
    Name(String),
    Array(Vec<Object>),
    Dict(Dict),
    /// The number of another object.
    Ref(u32),
    /// A stream: its dictionary, and its bytes in the file.
    Stream(Dict, Range<usize>),
    /// A word that is no object: an operator, `obj`, `stream`.
    Word(String),
}

/// Arrays and dictionaries in each other, at most.
const DEPTH: usize = 64;
/// Objects in one, at most.
const SIZE: usize = 5_000_000;

/// Reads objects one after the other.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// The next byte.
    pub at: usize,
    /// Objects in the one that was read last, itself included.
    pub size: usize,
}

impl<'a> Lexer<'a> {
    /// A reader that begins at a byte.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, size: 0 }
    }

    /// The next object; none at the end, or where nothing that is one follows.
    pub fn next(&mut self) -> Option<Object> {
        self.size = 0;
        self.object(0)
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        self.size += 1;
        if self.size > SIZE {
            return None;
        }
        self.skip_space();
        match *self.bytes.get(self.at)? {
            b'/' => Some(Object::Name(self.name())),
            b'(' => self.literal().map(Object::Text),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dict(depth).map(Object::Dict),
            b'<' => self.hexadecimal().map(Object::Text),
            b'[' => self.array(depth).map(Object::Array),
            b'+' | b'-' | b'.' | b'0'..=b'9' => Some(self.number_or_ref()),
            _ => Some(self.word()),
        }
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'%' => self.at += self.bytes[self.at..].iter().take_while(|byte| !is_break(**byte)).count(),
                byte if is_space(*byte) => self.at += 1,
                _ => break,
            }
        }
    }

    /// Bytes up to the next space or mark.
    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|byte| !is_space(*byte) && !is_mark(*byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.get(at) {
            let code = if *byte == b'#' { raw.get(at + 1).zip(raw.get(at + 2)).and_then(pair) } else { None };
            name.push(code.unwrap_or(*byte));
            at += if code.is_some() { 3 } else { 1 };
        }
        String::from_utf8_lossy(&name).into_owned()
    }

    fn number_or_ref(&mut self) -> Object {
        let word = self.regular();
        let Some(number) = number(word) else { return Object::Word(String::from_utf8_lossy(word).into_owned()) };
        let back = self.at;
        if word.iter().all(u8::is_ascii_digit)
            && let Some(id) = self.rest_of_ref(word)
        {
            return Object::Ref(id);
        }
        self.at = back;
        Object::Number(number)
    }

    /// `0 R` after a number.
    fn rest_of_ref(&mut self, id: &[u8]) -> Option<u32> {
        let id = std::str::from_utf8(id).ok()?.parse().ok()?;
        self.skip_space();
        let generation = self.regular();
        let is_one = !generation.is_empty() && generation.len() < 6 && generation.iter().all(u8::is_ascii_digit);
        self.skip_space();
        (is_one && self.regular() == b"R").then_some(id)
    }

    fn word(&mut self) -> Object {
        let word = self.regular();
        if word.is_empty() {
            self.at += 1;
            return Object::Word(String::from_utf8_lossy(&self.bytes[self.at - 1..self.at]).into_owned());
        }
        match word {
            b"null" => Object::Null,
            _ => Object::Word(String::from_utf8_lossy(word).into_owned()),
        }
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Object>> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.bytes.get(self.at)? == &b']' {
                self.at += 1;
                return Some(items);
            }
            items.push(self.below(depth)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict> {
        self.at += 2;
        let mut entries = Dict::new();
        loop {
            self.skip_space();
            if self.bytes.get(self.at..self.at + 2)? == b">>" {
                self.at += 2;
                return Some(entries);
            }
            // What stands where a key should is skipped.
            if let Object::Name(key) = self.below(depth)? {
                let back = self.at;
                match self.below(depth)? {
                    Object::Word(word) if word == ">" => self.at = back,
                    value => drop(entries.insert(key, value)),
                }
            }
        }
    }

    fn below(&mut self, depth: usize) -> Option<Object> {
        if depth < DEPTH { self.object(depth + 1) } else { None }
    }

    fn literal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1usize;
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'\\' => {
                    text.extend(self.escape()?);
                    continue;
                }
                b'(' => open += 1,
                b')' if open == 1 => return Some(text),
                b')' => open -= 1,
                _ => {}
            }
            text.push(byte);
        }
    }

    fn escape(&mut self) -> Option<Option<u8>> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' | b'f' => Some(b' '),
            b'\n' => None,
            b'\r' => {
                self.at += usize::from(self.bytes.get(self.at) == Some(&b'\n'));
                None
            }
            b'0'..=b'7' => Some(self.octal(byte)),
            other => Some(other),
        })
    }

    fn octal(&mut self, first: u8) -> u8 {
        let mut value = first - b'0';
        for _ in 0..2 {
            let Some(digit @ b'0'..=b'7') = self.bytes.get(self.at) else { break };
            value = value.wrapping_mul(8).wrapping_add(digit - b'0');
            self.at += 1;
        }
        value
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut digits = Vec::new();
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'>' => break,
                byte if byte.is_ascii_hexdigit() => digits.push(byte),
                _ => {}
            }
        }
        if digits.len() % 2 == 1 {
            digits.push(b'0');
        }
        Some(digits.chunks(2).filter_map(|two| pair((two.first()?, two.get(1)?))).collect())
    }
}

fn pair((high, low): (&u8, &u8)) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? * 16 + digit(low)?)
}

fn number(word: &[u8]) -> Option<f64> {
    let text = std::str::from_utf8(word).ok()?;
    // Some programs write `--5` and `5-3`.
    let text = text.trim_start_matches("--").trim_start_matches('+');
    text.parse::<f64>().ok().filter(|number| number.is_finite()).or_else(|| {
        let digits = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        text.get(..digits)?.parse().ok()
    })
}

/// Spaces of PDF.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Object> {
        let mut lexer = Lexer::new(text.as_bytes(), 0);
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn objects_are_read_as_written() {
        let text = |text: &str| Object::Text(text.as_bytes().to_vec());
        assert_eq!(all("(a(b)\\051\\n) <4a4B5>"), [text("a(b))\n"), text("JKP")]);
        assert_eq!(all("() ((x))"), [text(""), text("(x)")]);
        assert_eq!(
            all("12 0 R -.5 7 0 % note\n/A#20b"),
            [
                Object::Ref(12),
                Object::Number(-0.5),
                Object::Number(7.0),
                Object::Number(0.0),
                Object::Name("A b".to_owned())
            ]
        );
        let dict = Dict::from([("K".to_owned(), Object::Array(vec![Object::Number(1.0), Object::Null]))]);
        assert_eq!(all("<</K[1 null]>> Tj"), [Object::Dict(dict), Object::Word("Tj".to_owned())]);
    }

    #[test]
    fn what_is_too_deep_or_never_closed_is_nothing() {
        for text in ["[".repeat(100_000), "<</A".repeat(100_000), "(".repeat(100_000), "<41".to_owned()] {
            assert_eq!(all(&text), []);
        }
    }
}
