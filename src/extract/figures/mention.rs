//! What is found in a text: a mention with its place, its values and its kind.

use std::fmt;
use std::ops::Range;

use crate::extract::time::Moment;
use crate::quantity::Hedge;

/// One end of what a mention says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A number, in the printed unit.
    Number(f64),
    /// A day or a time of day.
    Time(Moment),
}

/// What sort of thing a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// So many of something.
    Count,
    /// A number with a unit that is neither money nor time.
    Measure,
    /// An amount of money.
    Money,
    /// A part of a whole: 40 percent, half, two thirds.
    Share,
    /// One number to another: one in five, twice, threefold.
    Ratio,
    /// A place in an order that is counted.
    Rank,
    /// First, second, 22nd.
    Ordinal,
    /// A day.
    Date,
    /// A year.
    Year,
    /// A stretch of time with its place: from 2018 to 2020, the 1990s.
    Period,
    /// A length of time.
    Duration,
    /// How old somebody or something is.
    Age,
    /// A time of day.
    Time,
    /// A number that only names: Boeing 737, Article 5, a phone number, a score.
    Name,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 14] = [
        Self::Count,
        Self::Measure,
        Self::Money,
        Self::Share,
        Self::Ratio,
        Self::Rank,
        Self::Ordinal,
        Self::Date,
        Self::Year,
        Self::Period,
        Self::Duration,
        Self::Age,
        Self::Time,
        Self::Name,
    ];

    /// The word for it in output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Measure => "measure",
            Self::Money => "money",
            Self::Share => "share",
            Self::Ratio => "ratio",
            Self::Rank => "rank",
            Self::Ordinal => "ordinal",
            Self::Date => "date",
            Self::Year => "year",
            Self::Period => "period",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Time => "time",
            Self::Name => "name",
        }
    }

    /// Whether it is a quantity and not only a number.
    pub fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::Count
                | Self::Measure
                | Self::Money
                | Self::Share
                | Self::Ratio
                | Self::Rank
                | Self::Duration
                | Self::Age
        )
    }
}

/// A number's part in a change that the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The change itself: rose by 12 percent.
    By,
    /// What it was before.
    From,
    /// What it is after.
    To,
    /// Both of these.
    FromTo,
}

impl Change {
    /// The word for it in output.
    pub fn word(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::From => "from",
            Self::To => "to",
            Self::FromTo => "from_to",
        }
    }
}

/// A number, a date or a figure in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands, in bytes: the number with its unit.
    pub span: Range<usize>,
    /// The lower end; none if it is open.
    pub low: Option<Value>,
    /// The upper end; none if it is open.
    pub high: Option<Value>,
    /// The unit: a name of the table of units, a currency, or one of these per another.
    pub unit: Option<String>,
    /// Whether the text says that it is not exact.
    pub approx: bool,
    /// The hedge that its words express.
    pub hedge: Option<Hedge>,
    /// What it is.
    pub kind: Kind,
    /// The words for what is counted, as they stand.
    pub counted: Option<String>,
    /// Whether it is a change, or what something changed from or to; none if it is a level like any other.
    pub change: Option<Change>,
    /// The place of the mention that it restates in another unit, in bytes.
    pub converts: Option<Range<usize>>,
}

impl Value {
    /// The number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Time(_) => None,
        }
    }

    /// The day or the time of day, if it is one.
    pub fn time(self) -> Option<Moment> {
        match self {
            Self::Number(_) => None,
            Self::Time(moment) => Some(moment),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Time(moment) => moment.fmt(f),
        }
    }
}

/// `count 5..`, `measure ~5 metre`, `money 10..15 USD`.
impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |value: &Option<Value>| value.as_ref().map_or(String::new(), Value::to_string);
        let about = if self.approx { "~" } else { "" };
        write!(f, "{} {about}{}", self.kind.word(), end(&self.low))?;
        if self.low != self.high {
            write!(f, "..{}", end(&self.high))?;
        }
        self.unit.as_ref().map_or(Ok(()), |unit| write!(f, " {unit}"))
    }
}
