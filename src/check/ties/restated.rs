//! Figures that restate others in another unit: "400 km (250 miles)" is one length.

use crate::matching::{Corpus, Entry};

/// The places of each figure and the one that it restates, the lower place first.
pub fn restated(corpus: &Corpus) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let pairs = all.windows(2).enumerate().filter(|(_, pair)| restates(&pair[0], &pair[1]));
    pairs.map(|(place, _)| (place, place + 1)).collect()
}

fn restates(one: &Entry, other: &Entry) -> bool {
    let texts = one.known.is_none() && other.known.is_none() && one.text == other.text;
    texts && other.claim.mention.converts.as_ref() == Some(&one.claim.mention.span)
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::compare::{Reason, Relation};
    use crate::ingest::documents;

    fn verdict(text: &str) -> Vec<(Relation, Vec<Reason>)> {
        let checked = check(&documents("a", text.as_bytes()).unwrap(), None, &|_| {});
        checked.matches.into_iter().map(|one| (one.verdict.relation, one.verdict.reasons)).collect()
    }

    #[test]
    fn a_figure_is_held_against_the_one_that_it_restates() {
        assert_eq!(
            verdict("The wall is 40 km (25 miles) long."),
            [(Relation::Explained, vec![Reason::UnitConversion])]
        );
        assert_eq!(verdict("The wall is 140 km (25 miles) long."), [(Relation::Contradiction, Vec::new())]);
        assert_eq!(verdict("The ticket costs $5 (£4)."), [(Relation::Explained, vec![Reason::UnitConversion])]);
        assert_eq!(verdict("The ticket costs $5 (£40)."), [(Relation::Contradiction, Vec::new())]);
    }
}
