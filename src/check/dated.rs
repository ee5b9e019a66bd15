//! Days that only date figures: where two figures differ since they are of two days, the days are the reason and no
//! disagreement of their own.

use std::collections::BTreeSet;

use crate::compare::{Reason, Relation};
use crate::extract::claims::Said;
use crate::matching::{Corpus, Entry, Match};

/// Two sentences, each by its text and where it begins.
type Sentences = ((usize, usize), (usize, usize));

/// The pairs without disagreements of days that account for a difference between figures of the same two sentences.
pub fn once(corpus: &Corpus, mut matches: Vec<Match>) -> Vec<Match> {
    let accounted = |one: &&Match| {
        one.verdict.relation == Relation::Explained && one.verdict.reasons.contains(&Reason::Period) && one.one_thing
    };
    let own = |one: &Match| sentences(corpus, one);
    let accounted: BTreeSet<Sentences> = matches.iter().filter(accounted).filter_map(own).collect();
    let is_day = |place: usize| matches!(corpus.entries()[place].claim.said, Said::Days { .. });
    matches.retain(|one| {
        let days = one.verdict.relation.is_disagreement() && is_day(one.a) && is_day(one.b);
        !days || sentences(corpus, one).is_none_or(|both| !accounted.contains(&both))
    });
    matches
}

/// None if one of the two is of a graph, where each claim stands for itself.
fn sentences(corpus: &Corpus, one: &Match) -> Option<Sentences> {
    let of = |entry: &Entry| entry.known.is_none().then_some((entry.text, entry.claim.sentence.start));
    of(&corpus.entries()[one.a]).zip(of(&corpus.entries()[one.b]))
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::compare::Relation;
    use crate::ingest::documents;

    fn contradictions(a: &str, b: &str) -> usize {
        let read = |name: &str, text: &str| documents(name, text.as_bytes()).unwrap().remove(0);
        let checked = check(&[read("a.txt", a), read("b.txt", b)], None, &|_| {});
        checked.matches.iter().filter(|one| one.verdict.relation == Relation::Contradiction).count()
    }

    #[test]
    fn days_that_account_for_a_difference_are_none_of_their_own() {
        let on = |count: &str, day: &str| {
            format!("Harbour Gazette, 15 May 2031\n\nIn Lorn {count}patients waited in the ward on {day} May 2031.\n")
        };
        assert_eq!(contradictions(&on("410 ", "12"), &on("265 ", "13")), 0);
        assert_eq!(contradictions(&on("410 ", "12"), &on("265 ", "12")), 1);
        assert_eq!(contradictions(&on("", "12"), &on("", "13")), 1);
    }
}
