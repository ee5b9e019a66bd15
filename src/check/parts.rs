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
