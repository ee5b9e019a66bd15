//! The rules of a language: the files in `rules/`, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::lexicon::{Lexicon, Trie};
use crate::quantity::table;

/// What a text must give, and what it must not: the text, and a mention as it is shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Texts with a mention that must be found.
    #[serde(default)]
    pub finds: Vec<(String, String)>,
    /// Texts with a mention that must not be found.
    #[serde(default)]
    pub not: Vec<(String, String)>,
}

/// How a word takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Class {
    /// 0 to 19.
    Ones,
    /// 20 to 90.
    Tens,
    /// 100, which stands inside a group.
    Hundred,
    /// A power of ten after a number.
    Scale,
    /// A short word for one, which is nothing without a number.
    Short,
    /// Two of something, with `of`.
    Pair,
    /// A letter for one, straight after digits.
    Letter,
    /// The plural of a scale, which without a number is a vague one.
    Plural,
    /// A group that is counted: a dozen.
    Group,
    /// The plural of that.
    Groups,
    /// The nth part, and the nth.
    Nth,
    /// Several nth parts.
    Nths,
    /// A fraction in a word that takes a scale: half a million.
    Part,
    /// Several of these: three quarters.
    Parts,
    /// A fraction in one sign.
    Sign,
    /// A number that stands for itself: twice.
    Times,
    /// A suffix that makes a multiple of a number: threefold.
    Fold,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberRule {
    id: String,
    class: Class,
    words: BTreeMap<String, f64>,
    #[serde(default)]
    examples: Examples,
}

/// What a word does around numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Role {
    And,
    Article,
    Minus,
    Point,
    Over,
    Of,
    In,
    Out,
    To,
    Through,
    Between,
    From,
    Or,
    Per,
    Stop,
    YearBefore,
    NameBefore,
    AgeBefore,
    AgeAfter,
    Month,
    Determiner,
    Denied,
    HalfBefore,
    LengthAfter,
    Hyphen,
    Dash,
    Slash,
    Comma,
    Period,
    Open,
    Close,
    But,
    Suffix,
    Change,
    Owner,
    Plus,
    MonthMay,
    Ranked,
    Colon,
    Spread,
    By,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordRule {
    id: String,
    role: Role,
    words: Vec<String>,
    #[serde(default)]
    examples: Examples,
}

/// Which end of a value a hedge leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Bound {
    /// None: the value as it stands.
    Same,
    /// The upper end is open.
    Low,
    /// The lower end is open.
    High,
}

/// Words that bound or soften a number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeRule {
    /// Name of the rule.
    pub id: String,
    /// Which end is open.
    pub bound: Bound,
    /// Whether it says that the number is not exact.
    #[serde(default)]
    pub approx: bool,
    /// Words before the number.
    #[serde(default)]
    pub before: Vec<String>,
    /// Words after the number and its unit.
    #[serde(default)]
    pub after: Vec<String>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

/// What sort of unit it is, as far as it decides kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Sort {
    /// Anything measured.
    #[default]
    Measure,
    /// A currency.
    Money,
    /// A hundredth of one.
    Coin,
    /// A part of a whole.
    Share,
    /// A length of time.
    Time,
    /// A multiple.
    Ratio,
    /// What makes a number a time of day.
    Clock,
}

/// A unit as texts write it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRule {
    /// The canonical name; one of the table of units if that has it.
    pub name: String,
    /// Its sort.
    #[serde(default)]
    pub sort: Sort,
    /// What a number in it is multiplied by: a million in MUSD.
    #[serde(default = "one")]
    pub times: f64,
    /// Words after a number, in any case.
    #[serde(default)]
    pub words: Vec<String>,
    /// Signs after a number, in this case only.
    #[serde(default)]
    pub exact: Vec<String>,
    /// Signs that are this unit only where they are joined to the digits.
    #[serde(default)]
    pub glued: Vec<String>,
    /// Words that are this unit only before a stop.
    #[serde(default)]
    pub last: Vec<String>,
    /// Words before a number.
    #[serde(default)]
    pub before: Vec<String>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

fn one() -> f64 {
    1.0
}

/// A way to write a unit.
pub struct Spelling {
    /// Place in [`Rules::units`].
    pub unit: usize,
    /// The letters, if case counts.
    pub exact: Option<Box<str>>,
    /// Only joined to the digits.
    pub glued: bool,
    /// Only before a stop.
    pub last: bool,
}

/// What is known of one word.
#[derive(Clone, Copy, Default)]
pub struct WordInfo {
    /// Its part in numbers.
    pub number: Option<(Class, f64)>,
    roles: u64,
}

impl WordInfo {
    /// Whether the word has that role.
    pub fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u64) != 0
    }
}

/// All rules.
pub struct Rules {
    /// The words that they name.
    pub lexicon: Lexicon,
    words: Vec<WordInfo>,
    /// The units.
    pub units: Vec<UnitRule>,
    /// Units after numbers.
    pub after: Trie<Spelling>,
    /// Units before numbers, last word first.
    pub before: Trie<usize>,
    /// Hedges.
    pub hedges: Vec<HedgeRule>,
    /// Hedges before numbers, last word first.
    pub hedges_before: Trie<usize>,
    /// Hedges after numbers.
    pub hedges_after: Trie<usize>,
    examples: Vec<(String, Examples)>,
}

impl Rules {
    /// What is known of a word by its number.
    pub fn word(&self, id: u32) -> WordInfo {
        self.words.get(id as usize).copied().unwrap_or_default()
    }

    /// Each rule's name with its examples.
    pub fn examples(&self) -> &[(String, Examples)] {
        &self.examples
    }

    fn read() -> Self {
        let mut rules = Self {
            lexicon: Lexicon::default(),
            words: Vec::new(),
            units: table("units.ron", include_str!("rules/units.ron")),
            after: Trie::default(),
            before: Trie::default(),
            hedges: table("hedges.ron", include_str!("rules/hedges.ron")),
            hedges_before: Trie::default(),
            hedges_after: Trie::default(),
            examples: Vec::new(),
        };
        rules.add_numbers(table("numbers.ron", include_str!("rules/numbers.ron")));
        rules.add_words(table("words.ron", include_str!("rules/words.ron")));
        rules.add_units();
        rules.add_hedges();
        rules.words.resize(rules.lexicon.size(), WordInfo::default());
        rules
    }

    fn info(&mut self, word: &str) -> &mut WordInfo {
        let id = self.lexicon.add(word) as usize;
        self.words.resize(self.words.len().max(id + 1), WordInfo::default());
        &mut self.words[id]
    }

    fn add_numbers(&mut self, numbers: Vec<NumberRule>) {
        for rule in numbers {
            for (word, value) in &rule.words {
                self.info(word).number = Some((rule.class, *value));
            }
            self.examples.push((rule.id, rule.examples));
        }
    }

    fn add_words(&mut self, words: Vec<WordRule>) {
        for rule in words {
            for word in &rule.words {
                self.info(word).roles |= 1 << rule.role as u64;
            }
            self.examples.push((rule.id, rule.examples));
        }
    }

    fn add_units(&mut self) {
        let units = std::mem::take(&mut self.units);
        for (unit, rule) in units.iter().enumerate() {
            let mut add = |words: &[String], exact: bool, glued: bool, last: bool| {
                for word in words {
                    let exact = exact.then(|| word.as_str().into());
                    self.after.insert(self.lexicon.phrase(word), Spelling { unit, exact, glued, last });
                }
            };
            add(&rule.exact, true, false, false);
            add(&rule.glued, true, true, false);
            add(&rule.last, false, false, true);
            add(&rule.words, false, false, false);
            for word in &rule.before {
                if word.chars().all(|letter| letter.is_ascii_alphabetic()) {
                    self.lexicon.split(word);
                }
                self.before.insert(self.lexicon.phrase(word).into_iter().rev(), unit);
            }
            self.examples.push((rule.name.clone(), rule.examples.clone()));
        }
        self.units = units;
    }

    fn add_hedges(&mut self) {
        let hedges = std::mem::take(&mut self.hedges);
        for (place, rule) in hedges.iter().enumerate() {
            for words in &rule.before {
                self.hedges_before.insert(self.lexicon.phrase(words).into_iter().rev(), place);
            }
            for words in &rule.after {
                self.hedges_after.insert(self.lexicon.phrase(words), place);
            }
            self.examples.push((rule.id.clone(), rule.examples.clone()));
        }
        self.hedges = hedges;
    }
}

/// The rules for English.
pub fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(Rules::read);
    &RULES
}
