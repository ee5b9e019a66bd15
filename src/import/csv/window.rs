//! The bytes of a file that were read last, so that one can look back at where a row begins.

use std::io::{self, Read};

/// At least so many bytes are kept.
const KEPT: usize = 1 << 17;

/// A file, with what was read of it last.
pub struct Window<R> {
    file: R,
    /// The first byte that is kept.
    start: u64,
    kept: Vec<u8>,
}

impl<R> Window<R> {
    /// Nothing is read yet.
    pub fn new(file: R) -> Self {
        Self { file, start: 0, kept: Vec::new() }
    }

    /// How many line breaks stand right at a byte; none, if it is not kept any more.
    pub fn breaks_at(&self, byte: u64) -> Option<u64> {
        let at = usize::try_from(byte.checked_sub(self.start)?).ok()?;
        let run = self.kept.get(at..)?.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        Some(run.filter(|byte| **byte == b'\n').count() as u64)
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        if self.kept.len() > 2 * KEPT {
            let old = self.kept.len() - KEPT;
            self.kept.drain(..old);
            self.start += old as u64;
        }
        self.kept.extend(buffer.iter().take(count));
        Ok(count)
    }
}
