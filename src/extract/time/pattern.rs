//! Compiles the patterns of rules to steps of a small machine.
//!
//! A pattern is text with these signs: a blank is a blank, `~` is a blank or nothing, `<slot:class>` is a word, a figure
//! or a count of that class, whose value goes to the slot (`<:class>`: to none), `{part}` is another pattern, `(a|b)` one
//! of several, `?` after a word, a class or brackets makes them optional, `[` and `]` bound the mention where it is not
//! the whole. Anything else is a word or a mark that must stand there, in whatever case.

use super::lexicon::{Lexicon, Words};

/// Names of the slots.
pub(super) const SLOTS: [&str; 22] = [
    "y", "m", "d", "w", "n", "u", "f", "h", "i", "s", "a", "o", "k", "y2", "m2", "d2", "n2", "h2", "i2", "u2", "c", "r",
];

/// No slot: the value is let go.
const NO_SLOT: u8 = u8::MAX;

/// A step of the machine.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// This word or mark.
    Symbol(u16),
    /// A word or figures of a class.
    Class(u16, u8),
    /// A number in figures or words.
    Count(u8),
    /// A blank.
    Space,
    /// A blank or nothing.
    MaybeSpace,
    /// Puts a value into a slot.
    Set(u8, f64),
    /// The mention begins.
    Open,
    /// The mention ends.
    Close,
    /// Goes on with the next step, or else there.
    Split(usize),
    /// Goes on there.
    Jump(usize),
    /// The pattern is complete.
    Done,
}

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{why} in the pattern {pattern:?} before {rest:?}")]
pub(super) struct PatternError {
    why: &'static str,
    pattern: String,
    rest: String,
}

/// Compiles patterns.
pub(super) struct Compiler<'a> {
    words: &'a Words,
    lexicon: &'a mut Lexicon,
    pattern: String,
    rest: String,
    steps: Vec<Step>,
    depth: usize,
}

impl<'a> Compiler<'a> {
    /// Compiles one pattern.
    pub fn compile(pattern: &str, words: &'a Words, lexicon: &'a mut Lexicon) -> Result<Vec<Step>, PatternError> {
        let steps = Vec::new();
        let rest = pattern.to_owned();
        let mut own = Self { words, lexicon, pattern: rest.clone(), rest, steps, depth: 0 };
        own.choice()?;
        if !own.rest.is_empty() {
            return own.fault("a bracket too many");
        }
        own.steps.push(Step::Done);
        Ok(without_idle(&own.steps))
    }

    fn fault<T>(&self, why: &'static str) -> Result<T, PatternError> {
        Err(PatternError { why, pattern: self.pattern.clone(), rest: self.rest.clone() })
    }

    fn take(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign).map(str::to_owned);
        rest.map(|rest| self.rest = rest).is_some()
    }

    fn take_until(&mut self, sign: char) -> Result<String, PatternError> {
        let Some((inside, rest)) = self.rest.split_once(sign) else { return self.fault("no end") };
        let (inside, rest) = (inside.to_owned(), rest.to_owned());
        self.rest = rest;
        Ok(inside)
    }

    /// `a|b|c`
    fn choice(&mut self) -> Result<(), PatternError> {
        let mut jumps = Vec::new();
        loop {
            let from = self.steps.len();
            self.steps.push(Step::Split(usize::MAX));
            self.sequence()?;
            if !self.take("|") {
                self.steps[from] = Step::Jump(from + 1);
                break;
            }
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.steps[from] = Step::Split(self.steps.len());
        }
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        Ok(())
    }

    fn sequence(&mut self) -> Result<(), PatternError> {
        while !self.rest.is_empty() && !self.rest.starts_with(['|', ')']) {
            let from = self.steps.len();
            self.steps.push(Step::Jump(from + 1));
            self.element()?;
            if self.take("?") {
                self.steps[from] = Step::Split(self.steps.len());
            }
        }
        Ok(())
    }

    fn element(&mut self) -> Result<(), PatternError> {
        for (sign, step) in [(" ", Step::Space), ("~", Step::MaybeSpace), ("[", Step::Open), ("]", Step::Close)] {
            if self.take(sign) {
                self.steps.push(step);
                return Ok(());
            }
        }
        match () {
            () if self.take("(") => self.group(),
            () if self.take("<") => self.class(),
            () if self.take("{") => self.part(),
            () => self.word(),
        }
    }

    fn group(&mut self) -> Result<(), PatternError> {
        self.choice()?;
        if self.take(")") { Ok(()) } else { self.fault("no end") }
    }

    fn part(&mut self) -> Result<(), PatternError> {
        let name = self.take_until('}')?;
        let Some(part) = self.words.parts.get(&name).cloned() else { return self.fault("an unknown part") };
        self.inside(&part)
    }

    /// Compiles another pattern in this place.
    fn inside(&mut self, pattern: &str) -> Result<(), PatternError> {
        if self.depth > 8 {
            return self.fault("parts inside each other");
        }
        self.depth += 1;
        let rest = std::mem::replace(&mut self.rest, pattern.to_owned());
        self.choice()?;
        self.rest = rest;
        self.depth -= 1;
        Ok(())
    }

    fn class(&mut self) -> Result<(), PatternError> {
        let inside = self.take_until('>')?;
        let Some((slot, class)) = inside.split_once(':') else { return self.fault("no slot") };
        let slot = match SLOTS.iter().position(|name| *name == slot) {
            _ if slot.is_empty() => NO_SLOT,
            Some(slot) => u8::try_from(slot).unwrap_or(NO_SLOT),
            None => return self.fault("an unknown slot"),
        };
        if self.words.figures.contains_key(class) {
            self.steps.push(Step::Class(self.lexicon.class(class), slot));
        } else if class == "count" {
            self.steps.push(Step::Count(slot));
        } else {
            return self.words_of(class, slot);
        }
        Ok(())
    }

    /// The words of a class, then its patterns of several words.
    fn words_of(&mut self, class: &str, slot: u8) -> Result<(), PatternError> {
        if !self.words.classes.contains_key(class) {
            return self.fault("an unknown class");
        }
        let number = self.lexicon.class(class);
        let mut jumps = Vec::new();
        for (pattern, value) in self.words.classes.get(class).into_iter().flatten().rev() {
            if is_token(pattern) {
                continue;
            }
            let from = self.steps.len();
            self.steps.push(Step::Jump(from + 1));
            self.inside(pattern)?;
            self.steps.push(Step::Set(slot, *value));
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.steps[from] = Step::Split(self.steps.len());
        }
        self.steps.push(Step::Class(number, slot));
        for jump in jumps {
            self.steps[jump] = Step::Jump(self.steps.len());
        }
        Ok(())
    }

    /// A word, or one mark.
    fn word(&mut self) -> Result<(), PatternError> {
        let letters = self.rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(self.rest.len());
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let rest = self.rest.split_off(letters.max(first));
        let word = std::mem::replace(&mut self.rest, rest);
        let symbol = self.lexicon.intern(&word);
        self.steps.push(Step::Symbol(symbol));
        Ok(())
    }
}

/// Whether a member of a class is one word or one sign, and no pattern.
pub(super) fn is_token(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) || word.chars().count() == 1
}

/// The steps without jumps that only lead to the next one.
fn without_idle(steps: &[Step]) -> Vec<Step> {
    let idle = |at: usize| matches!(steps[at], Step::Jump(to) if to == at + 1);
    let mut places = vec![0; steps.len() + 1];
    for at in 0..steps.len() {
        places[at + 1] = places[at] + usize::from(!idle(at));
    }
    let moved = |at: usize| match steps[at] {
        Step::Jump(to) => Step::Jump(places[to]),
        Step::Split(other) => Step::Split(places[other]),
        step => step,
    };
    (0..steps.len()).filter(|at| !idle(*at)).map(moved).collect()
}
