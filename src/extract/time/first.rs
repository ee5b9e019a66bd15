//! With which tokens each step of a pattern can go on, so that of two ways only one that can fit is taken.

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use super::pattern::Step;

/// A set of symbols, a bit each; the bit after the last stands for the end of the text.
type Symbols = Vec<u64>;

/// The sets of symbols of all steps of all patterns; most steps share theirs with others.
#[derive(Clone, Debug)]
pub(super) struct Firsts {
    /// The symbols with which counts begin.
    counts: Symbols,
    /// How many symbols there are.
    end: usize,
    known: BTreeMap<Symbols, usize>,
    /// All sets, one after the other.
    bits: Vec<u64>,
}

impl Firsts {
    /// Counts begin with digits or with words of the class `cardinal`.
    pub fn new(lexicon: &Lexicon, cardinal: u16) -> Self {
        let end = lexicon.len();
        let counts = set(end, [lexicon.all_digits(), lexicon.members(cardinal)].concat());
        Self { counts, end, known: BTreeMap::new(), bits: Vec::new() }
    }

    /// The set of each step of a pattern, as [`Self::has`] takes it. Steps lead only forward.
    pub fn add(&mut self, steps: &[Step], lexicon: &Lexicon) -> Vec<usize> {
        let any = vec![u64::MAX; self.counts.len()];
        let mut sets: Vec<Symbols> = vec![any; steps.len() + 1];
        for (at, step) in steps.iter().enumerate().rev() {
            sets[at] = match step {
                Step::Symbol(symbol) => set(self.end, vec![*symbol]),
                Step::Class(class, _) => set(self.end, lexicon.members(*class).to_vec()),
                Step::Count(_) => self.counts.clone(),
                Step::Done => continue,
                Step::Jump(to) => sets[*to].clone(),
                Step::Split(other) => sets[at + 1].iter().zip(&sets[*other]).map(|(one, other)| one | other).collect(),
                _ => sets[at + 1].clone(),
            };
        }
        sets.into_iter().map(|set| self.known(set)).collect()
    }

    fn known(&mut self, set: Symbols) -> usize {
        let next = self.bits.len();
        let bits = &mut self.bits;
        *self.known.entry(set).or_insert_with_key(|set| {
            bits.extend(set);
            next
        })
    }

    /// Whether a step can go on with a symbol, or at the end of the text.
    pub fn has(&self, set: usize, symbol: Option<u16>) -> bool {
        let bit = symbol.map_or(self.end, usize::from);
        self.bits.get(set + bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }
}

fn set(end: usize, symbols: Vec<u16>) -> Symbols {
    let mut set = vec![0; end / 64 + 1];
    symbols.into_iter().for_each(|symbol| set[usize::from(symbol / 64)] |= 1 << (symbol % 64));
    set
}
