//! Control characters that JSON and Turtle let stand as they are, and that a terminal would obey.

use std::io::{self, Write};

/// The first byte of U+0080 to U+00BF in UTF-8, of which those up to U+009F are control characters.
const LEAD: u8 = 0xC2;

/// Passes UTF-8 on, with DEL and the C1 control characters as `\u` escapes. All controls before them are escaped already.
pub struct Escaping<'a> {
    out: &'a mut dyn Write,
    /// The last byte was a lead, which is held back.
    held: bool,
}

impl<'a> Escaping<'a> {
    /// On the way to `out`.
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out, held: false }
    }
}

impl Write for Escaping<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut plain = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let is_control = *byte == 0x7F || (self.held && (0x80..=0x9F).contains(byte));
            if std::mem::take(&mut self.held) && !is_control {
                self.out.write_all(&[LEAD])?;
            }
            if is_control || *byte == LEAD {
                self.out.write_all(&bytes[plain..at])?;
                plain = at + 1;
                self.held = *byte == LEAD;
            }
            if is_control {
                write!(self.out, "\\u{byte:04X}")?;
            }
        }
        self.out.write_all(&bytes[plain..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escaped_wherever_the_bytes_are_cut() {
        let text = "a\u{7f}b\u{85}\u{9b}31m © Â é \u{a0}\u{80}";
        for cut in 0..=text.len() {
            let mut out = Vec::new();
            let (head, tail) = text.as_bytes().split_at(cut);
            let mut escaping = Escaping::new(&mut out);
            escaping.write_all(head).unwrap();
            escaping.write_all(tail).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), "a\\u007Fb\\u0085\\u009B31m © Â é \u{a0}\\u0080");
        }
    }
}
