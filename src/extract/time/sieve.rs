//! Which patterns are worth trying at a token: a table made once says by the next tokens which ones can still fit.

use super::count::Tokens;
use super::lexicon::Lexicon;
use super::machine::Blank;
use super::pattern::Step;
use super::rules::Program;
use super::token::{Gap, Token};

/// How many tokens are looked at, from the first on or after a count with which a pattern begins.
const DEPTH: usize = 4;
/// The rows of a token: as one of the first, and as one of the first after a count.
const ROWS: usize = 2 * DEPTH;
const GAPS: [Gap; 3] = [Gap::Nothing, Gap::Space, Gap::Break];

/// For each symbol after each gap, as each of the next tokens, the patterns that can have it there: a bit each. A pattern
/// that is complete, or of which no more is known since a count can have any length, can have anything.
#[derive(Clone, Debug)]
pub(super) struct Sieve {
    /// How many numbers the bits of all patterns take.
    width: usize,
    bits: Vec<u64>,
    /// How many symbols there are; the text has ended at the next number.
    end: usize,
    /// By row, what can have anything there.
    anything: Vec<Vec<u64>>,
    /// By symbol, whether a pattern can begin with it.
    begins: Vec<bool>,
    /// The symbols with which counts begin.
    counts: Vec<u16>,
}

/// Where the rows of some tokens begin in the table.
type Places = [usize; DEPTH];

impl Sieve {
    /// Looks through all patterns; counts in words begin with words of the class `cardinal`.
    pub fn new(programs: &[Program], lexicon: &Lexicon, cardinal: u16) -> Self {
        let (width, end) = (programs.len().div_ceil(64), lexicon.len());
        let counts = [lexicon.all_digits(), lexicon.members(cardinal)].concat();
        let bits = vec![0; (end + 1) * GAPS.len() * ROWS * width];
        let mut own = Self { width, bits, end, anything: vec![vec![0; width]; ROWS], begins: vec![false; end], counts };
        for (at, program) in programs.iter().enumerate() {
            let after = own.walk(at, &program.steps, vec![(0, Blank::Any)], 0, lexicon);
            own.walk(at, &program.steps, after, DEPTH, lexicon);
        }
        own.close();
        own
    }

    /// How many numbers the bits of all patterns take.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Puts what can have anything into all rows.
    fn close(&mut self) {
        for row in self.bits.chunks_mut((ROWS * self.width).max(1)) {
            let anything = self.anything.iter().flatten();
            row.iter_mut().zip(anything).for_each(|(own, anything)| *own |= anything);
        }
    }

    /// Notes the tokens that a pattern can have from some of its steps on; where it goes on after a count that comes first.
    fn walk(
        &mut self,
        pattern: usize,
        steps: &[Step],
        mut open: Vec<(usize, Blank)>,
        from: usize,
        lexicon: &Lexicon,
    ) -> Vec<(usize, Blank)> {
        let mut after_count = Vec::new();
        for row in from..from + DEPTH {
            let mut next = Vec::new();
            for (at, blank) in readers(steps, open) {
                match steps.get(at) {
                    Some(Step::Symbol(symbol)) => self.put(pattern, row, &[*symbol], blank),
                    Some(Step::Class(class, _)) => self.put(pattern, row, lexicon.members(*class), blank),
                    Some(Step::Count(_)) if row == 0 => {
                        self.begin(&self.counts.clone());
                        after_count.push((at + 1, Blank::Nothing));
                        continue;
                    }
                    Some(Step::Count(_)) => {
                        self.put(pattern, row, &self.counts.clone(), blank);
                        self.allow(pattern, row + 1..from + DEPTH);
                        continue;
                    }
                    _ => {
                        self.allow(pattern, row..from + DEPTH);
                        continue;
                    }
                }
                next.push((at + 1, Blank::Nothing));
            }
            open = next;
        }
        after_count
    }

    fn put(&mut self, pattern: usize, row: usize, symbols: &[u16], blank: Blank) {
        for symbol in symbols {
            for gap in GAPS.into_iter().filter(|gap| blank.allows(*gap)) {
                let at = self.row(usize::from(*symbol), gap) + row * self.width;
                self.bits[at + pattern / 64] |= 1 << (pattern % 64);
            }
        }
        if row == 0 {
            self.begin(symbols);
        }
    }

    fn begin(&mut self, symbols: &[u16]) {
        symbols.iter().for_each(|symbol| self.begins[usize::from(*symbol)] = true);
    }

    fn allow(&mut self, pattern: usize, rows: std::ops::Range<usize>) {
        rows.for_each(|row| self.anything[row][pattern / 64] |= 1 << (pattern % 64));
    }

    fn row(&self, symbol: usize, gap: Gap) -> usize {
        (symbol * GAPS.len() + gap as usize) * ROWS * self.width
    }

    /// Whether a pattern can begin with a token.
    pub fn begins(&self, token: &Token) -> bool {
        self.begins.get(usize::from(token.symbol)) == Some(&true)
    }

    /// What stands at a token and after it.
    pub fn places(&self, tokens: Tokens<'_>, at: usize) -> Places {
        std::array::from_fn(|ahead| match tokens.get(at + ahead) {
            Some(token) => self.row(usize::from(token.symbol), token.gap),
            None => self.row(self.end, Gap::Break),
        })
    }

    /// Of 64 patterns, those that can have these tokens next.
    pub fn plain(&self, word: usize, places: &Places) -> u64 {
        self.meet(word, places, 0)
    }

    /// Of 64 patterns, those that can have these tokens after a count with which they begin.
    pub fn counted(&self, word: usize, places: &Places) -> u64 {
        self.meet(word, places, DEPTH)
    }

    fn meet(&self, word: usize, places: &Places, from: usize) -> u64 {
        let row = |(row, place): (usize, &usize)| self.bits[place + (from + row) * self.width + word];
        places.iter().enumerate().map(row).fold(u64::MAX, |all, own| all & own)
    }
}

/// The steps, from some on, that read a token or end the pattern, with the blank before them.
fn readers(steps: &[Step], mut open: Vec<(usize, Blank)>) -> Vec<(usize, Blank)> {
    let mut found = Vec::new();
    while let Some((at, blank)) = open.pop() {
        match steps.get(at) {
            Some(Step::Split(other)) => open.extend([(at + 1, blank), (*other, blank)]),
            Some(Step::Jump(to)) => open.push((*to, blank)),
            Some(step @ (Step::Space | Step::MaybeSpace)) => open.push((at + 1, blank.after(step))),
            Some(Step::Set(..) | Step::Open | Step::Close) => open.push((at + 1, blank)),
            _ => found.push((at, blank)),
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
