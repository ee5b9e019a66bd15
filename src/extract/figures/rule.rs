//! The rules of a language as their files write them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::quantity::Hedge;

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
    /// A change to a multiple: doubled.
    Times,
    /// A multiple of what follows: twice the size.
    Twice,
    /// Either of these, by the words around it: to double, double the size.
    Double,
    /// The plural of a number, which with `of` is a vague one: scores of.
    PluralOf,
    /// A few of a scale: several thousand.
    Few,
    /// More than that part: a majority of.
    Majority,
    /// More than that part of what is named: most of the boats.
    Most,
    /// A suffix that makes a multiple of a number: threefold.
    Fold,
}

/// Words of one class.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRule {
    /// Name of the rule.
    pub id: String,
    /// Their class.
    pub class: Class,
    /// Each with its number.
    pub words: BTreeMap<String, f64>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

/// Where a letter after digits is a scale and no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum When {
    /// Everywhere.
    Always,
    /// Where it is joined to the digits.
    Glued,
    /// Where a currency stands before them.
    Priced,
    /// Where both hold.
    GluedPriced,
    /// Where it is joined and something counted follows.
    GluedCounting,
    /// Where no word with a capital follows.
    NoCapital,
}

/// A letter that is a scale straight after digits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterRule {
    /// Name of the rule.
    pub id: String,
    /// The letters, in this case.
    pub letters: Vec<String>,
    /// The scale.
    pub times: f64,
    /// One of these must hold.
    pub when: Vec<When>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

/// Phrases in which numbers count nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdiomRule {
    /// Name of the rule.
    pub id: String,
    /// Words.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Two numbers with a slash.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

/// What the end of a word tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Ending {
    /// More than one thing.
    Plural,
    /// A verb, or how something is done, where it follows a noun.
    Action,
}

/// Ends of words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndingRule {
    /// Name of the rule.
    pub id: String,
    /// What they tell.
    pub ending: Ending,
    /// The ends.
    pub ends: Vec<String>,
    /// Longer ends, for which it does not hold.
    #[serde(default)]
    pub but: Vec<String>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
}

/// Two whole numbers, as they are printed with a slash between them.
pub type Figure = (u32, u32);

/// What a word does around numbers; at most 128, for each is a bit.
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
    MonthShort,
    Ranked,
    Colon,
    Spread,
    By,
    Superlative,
    StreetBefore,
    StreetAfter,
    NameDotted,
    NameAfter,
    ScoreBefore,
    Auxiliary,
    Earlier,
    LaterAlone,
    People,
    AgeHedge,
    TimesAfter,
    Verb,
    Mark,
    NumberBefore,
    Definite,
    CountBefore,
    NameCapital,
    PhoneBefore,
    GameAfter,
    SportAfter,
    /// A word for a person, by what somebody is: a widow of 58.
    Human,
    /// Stands between a comma and an age: now 58.
    AgeAdverb,
    /// Stands between those who are so old and their age: people over 65.
    AgeLimit,
    /// Those who may be told by their age.
    Aged,
    /// Stands before an age that somebody does something at: at 81 he rows.
    AtAge,
    /// A word for a thing or person that is told by a number, where it has a capital: Juror 8.
    Labelled,
    /// Grows by steps that have numbers: a grade of 4.
    Graded,
    /// Stands before a colon and a telephone number.
    Contact,
    /// Runs by a number: the 38 bus.
    Transport,
    /// Stands between a person and those who belong to the person: she has three sons.
    Own,
    /// A word for those who belong to a person.
    Kin,
    /// Money as a thing: a £1 coin.
    Coin,
    /// Stands between a comma and what something small costs: ", price £5".
    Priced,
    /// Thousands of metres that are run.
    RaceScale,
    /// Stands after the length of a race.
    RaceAfter,
    /// Stands before the length of a race.
    RaceBefore,
    /// A work with a title.
    Work,
    /// Has sizes: shoes, 42 to 44.
    Sized,
    /// Marks a quotation.
    Quote,
    GroupBefore,
    Person,
    Being,
    For,
}

/// Words of one role.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordRule {
    /// Name of the rule.
    pub id: String,
    /// Their role.
    pub role: Role,
    /// The words.
    pub words: Vec<String>,
    /// What it must find and must not.
    #[serde(default)]
    pub examples: Examples,
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
    /// The hedge that the words express.
    pub hedge: Hedge,
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
    /// Signs that are this unit only where they are joined to the digits, and close no quotation that they have opened.
    #[serde(default)]
    pub unquoted: Vec<String>,
    /// Signs that are this unit only apart from the digits.
    #[serde(default)]
    pub apart: Vec<String>,
    /// Words that are this unit only before a stop.
    #[serde(default)]
    pub last: Vec<String>,
    /// Signs that are this unit only between two numerals to which they are joined.
    #[serde(default)]
    pub between: Vec<String>,
    /// Words before a number.
    #[serde(default)]
    pub before: Vec<String>,
    /// Whether an age without a unit is in it.
    #[serde(default)]
    pub of_age: bool,
    /// Whether a multiple without a unit is in it.
    #[serde(default)]
    pub of_multiples: bool,
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
    /// Only where it closes no quotation.
    pub unquoted: bool,
    /// Only apart from the digits.
    pub apart: bool,
    /// Only before a stop.
    pub last: bool,
    /// Only between two numerals.
    pub between: bool,
}

/// What is known of one word.
#[derive(Clone, Copy, Default)]
pub struct WordInfo {
    /// Its part in numbers.
    pub number: Option<(Class, f64)>,
    pub(super) roles: u128,
}

impl WordInfo {
    /// Whether the word has that role.
    pub fn is(self, role: Role) -> bool {
        self.roles & (1 << role as u64) != 0
    }
}
