//! Quantities side by side: the same figure, rounding, conversion, hedges, and intervals that lie apart.

use super::reason::Reason;
use super::relation::{Gap, GapKind};
use super::values::{Leaning, Values};
use super::words;
use crate::model::{Archive, Basis, Claim, Quantity};
use crate::quantity::{Bounds, Hedge, Interval, MOST_ROUNDING, Stated, WidthRule, WordRule, convert, tidy, unit};

/// Holds two quantities side by side.
pub(super) fn values(archive: &Archive, a: (&Claim, &Quantity), b: (&Claim, &Quantity)) -> Values {
    let (a_text, b_text) = (words::with_bounds(archive, a.0, a.1), words::with_bounds(archive, b.0, b.1));
    if a.1.measure != b.1.measure {
        return Values { leaning: Leaning::None, gap: None, a: a_text, b: b_text };
    }
    let measure = archive.measure_of(a.0);
    let is_limit = measure.is_some_and(|measure| measure.basis == Basis::Limit);
    let unit = measure.map_or("", |measure| measure.unit.as_str());
    let tolerance = measure.and_then(|measure| measure.tolerance);
    let printed = |quantity| Printed::of(quantity, is_limit, tolerance);
    let (leaning, gap) = figures(printed(a.1), printed(b.1), unit, &|from, interval| in_unit(from, unit, interval));
    Values { leaning, gap, a: a_text, b: b_text }
}

/// A figure as it is printed, with what it allows.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// Number and hedge.
    pub stated: &'a Stated,
    /// The unit in which it is printed.
    pub unit: &'a str,
    /// What it allows, in the unit in which both are compared.
    pub bounds: Bounds,
    /// Whether it is a limit by law or contract, which is a figure of its own.
    pub is_limit: bool,
    /// Percent of the larger of two facing ends within which its measure takes figures to agree.
    pub tolerance: Option<f64>,
}

impl<'a> Printed<'a> {
    fn of(quantity: &'a Quantity, is_limit: bool, tolerance: Option<f64>) -> Self {
        Self { stated: &quantity.stated, unit: &quantity.unit, bounds: quantity.bounds, is_limit, tolerance }
    }
}

/// An interval in another unit, as it is where the table does not know both.
fn in_unit(from: &str, to: &str, interval: Interval) -> Interval {
    match (unit(from), unit(to)) {
        (Ok(from), Ok(to)) => convert(interval, from, to).unwrap_or(interval),
        _ => interval,
    }
}

/// Gives an interval that is printed in a unit of that name in the unit in which both figures are compared.
pub type Into<'a> = &'a dyn Fn(&str, Interval) -> Interval;

/// Where two figures of one measure lean, and how far apart they are where they differ, in the unit in which they are
/// compared.
pub fn figures(a: Printed<'_>, b: Printed<'_>, unit: &str, into: Into<'_>) -> (Leaning, Option<Gap>) {
    let pair = Pair { a: Figure::new(a, into), b: Figure::new(b, into) };
    let leaning = pair.leaning();
    let apart = matches!(leaning, Leaning::Clash | Leaning::Strained);
    (leaning, if apart { gap(unit, pair.ends()) } else { None })
}

/// The gap between two ends in a unit: points for shares, otherwise a ratio where both lie on one side of zero.
pub(crate) fn gap(unit_name: &str, (low, high): (f64, f64)) -> Option<Gap> {
    let is_share = unit(unit_name).is_ok_and(|unit| unit.dimension == "share");
    if is_share {
        return Some(Gap { size: tidy(high - low), kind: GapKind::Points });
    }
    let (least, most) = (low.abs().min(high.abs()), low.abs().max(high.abs()));
    let one_side = least > 0.0 && (low > 0.0) == (high > 0.0);
    one_side.then(|| Gap { size: tidy(most / least), kind: GapKind::Ratio })
}

/// A quantity as the comparison needs it, in the measure's unit.
struct Figure<'a> {
    quantity: Printed<'a>,
    logical: Interval,
    expected: Interval,
    /// The printed figures.
    printed: Vec<f64>,
    /// Numbers that the figure may have been rounded from; `None` where it claims to be exact.
    rounded_from: Option<Interval>,
}

impl<'a> Figure<'a> {
    fn new(quantity: Printed<'a>, into: Into<'_>) -> Self {
        let into = |interval| into(quantity.unit, interval);
        let expected = quantity.bounds.expected;
        let printed = match quantity.stated {
            // Two levels are printed; the figure is their ratio.
            Stated::Change { .. } => expected.low().value().into_iter().collect(),
            _ => {
                let figures = quantity.stated.printed().into_iter();
                figures.filter_map(|figure| into(Interval::point(figure)).low().value()).collect()
            }
        };
        let rounded_from = if quantity.is_limit { None } else { rounded_from(quantity.stated).map(into) };
        Self { quantity, logical: quantity.bounds.logical, expected, printed, rounded_from }
    }

    fn is_bare(&self) -> bool {
        matches!(self.quantity.stated.single(), Some((Hedge::Bare | Hedge::Exactly, _))) && self.logical.is_bounded()
    }

    /// "More than", "less than": bounds that exclude their own figure.
    fn is_strict_bound(&self) -> bool {
        matches!(self.quantity.stated.single(), Some((Hedge::MoreThan | Hedge::LessThan, _)))
            && !self.logical.is_bounded()
    }

    fn covers(&self, other: &Self) -> bool {
        !self.is_bare() && other.printed.iter().all(|figure| self.logical.contains(*figure))
    }
}

/// The numbers that a single bare or approximate figure may have been rounded from, in its own unit.
fn rounded_from(stated: &Stated) -> Option<Interval> {
    let (Hedge::Bare | Hedge::About, amount) = stated.single()? else { return None };
    let WordRule::Number(number) = amount.rule()? else { return None };
    WidthRule::Digits { units: 0.5, least: 0.0, most: MOST_ROUNDING, exact_below: 0.0 }.about(number).ok()
}

struct Pair<'a> {
    a: Figure<'a>,
    b: Figure<'a>,
}

impl Pair<'_> {
    fn leaning(&self) -> Leaning {
        let (a, b) = (&self.a, &self.b);
        let converted = a.quantity.unit != b.quantity.unit;
        if self.is_same_figure() {
            return if converted { Leaning::Explained(Reason::UnitConversion) } else { Leaning::Agree };
        }
        if self.bound_excludes_figure() {
            return Leaning::Clash;
        }
        if self.is_rounding() {
            let reason = if converted { Reason::UnitConversion } else { Reason::Rounding };
            return Leaning::Explained(reason);
        }
        if a.covers(b) || b.covers(a) {
            return Leaning::Explained(Reason::HedgeCovers);
        }
        let meet = (a.logical.meets(b.logical), a.expected.meets(b.expected));
        match meet {
            (true, true) => Leaning::Explained(Reason::HedgeCovers),
            _ if self.is_tolerated() => Leaning::Explained(Reason::Tolerance),
            (true, false) => Leaning::Strained,
            (false, _) => Leaning::Clash,
        }
    }

    /// Whether the facing ends are as close as the measure allows. Nothing is divided, so that whole numbers are exact.
    fn is_tolerated(&self) -> bool {
        let allowed = [self.a.quantity.tolerance, self.b.quantity.tolerance];
        let [Some(a), Some(b)] = allowed else { return false };
        let (low, high) = self.ends();
        (high - low) * 100.0 <= a.min(b) * low.abs().max(high.abs())
    }

    /// The same value in the same words, or the same printed figures where both sides are bounded.
    fn is_same_figure(&self) -> bool {
        let (a, b) = (&self.a, &self.b);
        let both_bounded = a.logical.is_bounded() && b.logical.is_bounded();
        let identical = a.quantity.stated == b.quantity.stated && a.quantity.unit == b.quantity.unit;
        identical || (both_bounded && !a.printed.is_empty() && a.printed == b.printed)
    }

    /// A strict bound is held against the stated figure, not against its halo: "more than 100" and "100" contradict.
    fn bound_excludes_figure(&self) -> bool {
        let excludes = |bound: &Figure<'_>, bare: &Figure<'_>| {
            bound.is_strict_bound()
                && bare.is_bare()
                && bare.printed.iter().any(|figure| !bound.logical.contains(*figure))
        };
        excludes(&self.a, &self.b) || excludes(&self.b, &self.a)
    }

    fn is_rounding(&self) -> bool {
        let meets = |coarse: &Figure<'_>, fine: &Figure<'_>| {
            coarse.rounded_from.is_some_and(|coarse| coarse.meets(fine.logical)) && fine.logical.is_bounded()
        };
        (meets(&self.a, &self.b) || meets(&self.b, &self.a)) && !self.only_hedges_meet()
    }

    /// Where a hedge is what lets the two meet, the hedge is the reason and not rounding.
    fn only_hedges_meet(&self) -> bool {
        let own = |figure: &Figure<'_>| figure.rounded_from.unwrap_or(figure.logical);
        self.a.quantity.unit == self.b.quantity.unit && !own(&self.a).meets(own(&self.b))
    }

    /// The facing ends if the intervals lie apart; the printed figures where only a bound excludes one.
    fn ends(&self) -> (f64, f64) {
        let (a, b) = if self.a.logical.meets(self.b.logical) {
            (self.a.expected, self.b.expected)
        } else {
            (self.a.logical, self.b.logical)
        };
        a.facing_ends(b).unwrap_or_else(|| {
            let first = |figure: &Figure<'_>| figure.printed.first().copied().unwrap_or(0.0);
            let (a, b) = (first(&self.a), first(&self.b));
            (a.min(b), a.max(b))
        })
    }
}
