//! Finds the times of a text: at each token the pattern that reaches farthest.

use jiff::civil::Date;

use super::TimeMention;
use super::around::Around;
use super::count::Tokens;
use super::machine::{Fit, Machine, Slots};
use super::rules::{Program, Rules};
use super::sense::{Meaning, Reading};

/// A text in which times are looked for.
pub(super) struct Finder<'a> {
    around: Around<'a>,
    rules: &'static Rules,
    dateline: Option<Date>,
    machine: Machine<'a>,
}

/// A pattern that fits, where, and the values that it found.
type Found = (&'static Program, Fit, Slots);

impl<'a> Finder<'a> {
    /// For the tokens of a text.
    pub fn new(tokens: Tokens<'a>, rules: &'static Rules, dateline: Option<Date>) -> Self {
        let machine = Machine::new(tokens, rules);
        Self { around: Around { tokens, rules }, rules, dateline, machine }
    }

    /// All times, in order.
    pub fn all(mut self) -> Vec<TimeMention> {
        let tokens = self.around.tokens;
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let begins = self.rules.sieve.begins(token) && self.around.may_begin(at);
            let best = if begins { self.best(at) } else { None };
            at = best.as_ref().map_or(at + 1, |(_, fit, _)| fit.close.max(at + 1));
            found.extend(best.and_then(|best| self.mention(best)));
        }
        found
    }

    /// Of the patterns that fit at a token, the one that reaches farthest; of equal ones the first.
    fn best(&mut self, at: usize) -> Option<Found> {
        let (sieve, tokens) = (&self.rules.sieve, self.around.tokens);
        let plain = sieve.places(tokens, at);
        let counted = self.machine.count(at).map(|(_, next)| sieve.places(tokens, next));
        let mut best = None;
        for word in 0..sieve.width() {
            let counted = counted.map_or(0, |places| sieve.counted(word, &places));
            let mut left = sieve.plain(word, &plain) | counted;
            if left > 0 {
                left &= self.allowed(word, at);
            }
            while left > 0 {
                self.try_one(64 * word + left.trailing_zeros() as usize, at, &mut best);
                left &= left - 1;
            }
        }
        best
    }

    /// Of 64 patterns, those whose rules allow what stands before the token, and its first letter.
    fn allowed(&self, word: usize, at: usize) -> u64 {
        let conditions = &self.rules.conditions;
        let before = self.around.before(at).map_or(0, |before| before.symbol);
        let mut allowed = conditions.after(before, word);
        if self.around.touches_mark(at) {
            allowed &= !conditions.free[word];
        }
        if !self.around.is_capital(at) {
            allowed &= !conditions.capital[word];
        }
        allowed
    }

    fn try_one(&mut self, program: usize, at: usize, best: &mut Option<Found>) {
        let Some(program) = self.rules.programs.get(program) else { return };
        let (around, no_noun) = (self.around, self.rules.rules[program.rule].no_noun);
        let accepts = |fit: &Fit| around.may_end(fit.close) && !(no_noun && around.is_noun(fit.close));
        let Some(fit) = self.machine.fit(program, at, &accepts) else { return };
        if best.as_ref().is_none_or(|(_, known, _)| fit.close > known.close) {
            *best = Some((program, fit, self.machine.slots()));
        }
    }

    fn mention(&self, (program, fit, slots): Found) -> Option<TimeMention> {
        let (rules, tokens) = (self.rules, self.around.tokens);
        let rule = &rules.rules[program.rule];
        let tense = || rules.tenses.of(self.around, fit.open..fit.close);
        let (units, holidays) = (&rules.units, &rules.holidays);
        let reading = Reading { slots, units, holidays, dateline: self.dateline, tense: &tense };
        let Meaning { kind, low, high, numbers, unit, counted } = rule.sense.meaning(&reading)?;
        let last = fit.close.checked_sub(1)?;
        let span = tokens.get(fit.open)?.start..tokens.get(last)?.end;
        let (value_low, value_high) = numbers.unwrap_or_default();
        Some(TimeMention { span, kind: kind?, low, high, value_low, value_high, unit, counted, rule: &rule.id })
    }
}
