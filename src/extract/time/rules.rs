//! The rules of `rules/time`, compiled.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

use super::calendar::HolidayRule;
use super::conditions::Conditions;
use super::count::CountClasses;
use super::first::Firsts;
use super::lexicon::{Lexicon, Signs, TimeUnit, Words};
use super::pattern::{Compiler, PatternError, Step, is_token};
use super::sense::Sense;
use super::sieve::Sieve;
use super::tense::Tenses;

/// A rule: patterns, and what they mean.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Rule {
    /// Its name.
    pub id: String,
    /// The patterns ([`super::pattern`]).
    pub patterns: Vec<String>,
    /// What a match means.
    pub sense: Sense,
    /// Words of which one must stand before; none: anything may.
    #[serde(default)]
    pub before: Vec<String>,
    /// No plain noun may follow.
    #[serde(default)]
    pub no_noun: bool,
    /// It touches nothing before it.
    #[serde(default)]
    pub free: bool,
    /// The mention must begin with a capital.
    #[serde(default)]
    pub capital: bool,
    /// Text, mention and value of what must be found.
    #[cfg_attr(not(test), expect(dead_code, reason = "for the test of the rules"))]
    pub examples: Vec<(String, String, String)>,
    /// Texts in which the rule must find nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "for the test of the rules"))]
    #[serde(default)]
    pub not: Vec<String>,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(super) struct Program {
    /// The place of its rule.
    pub rule: usize,
    /// Its steps.
    pub steps: Vec<Step>,
    /// By step, the symbols with which it can go on.
    pub firsts: Vec<usize>,
}

/// All that the engine knows of a language.
pub(super) struct Rules {
    pub lexicon: Lexicon,
    pub units: Vec<TimeUnit>,
    pub holidays: Vec<HolidayRule>,
    pub rules: Vec<Rule>,
    pub programs: Vec<Program>,
    /// What the rules of the programs ask of what stands before.
    pub conditions: Conditions,
    /// Which programs the next tokens leave possible.
    pub sieve: Sieve,
    /// The symbols with which their steps can go on.
    pub firsts: Firsts,
    pub counts: CountClasses,
    /// The class of words that may follow where no noun may.
    pub function: u16,
    pub signs: Signs,
    /// Words by which sentences look ahead or back.
    pub tenses: Tenses,
}

/// The files of rules.
const FILES: [(&str, &str); 5] = [
    ("dates.ron", include_str!("rules/dates.ron")),
    ("periods.ron", include_str!("rules/periods.ron")),
    ("relative.ron", include_str!("rules/relative.ron")),
    ("clock.ron", include_str!("rules/clock.ron")),
    ("durations.ron", include_str!("rules/durations.ron")),
];

/// The rules of English. Patterns that do not compile are left out; a test holds that there are none.
pub(super) static ENGLISH: LazyLock<Rules> = LazyLock::new(|| Rules::load().0);

impl Rules {
    /// Reads and compiles the rules, with what is wrong with them.
    pub fn load() -> (Self, Vec<PatternError>) {
        let words: Words = table("lexicon.ron", include_str!("rules/lexicon.ron"));
        let rules: Vec<Rule> = FILES.iter().flat_map(|(name, text)| table::<Vec<Rule>>(name, text)).collect();
        let holidays: Vec<HolidayRule> = table("holidays.ron", include_str!("rules/holidays.ron"));
        let words = with_names(words, &holidays);
        let mut lexicon = lexicon(&words);
        let mut faults = Vec::new();
        let programs = programs(&rules, &words, &mut lexicon, &mut faults);
        (Self::index(words, rules, holidays, lexicon, programs), faults)
    }

    fn index(
        words: Words,
        rules: Vec<Rule>,
        holidays: Vec<HolidayRule>,
        mut lexicon: Lexicon,
        mut programs: Vec<Program>,
    ) -> Self {
        let tenses = Tenses::new(table("tense.ron", include_str!("rules/tense.ron")), &mut lexicon);
        let conditions = Conditions::new(&programs, &rules, &mut lexicon);
        let (cardinal, scale) = (lexicon.class("cardinal"), lexicon.class("scale"));
        let counts = CountClasses { cardinal, scale, joint: lexicon.class("joint") };
        let function = lexicon.class("function");
        let sieve = Sieve::new(&programs, &lexicon, cardinal);
        let mut firsts = Firsts::new(&lexicon, cardinal);
        for program in &mut programs {
            program.firsts = firsts.add(&program.steps, &lexicon);
        }
        let Words { units, signs, .. } = words;
        Self { lexicon, units, holidays, rules, programs, conditions, sieve, firsts, counts, function, signs, tenses }
    }
}

/// The names of holidays and units are classes, too.
fn with_names(mut words: Words, holidays: &[HolidayRule]) -> Words {
    let class = words.classes.entry("holiday".to_owned()).or_default();
    for (at, holiday) in (0_u16..).zip(holidays) {
        class.extend(holiday.names.iter().map(|name| (name.clone(), f64::from(at))));
    }
    for (at, unit) in (0_u16..).zip(&words.units) {
        let classes = if unit.period_only { &["unit"][..] } else { &["unit", "length"] };
        for class in classes {
            let class = words.classes.entry((*class).to_owned()).or_default();
            class.extend(unit.words.iter().map(|word| (word.clone(), f64::from(at))));
        }
    }
    words
}

fn lexicon(words: &Words) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (name, members) in &words.classes {
        let class = lexicon.class(name);
        let single = members.iter().filter(|(word, _)| is_token(word));
        single.for_each(|(word, value)| lexicon.put(class, word, *value));
    }
    for (plain, signs) in &words.same {
        signs.chars().for_each(|sign| lexicon.alias(sign.encode_utf8(&mut [0; 4]), plain));
    }
    lexicon.add_digits(&words.figures);
    lexicon
}

fn programs(rules: &[Rule], words: &Words, lexicon: &mut Lexicon, faults: &mut Vec<PatternError>) -> Vec<Program> {
    let mut programs = Vec::new();
    for (rule, own) in rules.iter().enumerate() {
        for pattern in &own.patterns {
            match Compiler::compile(pattern, words, lexicon) {
                Ok(steps) => programs.push(Program { rule, steps, firsts: Vec::new() }),
                Err(fault) => faults.push(fault),
            }
        }
    }
    programs
}
