//! The words that rules know: classes of words with values, classes of figures, and units of time.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::digits::Digits;
use crate::text::dictionary::Dictionary;

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

/// Signs around figures that tell whether they can be a time.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Signs {
    /// Before a number that is no time, also with a blank: currencies.
    pub price: String,
    /// Straight before what is no time.
    pub tied: String,
    /// Inside a longer number, and between the parts of a time.
    pub inner: String,
    /// Straight after a number that is no time.
    pub measure: String,
    /// Join a word to the one before it.
    pub joining: String,
    /// End a sentence.
    pub stops: String,
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
    /// By sign, others that are read as it.
    pub same: BTreeMap<String, String>,
    /// Signs around figures.
    pub signs: Signs,
}

/// Words by number, and what classes they are in. Digits have numbers, too: one for each set of classes that they are in.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    symbols: Dictionary,
    /// By symbol, the classes with the value in each.
    members: Vec<Vec<(u16, f64)>>,
    /// By class, the symbols in it.
    inside: Vec<Vec<u16>>,
    classes: Vec<String>,
    digits: Digits,
}

impl Lexicon {
    /// The number of a word; 0 if it is not known.
    pub fn symbol(&self, word: &str) -> u16 {
        u16::try_from(self.symbols.get(word.as_bytes())).unwrap_or_default()
    }

    /// The number of a run of digits.
    pub fn digits(&self, digits: &str) -> u16 {
        self.digits.symbol(digits)
    }

    /// The number of a word, which is added if it is not known. A word too long to be looked up has one that none has.
    pub fn intern(&mut self, word: &str) -> u16 {
        let next = u32::try_from(self.len()).unwrap_or_default();
        match self.symbols.add(word, next) {
            symbol if symbol != 0 && symbol != next => u16::try_from(symbol).unwrap_or_default(),
            _ => self.add(),
        }
    }

    /// Has a sign read as another.
    pub fn alias(&mut self, sign: &str, plain: &str) {
        let plain = self.intern(plain);
        self.symbols.add(sign, u32::from(plain));
    }

    /// Gives numbers to the digits of all classes of figures.
    pub fn add_digits(&mut self, figures: &BTreeMap<String, Figures>) {
        let classes: Vec<(u16, Figures)> = figures.iter().map(|(name, own)| (self.class(name), *own)).collect();
        self.digits = Digits::new(&classes, |classes| {
            let symbol = self.add();
            classes.iter().for_each(|class| self.join(*class, symbol, f64::NAN));
            symbol
        });
    }

    /// A new symbol; that of unknown words first.
    fn add(&mut self) -> u16 {
        let symbol = self.len();
        self.members.resize(symbol + 1, Vec::new());
        u16::try_from(symbol).unwrap_or_default()
    }

    /// The number of a class, which is added if it is not known.
    pub fn class(&mut self, name: &str) -> u16 {
        let known = self.classes.iter().position(|class| class == name);
        let at = known.unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.inside.push(Vec::new());
            self.classes.len() - 1
        });
        u16::try_from(at).unwrap_or_default()
    }

    /// Puts a word into a class.
    pub fn put(&mut self, class: u16, word: &str, value: f64) {
        let symbol = self.intern(word);
        self.join(class, symbol, value);
    }

    fn join(&mut self, class: u16, symbol: u16, value: f64) {
        self.members[usize::from(symbol)].push((class, value));
        self.inside[usize::from(class)].push(symbol);
    }

    /// The value that a word has in a class; digits have none but their own.
    pub fn value(&self, symbol: u16, class: u16) -> Option<f64> {
        let members = self.members.get(usize::from(symbol))?;
        members.iter().find(|(own, _)| *own == class).map(|(_, value)| *value)
    }

    /// The symbols of a class.
    pub fn members(&self, class: u16) -> &[u16] {
        self.inside.get(usize::from(class)).map_or(&[], Vec::as_slice)
    }

    /// The symbols of all digits.
    pub fn all_digits(&self) -> &[u16] {
        self.digits.symbols()
    }

    /// How many symbols there are, with the 0 of unknown words.
    pub fn len(&self) -> usize {
        self.members.len().max(1)
    }
}
