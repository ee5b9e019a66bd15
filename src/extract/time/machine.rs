//! Runs compiled patterns over tokens. Patterns have no repetition, so each token costs a bounded number of steps.

use super::count::{CountClasses, Tokens};
use super::lexicon::{Figures, Lexicon};
use super::pattern::{SLOTS, Step};
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

    fn set(&mut self, slot: u8, value: f64) {
        if let Some(own) = self.0.get_mut(usize::from(slot)) {
            *own = value;
        }
    }
}

/// Where a pattern fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// The first token of the mention.
    pub open: usize,
    /// The token after the mention.
    pub close: usize,
    /// The values found.
    pub slots: Slots,
}

/// What patterns are run over.
#[derive(Clone, Copy)]
pub(super) struct Machine<'a> {
    pub tokens: Tokens<'a>,
    pub lexicon: &'a Lexicon,
    pub counts: CountClasses,
}

/// One way through a pattern.
#[derive(Clone, Copy)]
struct Thread {
    step: usize,
    at: usize,
    blank: Blank,
    fit: Fit,
}

/// What must stand before the next token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    Any,
    Nothing,
    Maybe,
    Space,
}

impl Machine<'_> {
    /// How a pattern fits at a token: its first way through that ends where `accepts` agrees.
    pub fn fit(self, steps: &[Step], at: usize, accepts: &impl Fn(&Fit) -> bool) -> Option<Fit> {
        let fit = Fit { open: at, close: usize::MAX, slots: Slots([f64::NAN; SLOTS.len()]) };
        self.run(steps, Thread { step: 0, at, blank: Blank::Any, fit }, accepts)
    }

    fn run(self, steps: &[Step], mut thread: Thread, accepts: &impl Fn(&Fit) -> bool) -> Option<Fit> {
        loop {
            let step = steps.get(thread.step)?;
            thread.step += 1;
            match step {
                Step::Done => {
                    thread.fit.close = thread.fit.close.min(thread.at);
                    return Some(thread.fit).filter(accepts);
                }
                Step::Split(other) => {
                    if let Some(fit) = self.run(steps, thread, accepts) {
                        return Some(fit);
                    }
                    thread.step = *other;
                }
                Step::Jump(to) => thread.step = *to,
                step => self.advance(step, &mut thread)?,
            }
        }
    }

    /// Takes a step that neither branches nor ends.
    fn advance(self, step: &Step, thread: &mut Thread) -> Option<()> {
        match *step {
            Step::Space => thread.blank = Blank::Space,
            Step::MaybeSpace if thread.blank != Blank::Space => thread.blank = Blank::Maybe,
            Step::Set(slot, value) => thread.fit.slots.set(slot, value),
            Step::Open => thread.fit.open = thread.at,
            Step::Close => thread.fit.close = thread.at,
            ref step => self.consume(step, thread)?,
        }
        Some(())
    }

    /// Takes a step that reads tokens.
    fn consume(self, step: &Step, thread: &mut Thread) -> Option<()> {
        let token = self.tokens.get(thread.at).filter(|token| allows(thread.blank, token.gap))?;
        let one = thread.at + 1;
        let (slot, value, next) = match *step {
            Step::Symbol(symbol) => (u8::MAX, 0.0, Some(one).filter(|_| token.symbol == symbol)?),
            Step::Class(class, slot) => (slot, self.lexicon.value(token.symbol, class)?, one),
            Step::Figures(figures, slot) => (slot, self.figures(token, figures)?, one),
            Step::Count(slot) => {
                let (value, next) = self.counts.read(self.tokens, thread.at, self.lexicon)?;
                (slot, value, next)
            }
            _ => return Some(()),
        };
        thread.fit.slots.set(slot, value);
        (thread.at, thread.blank) = (next, Blank::Nothing);
        Some(())
    }

    fn figures(self, token: &Token, figures: Figures) -> Option<f64> {
        let (fewest, most) = figures.digits;
        if token.shape != Shape::Digits || !(fewest..=most).contains(&token.len()) {
            return None;
        }
        let number: u32 = self.tokens.text_of(token).parse().ok()?;
        (figures.range.0..=figures.range.1).contains(&number).then_some(f64::from(number))
    }
}

fn allows(blank: Blank, gap: Gap) -> bool {
    match blank {
        Blank::Any => true,
        Blank::Nothing => gap == Gap::Nothing,
        Blank::Maybe => gap != Gap::Break,
        Blank::Space => gap == Gap::Space,
    }
}
