//! Runs compiled patterns over tokens. Patterns have no repetition, so each token costs a bounded number of steps.

use super::count::Tokens;
use super::pattern::{SLOTS, Step};
use super::rules::{Program, Rules};
use super::token::{Gap, Shape, Token};

/// The values that a pattern found, by slot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slots([f64; SLOTS.len()]);

impl Slots {
    /// The value of a slot by name; none if the pattern did not fill it.
    pub fn get(&self, name: &str) -> Option<f64> {
        let at = SLOTS.iter().position(|slot| *slot == name)?;
        Some(self.0[at]).filter(|value| !value.is_nan())
    }
}

/// Where a pattern fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// The first token of the mention.
    pub open: usize,
    /// The token after the mention.
    pub close: usize,
}

/// Runs patterns over the tokens of a text.
pub(super) struct Machine<'a> {
    /// The text.
    pub tokens: Tokens<'a>,
    rules: &'a Rules,
    /// The values found on the way that is taken, with their slots.
    trail: Vec<(u8, f64)>,
    /// The counts that were read last, by the rest of their place: where they begin, their value and the token after.
    counted: [(usize, Option<(f64, usize)>); 4],
}

/// One way through a pattern.
#[derive(Clone, Copy)]
struct Thread {
    step: usize,
    at: usize,
    blank: Blank,
    fit: Fit,
}

impl Thread {
    fn to(self, step: usize) -> Self {
        Self { step, ..self }
    }
}

/// What must stand before the next token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Blank {
    /// Anything, at the beginning.
    Any,
    /// Nothing.
    Nothing,
    /// Nothing or a blank.
    Maybe,
    /// A blank.
    Space,
}

impl Blank {
    /// What must stand there after one more step.
    pub fn after(self, step: &Step) -> Self {
        match step {
            Step::Space => Self::Space,
            Step::MaybeSpace if self != Self::Space => Self::Maybe,
            _ => self,
        }
    }

    /// Whether it may be this.
    pub fn allows(self, gap: Gap) -> bool {
        match self {
            Self::Any => true,
            Self::Nothing => gap == Gap::Nothing,
            Self::Maybe => gap != Gap::Break,
            Self::Space => gap == Gap::Space,
        }
    }
}

impl<'a> Machine<'a> {
    /// For a text.
    pub fn new(tokens: Tokens<'a>, rules: &'a Rules) -> Self {
        Self { tokens, rules, trail: Vec::new(), counted: [(usize::MAX, None); 4] }
    }

    /// How a pattern fits at a token: its first way through that ends where `accepts` agrees.
    pub fn fit(&mut self, program: &Program, at: usize, accepts: &impl Fn(&Fit) -> bool) -> Option<Fit> {
        self.trail.clear();
        let fit = Fit { open: at, close: usize::MAX };
        self.run(program, Thread { step: 0, at, blank: Blank::Any, fit }, accepts)
    }

    /// The values that the pattern which fitted last has found.
    pub fn slots(&self) -> Slots {
        let mut slots = Slots([f64::NAN; SLOTS.len()]);
        for (slot, value) in &self.trail {
            if let Some(own) = slots.0.get_mut(usize::from(*slot)) {
                *own = *value;
            }
        }
        slots
    }

    /// The number that begins at a token, and the token after it. Patterns ask for the same one again and again.
    pub fn count(&mut self, at: usize) -> Option<(f64, usize)> {
        let known = &mut self.counted[at % 4];
        if known.0 != at {
            *known = (at, self.rules.counts.read(self.tokens, at, &self.rules.lexicon));
        }
        known.1
    }

    fn run(&mut self, program: &Program, mut thread: Thread, accepts: &impl Fn(&Fit) -> bool) -> Option<Fit> {
        loop {
            let step = program.steps.get(thread.step)?;
            thread.step += 1;
            match step {
                Step::Done => {
                    thread.fit.close = thread.fit.close.min(thread.at);
                    return Some(thread.fit).filter(accepts);
                }
                Step::Split(other) => match (self.may(program, thread), self.may(program, thread.to(*other))) {
                    (true, true) => {
                        let kept = self.trail.len();
                        if let Some(fit) = self.run(program, thread, accepts) {
                            return Some(fit);
                        }
                        self.trail.truncate(kept);
                        thread.step = *other;
                    }
                    (true, false) => {}
                    (false, true) => thread.step = *other,
                    (false, false) => return None,
                },
                Step::Jump(to) => thread.step = *to,
                step => self.advance(step, &mut thread)?,
            }
        }
    }

    /// Whether the next token is one with which the pattern can go on there.
    fn may(&self, program: &Program, thread: Thread) -> bool {
        let next = self.tokens.get(thread.at).map(|token| token.symbol);
        program.firsts.get(thread.step).is_some_and(|set| self.rules.firsts.has(*set, next))
    }

    /// Takes a step that neither branches nor ends.
    fn advance(&mut self, step: &Step, thread: &mut Thread) -> Option<()> {
        match *step {
            Step::Set(slot, value) => self.trail.push((slot, value)),
            Step::Open => thread.fit.open = thread.at,
            Step::Close => thread.fit.close = thread.at,
            Step::Space | Step::MaybeSpace => thread.blank = thread.blank.after(step),
            ref step => {
                thread.at = self.consume(step, thread)?;
                thread.blank = Blank::Nothing;
            }
        }
        Some(())
    }

    /// Takes a step that reads tokens; the token after them.
    fn consume(&mut self, step: &Step, thread: &Thread) -> Option<usize> {
        let token = self.tokens.get(thread.at).filter(|token| thread.blank.allows(token.gap))?;
        match *step {
            Step::Symbol(symbol) if token.symbol != symbol => return None,
            Step::Class(class, slot) => {
                let value = self.rules.lexicon.value(token.symbol, class)?;
                self.trail.push((slot, if token.shape == Shape::Digits { self.figures(token)? } else { value }));
            }
            Step::Count(slot) => {
                let (value, next) = self.count(thread.at)?;
                self.trail.push((slot, value));
                return Some(next);
            }
            _ => {}
        }
        Some(thread.at + 1)
    }

    fn figures(&self, token: &Token) -> Option<f64> {
        self.tokens.text_of(token).parse::<u32>().ok().map(f64::from)
    }
}
