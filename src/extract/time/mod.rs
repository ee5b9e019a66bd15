//! Dates, periods, durations and times of day in prose.
//!
//! A text is cut into words, figures and marks (`token`); the patterns of `rules/time` are compiled (`pattern`) and
//! run where a word or figure stands with which they may begin (`machine`); of those that fit, the longest counts, and
//! its rule says what it means (`sense`).

mod ahead;
mod calendar;
mod count;
mod lexicon;
mod machine;
mod pattern;
mod rules;
mod sense;
#[cfg(test)]
mod tests;
mod token;

use std::ops::Range;

use jiff::civil::Date;

use count::Tokens;
use machine::{Fit, Machine};
use rules::{ENGLISH, Program, Rules};
use sense::{Meaning, Reading};
use token::{Gap, Shape, Token, tokens};

/// What kind of time a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeKind {
    /// A day.
    Date,
    /// A year of the calendar.
    Year,
    /// A month, a quarter, a season, from one day to another, since a day.
    Period,
    /// A length of time.
    Duration,
    /// A time of day.
    Time,
}

/// A mention of a time.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMention {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: TimeKind,
    /// The first day (ISO 8601, `2022-09-21`), or the time of day (`21:05`); none if the period is open there, if no such
    /// day exists (30 February) or if it depends on a dateline that is not known.
    pub low: Option<String>,
    /// The last day, included; or the time of day.
    pub high: Option<String>,
    /// The length of a duration, at least; none for other kinds or if only the upper end is said.
    pub value_low: Option<f64>,
    /// The length of a duration, at most.
    pub value_high: Option<f64>,
    /// The unit of the length: `second`, `minute`, `hour`, `day`, `week`, `month` or `year`.
    pub unit: Option<&'static str>,
    /// Whether the length is a number as printed: not in "a month" or "all week".
    pub counted: bool,
    /// The rule by which it was found.
    pub rule: &'static str,
}

/// The mentions of times in a text, in order; they do not overlap. What is said relative to the day of writing ("on
/// Tuesday", "last week", "21 September") has days only if that day is given. The time taken is linear in the text.
///
/// ```
/// use gainsay::extract::time::times;
/// let found = times("They left on 21 September 2022 for two weeks.", None);
/// assert_eq!(found[0].low.as_deref(), Some("2022-09-21"));
/// assert_eq!((found[1].value_low, found[1].unit), (Some(2.0), Some("week")));
/// ```
pub fn times(text: &str, dateline: Option<Date>) -> Vec<TimeMention> {
    let rules: &'static Rules = &ENGLISH;
    let all = tokens(text, &rules.lexicon);
    let finder = Finder { text, all: &all, rules, dateline };
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let best = finder.best(at);
        at = best.as_ref().map_or(at + 1, |(_, fit)| fit.close.max(at + 1));
        found.extend(best.and_then(|(program, fit)| finder.mention(program, &fit)));
    }
    found
}

/// A text in which times are looked for.
struct Finder<'a> {
    text: &'a str,
    all: &'a [Token],
    rules: &'static Rules,
    dateline: Option<Date>,
}

impl Finder<'_> {
    /// Of the patterns that fit at a token, the one that reaches farthest; of equal ones the first.
    fn best(&self, at: usize) -> Option<(&'static Program, Fit)> {
        let starts = self.starts(at);
        if starts.is_empty() || !self.may_begin(at) {
            return None;
        }
        let mut best: Option<(&'static Program, Fit)> = None;
        for program in starts.iter().filter_map(|at| self.rules.programs.get(usize::from(*at))) {
            let Some(fit) = self.fit(program, at) else { continue };
            if best.as_ref().is_none_or(|(_, known)| fit.close > known.close) {
                best = Some((program, fit));
            }
        }
        best
    }

    fn starts(&self, at: usize) -> &'static [u16] {
        match &self.all[at] {
            token if token.shape == Shape::Digits => &self.rules.digit_starts,
            token => self.rules.starts.get(usize::from(token.symbol)).map_or(&[], Vec::as_slice),
        }
    }

    fn fit(&self, program: &Program, at: usize) -> Option<Fit> {
        if !program.ahead.allows(self.all.get(at + 1)) {
            return None;
        }
        let rule = &self.rules.rules[program.rule];
        let touches = rule.free && at.checked_sub(1).is_some_and(|before| self.touches_mark(at, before));
        if touches || !self.follows(at, &self.rules.before[program.rule]) || rule.capital && !self.is_capital(at) {
            return None;
        }
        let tokens = Tokens { text: self.text, all: self.all };
        let machine = Machine { tokens, lexicon: &self.rules.lexicon, counts: self.rules.counts };
        let accepts = |fit: &Fit| self.may_end(fit.close) && !(rule.no_noun && self.is_noun(fit.close));
        machine.fit(&program.steps, at, &accepts)
    }

    /// One of the words stands before the token, if there are any.
    fn follows(&self, at: usize, words: &[u16]) -> bool {
        let before = || at.checked_sub(1).map(|before| self.all[before].symbol);
        words.is_empty() || before().is_some_and(|symbol| words.contains(&symbol))
    }

    /// A hyphen or slash joins the token to the one before.
    fn touches_mark(&self, at: usize, before: usize) -> bool {
        self.all[at].gap == Gap::Nothing && self.is_one_of(&self.all[before], "-–/_")
    }

    fn is_capital(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| self.text[token.start..].starts_with(char::is_uppercase))
    }

    /// No word goes on into the token; figures belong to no longer number and to no sum of money.
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.all[at];
        let Some(before) = at.checked_sub(1).map(|before| &self.all[before]) else { return true };
        if token.gap != Gap::Nothing {
            return !(token.shape == Shape::Digits && self.is_one_of(before, "$€£¥₹#"));
        }
        let joins = token.shape == Shape::Digits && self.is_one_of(before, ".,:/");
        let number = joins && before.gap == Gap::Nothing && at.checked_sub(2).is_some_and(|at| self.is_digits(at));
        !token.is_glued() || before.shape == Shape::Mark && !number && !self.is_one_of(before, "$€£¥₹#'’")
    }

    /// No word or number goes on after the match.
    fn may_end(&self, next: usize) -> bool {
        let Some(token) = self.all.get(next) else { return true };
        if token.gap != Gap::Nothing || !next.checked_sub(1).is_some_and(|last| self.is_digits(last)) {
            return !token.is_glued();
        }
        let number = self.is_one_of(token, ".,:/") && self.is_digits(next + 1) && self.all[next + 1].is_glued();
        token.shape == Shape::Mark && !number && !self.is_one_of(token, "%‰°")
    }

    fn is_digits(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.shape == Shape::Digits)
    }

    fn is_one_of(&self, token: &Token, marks: &str) -> bool {
        token.shape == Shape::Mark && marks.contains(&self.text[token.start..token.end])
    }

    /// A word in small letters that is none of the class `function`.
    fn is_noun(&self, at: usize) -> bool {
        let Some(token) = self.all.get(at).filter(|token| token.gap == Gap::Space) else { return false };
        let small = self.text[token.start..].starts_with(char::is_lowercase);
        small && self.rules.lexicon.value(token.symbol, self.rules.function).is_none()
    }

    fn mention(&self, program: &Program, fit: &Fit) -> Option<TimeMention> {
        let rules = self.rules;
        let rule = &rules.rules[program.rule];
        let reading =
            Reading { slots: fit.slots, units: &rules.units, holidays: &rules.holidays, dateline: self.dateline };
        let Meaning { kind, low, high, numbers, unit, counted } = rule.sense.meaning(&reading)?;
        let last = fit.close.checked_sub(1)?;
        let span = self.all.get(fit.open)?.start..self.all.get(last)?.end;
        let (value_low, value_high) = numbers.unwrap_or_default();
        Some(TimeMention { span, kind: kind?, low, high, value_low, value_high, unit, counted, rule: &rule.id })
    }
}
