//! The words that rules know: classes of words with values, classes of figures, and units of time.

use std::collections::BTreeMap;

use serde::Deserialize;

/// How many rows the table of words has.
const ROWS: usize = 4096;

/// A class of figures: how many digits and which values.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Figures {
    /// Fewest and most digits.
    pub digits: (usize, usize),
    /// Least and greatest value.
    pub range: (u32, u32),
}

/// A unit of time.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct TimeUnit {
    /// The name under which durations are given.
    pub name: String,
    /// How many of `name` it has.
    pub factor: f64,
    /// What calendars count it in.
    pub step: Step,
    /// No length is counted in it: "three quarters" is a share.
    #[serde(default)]
    pub period_only: bool,
    /// Its spellings.
    pub words: Vec<String>,
}

/// A unit that calendars can add.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum Step {
    /// Parts of a day.
    Clock,
    /// Days.
    Days(i32),
    /// The days of a week's end.
    Weekend,
    /// Months.
    Months(i32),
}

/// The file `lexicon.ron`.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Words {
    /// By class, words or patterns of several words, and the value that each has.
    pub classes: BTreeMap<String, BTreeMap<String, f64>>,
    /// By class, the figures that it has.
    pub figures: BTreeMap<String, Figures>,
    /// The units; their spellings are the class `unit`, those of lengths the class `length`.
    pub units: Vec<TimeUnit>,
    /// Patterns that others name.
    pub parts: BTreeMap<String, String>,
}

/// Words by number, and what classes they are in.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    symbols: BTreeMap<String, u16>,
    /// The same by hash.
    table: Vec<Vec<(Box<str>, u16)>>,
    /// By symbol, the classes with the value in each.
    members: Vec<Vec<(u16, f64)>>,
    classes: Vec<String>,
}

impl Lexicon {
    /// The number of a word; 0 if it is not known.
    pub fn symbol(&self, word: &str) -> u16 {
        let row = self.table.get(row(word.as_bytes())).map_or(&[][..], Vec::as_slice);
        row.iter().find(|(own, _)| **own == *word).map_or(0, |(_, symbol)| *symbol)
    }

    /// The number of a word, which is added if it is not known.
    pub fn intern(&mut self, word: &str) -> u16 {
        if self.members.is_empty() {
            self.members.push(Vec::new());
        }
        let next = u16::try_from(self.members.len()).unwrap_or_default();
        let symbol = *self.symbols.entry(word.to_owned()).or_insert(next);
        if symbol == next {
            self.members.push(Vec::new());
            self.table.resize(ROWS, Vec::new());
            self.table[row(word.as_bytes())].push((word.into(), symbol));
        }
        symbol
    }

    /// The number of a class, which is added if it is not known.
    pub fn class(&mut self, name: &str) -> u16 {
        let known = self.classes.iter().position(|class| class == name);
        let at = known.unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.classes.len() - 1
        });
        u16::try_from(at).unwrap_or_default()
    }

    /// Puts a word into a class.
    pub fn put(&mut self, class: u16, word: &str, value: f64) {
        let symbol = self.intern(word);
        self.members[usize::from(symbol)].push((class, value));
    }

    /// The value that a word has in a class.
    pub fn value(&self, symbol: u16, class: u16) -> Option<f64> {
        let members = self.members.get(usize::from(symbol))?;
        members.iter().find(|(own, _)| *own == class).map(|(_, value)| *value)
    }

    /// The words of a class.
    pub fn members(&self, class: u16) -> impl Iterator<Item = u16> {
        (0..self.members.len())
            .filter_map(|at| u16::try_from(at).ok())
            .filter(move |at| self.value(*at, class).is_some())
    }

    /// How many words it has, and the 0 of unknown ones.
    pub fn len(&self) -> usize {
        self.members.len()
    }
}

/// The row of the table in which a word stands: FNV-1a (Fowler, Noll, Vo; 32 bits), folded.
fn row(word: &[u8]) -> usize {
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize % ROWS
}
