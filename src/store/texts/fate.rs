//! What has become of a fragment in a text that has changed.

use crate::model::Evidence;

/// Where a fragment is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands elsewhere, word for word.
    Moved {
        /// Its bytes there, the end excluded.
        to: (usize, usize),
        /// How often it stands in the text; the nearest place is given.
        times: usize,
    },
    /// Something much like it stands near its old place.
    ReadsDifferently {
        /// The bytes of what stands there.
        at: (usize, usize),
        /// What stands there.
        found: String,
    },
    /// Nothing like it stands in the text.
    Vanished,
}

/// Words this alike, letter by letter, are taken for a changed fragment (normalised Levenshtein similarity).
const ALIKE: f64 = 0.6;
/// How far from its old place a changed fragment is looked for, in bytes.
const NEAR: usize = 2_000;

/// Looks for a fragment that no longer stands at its bytes.
pub fn fate(text: &str, evidence: &Evidence) -> Fate {
    let (start, _) = evidence.bytes.unwrap_or_default();
    let fragment = evidence.fragment.as_str();
    let places: Vec<usize> = text.match_indices(fragment).map(|(at, _)| at).collect();
    let nearest = places.iter().min_by_key(|at| at.abs_diff(start));
    match nearest {
        Some(at) => Fate::Moved { to: (*at, at + fragment.len()), times: places.len() },
        None => changed(text, start, fragment).unwrap_or(Fate::Vanished),
    }
}

/// The run of as many words, near the old place, that is most like the fragment.
fn changed(text: &str, start: usize, fragment: &str) -> Option<Fate> {
    let count = fragment.split_whitespace().count();
    let words: Vec<(usize, usize)> = words(text).filter(|(from, _)| from.abs_diff(start) <= NEAR).collect();
    let runs = words.windows(count.max(1)).filter_map(|run| Some((run.first()?.0, run.last()?.1)));
    let scored = runs.filter_map(|(from, to)| {
        let found = text.get(from..to)?;
        Some((strsim::normalized_levenshtein(found, fragment), (from, to), found))
    });
    let scored = scored.map(|(score, (from, to), found)| {
        let bare = found.trim_end_matches([',', ';', ':', '.']);
        (score, (from, to - (found.len() - bare.len())), bare)
    });
    let best = scored.filter(|(score, ..)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
    Some(Fate::ReadsDifferently { at: best.1, found: best.2.to_owned() })
}

/// The bytes of each run of letters between blanks.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| {
        let from = word.as_ptr() as usize - base;
        (from, from + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Locus;

    fn evidence(start: usize, fragment: &str) -> Evidence {
        let locus = Locus { file: "".into(), line: 1, column: 1 };
        Evidence { bytes: Some((start, start + fragment.len())), fragment: fragment.into(), locus }
    }

    #[test]
    fn a_fragment_moves_changes_or_vanishes() {
        let text = "After the storm, about 4,200 sailors came ashore. Nobody had warned them.";
        assert_eq!(fate(text, &evidence(0, "about 4,200 sailors")), Fate::Moved { to: (17, 36), times: 1 });
        let changed = fate(text, &evidence(10, "about 4,300 sailors"));
        assert_eq!(changed, Fate::ReadsDifferently { at: (17, 36), found: "about 4,200 sailors".into() });
        assert_eq!(fate(text, &evidence(10, "seven whales beached")), Fate::Vanished);
        assert_eq!(fate("", &evidence(10, "seven whales")), Fate::Vanished);
    }

    #[test]
    fn of_several_places_the_nearest_is_given() {
        let text = "ten here, ten there, ten everywhere";
        assert_eq!(fate(text, &evidence(12, "ten")), Fate::Moved { to: (10, 13), times: 3 });
    }
}
