//! Climbs the ladder with two claims and says what comes of them.

use super::identity::{Reckoned, reckon};
use super::ladder::{Step, step};
use super::reason::Reason;
use super::relation::{Comparison, Condition, Gap, Relation};
use super::rung::{Outcome, Rung, RungResult, Side};
use super::values::{Leaning, Values, values};
use super::{Lineage, decide, hints, quantities, quotes, scope, subject};
use crate::model::{About, Archive, Basis, Claim};
use crate::quantity::{Bounds, Interval};

/// Holds two claims side by side.
///
/// Every rung is climbed and every reason collected. The outcome is symmetric: with the claims the other way round, only
/// the sides change places.
pub fn compare(archive: &Archive, a: &Claim, b: &Claim, lineage: Lineage) -> Comparison {
    let values = values(archive, a, b);
    let rungs = climb(archive, a, b, &values, lineage);
    // Where the bases differ, no row of the ladder that is for one of them applies.
    let basis = basis(archive, a).filter(|own| basis(archive, b) == Some(*own));
    let reckoned = reckon(archive, a, b, &rungs);
    let bounds = a.about.as_quantity().zip(b.about.as_quantity()).map(|(a, b)| (a.bounds, b.bounds));
    let unit = archive.measure_of(a).map_or("", |measure| measure.unit.as_str());
    let climb = Climb { rungs: &rungs, leaning: values.leaning, gap: values.gap, basis, lineage, bounds, unit };
    let Verdict { relation, reasons, conditions, gap } =
        reckoned.as_ref().and_then(|reckoned| by_reckoning(&climb, reckoned)).unwrap_or_else(|| climb.verdict());
    let both_quotes = matches!((&a.about, &b.about), (About::Quote(_), About::Quote(_)));
    let same_utterance = both_quotes && relation != Relation::NotComparable;
    Comparison {
        a: a.id.clone(),
        b: b.id.clone(),
        hints: hints::hints(archive, a, b, relation, &reasons),
        would_decide: decide::would_decide(archive, a, b, relation, &conditions),
        why: decide::why(relation, &reasons, &rungs, gap, &values),
        derived: reckoned.map(|reckoned| reckoned.derived),
        wording: if same_utterance { quotes::wording(a, b) } else { Vec::new() },
        relation,
        reasons,
        conditional_on: conditions,
        gap,
        rungs,
    }
}

fn basis(archive: &Archive, claim: &Claim) -> Option<Basis> {
    claim.about.as_quantity().and_then(|quantity| archive.measures.get(&quantity.measure)).map(|measure| measure.basis)
}

fn climb(archive: &Archive, a: &Claim, b: &Claim, values: &Values, lineage: Lineage) -> Vec<RungResult> {
    let mut rungs = vec![subject::measure(archive, a, b)];
    rungs.extend(subject::kinds(archive, a, b));
    rungs.push(scope::definition(archive, a, b));
    rungs.push(scope::place(archive, a, b));
    rungs.push(scope::population(archive, a, b));
    rungs.push(scope::period(archive, a, b));
    rungs.push(super::conditions::grounds(archive, values.rung(), a, b));
    rungs.push(revision(lineage));
    rungs.sort_by_key(|result| result.rung);
    rungs
}

/// Whether one side revises the other, or both are one figure on its way through several hands.
fn revision(lineage: Lineage) -> RungResult {
    let word = |side| match () {
        () if lineage.revises == Some(side) => Some("revises the other".to_owned()),
        () if lineage.one_figure => Some("one origin's figure".to_owned()),
        () => None,
    };
    let outcome = if lineage.revises.is_some() { Outcome::Apart } else { Outcome::Same };
    RungResult::plain(Rung::Revision, word(Side::A), word(Side::B), outcome)
}

/// What the ladder makes a verdict of, whether the claims stand in a graph or in a text.
#[derive(Clone, Copy, Debug)]
pub struct Climb<'a> {
    /// Every rung.
    pub rungs: &'a [RungResult],
    /// Where the values lean.
    pub leaning: Leaning,
    /// How far apart they are, where they are.
    pub gap: Option<Gap>,
    /// The basis of both, if they have one.
    pub basis: Option<Basis>,
    /// What their ancestry says.
    pub lineage: Lineage,
    /// What the values allow, in `unit`; none for claims that are no quantities.
    pub bounds: Option<(Bounds, Bounds)>,
    /// The unit of the bounds.
    pub unit: &'a str,
}

/// What the ladder comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How the two relate.
    pub relation: Relation,
    /// All reasons, in the order of the ladder.
    pub reasons: Vec<Reason>,
    /// What the relation hangs on.
    pub conditions: Vec<Condition>,
    /// How far apart they are, where they are.
    pub gap: Option<Gap>,
}

/// The verdict of an identity, if it tests the two.
fn by_reckoning(climb: &Climb<'_>, reckoned: &Reckoned) -> Option<Verdict> {
    let (relation, reason) = reckoned.relation?;
    let gap = reckoned.ends.and_then(|ends| quantities::gap(&reckoned.unit, ends));
    Some(Verdict { relation, reasons: vec![reason], conditions: climb.all_conditions(), gap })
}

impl Verdict {
    fn settled(relation: Relation, mut reasons: Vec<Reason>, conditions: Vec<Condition>) -> Self {
        reasons.sort();
        reasons.dedup();
        Self { relation, reasons, conditions, gap: None }
    }
}

impl Climb<'_> {
    /// Climbs all rungs: what sets the claims apart, then what explains any difference, then part and whole, then the
    /// values themselves.
    pub fn verdict(&self) -> Verdict {
        let incomparable = self.with(Step::NotComparable);
        let explained = self.with(Step::Explains);
        let parts = self.with(Step::Part);
        if !incomparable.is_empty() {
            let all = incomparable.iter().chain(&explained).chain(&parts).copied().collect::<Vec<_>>();
            return Verdict::settled(Relation::NotComparable, reasons(&all), Vec::new());
        }
        if explained.is_empty() && !parts.is_empty() {
            return self.part_of_whole(&parts);
        }
        if !explained.is_empty() {
            let all: Vec<_> = explained.iter().chain(&parts).copied().collect();
            return Verdict::settled(Relation::Explained, reasons(&all), conditions(&all));
        }
        self.by_values()
    }

    /// The rungs from which such a step follows.
    fn with(&self, wanted: Step) -> Vec<&RungResult> {
        self.rungs.iter().filter(|result| step(result.rung, result.outcome, self.basis) == wanted).collect()
    }

    /// What the relation of the values hangs on: every rung that was passed on the word of an inferred field, or on the
    /// assumption that both sides mean the same.
    fn all_conditions(&self) -> Vec<Condition> {
        let neither_matters = |result: &&RungResult| {
            result.outcome != Outcome::Unspoken || step(result.rung, result.outcome, self.basis) == Step::Assume
        };
        conditions(&self.rungs.iter().filter(neither_matters).collect::<Vec<_>>())
    }

    fn by_values(&self) -> Verdict {
        let (relation, reason) = match self.leaning {
            Leaning::Agree => (Relation::Agreement, None),
            Leaning::Explained(reason) => (Relation::Explained, Some(reason)),
            Leaning::Strained => (Relation::Tension, None),
            Leaning::Clash => (Relation::Contradiction, None),
            Leaning::None => (Relation::NotComparable, Some(Reason::Measure)),
        };
        let differ = relation.is_disagreement();
        if let Some(verdict) = self.accounted_for().filter(|_| differ) {
            return verdict;
        }
        let gap = if differ { self.gap } else { None };
        Verdict { relation, reasons: reason.into_iter().collect(), conditions: self.all_conditions(), gap }
    }

    /// A part of what adds up cannot exceed its whole. Where each side is inside the other in some respect, neither is a
    /// part, and the respects explain the difference.
    fn part_of_whole(&self, parts: &[&RungResult]) -> Verdict {
        let mut reasons = reasons(parts);
        let one_way = parts.iter().all(|result| result.part == parts[0].part);
        let Some((left, right)) = self.bounds else {
            return Verdict::settled(Relation::Explained, reasons, conditions(parts));
        };
        if !one_way {
            return Verdict::settled(Relation::Explained, reasons, conditions(parts));
        }
        let (part, whole) = if parts[0].part == Some(Side::A) { (left, right) } else { (right, left) };
        reasons.push(Reason::PartOfWhole);
        let Some(ends) = exceeding(part.logical, whole.logical) else {
            return Verdict::settled(Relation::Explained, reasons, conditions(parts));
        };
        if let Some(verdict) = self.accounted_for() {
            return verdict;
        }
        let settled = Verdict::settled(Relation::Contradiction, reasons, self.all_conditions());
        Verdict { gap: quantities::gap(self.unit, ends), ..settled }
    }

    /// What accounts for a difference, if there is one: a revision, or a condition that only one side sets.
    fn accounted_for(&self) -> Option<Verdict> {
        if self.lineage.revises.is_some() || self.lineage.one_figure {
            return Some(Verdict::settled(Relation::Explained, vec![Reason::Revision], Vec::new()));
        }
        let one_sided = self.with(Step::ExplainsDifference);
        let settled = || Verdict::settled(Relation::Explained, reasons(&one_sided), self.all_conditions());
        (!one_sided.is_empty()).then(settled)
    }
}

/// The high end of the whole and the low end of the part, if even the least of the part exceeds the most of the whole.
fn exceeding(part: Interval, whole: Interval) -> Option<(f64, f64)> {
    let (most, least) = (whole.high().value()?, part.low().value()?);
    let touching = least == most && part.contains(least) && whole.contains(most);
    (least >= most && !touching).then_some((most, least))
}

fn reasons(rungs: &[&RungResult]) -> Vec<Reason> {
    rungs.iter().filter_map(|result| Reason::of(result.rung)).collect()
}

fn conditions(rungs: &[&RungResult]) -> Vec<Condition> {
    let mut all: Vec<Condition> = rungs.iter().flat_map(|result| result.conditions.iter().cloned()).collect();
    all.sort();
    all.dedup();
    all
}
