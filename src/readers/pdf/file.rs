//! The objects of a PDF file, found by one pass over its bytes: the table of their places at its end is often wrong in files
//! that were mended, and nothing here needs it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use super::filter::{Budget, unpack};
use super::object::{Dict, Lexer, Object, is_space};
use crate::readers::format::find;

/// References that lead to references, at most.
const HOPS: usize = 16;
/// Pages that are read, at most.
const PAGES: usize = 20_000;
/// Bytes may be read so many times over before a file counts as broken.
const TIMES: usize = 8;
/// Unpacked bytes of a whole file, at most.
const UNPACKED: usize = 200_000_000;
/// Objects of a file, those in others included, at most.
const OBJECTS: usize = 10_000_000;

/// A file.
pub(super) struct File<'a> {
    bytes: &'a [u8],
    objects: BTreeMap<u32, Object>,
    /// What the trailers say, the last of each.
    trailer: Dict,
    /// What may still be unpacked.
    pub budget: Budget,
}

/// A page: its dictionary, with what it inherits.
pub(super) struct Page {
    /// The dictionary.
    pub dict: Dict,
    /// Its fonts and forms.
    pub resources: Rc<Dict>,
}

impl<'a> File<'a> {
    /// Finds all objects; none if it would have to be read over and over, or holds too many.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let budget = Budget::new(UNPACKED);
        let mut file = Self { bytes, objects: BTreeMap::new(), trailer: Dict::new(), budget };
        let (mut at, mut in_vain, mut objects) = (0, 0usize, 0usize);
        while let Some((word, end)) = next_word(bytes, at) {
            at = end;
            let mut lexer = Lexer::new(bytes, end);
            let found = lexer.next();
            objects += lexer.size;
            match (word, found) {
                (Heading::Object(id), Some(object)) => at = file.keep(id, object, lexer.at),
                (Heading::Trailer, Some(Object::Dict(dict))) => file.trailer.extend(dict),
                _ => in_vain += lexer.at - end,
            }
            if in_vain > bytes.len().saturating_mul(TIMES) || objects > OBJECTS {
                return None;
            }
        }
        Some(file)
    }

    /// Keeps an object, and those in it if it is a stream of objects; the byte after it.
    fn keep(&mut self, id: u32, object: Object, end: usize) -> usize {
        let Object::Dict(dict) = object else {
            self.objects.insert(id, object);
            return end;
        };
        let Some(range) = stream_bytes(self.bytes, &dict, end) else {
            self.objects.insert(id, Object::Dict(dict));
            return end;
        };
        match dict.get("Type") {
            Some(Object::Name(name)) if name == "ObjStm" => self.keep_packed(&dict, range.clone()),
            Some(Object::Name(name)) if name == "XRef" => self.trailer.extend(dict.clone()),
            _ => {}
        }
        let end = range.end;
        self.objects.insert(id, Object::Stream(dict, range));
        end
    }

    fn keep_packed(&mut self, dict: &Dict, range: Range<usize>) {
        let Some(unpacked) = unpack(dict, &self.bytes[range], &mut self.budget) else { return };
        let first = dict.get("First").and_then(index).unwrap_or(0);
        let mut head = Lexer::new(&unpacked, 0);
        while head.at < first {
            let (Some(Object::Number(id)), Some(Object::Number(at))) = (head.next(), head.next()) else { break };
            let (id, at) = (as_index(id), first.saturating_add(as_index(at)));
            if let (Ok(id), Some(object)) = (u32::try_from(id), Lexer::new(&unpacked, at).next()) {
                self.objects.insert(id, object);
            }
        }
    }

    /// The object itself, past references.
    pub fn get<'b>(&'b self, mut object: &'b Object) -> &'b Object {
        for _ in 0..HOPS {
            let Object::Ref(id) = object else { return object };
            object = self.objects.get(id).unwrap_or(&Object::Null);
        }
        &Object::Null
    }

    /// An entry of a dictionary, past references.
    pub fn entry<'b>(&'b self, dict: &'b Dict, key: &str) -> &'b Object {
        dict.get(key).map_or(&Object::Null, |object| self.get(object))
    }

    /// An entry that is a dictionary; an empty one if it is none.
    pub fn dict(&self, dict: &Dict, key: &str) -> Dict {
        match self.entry(dict, key) {
            Object::Dict(found) | Object::Stream(found, _) => found.clone(),
            _ => Dict::new(),
        }
    }

    /// The bytes of a stream, unpacked; nothing if it cannot be.
    pub fn unpacked(&mut self, stream: &Object) -> Vec<u8> {
        let Object::Stream(dict, range) = self.get(stream).clone() else { return Vec::new() };
        let mut dict = dict;
        let filter = self.entry(&dict, "Filter").clone();
        dict.insert("Filter".to_owned(), filter);
        unpack(&dict, &self.bytes[range], &mut self.budget).unwrap_or_default()
    }

    /// Whether the file is under a password, be it an empty one.
    pub fn is_encrypted(&self) -> bool {
        !matches!(self.entry(&self.trailer, "Encrypt"), Object::Null)
    }

    /// What the file says of itself.
    pub fn info(&self) -> Dict {
        self.dict(&self.trailer, "Info")
    }

    /// The pages in order; each is taken once, however the tree leads.
    pub fn pages(&self) -> Vec<Page> {
        let catalog = self.dict(&self.trailer, "Root");
        let root = catalog.get("Pages").cloned().or_else(|| self.root_of_pages()).unwrap_or(Object::Null);
        let mut pages = Vec::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![(root, Rc::new(Dict::new()))];
        while let Some((node, inherited)) = waiting.pop() {
            let again = matches!(node, Object::Ref(id) if !seen.insert(id));
            let Object::Dict(dict) = self.get(&node) else { continue };
            if again || pages.len() >= PAGES {
                continue;
            }
            let own = self.dict(dict, "Resources");
            let resources = if own.is_empty() { inherited } else { Rc::new(own) };
            match self.entry(dict, "Kids") {
                Object::Array(kids) => {
                    waiting.extend(kids.iter().rev().map(|kid| (kid.clone(), Rc::clone(&resources))))
                }
                _ => pages.push(Page { dict: dict.clone(), resources }),
            }
        }
        pages
    }

    /// Where no catalog leads to the pages: the node that has no parent.
    fn root_of_pages(&self) -> Option<Object> {
        let is_root = |object: &Object| {
            matches!(object, Object::Dict(dict) if dict.contains_key("Kids") && !dict.contains_key("Parent")
                && dict.get("Type") == Some(&Object::Name("Pages".to_owned())))
        };
        self.objects.iter().find(|(_, object)| is_root(object)).map(|(id, _)| Object::Ref(*id))
    }
}

/// What an object of the file begins with.
enum Heading {
    Object(u32),
    Trailer,
}

/// The next `12 0 obj` or `trailer`, and the byte after it.
fn next_word(bytes: &[u8], mut from: usize) -> Option<(Heading, usize)> {
    while from < bytes.len() {
        let step = bytes[from..].iter().position(|byte| *byte == b'o' || *byte == b't')?;
        let at = from + step;
        if bytes[at..].starts_with(b"trailer") {
            return Some((Heading::Trailer, at + 7));
        }
        if bytes[at..].starts_with(b"obj")
            && let Some(id) = id_before(&bytes[..at])
        {
            return Some((Heading::Object(id), at + 3));
        }
        from = at + 1;
    }
    None
}

/// The number in `12 0 ` at the end of some bytes.
fn id_before(bytes: &[u8]) -> Option<u32> {
    let digits = |bytes: &[u8]| bytes.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let spaces = |bytes: &[u8]| bytes.iter().rev().take(10).take_while(|byte| is_space(**byte)).count();
    let bytes = &bytes[..bytes.len() - spaces(bytes)];
    let generation = digits(bytes);
    let bytes = &bytes[..bytes.len() - generation];
    let gap = spaces(bytes);
    let bytes = &bytes[..bytes.len() - gap];
    let id = digits(bytes);
    let text = std::str::from_utf8(&bytes[bytes.len() - id..]).ok()?;
    if generation == 0 || gap == 0 { None } else { text.parse().ok() }
}

/// The bytes of the stream that follows a dictionary.
fn stream_bytes(bytes: &[u8], dict: &Dict, end: usize) -> Option<Range<usize>> {
    let gap = bytes[end..].iter().take_while(|byte| is_space(**byte)).count();
    let rest = bytes[end + gap..].strip_prefix(b"stream")?;
    let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"));
    let start = bytes.len() - rest?.len();
    let told = dict.get("Length").and_then(index).and_then(|length| start.checked_add(length));
    let ends_there = |end: &usize| {
        let after = bytes.get(*end..).unwrap_or_default();
        let gap = after.iter().take(4).take_while(|byte| is_space(**byte)).count();
        after[gap..].starts_with(b"endstream")
    };
    let end = told.filter(ends_there).or_else(|| find(&bytes[start..], b"endstream").map(|length| start + length));
    Some(start..end.unwrap_or(bytes.len()))
}

fn index(object: &Object) -> Option<usize> {
    if let Object::Number(number) = object { Some(as_index(*number)) } else { None }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, as wanted")]
fn as_index(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_object_of_a_number_counts() {
        let text = b"1 0 obj (old) endobj 1 0 obj (new) endobj trailer << /Info 1 0 R >>";
        let file = File::open(text).unwrap();
        assert_eq!(file.entry(&file.trailer, "Info"), &Object::Text(b"new".to_vec()));
    }

    #[test]
    fn references_in_a_circle_are_nothing() {
        let file = File::open(b"1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj").unwrap();
        assert_eq!(file.get(&Object::Ref(1)), &Object::Null);
    }

    #[test]
    fn strings_that_are_never_closed_take_no_time_without_end() {
        let text = "1 0 obj (".repeat(40_000);
        assert!(File::open(text.as_bytes()).is_none());
    }
}
