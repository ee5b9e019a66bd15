//! A claim's value as a stretch of a scale: what its words allow, what a reader takes from them, what is printed.

use jiff::civil::Date;

use crate::model::{About, Archive, Claim, DateClaim, From, Quantity, Rank};
use crate::quantity::{Interval, Stated, convert, unit};

/// What a scale is of. Values of two kinds do not stand on one scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Amounts.
    Number,
    /// Days since 1970.
    Day,
    /// Places in an order, from that end.
    Place(From),
}

/// The two ends of a stretch; an end that nothing bounds is `None`.
pub(super) type Ends = (Option<f64>, Option<f64>);

/// A value on a scale.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Span {
    /// The scale.
    pub kind: Kind,
    /// What the words allow.
    pub logical: Ends,
    /// What a reader takes from them.
    pub expected: Ends,
    /// The figures as printed, in the unit of the scale.
    pub marks: Vec<f64>,
}

impl Span {
    /// Every number in it.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        let (logical, expected) = (self.logical, self.expected);
        let ends = [logical.0, logical.1, expected.0, expected.1].into_iter().flatten();
        ends.chain(self.marks.iter().copied())
    }

    fn exact(kind: Kind, ends: Ends) -> Self {
        Self { kind, logical: ends, expected: ends, marks: Vec::new() }
    }
}

/// The span of a claim; none for stances, quotations and dates that hang on nothing.
pub(super) fn span(archive: &Archive, claim: &Claim) -> Option<Span> {
    match &claim.about {
        About::Quantity(quantity) => Some(of_quantity(archive, claim, quantity)),
        About::Date(date) => of_date(date),
        About::Rank(rank) => Some(of_rank(rank)),
        About::Stance(_) | About::Quote(_) => None,
    }
}

/// The day as a number.
pub(super) fn number(day: Date) -> f64 {
    let hours = day.duration_since(Date::constant(1970, 1, 1)).as_hours();
    (hours / 24) as f64
}

fn of_quantity(archive: &Archive, claim: &Claim, quantity: &Quantity) -> Span {
    let (logical, expected) = (ends(quantity.bounds.logical), ends(quantity.bounds.expected));
    let inside = |mark: &f64| logical.0.is_none_or(|low| *mark >= low) && logical.1.is_none_or(|high| *mark <= high);
    let marks = printed(archive, claim, quantity).into_iter().filter(inside).collect();
    Span { kind: Kind::Number, logical, expected, marks }
}

/// The printed figures in the measure's unit. Those of a change are levels, and the change is not.
fn printed(archive: &Archive, claim: &Claim, quantity: &Quantity) -> Vec<f64> {
    if matches!(quantity.stated, Stated::Change { .. }) {
        return Vec::new();
    }
    let own = archive.measure_of(claim).map_or("", |measure| measure.unit.as_str());
    let from = quantity.stated.own_unit().unwrap_or(&quantity.unit);
    let into = |figure: f64| {
        let (Ok(from), Ok(to)) = (unit(from), unit(own)) else { return Some(figure) };
        convert(Interval::point(figure), from, to).ok()?.low().value()
    };
    quantity.stated.printed().into_iter().filter_map(into).collect()
}

fn ends(interval: Interval) -> Ends {
    (interval.low().value(), interval.high().value())
}

fn of_date(date: &DateClaim) -> Option<Span> {
    let (first, last) = date.when.window.ends();
    let ends = (first.map(number), last.map(number));
    (ends != (None, None)).then(|| Span::exact(Kind::Day, ends))
}

fn of_rank(rank: &Rank) -> Span {
    Span::exact(Kind::Place(rank.from), (Some(f64::from(rank.rank)), Some(f64::from(rank.to))))
}
