//! What a file may cost; when it is spent, the file counts as broken.

use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use super::packed;

/// Operators of a file, at most.
const STEPS: usize = 20_000_000;
/// What pages, forms and tables of fonts may unpack to, together.
const BYTES: usize = 200_000_000;
/// Bytes of a stream that is packed in a way that cannot be counted beforehand, at most.
const UNCOUNTED: usize = 1_000_000;

/// What is left.
pub(super) struct Budget {
    steps: usize,
    bytes: usize,
}

impl Budget {
    /// Of a file.
    pub fn new() -> Self {
        Self { steps: STEPS, bytes: BYTES }
    }

    /// Whether nothing is left.
    pub fn is_spent(&self) -> bool {
        self.steps == 0 || self.bytes == 0
    }

    /// Takes some steps; whether there were so many.
    pub fn step(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_sub(steps);
        !self.is_spent()
    }

    /// The bytes of a stream; none if they cannot be unpacked, or are too many.
    pub fn unpack(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        if self.is_spent() || !self.can_unpack(stream) {
            return Vec::new();
        }
        let bytes = stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default();
        self.bytes = self.bytes.saturating_sub(bytes.len());
        bytes
    }

    fn can_unpack(&mut self, stream: &Stream<'_>) -> bool {
        let packs = |filter: &Filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode);
        let (filters, raw) = (stream.filters(), stream.raw_data());
        match filters.iter().filter(|filter| packs(filter)).count() {
            0 => true,
            1 if filters.first() == Some(&Filter::FlateDecode) => {
                let is_modest = packed::cost(&raw, self.bytes as u64) < self.bytes as u64;
                self.bytes = if is_modest { self.bytes } else { 0 };
                is_modest
            }
            1 => raw.len() <= UNCOUNTED,
            _ => false,
        }
    }
}
