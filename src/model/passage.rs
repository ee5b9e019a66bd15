//! Passages that two sources share word for word: found in their texts, not written by hand.

use super::id::SourceId;

/// A stretch of a source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The source.
    pub source: SourceId,
    /// Bytes of its text, the end excluded.
    pub bytes: (usize, usize),
}

/// A passage that two sources share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where it stands in the one.
    pub a: Stretch,
    /// Where it stands in the other.
    pub b: Stretch,
    /// Words that both have.
    pub words: usize,
}

impl Stretch {
    /// Whether it holds those bytes of that source.
    pub fn holds(&self, source: &SourceId, (start, end): (usize, usize)) -> bool {
        self.source == *source && self.bytes.0 <= start && end <= self.bytes.1
    }
}
