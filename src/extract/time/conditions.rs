//! What rules ask of the token before a time and of its first letter, for all patterns at once.

use super::lexicon::Lexicon;
use super::rules::{Program, Rule};

/// Sets of patterns, a bit each.
#[derive(Clone, Debug)]
pub(super) struct Conditions {
    /// Those that must touch nothing before them.
    pub free: Vec<u64>,
    /// Those that must begin with a capital.
    pub capital: Vec<u64>,
    /// Those that any word may stand before.
    anywhere: Vec<u64>,
    /// By the symbol of a word, the others before which it may stand; empty for most.
    after: Vec<Vec<u64>>,
}

impl Conditions {
    /// Gathers what the rules of all patterns ask for.
    pub fn new(programs: &[Program], rules: &[Rule], lexicon: &mut Lexicon) -> Self {
        let none = vec![0; programs.len().div_ceil(64)];
        let mut own = Self { free: none.clone(), capital: none.clone(), anywhere: none.clone(), after: Vec::new() };
        for (at, program) in programs.iter().enumerate() {
            let rule = &rules[program.rule];
            let put = |set: &mut Vec<u64>, put: bool| set[at / 64] |= u64::from(put) << (at % 64);
            put(&mut own.free, rule.free);
            put(&mut own.capital, rule.capital);
            put(&mut own.anywhere, rule.before.is_empty());
            for word in &rule.before {
                let symbol = usize::from(lexicon.intern(word));
                own.after.resize(own.after.len().max(symbol + 1), Vec::new());
                own.after[symbol].resize(none.len(), 0);
                put(&mut own.after[symbol], true);
            }
        }
        own
    }

    /// Of 64 patterns, those that may stand after a word.
    pub fn after(&self, symbol: u16, word: usize) -> u64 {
        let own = self.after.get(usize::from(symbol)).and_then(|after| after.get(word));
        self.anywhere[word] | own.copied().unwrap_or_default()
    }
}
