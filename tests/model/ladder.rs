//! Two claims held side by side, rung by rung, as docs/ARCHITECTURE.md has it under “The ladder”.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use gainsay::compare::{GapKind, Outcome, Reason, Relation, Rung, Side};
use gainsay::model::{Aspect, Basis, Grounding, PeriodForm};
use gainsay::quantity::Stated;
use gainsay::store::record::AboutRecord;
use serde::Deserialize;

use crate::days::{self, Days, long};
use crate::figures::{Figure, Range, conversion, printed};
use crate::values::{Lean, gap, lean};
use crate::world::{Claim, Measure, PLACES, POPULATIONS, RATES, Region, World};

/// What a relation hangs on: claim, aspect, and whether it is inferred or left open.
pub type Condition = (String, Aspect, Grounding);

/// What comes of two claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub a: String,
    pub b: String,
    pub relation: Relation,
    pub reasons: Vec<Reason>,
    pub conditions: BTreeSet<Condition>,
    pub gap: Option<(f64, GapKind)>,
    pub rungs: Vec<(Rung, Outcome, Option<Side>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
enum Step {
    GoOn,
    Assume,
    Explains,
    ExplainsDifference,
    Part,
    NotComparable,
}

#[derive(Deserialize)]
struct Row {
    rung: Rung,
    outcome: Outcome,
    #[serde(default)]
    basis: Vec<Basis>,
    then: Step,
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| crate::table(include_str!("../../src/compare/ladder.ron")));

/// A rung with the conditions that hang on it.
struct Climbed {
    rung: Rung,
    outcome: Outcome,
    part: Option<Side>,
    step: Step,
    conditions: BTreeSet<Condition>,
}

/// What is known of the descent of two claims.
#[derive(Clone, Copy, Debug, Default)]
pub struct Descent {
    pub revises: bool,
    pub one_figure: bool,
}

/// Two claims of a world, with all that is asked of them again and again.
struct Both<'a> {
    world: &'a World,
    a: &'a Claim,
    b: &'a Claim,
    measures: (Option<&'static Measure>, Option<&'static Measure>),
    figures: Option<(Figure, Figure)>,
}

/// The figure of a claim that is a quantity.
pub fn figure(claim: &Claim) -> Option<Figure> {
    let AboutRecord::Quantity { value, unit, .. } = &claim.record.about else { return None };
    Some(Figure::new(value, unit.as_deref(), claim.quantity()?))
}

/// The figures that two claims print and their unit, which are the same if one has it from the other.
pub fn prints(claim: &Claim) -> Option<(Vec<f64>, String)> {
    let AboutRecord::Quantity { value, .. } = &claim.record.about else { return None };
    Some((printed(value), figure(claim)?.unit))
}

pub fn compare(world: &World, a: &Claim, b: &Claim, descent: Descent) -> Pair {
    let both = Both { world, a, b, measures: (a.quantity(), b.quantity()), figures: figure(a).zip(figure(b)) };
    let lean = lean(world, a, b, both.figures.as_ref());
    let rungs = both.rungs(&lean, descent);
    let (relation, mut reasons, conditions, gap) = both.verdict(&rungs, &lean, descent);
    reasons.sort();
    reasons.dedup();
    let rungs = rungs.iter().map(|rung| (rung.rung, rung.outcome, rung.part)).collect();
    Pair { a: a.id().into(), b: b.id().into(), relation, reasons, conditions, gap, rungs }
}

type Verdict = (Relation, Vec<Reason>, BTreeSet<Condition>, Option<(f64, GapKind)>);

impl Both<'_> {
    fn rungs(&self, lean: &Lean, descent: Descent) -> Vec<Climbed> {
        let (a, b) = (self.a, self.b);
        let same = |is| if is { (Outcome::Same, None) } else { (Outcome::Apart, None) };
        let mut rungs = vec![(Rung::Measure, (self.subject(), None))];
        if let ((Some(left), Some(right)), Some((one, other))) = (self.measures, &self.figures) {
            rungs.push((Rung::Basis, same(left.basis == right.basis)));
            rungs.push((Rung::Counted, same(counts(a) == counts(b))));
            rungs.push((Rung::Unit, same(one.unit == other.unit)));
        }
        rungs.push((Rung::Definition, (definition(a.definition(), b.definition()), None)));
        rungs.push((Rung::Place, self.nested(&PLACES, a.place(), b.place())));
        rungs.push((Rung::Population, self.nested(&POPULATIONS, a.population(), b.population())));
        rungs.push((Rung::Period, self.period()));
        let values = match lean {
            Lean::Agree => Outcome::Same,
            Lean::Explained(Reason::HedgeCovers) => Outcome::Inside,
            Lean::Explained(_) | Lean::Strained(_) => Outcome::Overlaps,
            Lean::Clash(_) | Lean::Nothing => Outcome::Apart,
        };
        rungs.push((Rung::Values, (values, None)));
        rungs.push((Rung::Revision, same(!descent.revises)));
        rungs.sort_by_key(|(rung, _)| *rung);
        let basis = self.basis();
        let one = |(rung, (outcome, part))| {
            let row = TABLE.iter().find(|row| {
                row.rung == rung
                    && row.outcome == outcome
                    && (row.basis.is_empty() || basis.is_some_and(|own| row.basis.contains(&own)))
            });
            let step = row.map_or(Step::GoOn, |row| row.then);
            Climbed { rung, outcome, part, step, conditions: self.conditions(rung, outcome) }
        };
        rungs.into_iter().map(one).collect()
    }

    /// The basis that both have.
    fn basis(&self) -> Option<Basis> {
        let (left, right) = (self.measures.0?.basis, self.measures.1?.basis);
        (left == right).then_some(left)
    }

    fn subject(&self) -> Outcome {
        use AboutRecord::{Date, Quantity, Quote, Rank, Stance};
        let is_one = match (&self.a.record.about, &self.b.record.about) {
            (Quantity { measure: a, .. }, Quantity { measure: b, .. }) => a == b,
            (Date { event: a, .. }, Date { event: b, .. }) => a == b,
            (Stance { proposition: a, .. }, Stance { proposition: b, .. }) => a == b,
            (
                Rank { measure: a, subject: what, rank: place, to: last, from: end, .. },
                Rank { measure: b, subject: other, rank, to, from, .. },
            ) => {
                let alone = |first: &u32, last: &Option<u32>| last.is_none_or(|last| last == *first);
                let one_place = place == rank && alone(place, last) && alone(rank, to);
                a == b && end == from && (what == other || one_place)
            }
            (
                Quote { speaker: a, occasion: here, passage: one },
                Quote { speaker: b, occasion: there, passage: other },
            ) => {
                let alike = a == b && one.to_lowercase() == other.to_lowercase();
                if alike && (here.is_none() || there.is_none()) {
                    return Outcome::Unstated;
                }
                alike && here == there
            }
            _ => false,
        };
        if is_one { Outcome::Same } else { Outcome::Apart }
    }

    fn nested(&self, regions: &[Region], a: Option<&str>, b: Option<&str>) -> (Outcome, Option<Side>) {
        let (Some(one), Some(other)) = (a, b) else { return (silent(a.is_none() && b.is_none()), None) };
        if one == other && self.a.source == self.b.source {
            return (Outcome::Same, None);
        }
        // A range over members says something of each of them.
        let inside = |whole: &Claim| match &whole.record.about {
            AboutRecord::Quantity { value: Stated::Spread(..), .. } => Outcome::Member,
            _ => Outcome::Inside,
        };
        let share =
            || regions.iter().any(|(part, ..)| is_within(regions, part, one) && is_within(regions, part, other));
        match () {
            () if is_vague(regions, one) || is_vague(regions, other) => (Outcome::Overlaps, None),
            () if one == other => (Outcome::Same, None),
            () if is_within(regions, one, other) => (inside(self.b), Some(Side::A)),
            () if is_within(regions, other, one) => (inside(self.a), Some(Side::B)),
            () if share() => (Outcome::Overlaps, None),
            () => (Outcome::Apart, None),
        }
    }

    fn period(&self) -> (Outcome, Option<Side>) {
        let (one, other) = (self.a.period(), self.b.period());
        let days = (days::of_claim(self.world, self.a), days::of_claim(self.world, self.b));
        let (Some(a), Some(b)) = days else { return (silent(one.is_none() && other.is_none()), None) };
        let both_now = one == Some(&PeriodForm::Now) && other == Some(&PeriodForm::Now);
        if (one == other && !both_now) || (both_now && self.toll_falls(a, b)) {
            return (Outcome::Same, None);
        }
        let turned = |(outcome, part): (Outcome, Option<Side>)| {
            (outcome, part.map(|side| if side == Side::A { Side::B } else { Side::A }))
        };
        match (a, b) {
            (Days::Known(..), Days::Known(..)) => known(a, b),
            (Days::Long(..), _) => of_length(a, b),
            (_, Days::Long(..)) => turned(of_length(b, a)),
            (Days::From(_) | Days::Until(_), Days::Known(..)) => half_open(a, b),
            (Days::Known(..), Days::From(_) | Days::Until(_)) => turned(half_open(b, a)),
            _ => (Outcome::Unstated, None),
        }
    }

    /// A toll that falls from one day to a later one is no later count of the same.
    fn toll_falls(&self, a: Days, b: Days) -> bool {
        let (Days::Known(_, first), Days::Known(_, second), Some((one, other))) = (a, b, &self.figures) else {
            return false;
        };
        let falls = |earlier: &Figure, later: &Figure| {
            earlier.logical.is_bounded() && later.logical.is_bounded() && later.logical.high < earlier.logical.low
        };
        first < second && falls(one, other) || second < first && falls(other, one)
    }

    /// What a rung hangs on, on each side: an aspect that is inferred or left out, or one that is named and not settled.
    fn conditions(&self, rung: Rung, outcome: Outcome) -> BTreeSet<Condition> {
        let aspects: &[(Aspect, &[&str])] = match rung {
            Rung::Measure => {
                &[(Aspect::Measure, &["measure", "proposition", "event", "subject"]), (Aspect::Occasion, &["occasion"])]
            }
            Rung::Counted => &[(Aspect::Counts, &["counts"])],
            Rung::Definition => &[(Aspect::Definition, &["definition"])],
            Rung::Place => &[(Aspect::Place, &["place"])],
            Rung::Population => &[(Aspect::Population, &["of", "class"])],
            Rung::Period => &[(Aspect::Period, &["period"])],
            Rung::Unit => &[(Aspect::Unit, &["unit"])],
            Rung::Values => &[(Aspect::When, &["when"])],
            Rung::Basis | Rung::Revision => &[],
        };
        let mut found = BTreeSet::new();
        for (aspect, fields) in aspects {
            for claim in [self.a, self.b] {
                let is_missing = is_missing(claim, *aspect);
                let is_inferred = fields.iter().any(|field| claim.record.inferred.iter().any(|own| own == field));
                if is_missing || self.is_unsettled(claim, rung, outcome) {
                    found.insert((claim.id().to_owned(), *aspect, Grounding::Unstated));
                }
                if !is_missing && is_inferred {
                    found.insert((claim.id().to_owned(), *aspect, Grounding::Inferred));
                }
            }
        }
        found
    }

    fn is_unsettled(&self, claim: &Claim, rung: Rung, outcome: Outcome) -> bool {
        match (rung, outcome) {
            (Rung::Place, Outcome::Overlaps) => claim.place().is_some_and(|id| is_vague(&PLACES, id)),
            (Rung::Population, Outcome::Overlaps) => claim.population().is_some_and(|id| is_vague(&POPULATIONS, id)),
            (Rung::Period, Outcome::Unstated | Outcome::Inside) => {
                days::of_claim(self.world, claim).is_some_and(|days| !matches!(days, Days::Known(..)))
            }
            _ => false,
        }
    }

    fn verdict(&self, rungs: &[Climbed], lean: &Lean, descent: Descent) -> Verdict {
        let with = |step| rungs.iter().filter(|rung| rung.step == step).collect::<Vec<_>>();
        let (apart, explaining, parts) = (with(Step::NotComparable), with(Step::Explains), with(Step::Part));
        if let Some((fits, gap)) = self.rate_against_total(rungs) {
            let relation = if fits { Relation::Explained } else { Relation::Contradiction };
            return (relation, vec![Reason::RateVsTotal], open(rungs), gap);
        }
        if !apart.is_empty() {
            let all = [apart, explaining, parts].concat();
            return (Relation::NotComparable, reasons(&all), BTreeSet::new(), None);
        }
        if !explaining.is_empty() {
            let all = [explaining, parts].concat();
            return (Relation::Explained, reasons(&all), hanging(&all), None);
        }
        // A revision explains any difference, and so does a condition that only one side sets.
        let one_sided = with(Step::ExplainsDifference);
        let accounted = || match () {
            () if descent.revises || descent.one_figure => {
                Some((Relation::Explained, vec![Reason::Revision], BTreeSet::new(), None))
            }
            () if !one_sided.is_empty() => Some((Relation::Explained, reasons(&one_sided), open(rungs), None)),
            () => None,
        };
        if !parts.is_empty() {
            return self.part_and_whole(&parts, rungs, accounted);
        }
        match lean {
            Lean::Agree => (Relation::Agreement, vec![], open(rungs), None),
            Lean::Explained(reason) => (Relation::Explained, vec![*reason], open(rungs), None),
            Lean::Nothing => (Relation::NotComparable, vec![Reason::Measure], open(rungs), None),
            Lean::Strained(gap) => accounted().unwrap_or_else(|| (Relation::Tension, vec![], open(rungs), *gap)),
            Lean::Clash(gap) => accounted().unwrap_or_else(|| (Relation::Contradiction, vec![], open(rungs), *gap)),
        }
    }

    /// A part of what adds up cannot exceed its whole.
    fn part_and_whole(
        &self,
        parts: &[&Climbed],
        rungs: &[Climbed],
        accounted: impl Fn() -> Option<Verdict>,
    ) -> Verdict {
        let mut reasons = reasons(parts);
        let one_way = parts.iter().all(|rung| rung.part == parts[0].part);
        let Some((one, other)) = self.figures.as_ref().filter(|_| one_way) else {
            return (Relation::Explained, reasons, hanging(parts), None);
        };
        let (part, whole) = if parts[0].part == Some(Side::A) { (one, other) } else { (other, one) };
        reasons.push(Reason::PartOfWhole);
        // The least of the part against the most of the whole.
        let least = Range { high: f64::INFINITY, high_in: false, ..part.logical };
        let most = Range { low: f64::NEG_INFINITY, low_in: false, ..whole.logical };
        let Some(ends) = most.facing(least) else { return (Relation::Explained, reasons, hanging(parts), None) };
        let unit = self.measures.0.expect("a quantity").unit;
        accounted().unwrap_or_else(|| (Relation::Contradiction, reasons, open(rungs), gap(unit, ends)))
    }

    /// Whether a rate, reckoned up over the time of a total, may come to it, and how far it is from it.
    fn rate_against_total(&self, rungs: &[Climbed]) -> Option<(bool, Option<(f64, GapKind)>)> {
        let scopes = [
            (Rung::Place, self.a.place().is_none() || self.b.place().is_none()),
            (Rung::Population, self.a.population().is_none() || self.b.population().is_none()),
            (Rung::Period, self.a.period().is_none() || self.b.period().is_none()),
            (Rung::Definition, false),
        ];
        let may_be_one = |(rung, one_is_silent): (Rung, bool)| {
            let outcome = rungs.iter().find(|other| other.rung == rung).expect("every rung").outcome;
            match outcome {
                Outcome::Same | Outcome::Unspoken => true,
                Outcome::Unstated => one_is_silent,
                _ => false,
            }
        };
        let (a, b) = (self.measures.0?.id, self.measures.1?.id);
        let (one, other) = self.figures.as_ref()?;
        let (rate, of_rate, total, claim) = match () {
            () if RATES.contains(&(a, b)) => (one, self.measures.0?, other, self.b),
            () if RATES.contains(&(b, a)) => (other, self.measures.1?, one, self.a),
            () => return None,
        };
        if !scopes.into_iter().all(may_be_one) {
            return None;
        }
        let days = match days::of_claim(self.world, claim)? {
            Days::Known(first, last) => long(first, last),
            Days::Long(days, _) => days,
            _ => return None,
        };
        let (factor, _) = conversion(of_rate.unit, "per day");
        let reckoned = rate.logical.times(factor, 0.0).times(f64::from(days), 0.0);
        let unit = claim.quantity()?.unit;
        Some((reckoned.meets(total.logical), reckoned.facing(total.logical).and_then(|ends| gap(unit, ends))))
    }
}

fn counts(claim: &Claim) -> Option<&str> {
    match &claim.record.about {
        AboutRecord::Quantity { counts, .. } => counts.as_deref().or(claim.quantity()?.counts),
        _ => None,
    }
}

fn silent(both: bool) -> Outcome {
    if both { Outcome::Unspoken } else { Outcome::Unstated }
}

fn definition(a: Option<&str>, b: Option<&str>) -> Outcome {
    match (a, b) {
        (Some(a), Some(b)) if a.to_lowercase() == b.to_lowercase() => Outcome::Same,
        (Some(_), Some(_)) => Outcome::Apart,
        _ => silent(a.is_none() && b.is_none()),
    }
}

fn region(regions: &[Region], id: &str) -> Region {
    *regions.iter().find(|(known, ..)| *known == id).expect("a region")
}

fn is_vague(regions: &[Region], id: &str) -> bool {
    region(regions, id).2
}

/// Whether one is a part of the other, however many steps away, and not the other itself.
fn is_within(regions: &[Region], part: &str, whole: &str) -> bool {
    region(regions, part).1.iter().any(|above| *above == whole || is_within(regions, above, whole))
}

fn known(a: Days, b: Days) -> (Outcome, Option<Side>) {
    let (Days::Known(a_first, a_last), Days::Known(b_first, b_last)) = (a, b) else { unreachable!("both are known") };
    match () {
        () if (a_first, a_last) == (b_first, b_last) => (Outcome::Same, None),
        () if a_last < b_first || b_last < a_first => (Outcome::Apart, None),
        () if a_first >= b_first && a_last <= b_last => (Outcome::Inside, Some(Side::A)),
        () if b_first >= a_first && b_last <= a_last => (Outcome::Inside, Some(Side::B)),
        () => (Outcome::Overlaps, None),
    }
}

/// A period of which only the length is known, against another: the shorter is a part of the longer.
fn of_length(a: Days, b: Days) -> (Outcome, Option<Side>) {
    let Days::Long(own, after) = a else { unreachable!("only a length") };
    let other = match b {
        Days::Known(_, last) if after.is_some_and(|after| last < after) => return (Outcome::Apart, None),
        Days::Known(first, last) => long(first, last),
        Days::Long(days, _) => days,
        Days::From(_) => return (Outcome::Inside, Some(Side::A)),
        Days::Until(_) | Days::Unknown => return (Outcome::Unstated, None),
    };
    match () {
        () if own < other => (Outcome::Inside, Some(Side::A)),
        () if own > other => (Outcome::Inside, Some(Side::B)),
        () => (Outcome::Unstated, None),
    }
}

/// A period with one end against one with both. What runs from an earlier day on is more than the later period.
fn half_open(a: Days, b: Days) -> (Outcome, Option<Side>) {
    let Days::Known(first, last) = b else { unreachable!("both ends are known") };
    match a {
        Days::From(since) if last < since => (Outcome::Apart, None),
        Days::Until(until) if first > until => (Outcome::Apart, None),
        Days::From(since) if since < first => (Outcome::Inside, Some(Side::B)),
        _ => (Outcome::Unstated, None),
    }
}

fn is_missing(claim: &Claim, aspect: Aspect) -> bool {
    match aspect {
        Aspect::Definition => claim.definition().is_none(),
        Aspect::Place => claim.place().is_none(),
        Aspect::Population => claim.population().is_none(),
        Aspect::Period => claim.period().is_none(),
        Aspect::Occasion => matches!(&claim.record.about, AboutRecord::Quote { occasion: None, .. }),
        Aspect::Measure | Aspect::Counts | Aspect::Unit | Aspect::When => false,
    }
}

fn reasons(rungs: &[&Climbed]) -> Vec<Reason> {
    let of = |rung| match rung {
        Rung::Measure => Reason::Measure,
        Rung::Basis => Reason::Basis,
        Rung::Counted => Reason::Counted,
        Rung::Definition => Reason::Definition,
        Rung::Place => Reason::Place,
        Rung::Population => Reason::Population,
        Rung::Period => Reason::Period,
        Rung::Unit | Rung::Values | Rung::Revision => unreachable!("the table has no row of it"),
    };
    rungs.iter().map(|rung| of(rung.rung)).collect()
}

fn hanging(rungs: &[&Climbed]) -> BTreeSet<Condition> {
    rungs.iter().flat_map(|rung| rung.conditions.iter().cloned()).collect()
}

/// What the relation of the values hangs on: all that is open. What neither side says matters only where the table says so.
fn open(rungs: &[Climbed]) -> BTreeSet<Condition> {
    let matters = |rung: &&Climbed| rung.outcome != Outcome::Unspoken || rung.step == Step::Assume;
    hanging(&rungs.iter().filter(matters).collect::<Vec<_>>())
}
