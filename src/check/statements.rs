//! Two statements given as text: their figures paired, each pair held side by side, and one relation made of them.

use std::collections::BTreeMap;

use crate::compare::{Reason, Relation};
use crate::extract::claims::{Setting, candidates};
use crate::matching::{Corpus, Entry, Match, WEIGHTS, held_side_by_side, pairs};
use crate::text::Document;

/// Two statements, held side by side.
#[derive(Debug)]
pub struct Statements {
    /// How they relate.
    pub relation: Relation,
    /// All reasons.
    pub reasons: Vec<Reason>,
    /// The figures of both.
    pub corpus: Corpus,
    /// Their figures that answer each other.
    pub pairs: Vec<Match>,
}

/// Compares two statements, of which the second is to follow from the first or to contradict it.
pub fn compare(first: &str, second: &str) -> Statements {
    let documents = [Document::new(first), Document::new(second)];
    let setting = Setting::default();
    let claims = documents.iter().enumerate().flat_map(|(number, document)| {
        candidates(document, &setting)
            .into_iter()
            .map(move |claim| Entry::new(number, None, claim, format!("statement {}", number + 1)))
    });
    let corpus = Corpus::new(claims);
    let pairs = partners(&corpus);
    let alike = corpus.alike(0, 1);
    let (relation, reasons) = together(&corpus, &pairs, alike);
    Statements { relation, reasons, corpus, pairs }
}

/// Each figure of the second statement with its best match in the first, if that is good enough.
fn partners(corpus: &Corpus) -> Vec<Match> {
    let across = |pair: &crate::matching::Pair| corpus.entries()[pair.a].text != corpus.entries()[pair.b].text;
    let mut all: Vec<_> = pairs(corpus, &BTreeMap::new()).into_iter().filter(across).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut taken = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    for pair in all.iter().filter(|pair| pair.score >= WEIGHTS.stated) {
        if !taken.contains(&pair.a) && !taken.contains(&pair.b) {
            taken.extend([pair.a, pair.b]);
            found.extend(held_side_by_side(corpus, pair));
        }
    }
    found
}

/// The relation of the statements: a contradiction of one pair is one of the whole; they agree if each figure of the second
/// has its like in the first, and the words are alike enough.
fn together(corpus: &Corpus, pairs: &[Match], alike: f64) -> (Relation, Vec<Reason>) {
    let reasons = |relation: Relation| {
        let mut all: Vec<Reason> = pairs
            .iter()
            .filter(|one| one.verdict.relation == relation)
            .flat_map(|one| one.verdict.reasons.clone())
            .collect();
        all.sort();
        all.dedup();
        all
    };
    let has = |relation: Relation| pairs.iter().any(|one| one.verdict.relation == relation);
    let open = corpus
        .entries()
        .iter()
        .enumerate()
        .filter(|(place, entry)| entry.text == 1 && !pairs.iter().any(|one| one.b == *place || one.a == *place));
    let open = open.count();
    if has(Relation::Contradiction) && alike >= WEIGHTS.stated_alike {
        return (Relation::Contradiction, reasons(Relation::Contradiction));
    }
    if has(Relation::Tension) {
        return (Relation::Tension, Vec::new());
    }
    if pairs.is_empty() || open > 0 || alike < WEIGHTS.stated_alike {
        return (Relation::NotComparable, vec![Reason::Measure]);
    }
    if has(Relation::Explained) {
        (Relation::Explained, reasons(Relation::Explained))
    } else {
        (Relation::Agreement, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_relate_by_their_figures() {
        use Relation::{Agreement, Contradiction, Explained, NotComparable};
        let rows = [
            ("The mill employs 840 workers.", "The mill employs 840 workers.", Agreement),
            ("The mill employs 840 workers.", "The mill employs 910 workers.", Contradiction),
            ("The wall is 40 km long.", "The wall is 25 miles long.", Explained),
            ("The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats in Arden.", Explained),
            ("The mill employs 840 workers.", "It rained for nine days.", NotComparable),
            ("The mill employs 840 workers.", "The mill is old.", NotComparable),
            ("", "", NotComparable),
        ];
        for (a, b, wanted) in rows {
            assert_eq!(compare(a, b).relation, wanted, "{a} {b}");
        }
    }

    #[test]
    fn each_figure_answers_one() {
        let found = compare("The mill employs 840 workers and 12 cooks.", "The mill employs 840 workers and 19 cooks.");
        let sides: Vec<(usize, usize)> = found.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
        assert_eq!((sides.len(), found.relation), (2, Relation::Contradiction), "{sides:?}");
        assert!(sides.contains(&(0, 2)) && sides.contains(&(1, 3)), "{sides:?}");
    }

    #[test]
    fn a_statement_that_says_more_does_not_follow() {
        let less = "The mill employs 840 workers.";
        let more = "The mill employs 840 workers and 12 cooks.";
        assert_eq!(compare(more, less).relation, Relation::Agreement);
        assert_eq!(compare(less, more).relation, Relation::NotComparable);
    }
}
