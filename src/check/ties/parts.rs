//! Figures that a text tells as parts of the figure before: "23 people, among them five minors".

use crate::extract::Kind;
use crate::matching::{Corpus, Entry};

/// How many claims back the whole may stand.
const BACK: usize = 3;

/// The places of each part and its whole, the lower place first.
pub fn parts(corpus: &Corpus) -> Vec<(usize, usize)> {
    let all = corpus.entries();
    let whole = |place: usize| {
        let before = (place.saturating_sub(BACK)..place).rev();
        before.filter(|other| all[*other].text == all[place].text).find(|other| is_whole(&all[*other], &all[place]))
    };
    let parts = (0..all.len()).filter(|place| all[*place].claim.part && all[*place].known.is_none());
    parts.filter_map(|place| whole(place).map(|other| (other, place))).collect()
}

/// Whether one may be the whole of the other: a count that is no part, in its sentence or the one before.
fn is_whole(one: &Entry, part: &Entry) -> bool {
    let near = part.claim.sentence.start.saturating_sub(one.claim.sentence.end) <= 3
        || one.claim.sentence == part.claim.sentence;
    !one.claim.part
        && near
        && one.claim.mention.kind == part.claim.mention.kind
        && one.claim.mention.kind == Kind::Count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::corpus;
    use crate::text::Document;

    /// What is printed of each whole and its part.
    fn shown(text: &str) -> Vec<(String, String)> {
        let documents = crate::ingest::documents("a", text.as_bytes()).unwrap();
        let corpus = corpus(&documents, &[Document::new(&documents[0].text)], None);
        let printed = |place: usize| corpus.entries()[place].claim.printed.clone();
        parts(&corpus).into_iter().map(|(whole, part)| (printed(whole), printed(part))).collect()
    }

    fn pair(whole: &str, part: &str) -> Vec<(String, String)> {
        vec![(whole.into(), part.into())]
    }

    #[test]
    fn a_part_belongs_to_the_figure_before_it() {
        assert_eq!(shown("The crash injured 23 passengers, among them five children."), pair("23", "five"));
        assert_eq!(shown("The mill employs 840 workers. 96 of them have been laid off."), pair("840", "96"));
        assert_eq!(shown("The mill employs 840 workers, of whom 310 are women."), pair("840", "310"));
    }

    #[test]
    fn a_part_is_of_one_kind_with_its_whole_and_near_it() {
        assert_eq!(shown("It cost $40. Ten of them sank."), []);
        assert_eq!(shown("The mill employs 840 workers. It is old and red. Ten of them sank."), []);
        assert_eq!(shown("The mill employs 840 workers. Ten boats sank."), []);
    }
}
