//! The rungs of the ladder for two claims of texts, and what it makes of them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::corpus::{Corpus, Entry};
use super::likeness::{is_general, is_reckoned};
use super::pairs::Pair;
use super::sign::WEIGHTS;
use super::tie::Tie;
use super::units::measured;
use super::values::{Held, held};
use crate::compare::{Climb, Condition, Leaning, Lineage, Outcome, Reason, Relation, Rung, RungResult, Side, Verdict};
use crate::extract::Change;
use crate::extract::claim::{LANGUAGE, Said, Sort, Term};
use crate::model::{Aspect, Basis, Grounding};

/// Two claims of texts, held side by side.
#[derive(Clone, Debug)]
pub struct Match {
    /// The place of the first in the corpus.
    pub a: usize,
    /// The place of the second.
    pub b: usize,
    /// How likely they speak of the same thing.
    pub score: f64,
    /// What the ladder makes of them.
    pub verdict: Verdict,
    /// Every rung.
    pub rungs: Vec<RungResult>,
}

/// How long before publication something is the news of the text, whose toll still changes.
const RECENT_DAYS: i32 = 30;

/// Holds the claims of a pair side by side; none if they do not speak of the same thing, or may not and nothing sets them apart.
pub fn judge(corpus: &Corpus, pair: &Pair) -> Option<Match> {
    relation(corpus, pair)?;
    held_side_by_side(corpus, pair)
}

/// How the claims of a pair relate, without the words of the rungs, which take longer than the judgement; none where
/// [`judge`] gives none.
pub fn relation(corpus: &Corpus, pair: &Pair) -> Option<Relation> {
    if pair.score < WEIGHTS.likely && pair.related < WEIGHTS.related {
        return None;
    }
    let verdict = hold(corpus, pair, |rung, _, _| rung)?.0;
    // Of a part and its whole in one text, no more is known than that they fit.
    if pair.tie == Some(Tie::Part) && verdict.relation != Relation::Explained {
        return None;
    }
    let by_scope =
        verdict.relation == Relation::Explained && verdict.reasons.iter().any(|reason| !is_of_values(*reason));
    (pair.score >= WEIGHTS.likely || by_scope).then_some(verdict.relation)
}

/// Holds the claims of a pair side by side as if they spoke of the same thing; none if their values are of two kinds.
pub fn held_side_by_side(corpus: &Corpus, pair: &Pair) -> Option<Match> {
    let (verdict, rungs) = hold(corpus, pair, with_words)?;
    Some(Match { a: pair.a, b: pair.b, score: pair.score, verdict, rungs })
}

/// The verdict on a pair, and the rungs as they are told.
fn hold(
    corpus: &Corpus,
    pair: &Pair,
    told: impl Fn(RungResult, &Entry, &Entry) -> RungResult,
) -> Option<(Verdict, Vec<RungResult>)> {
    let (one, other) = (corpus.entries().get(pair.a)?, corpus.entries().get(pair.b)?);
    let mut held = held(one, other)?;
    if pair.tie == Some(Tie::Same) && one.claim.printed == other.claim.printed {
        // What one passage says twice is one thing, though "on Sunday" is another day in each of its texts.
        (held.leaning, held.gap) = (Leaning::Agree, None);
    }
    let fits = held.leaning == Leaning::Agree || one.claim.denied != other.claim.denied && is_met(held.leaning);
    let rungs = climb(one, other, &held, pair.tie == Some(Tie::Same) || fits, told);
    Some((settle(one, other, &held, &rungs), rungs))
}

/// Whether values may be one.
fn is_met(leaning: Leaning) -> bool {
    matches!(leaning, Leaning::Agree | Leaning::Explained(_))
}

fn is_of_values(reason: Reason) -> bool {
    matches!(reason, Reason::Rounding | Reason::UnitConversion | Reason::HedgeCovers)
}

fn settle(a: &Entry, b: &Entry, held: &Held, rungs: &[RungResult]) -> Verdict {
    let basis = basis(a);
    let leaning = if a.claim.denied == b.claim.denied { held.leaning } else { denial(held.leaning) };
    let climb = Climb {
        rungs,
        leaning,
        gap: held.gap,
        basis,
        lineage: Lineage::default(),
        bounds: held.bounds,
        unit: &held.unit,
    };
    climb.verdict()
}

/// A denial of what the other says contradicts it; one of anything else says nothing about it.
fn denial(leaning: Leaning) -> Leaning {
    match leaning {
        Leaning::Agree | Leaning::Explained(_) => Leaning::Clash,
        Leaning::Strained | Leaning::Clash | Leaning::None => Leaning::Explained(Reason::HedgeCovers),
    }
}

fn basis(entry: &Entry) -> Option<Basis> {
    match &entry.claim.said {
        Said::Figure { unit, .. } if measured(unit).dimension == "share" => Some(Basis::Share),
        Said::Figure { unit, .. } if measured(unit).dimension == "time" => Some(Basis::Duration),
        Said::Figure { .. } => Some(Basis::Flow),
        _ => None,
    }
}

fn climb(
    a: &Entry,
    b: &Entry,
    held: &Held,
    one_thing: bool,
    told: impl Fn(RungResult, &Entry, &Entry) -> RungResult,
) -> Vec<RungResult> {
    let values = match held.leaning {
        Leaning::Agree => Outcome::Same,
        Leaning::Explained(_) | Leaning::Strained => Outcome::Overlaps,
        Leaning::Clash | Leaning::None => Outcome::Apart,
    };
    let plain = |rung, outcome| RungResult::plain(rung, None, None, outcome);
    let scope = [place(a, b), population(a, b), period(a, b)].map(|rung| if one_thing { presumed(rung) } else { rung });
    let scope = scope.map(|rung| told(rung, a, b));
    let mut rungs = vec![plain(Rung::Measure, Outcome::Same)];
    rungs.extend(scope);
    rungs.push(plain(Rung::Values, values));
    rungs
}

/// Two texts with one figure for the same thing, or with one passage, are read as speaking of one place and time, whatever else they name.
fn presumed(rung: RungResult) -> RungResult {
    match rung.outcome {
        Outcome::Apart | Outcome::Inside => RungResult { outcome: Outcome::Unstated, part: None, ..rung },
        _ => rung,
    }
}

/// The rung with what each side says there, and what hangs on a side that says nothing.
fn with_words(mut rung: RungResult, a: &Entry, b: &Entry) -> RungResult {
    let word = |entry: &Entry| match rung.rung {
        Rung::Place => entry.claim.place.clone(),
        Rung::Period => entry.claim.period.clone(),
        _ => entry.claim.counted.clone(),
    };
    (rung.a, rung.b) = (word(a), word(b));
    let field = if rung.rung == Rung::Place { Aspect::Place } else { Aspect::Period };
    if rung.outcome == Outcome::Unstated && rung.rung != Rung::Population {
        rung.conditions = [(a, &rung.a), (b, &rung.b)]
            .iter()
            .filter(|(_, word)| word.is_none())
            .map(|(entry, _)| open(entry, field))
            .collect();
    }
    rung
}

fn open(entry: &Entry, field: Aspect) -> Condition {
    let claim = entry.id();
    let text = format!("if {}, which names no {field}, means the same", entry.label);
    Condition { claim, field, state: Grounding::Unstated, text }
}

fn inside(rung: Rung, part: Side) -> RungResult {
    RungResult { part: Some(part), ..RungResult::plain(rung, None, None, Outcome::Inside) }
}

/// Places named in the sentences: apart if both name one and no name is common to them.
fn place(a: &Entry, b: &Entry) -> RungResult {
    if a.claim.whole != b.claim.whole {
        return inside(Rung::Place, if a.claim.whole { Side::B } else { Side::A });
    }
    let shared = |term: &Term| {
        b.claim.places.iter().any(|other| other.key == term.key)
            || b.claim.terms.iter().any(|one| one.term.key == term.key)
    };
    let back = |term: &Term| a.claim.terms.iter().any(|one| one.term.key == term.key);
    let (some, others) = (!a.claim.places.is_empty(), !b.claim.places.is_empty());
    let outcome = match (some, others) {
        (true, true) if a.claim.places.iter().any(shared) || b.claim.places.iter().any(back) => Outcome::Same,
        (true, true) => Outcome::Apart,
        (false, false) => Outcome::Unspoken,
        _ => Outcome::Unstated,
    };
    RungResult::plain(Rung::Place, None, None, outcome)
}

/// Who is counted: other people, a part of them, or the same.
fn population(a: &Entry, b: &Entry) -> RungResult {
    if a.claim.part != b.claim.part && !is_reckoned(a, b) {
        return inside(Rung::Population, if a.claim.part { Side::A } else { Side::B });
    }
    let some = |entry: &Entry| {
        entry.claim.head.is_some_and(|head| head.is_people() && !is_general(&head) && head.sort() != Some(Sort::Event))
    };
    let all = |entry: &Entry| entry.claim.head.is_some_and(|head| is_general(&head));
    if (some(a) && all(b) || all(a) && some(b)) && !is_reckoned(a, b) {
        return inside(Rung::Population, if some(a) { Side::A } else { Side::B });
    }
    let outcome = match (&a.claim.head, &b.claim.head) {
        // What is reckoned from a count has its noun elsewhere.
        _ if is_reckoned(a, b) => Outcome::Same,
        (Some(one), Some(other)) if one.key != other.key && !is_general(one) && !is_general(other) => Outcome::Apart,
        _ if modified_apart(a, b) => Outcome::Apart,
        _ => Outcome::Same,
    };
    RungResult::plain(Rung::Population, None, None, outcome)
}

/// Whether both narrow what they count, and by nothing in common.
fn modified_apart(a: &Entry, b: &Entry) -> bool {
    let (left, right) = (&a.claim.modifiers, &b.claim.modifiers);
    !left.is_empty() && !right.is_empty() && !left.iter().any(|one| right.iter().any(|other| one.key == other.key))
}

/// Days that both give; for tolls that change, the day of the text.
fn period(a: &Entry, b: &Entry) -> RungResult {
    let plain = |outcome| RungResult::plain(Rung::Period, None, None, outcome);
    if let Some(outcome) = toll(a, b) {
        return plain(outcome);
    }
    let before = |entry: &Entry| entry.claim.change() == Some(Change::From);
    if before(a) != before(b) {
        return plain(Outcome::Apart);
    }
    if let Some(part) = shorter(a, b) {
        return inside(Rung::Period, part);
    }
    let (Some(left), Some(right)) = (window(a), window(b)) else {
        let any = window(a).is_some() || window(b).is_some();
        return plain(if any { Outcome::Unstated } else { Outcome::Unspoken });
    };
    let before = |one: Window, other: Window| one.1.zip(other.0).is_some_and(|(end, start)| end < start);
    if before(left, right) || before(right, left) { plain(Outcome::Apart) } else { plain(Outcome::Same) }
}

/// A first and a last day, each as far as it is told.
type Window = (Option<Date>, Option<Date>);

/// By how much one stretch of time has to be longer to be another one.
const LONGER: f64 = 1.25;

/// The side that runs over the shorter stretch of time, where both tell theirs.
fn shorter(a: &Entry, b: &Entry) -> Option<Side> {
    let (one, other) = (a.claim.lasting?, b.claim.lasting?);
    match () {
        () if one * LONGER < other => Some(Side::A),
        () if other * LONGER < one => Some(Side::B),
        () => None,
    }
}

fn window(entry: &Entry) -> Option<Window> {
    let timed = entry.claim.is_temporal();
    entry.claim.when.as_ref().filter(|when| when.near && !timed).map(|when| (when.first, when.last))
}

/// Tolls of what has just happened stand as of the day of their text: a later one may be higher.
fn toll(a: &Entry, b: &Entry) -> Option<Outcome> {
    let running = |entry: &Entry| {
        counts_people(entry)
            && entry.claim.event.is_some_and(|event| LANGUAGE.class_of(event).running)
            && is_recent(entry)
    };
    if !running(a) || !running(b) {
        return None;
    }
    let (one, other) = (a.date?, b.date?);
    Some(if one == other { Outcome::Same } else { Outcome::Apart })
}

/// Whether people are counted, or a thing that the text does not name beside the figure.
fn counts_people(entry: &Entry) -> bool {
    !entry.claim.is_temporal() && entry.claim.head.is_none_or(|head| head.is_people())
}

fn is_recent(entry: &Entry) -> bool {
    let (Some(when), Some(date)) = (&entry.claim.when, entry.date) else { return true };
    let Some(first) = when.first.or(when.last) else { return true };
    date.checked_sub(RECENT_DAYS.days()).is_ok_and(|since| first >= since)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::matching::corpus::tests::corpus_of;
    use crate::matching::pairs::pairs;

    /// The first claims of two texts, held side by side, either way round.
    fn side_by_side(a: &str, b: &str) -> Match {
        let one = |texts: &[&str]| {
            let corpus = corpus_of(texts, Some("2031-05-14"));
            let second = corpus.entries().iter().position(|entry| entry.text == 1).unwrap();
            let all = pairs(&corpus, &BTreeMap::new());
            let pair = all.into_iter().find(|pair| (pair.a, pair.b) == (0, second)).unwrap();
            held_side_by_side(&corpus, &pair).unwrap()
        };
        let (forth, back) = (one(&[a, b]), one(&[b, a]));
        assert_eq!((forth.verdict.relation, &forth.verdict.reasons), (back.verdict.relation, &back.verdict.reasons));
        forth
    }

    fn hold(rows: &[(&str, &str, Relation, &[Reason])]) {
        for (a, b, relation, reasons) in rows {
            let verdict = side_by_side(a, b).verdict;
            assert_eq!((verdict.relation, verdict.reasons.as_slice()), (*relation, *reasons), "{a} {b}");
        }
    }

    #[test]
    fn places_people_and_times_account_for_differences() {
        use Relation::{Contradiction, Explained};
        hold(&[
            ("The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats in Lorn.", Contradiction, &[]),
            (
                "The flood drowned 12 goats in Lorn.",
                "The flood drowned 40 goats in Arden.",
                Explained,
                &[Reason::Place],
            ),
            ("Ten lanterns broke in 2019.", "Nine lanterns broke in 2021.", Explained, &[Reason::Period]),
            ("Ten lanterns broke.", "Nine umbrellas broke.", Explained, &[Reason::Population]),
        ]);
    }

    #[test]
    fn a_part_does_not_contradict_its_whole() {
        let whole = side_by_side("Worldwide, 310 ships sank.", "In Lorn, 20 ships sank.").verdict;
        assert_eq!(whole.relation, Relation::Explained);
        assert!(whole.reasons.contains(&Reason::PartOfWhole), "{:?}", whole.reasons);
        let more = side_by_side("Worldwide, 310 ships sank.", "In Lorn, 900 ships sank.").verdict;
        assert_eq!(more.relation, Relation::Contradiction);
    }

    #[test]
    fn a_shorter_time_is_a_part_of_a_longer_one() {
        let a = "Some 5,000 migrants entered Lorn in two weeks.";
        let found = side_by_side(a, "Some 2,000 migrants entered Lorn in one week.").verdict;
        assert_eq!(found.relation, Relation::Explained);
        assert!(found.reasons.contains(&Reason::Period), "{:?}", found.reasons);
    }

    #[test]
    fn a_denial_contradicts_what_it_denies_and_nothing_else() {
        use Relation::{Contradiction, Explained};
        let denied = "The mill denied that 96 workers had been laid off.";
        hold(&[
            (denied, "The mill laid off 96 workers.", Contradiction, &[]),
            (denied, "The mill laid off 40 workers.", Explained, &[Reason::HedgeCovers]),
            (denied, denied, Relation::Agreement, &[]),
        ]);
    }

    #[test]
    fn what_one_side_leaves_open_is_a_condition() {
        let found = side_by_side("The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats.").verdict;
        assert_eq!(found.relation, Relation::Contradiction);
        assert_eq!(found.conditions.iter().map(|open| open.field).collect::<Vec<_>>(), [Aspect::Place]);
    }

    #[test]
    fn what_is_not_alike_is_not_told() {
        let corpus = corpus_of(&["The flood drowned 12 goats in Lorn.", "Forty umbrellas hung in the hall."], None);
        let all = pairs(&corpus, &BTreeMap::new());
        assert!(all.len() == 1 && judge(&corpus, &all[0]).is_none());
        let corpus = corpus_of(&["The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats in Lorn."], None);
        let all = pairs(&corpus, &BTreeMap::new());
        assert!(judge(&corpus, &all[0]).is_some());
    }
}
