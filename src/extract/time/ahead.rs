//! Which tokens may come second in a pattern, so that most patterns need not be tried.

use super::lexicon::Lexicon;
use super::pattern::Step;
use super::token::{Shape, Token};

/// What a pattern allows after its first token.
#[derive(Clone, Debug, Default)]
pub(super) struct Ahead {
    /// Anything: it may be complete, or its first step reads more than one token.
    anything: bool,
    digits: bool,
    /// A bit for each symbol.
    symbols: Vec<u64>,
}

impl Ahead {
    /// Looks at the steps after those that read the first token.
    pub fn of(steps: &[Step], lexicon: &Lexicon, cardinal: u16) -> Self {
        let mut own = Self { symbols: vec![0; lexicon.len() / 64 + 1], ..Self::default() };
        for first in readers(steps, 0) {
            match steps.get(first) {
                None | Some(Step::Done | Step::Count(_)) => own.anything = true,
                _ => readers(steps, first + 1).into_iter().for_each(|at| own.add(&steps[at], lexicon, cardinal)),
            }
        }
        own
    }

    fn add(&mut self, step: &Step, lexicon: &Lexicon, cardinal: u16) {
        match step {
            Step::Symbol(symbol) => self.set(*symbol),
            Step::Class(class, _) => lexicon.members(*class).for_each(|symbol| self.set(symbol)),
            Step::Figures(..) => self.digits = true,
            Step::Count(_) => {
                self.digits = true;
                lexicon.members(cardinal).for_each(|symbol| self.set(symbol));
            }
            _ => self.anything = true,
        }
    }

    fn set(&mut self, symbol: u16) {
        if let Some(bits) = self.symbols.get_mut(usize::from(symbol / 64)) {
            *bits |= 1 << (symbol % 64);
        }
    }

    /// Whether the pattern may go on with a token.
    pub fn allows(&self, next: Option<&Token>) -> bool {
        let Some(next) = next.filter(|_| !self.anything) else { return self.anything };
        let bits = self.symbols.get(usize::from(next.symbol / 64)).copied().unwrap_or_default();
        if next.shape == Shape::Digits { self.digits } else { next.symbol > 0 && bits >> (next.symbol % 64) & 1 == 1 }
    }
}

/// The next steps from one on that read a token or end the pattern.
fn readers(steps: &[Step], from: usize) -> Vec<usize> {
    let (mut open, mut found) = (vec![from], Vec::new());
    while let Some(at) = open.pop() {
        match steps.get(at) {
            Some(Step::Split(other)) => open.extend([at + 1, *other]),
            Some(Step::Jump(to)) => open.push(*to),
            Some(Step::Space | Step::MaybeSpace | Step::Set(..) | Step::Open | Step::Close) => open.push(at + 1),
            _ => found.push(at),
        }
    }
    found
}
