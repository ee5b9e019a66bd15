//! The rules of `rules/time`, compiled.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

use super::ahead::Ahead;
use super::calendar::HolidayRule;
use super::count::CountClasses;
use super::lexicon::{Lexicon, TimeUnit, Words};
use super::pattern::{Compiler, PatternError, Step};
use super::sense::Sense;

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
    /// What may come second.
    pub ahead: Ahead,
}

/// All that the engine knows of a language.
pub(super) struct Rules {
    pub lexicon: Lexicon,
    pub units: Vec<TimeUnit>,
    pub holidays: Vec<HolidayRule>,
    pub rules: Vec<Rule>,
    /// By rule, the symbols of the words that must stand before it.
    pub before: Vec<Vec<u16>>,
    pub programs: Vec<Program>,
    pub counts: CountClasses,
    /// The class of words that may follow where no noun may.
    pub function: u16,
    /// By symbol, the programs that may begin with it.
    pub starts: Vec<Vec<u16>>,
    /// The programs that may begin with figures.
    pub digit_starts: Vec<u16>,
}

/// The files of rules.
const FILES: [(&str, &str); 5] = [
    ("dates.ron", include_str!("../rules/time/dates.ron")),
    ("periods.ron", include_str!("../rules/time/periods.ron")),
    ("relative.ron", include_str!("../rules/time/relative.ron")),
    ("durations.ron", include_str!("../rules/time/durations.ron")),
    ("clock.ron", include_str!("../rules/time/clock.ron")),
];

/// The rules of English. Patterns that do not compile are left out; a test holds that there are none.
pub(super) static ENGLISH: LazyLock<Rules> = LazyLock::new(|| Rules::load().0);

impl Rules {
    /// Reads and compiles the rules, with what is wrong with them.
    pub fn load() -> (Self, Vec<PatternError>) {
        let words: Words = table("lexicon.ron", include_str!("../rules/time/lexicon.ron"));
        let rules: Vec<Rule> = FILES.iter().flat_map(|(name, text)| table::<Vec<Rule>>(name, text)).collect();
        let holidays: Vec<HolidayRule> = table("holidays.ron", include_str!("../rules/time/holidays.ron"));
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
        programs: Vec<Program>,
    ) -> Self {
        let before = rules.iter().map(|rule| rule.before.iter().map(|word| lexicon.intern(word)).collect()).collect();
        let (cardinal, scale) = (lexicon.class("cardinal"), lexicon.class("scale"));
        let counts = CountClasses { cardinal, scale, joint: lexicon.class("joint") };
        let function = lexicon.class("function");
        let (starts, digit_starts) = (vec![Vec::new(); lexicon.len()], Vec::new());
        let units = words.units;
        let mut own =
            Self { lexicon, units, holidays, rules, before, programs, counts, function, starts, digit_starts };
        own.find_starts();
        own.look_ahead();
        own
    }

    fn find_starts(&mut self) {
        for at in 0..self.programs.len() {
            let mut open = vec![0];
            while let Some(step) = open.pop() {
                self.start(at, step, &mut open);
            }
        }
        let tidy = |starts: &mut Vec<u16>| {
            starts.sort_unstable();
            starts.dedup();
        };
        self.starts.iter_mut().for_each(tidy);
        tidy(&mut self.digit_starts);
    }

    fn look_ahead(&mut self) {
        for program in &mut self.programs {
            program.ahead = Ahead::of(&program.steps, &self.lexicon, self.counts.cardinal);
        }
    }

    /// Notes what a step of a program can begin with, or where it leads.
    fn start(&mut self, program: usize, at: usize, open: &mut Vec<usize>) {
        let Some(step) = self.programs[program].steps.get(at).copied() else { return };
        let own = u16::try_from(program).unwrap_or_default();
        match step {
            Step::Symbol(symbol) => self.starts[usize::from(symbol)].push(own),
            Step::Class(class, _) => self.start_class(class, own),
            Step::Figures(..) => self.digit_starts.push(own),
            Step::Count(_) => {
                self.digit_starts.push(own);
                self.start_class(self.counts.cardinal, own);
            }
            Step::Split(other) => open.extend([at + 1, other]),
            Step::Jump(to) => open.push(to),
            Step::Done => {}
            _ => open.push(at + 1),
        }
    }

    fn start_class(&mut self, class: u16, program: u16) {
        let members: Vec<u16> = self.lexicon.members(class).collect();
        members.into_iter().for_each(|symbol| self.starts[usize::from(symbol)].push(program));
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
        let single = members.iter().filter(|(word, _)| !word.contains(|letter: char| !letter.is_alphabetic()));
        single.for_each(|(word, value)| lexicon.put(class, word, *value));
    }
    let joint = lexicon.class("joint");
    lexicon.put(joint, "-", 0.0);
    lexicon
}

fn programs(rules: &[Rule], words: &Words, lexicon: &mut Lexicon, faults: &mut Vec<PatternError>) -> Vec<Program> {
    let mut programs = Vec::new();
    for (rule, own) in rules.iter().enumerate() {
        for pattern in &own.patterns {
            match Compiler::compile(pattern, words, lexicon) {
                Ok(steps) => programs.push(Program { rule, steps, ahead: Ahead::default() }),
                Err(fault) => faults.push(fault),
            }
        }
    }
    programs
}
