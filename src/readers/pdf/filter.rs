//! The bytes of streams as they were before they were packed.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::{Dict, Object};

/// How many bytes may still be unpacked: streams of one file together, so that a small file cannot fill the memory.
pub(super) struct Budget {
    left: usize,
    /// Whether more was asked for than was left.
    pub is_spent: bool,
}

impl Budget {
    /// So many bytes.
    pub fn new(left: usize) -> Self {
        Self { left, is_spent: false }
    }

    fn spend(&mut self, bytes: Vec<u8>) -> Option<Vec<u8>> {
        let Some(left) = self.left.checked_sub(bytes.len()) else {
            self.is_spent = true;
            return None;
        };
        self.left = left;
        Some(bytes)
    }
}

/// Unpacks; none if a filter is not known (those of pictures are not) or the budget is spent.
pub(super) fn unpack(dict: &Dict, raw: &[u8], budget: &mut Budget) -> Option<Vec<u8>> {
    let names: Vec<&str> = match dict.get("Filter").or_else(|| dict.get("F")) {
        None | Some(Object::Null) => Vec::new(),
        Some(Object::Name(name)) => vec![name],
        Some(Object::Array(names)) => names.iter().map(name).collect::<Option<_>>()?,
        Some(_) => return None,
    };
    let mut bytes = budget.spend(raw.to_vec())?;
    for name in names {
        bytes = match name {
            "FlateDecode" | "Fl" => flate(&bytes, budget)?,
            "ASCIIHexDecode" | "AHx" => budget.spend(hexadecimal(&bytes))?,
            "ASCII85Decode" | "A85" => budget.spend(base_85(&bytes))?,
            _ => return None,
        };
    }
    Some(bytes)
}

fn name(object: &Object) -> Option<&str> {
    if let Object::Name(name) = object { Some(name) } else { None }
}

fn flate(bytes: &[u8], budget: &mut Budget) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    // What comes before a fault is kept.
    let _ = ZlibDecoder::new(bytes).take(budget.left as u64 + 1).read_to_end(&mut unpacked);
    budget.spend(unpacked)
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = bytes.iter().take_while(|byte| **byte != b'>').filter_map(digit).collect();
    digits.chunks(2).map(|two| two[0] * 16 + two.get(1).copied().unwrap_or(0)).collect()
}

fn base_85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => {}
        }
        if group.len() == 5 {
            close_group(&mut group, &mut out);
        }
    }
    if group.len() > 1 {
        close_group(&mut group, &mut out);
    }
    out
}

fn close_group(group: &mut Vec<u32>, out: &mut Vec<u8>) {
    let kept = group.len().saturating_sub(1);
    group.resize(5, 84);
    let value = group.iter().fold(0u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit));
    out.extend(value.to_be_bytes().iter().take(kept));
    group.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_for_bytes() {
        assert_eq!(hexadecimal(b"48 65 6C6c6F>"), b"Hello");
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
    }
}
