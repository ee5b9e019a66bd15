//! What the ladder makes of a pair of claims, and whether that is worth telling.

use super::corpus::{Corpus, Entry};
use super::differences::differences;
use super::likeness::is_one_value;
use super::pairs::Pair;
use super::rungs::{basis, climb, with_words};
use super::sign::WEIGHTS;
use super::tie::Tie;
use super::values::{Held, held};
use crate::compare::{Climb, Leaning, Lineage, Reason, Relation, RungResult, Verdict};

/// Two claims of texts, held side by side.
#[derive(Clone, Debug)]
pub struct Match {
    /// The place of the first in the corpus.
    pub a: usize,
    /// The place of the second.
    pub b: usize,
    /// How likely they speak of the same thing; where something else accounts for their difference, how likely they are of one
    /// matter, if that is more.
    pub score: f64,
    /// Whether they are held to speak of the same thing.
    pub one_thing: bool,
    /// What the ladder makes of them.
    pub verdict: Verdict,
    /// Every rung.
    pub rungs: Vec<RungResult>,
}

/// The likelihood of one matter from which people are told what sets two claims apart that are hardly of one thing. Programs
/// get all.
const FOR_PEOPLE: f64 = 0.3;

impl Match {
    /// Whether it is worth the time of a person.
    pub fn is_for_people(&self) -> bool {
        self.one_thing || self.score >= FOR_PEOPLE
    }
}

/// Holds the claims of a pair side by side; none if they are not of one matter.
pub fn judge(corpus: &Corpus, pair: &Pair) -> Option<Match> {
    let (verdict, rungs) = settled(corpus, pair, with_words)?;
    // Where only something else accounts for a difference, the score says how sure it is that they are of one matter.
    let score = if verdict.relation == Relation::Explained { pair.score.max(pair.related) } else { pair.score };
    let one_thing = pair.score >= likely(corpus, pair);
    Some(Match { a: pair.a, b: pair.b, score, one_thing, verdict, rungs })
}

/// How the claims of a pair relate, without the words of the rungs, which take longer than the judgement; none where
/// [`judge`] gives none.
pub fn relation(corpus: &Corpus, pair: &Pair) -> Option<Relation> {
    settled(corpus, pair, |rung, _, _| rung).map(|(verdict, _)| verdict.relation)
}

/// The likelihood from which a pair is held to be of one thing: a graph says what its claims are of, and an editor looks for them.
fn likely(corpus: &Corpus, pair: &Pair) -> f64 {
    let known = |place: usize| corpus.entries().get(place).is_some_and(|entry| entry.known.is_some());
    if known(pair.a) || known(pair.b) { WEIGHTS.known } else { WEIGHTS.likely }
}

fn settled(corpus: &Corpus, pair: &Pair, told: Told) -> Option<(Verdict, Vec<RungResult>)> {
    let likely = likely(corpus, pair);
    let least = pair.score.max(pair.related);
    if pair.score < likely && least < WEIGHTS.related.min(WEIGHTS.alike) {
        return None;
    }
    let aside = |place: usize| corpus.entries().get(place).is_some_and(|entry| entry.claim.is_aside());
    if pair.score < WEIGHTS.alike && (aside(pair.a) || aside(pair.b)) {
        return None;
    }
    let (verdict, rungs) = hold(corpus, pair, told)?;
    // Of a part and its whole in one text, no more is known than that they fit.
    if pair.tie == Some(Tie::Part) && verdict.relation != Relation::Explained {
        return None;
    }
    if pair.score >= likely || verdict.relation == Relation::Explained && pair.related >= WEIGHTS.related {
        return Some((verdict, rungs));
    }
    let (one, other) = (corpus.entries().get(pair.a)?, corpus.entries().get(pair.b)?);
    if verdict.relation == Relation::Agreement {
        return (is_one_value(one, other) && pair.score >= WEIGHTS.alike).then_some((verdict, rungs));
    }
    let reasons = differences(one, other);
    let differ = verdict.relation.is_disagreement();
    (differ && pair.related >= WEIGHTS.related)
        .then(|| (Verdict { relation: Relation::Explained, reasons, conditions: Vec::new(), gap: None }, rungs))
}

/// Holds the claims of a pair side by side as if they spoke of the same thing; none if their values are of two kinds.
pub fn held_side_by_side(corpus: &Corpus, pair: &Pair) -> Option<Match> {
    let (verdict, rungs) = hold(corpus, pair, with_words)?;
    Some(Match { a: pair.a, b: pair.b, score: pair.score, one_thing: true, verdict, rungs })
}

/// Gives a rung its words.
type Told = fn(RungResult, &Entry, &Entry) -> RungResult;

/// The verdict on a pair, and the rungs as they are told.
fn hold(corpus: &Corpus, pair: &Pair, told: Told) -> Option<(Verdict, Vec<RungResult>)> {
    let (one, other) = (corpus.entries().get(pair.a)?, corpus.entries().get(pair.b)?);
    let mut held = held(one, other)?;
    if pair.tie == Some(Tie::Same) && one.claim.printed == other.claim.printed {
        // What one passage says twice is one thing, though "on Sunday" is another day in each of its texts.
        (held.leaning, held.gap) = (Leaning::Agree, None);
    }
    let fits = held.leaning == Leaning::Agree || one.claim.denied != other.claim.denied && is_met(held.leaning);
    let rungs = climb(one, other, &held, pair.tie == Some(Tie::Same) || fits, told);
    let mut verdict = settle(one, other, &held, &rungs);
    add_reason(&mut verdict, held.leaning, pair.score >= likely(corpus, pair));
    Some((verdict, rungs))
}

/// Where something else accounts for a difference, so may the values themselves: the figure rounded, converted, covered. That
/// a hedge covers another figure tells nothing of claims that are not likely of one thing.
fn add_reason(verdict: &mut Verdict, leaning: Leaning, one_thing: bool) {
    let Leaning::Explained(reason) = leaning else { return };
    let telling = one_thing || reason != Reason::HedgeCovers;
    if verdict.relation == Relation::Explained && telling && !verdict.reasons.contains(&reason) {
        verdict.reasons.insert(0, reason);
    }
}

/// Whether values may be one.
fn is_met(leaning: Leaning) -> bool {
    matches!(leaning, Leaning::Agree | Leaning::Explained(_))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::matching::corpus::tests::corpus_of;
    use crate::matching::pairs::pairs;
    use crate::model::Aspect;

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
