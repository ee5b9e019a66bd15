//! The head of a file of columns: what it is, and where each column stands.

use rayon::prelude::*;
use twox_hash::XxHash3_64;

use super::ImageError;

/// Bytes before the table of columns.
pub(super) const HEAD: usize = 48;

/// Begins every file; its end shows whether line ends were changed on the way.
const MAGIC: [u8; 8] = *b"gnsy\x1a\r\n\0";

/// The layout of the head. A file of another one is of no use.
const LAYOUT: u32 = 2;

/// Tells machines apart that put the bytes of a number in another order.
const ORDER: u32 = 0x0102_0304;

const NAME: usize = 24;
const SLOT: usize = NAME + 24;

/// Bytes of a column that have a checksum of their own, so that parts of it can be read.
pub(super) const CHUNK: usize = 1 << 16;

/// Columns begin at a multiple of this.
const ALIGN: u64 = 64;

/// The next place at which a column may begin.
pub(super) fn align(at: u64) -> u64 {
    at.next_multiple_of(ALIGN)
}

/// XXH3, which finds torn and flipped bytes at the speed of memory; it is no seal against somebody who means harm.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes)
}

/// The checksums of a column, one a chunk.
pub(super) fn checksums(bytes: &[u8]) -> Vec<u64> {
    // Of a few chunks there is nothing to share between threads.
    if bytes.len() < 64 * CHUNK {
        return bytes.chunks(CHUNK).map(checksum).collect();
    }
    bytes.par_chunks(CHUNK).map(checksum).collect()
}

/// Where a column stands. Its checksums follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub name: String,
    pub offset: u64,
    pub length: u64,
    /// The checksum of its checksums.
    pub sum: u64,
}

impl Slot {
    /// Where its checksums begin, and how many they are.
    pub fn sums(&self) -> (u64, u64) {
        (self.offset.saturating_add(self.length).saturating_add(7) & !7, self.length.div_ceil(CHUNK as u64))
    }

    /// Where its checksums end.
    pub fn end(&self) -> u64 {
        let (start, count) = self.sums();
        start.saturating_add(count.saturating_mul(8))
    }
}

/// What a file is, and where its columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    kind: u64,
    pub slots: Vec<Slot>,
}

impl Head {
    /// The head of a file with such columns, which have these checksums.
    pub fn new(kind: u64, columns: &[(&str, &[u8])], sums: &[Vec<u64>]) -> Self {
        let mut at = (HEAD + SLOT * columns.len()) as u64;
        let slot = |((name, bytes), sums): (&(&str, &[u8]), &Vec<u64>)| {
            let sum = checksum(bytemuck::cast_slice(sums));
            let slot = Slot { name: (*name).to_owned(), offset: align(at), length: bytes.len() as u64, sum };
            at = slot.end();
            slot
        };
        Self { kind, slots: columns.iter().zip(sums).map(slot).collect() }
    }

    /// The column of a name.
    pub fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.name == name)
    }

    /// The checksum of the head, on which those of all columns rest.
    pub fn id(&self) -> u64 {
        checksum(&self.bytes())
    }

    /// Where the last column ends.
    pub fn end(&self) -> u64 {
        let table = (HEAD + SLOT * self.slots.len()) as u64;
        self.slots.iter().map(Slot::end).fold(table, u64::max)
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut table = Vec::with_capacity(SLOT * self.slots.len());
        for slot in &self.slots {
            let mut name = [0_u8; NAME];
            let length = slot.name.len().min(NAME);
            name[..length].copy_from_slice(&slot.name.as_bytes()[..length]);
            table.extend(name);
            [slot.offset, slot.length, slot.sum].iter().for_each(|number| table.extend(number.to_le_bytes()));
        }
        let mut head = MAGIC.to_vec();
        head.extend(LAYOUT.to_le_bytes());
        head.extend(ORDER.to_ne_bytes());
        head.extend(self.kind.to_le_bytes());
        head.extend((table.len() as u64).to_le_bytes());
        head.extend(checksum(&table).to_le_bytes());
        let own = checksum(&head);
        head.extend(own.to_le_bytes());
        head.extend(table);
        head
    }

    /// The length of the table that follows.
    pub fn slots(fixed: &[u8; HEAD], kind: u64) -> Result<usize, ImageError> {
        if fixed[..8] != MAGIC {
            return Err(ImageError::Damaged("it does not begin as it must"));
        }
        if number(fixed, 40) != checksum(&fixed[..40]) {
            return Err(ImageError::Damaged("its head is not what was written"));
        }
        let is_ours = fixed[8..12] == LAYOUT.to_le_bytes() && fixed[12..16] == ORDER.to_ne_bytes();
        if !is_ours || number(fixed, 16) != kind {
            return Err(ImageError::Foreign);
        }
        usize::try_from(number(fixed, 24))
            .ok()
            .filter(|length| *length <= SLOT * 1000)
            .ok_or(ImageError::Damaged("its table"))
    }

    pub fn read(fixed: &[u8; HEAD], table: &[u8]) -> Result<Self, ImageError> {
        if number(fixed, 32) != checksum(table) {
            return Err(ImageError::Damaged("its table is not what was written"));
        }
        let slot = |bytes: &[u8]| {
            let name = bytes[..NAME].iter().take_while(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
            Slot { name, offset: number(bytes, NAME), length: number(bytes, NAME + 8), sum: number(bytes, NAME + 16) }
        };
        Ok(Self { kind: number(fixed, 16), slots: table.chunks_exact(SLOT).map(slot).collect() })
    }
}

/// The number at a place; zero where there is none.
fn number(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes)
}
