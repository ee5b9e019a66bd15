//! Values held against each other, of every kind of claim.

use gainsay::compare::{GapKind, Reason};
use gainsay::model::PeriodForm;
use gainsay::quantity::{Hedge, unit};
use gainsay::store::record::AboutRecord;

use crate::days::{Days, days_of_date};
use crate::figures::{Figure, Range, single, tidy};
use crate::world::{Claim, Measure, World};

pub type Gap = Option<(f64, GapKind)>;

/// Where two values lean, if nothing else accounts for their difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lean {
    Agree,
    Explained(Reason),
    Strained(Gap),
    Clash(Gap),
    /// They are of two kinds.
    Nothing,
}

/// How far two ends lie apart: in points for shares, else as a ratio, which ends on two sides of zero have not.
pub fn gap(of_unit: &str, (low, high): (f64, f64)) -> Gap {
    if unit(of_unit).unwrap().dimension == "share" {
        return Some((tidy(high - low), GapKind::Points));
    }
    let is_ratio = low * high > 0.0;
    is_ratio.then(|| (tidy((low / high).abs().max((high / low).abs())), GapKind::Ratio))
}

pub fn lean(world: &World, a: &Claim, b: &Claim, figures: Option<&(Figure, Figure)>) -> Lean {
    use AboutRecord::{Date, Quantity, Quote, Rank, Stance};
    match (&a.record.about, &b.record.about) {
        (Quantity { measure: one, .. }, Quantity { measure: other, .. }) => match (figures, a.quantity()) {
            (Some((left, right)), Some(measure)) if one == other => of_figures(left, right, measure),
            _ => Lean::Nothing,
        },
        (Date { when: one, .. }, Date { when: other, .. }) => of_dates(world, (a, one), (b, other)),
        (Stance { stance: one, .. }, Stance { stance: other, .. }) => opposed(one == other),
        (Rank { subject: what, rank: first, to: last, from: end, .. }, Rank { subject: other, rank, to, from, .. }) => {
            let (one, two) = ((*first, last.unwrap_or(*first)), (*rank, to.unwrap_or(*rank)));
            let several = one.1 > one.0 || two.1 > two.0;
            match () {
                () if end != from || what != other && several => Lean::Nothing,
                () if what != other => Lean::Clash(None),
                () if one.1 < two.0 => Lean::Clash(Some((f64::from(two.0 - one.1), GapKind::Places))),
                () if two.1 < one.0 => Lean::Clash(Some((f64::from(one.0 - two.1), GapKind::Places))),
                () => Lean::Agree,
            }
        }
        (Quote { speaker: one, .. }, Quote { speaker: other, .. }) => {
            let (left, right) = (words(a), words(b));
            let part = |long: &[String], short: &[String]| {
                (0..long.len()).any(|at| !short.is_empty() && long[at..].starts_with(short))
            };
            match () {
                () if left == right || part(&left, &right) || part(&right, &left) => Lean::Agree,
                () if is_translated(world, a, one) || is_translated(world, b, other) => {
                    Lean::Explained(Reason::Translation)
                }
                () => Lean::Clash(None),
            }
        }
        _ => Lean::Nothing,
    }
}

fn opposed(same: bool) -> Lean {
    if same { Lean::Agree } else { Lean::Clash(None) }
}

fn words(claim: &Claim) -> Vec<String> {
    let all: Vec<&str> = claim.record.evidence.iter().map(|evidence| evidence.fragment.as_str()).collect();
    let plain = |word: &str| word.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "");
    all.join(" ").split_whitespace().map(plain).filter(|word| !word.is_empty()).collect()
}

/// A quotation in a language that its speaker does not use.
fn is_translated(world: &World, claim: &Claim, speaker: &str) -> bool {
    let language = world.source(&claim.source).unwrap().language;
    let spoken = &world.actors.iter().find(|actor| actor.id == speaker).unwrap().languages;
    let primary = |tag: &str| tag[..2].to_owned();
    !spoken.is_empty() && spoken.iter().all(|own| primary(own) != primary(language))
}

fn of_dates(world: &World, a: (&Claim, &PeriodForm), b: (&Claim, &PeriodForm)) -> Lean {
    if a.1 == b.1 {
        return Lean::Agree;
    }
    let days =
        |(claim, form): (&Claim, &PeriodForm)| days_of_date(form, world.source(&claim.source).unwrap().published);
    let (a_days, b_days) = (days(a), days(b));
    let (Days::Known(a_first, a_last), Days::Known(b_first, b_last)) = (a_days, b_days) else {
        return of_open_dates(a_days, b_days);
    };
    let between = |from: jiff::civil::Date, to: jiff::civil::Date| f64::from(from.until(to).unwrap().get_days());
    let nested = (a_first >= b_first && a_last <= b_last) || (b_first >= a_first && b_last <= a_last);
    let approximate =
        [a.1, b.1].iter().any(|form| matches!(form, PeriodForm::After { .. } | PeriodForm::Before { .. }));
    match () {
        () if (a_first, a_last) == (b_first, b_last) => Lean::Agree,
        () if a_last < b_first => Lean::Clash(Some((between(a_last, b_first), GapKind::Days))),
        () if b_last < a_first => Lean::Clash(Some((between(b_last, a_first), GapKind::Days))),
        () if nested => Lean::Explained(Reason::Rounding),
        () if approximate => Lean::Explained(Reason::HedgeCovers),
        () => Lean::Strained(None),
    }
}

/// Dates of which one or both have only one end.
fn of_open_dates(a: Days, b: Days) -> Lean {
    let days = |from: jiff::civil::Date, to: jiff::civil::Date| from.until(to).unwrap().get_days();
    let clash = |days: i32| Lean::Clash(Some((f64::from(days), GapKind::Days)));
    match (a, b) {
        _ if a == b && a != Days::Unknown && !matches!(a, Days::Long(..)) => Lean::Agree,
        (Days::Until(one), Days::Until(other)) | (Days::From(one), Days::From(other)) => {
            match stands_for(one, other) || stands_for(other, one) {
                true => Lean::Explained(Reason::Rounding),
                false => clash(days(one, other).abs()),
            }
        }
        (Days::Until(last), Days::From(first) | Days::Known(first, _))
        | (Days::From(first) | Days::Known(first, _), Days::Until(last))
            if last < first =>
        {
            clash(days(last, first))
        }
        (Days::From(first), Days::Known(_, last)) | (Days::Known(_, last), Days::From(first)) if last < first => {
            clash(days(last, first))
        }
        _ => Lean::Explained(Reason::HedgeCovers),
    }
}

/// Whether a day is the first or the last of the month or the year in which the other lies.
fn stands_for(day: jiff::civil::Date, other: jiff::civil::Date) -> bool {
    let of_month = [day.first_of_month(), day.last_of_month()].contains(&day) && day.month() == other.month();
    let of_year = [day.first_of_year(), day.last_of_year()].contains(&day);
    day.year() == other.year() && (of_month || of_year)
}

/// A number alone, or one that is said to be exact.
fn is_bare(figure: &Figure) -> bool {
    matches!(single(&figure.stated), Some((Hedge::Bare | Hedge::Exactly, _))) && figure.logical.is_bounded()
}

/// “More than 100” is held against the figure 100, not against what that may be rounded from.
fn excludes(bound: &Figure, bare: &Figure) -> bool {
    let is_strict = matches!(single(&bound.stated), Some((Hedge::MoreThan | Hedge::LessThan, _)));
    is_strict && !bound.logical.is_bounded() && is_bare(bare) && !bound.logical.has(bare.printed[0])
}

fn is_rounding(a: &Figure, b: &Figure) -> bool {
    let may_be = |coarse: &Figure, fine: &Figure| {
        fine.logical.is_bounded() && coarse.rounded_from.is_some_and(|range| range.meets(fine.logical))
    };
    // Where only a hedge lets the two meet, the hedge is the reason.
    let own = |figure: &Figure| figure.rounded_from.unwrap_or(figure.logical);
    (may_be(a, b) || may_be(b, a)) && (a.unit != b.unit || own(a).meets(own(b)))
}

fn covers(hedged: &Figure, other: &Figure) -> bool {
    !is_bare(hedged) && other.printed.iter().all(|figure| hedged.logical.has(*figure))
}

fn of_figures(a: &Figure, b: &Figure, measure: &Measure) -> Lean {
    let in_another_unit = a.unit != b.unit;
    let both_bounded = a.logical.is_bounded() && b.logical.is_bounded();
    let (meet, close) = (a.logical.meets(b.logical), a.expected.meets(b.expected));
    let ranges = if meet { (a.expected, b.expected) } else { (a.logical, b.logical) };
    let ends = |(one, other): (Range, Range)| {
        let (first, second) = (a.printed[0], b.printed[0]);
        one.facing(other).unwrap_or((first.min(second), first.max(second)))
    };
    let (low, high) = ends(ranges);
    let is_tolerated =
        measure.tolerance.is_some_and(|percent| (high - low) * 100.0 <= percent * low.abs().max(high.abs()));
    match () {
        () if a.stated == b.stated && !in_another_unit => Lean::Agree,
        () if both_bounded && a.printed == b.printed && in_another_unit => Lean::Explained(Reason::UnitConversion),
        () if both_bounded && a.printed == b.printed => Lean::Agree,
        () if excludes(a, b) || excludes(b, a) => Lean::Clash(gap(measure.unit, (low, high))),
        () if is_rounding(a, b) && in_another_unit => Lean::Explained(Reason::UnitConversion),
        () if is_rounding(a, b) => Lean::Explained(Reason::Rounding),
        () if covers(a, b) || covers(b, a) || (meet && close) => Lean::Explained(Reason::HedgeCovers),
        () if is_tolerated => Lean::Explained(Reason::Tolerance),
        () if meet => Lean::Strained(gap(measure.unit, (low, high))),
        () => Lean::Clash(gap(measure.unit, (low, high))),
    }
}
