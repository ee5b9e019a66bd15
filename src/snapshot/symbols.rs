//! Texts by number, and other values that come often: each is kept once.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;

/// Texts, one after the other, and where each ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// The texts.
    pub bytes: Vec<u8>,
    /// Where each text ends in `bytes`.
    pub ends: Vec<u32>,
}

impl Pool {
    /// The text of a number.
    pub fn get(&self, number: u32) -> Option<&str> {
        std::str::from_utf8(self.bytes_of(number)?).ok()
    }

    /// The bytes of a number.
    pub(super) fn bytes_of(&self, number: u32) -> Option<&[u8]> {
        let end = *self.ends.get(number as usize)? as usize;
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before as usize).copied())?;
        self.bytes.get(start as usize..end)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of a text, if texts are in order.
    pub fn find(&self, text: &str) -> Option<u32> {
        let (mut from, mut to) = (0, self.len() as u32);
        while from < to {
            let middle = from + (to - from) / 2;
            match self.get(middle)?.cmp(text) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    pub(super) fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
        self.ends.push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }
}

/// Gives numbers to texts as they come.
#[derive(Debug, Default)]
pub(super) struct SymbolsMaker {
    pub pool: Pool,
    numbers: FxHashMap<Box<[u8]>, u32>,
}

impl SymbolsMaker {
    /// Goes on where others have been given numbers.
    pub fn resume(pool: Pool) -> Self {
        let numbers = (0..pool.len() as u32).filter_map(|number| Some((pool.bytes_of(number)?.into(), number)));
        Self { numbers: numbers.collect(), pool }
    }

    /// The number of a text.
    pub fn number(&mut self, text: &[u8]) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let number = self.pool.len() as u32;
        self.numbers.insert(text.into(), number);
        self.pool.push(text);
        number
    }
}

/// Texts by number, each shared by all who ask for it.
pub(super) struct Symbols<'a> {
    pub pool: &'a Pool,
    /// The graph's folder.
    dir: &'a Path,
    shared: RefCell<FxHashMap<u32, Arc<str>>>,
    files: RefCell<FxHashMap<u32, Arc<str>>>,
}

impl<'a> Symbols<'a> {
    pub fn new(pool: &'a Pool, dir: &'a Path) -> Self {
        Self { pool, dir, shared: RefCell::default(), files: RefCell::default() }
    }

    /// The path of a file in the graph's folder.
    pub fn file(&self, number: u32) -> Option<Arc<str>> {
        if let Some(known) = self.files.borrow().get(&number) {
            return Some(Arc::clone(known));
        }
        let path: Arc<str> = self.dir.join(self.pool.get(number)?).display().to_string().into();
        self.files.borrow_mut().insert(number, Arc::clone(&path));
        Some(path)
    }

    pub fn shared(&self, number: u32) -> Option<Arc<str>> {
        if let Some(known) = self.shared.borrow().get(&number) {
            return Some(Arc::clone(known));
        }
        let text: Arc<str> = self.pool.get(number)?.into();
        self.shared.borrow_mut().insert(number, Arc::clone(&text));
        Some(text)
    }
}
