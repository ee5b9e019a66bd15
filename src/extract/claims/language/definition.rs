//! Words that say what belongs to a figure and what does not: "including", "net", "suspected".

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use serde::Deserialize;

use crate::extract::claims::wording::Words;
use crate::quantity::table;
use crate::text::words;

/// Groups of such words, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Definition(u32);

/// The phrases by the key of their first word, and the groups that account for a difference.
struct Table {
    /// The keys after the first word, and the bit of their group.
    phrases: FxHashMap<u64, Vec<(Vec<u64>, u32)>>,
    sure: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[expect(dead_code, reason = "for those who read the table")]
    id: String,
    #[serde(default)]
    sure: bool,
    words: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let groups: Vec<Group> = table("definition.ron", include_str!("../rules/definition.ron"));
    let mut phrases: FxHashMap<u64, Vec<(Vec<u64>, u32)>> = FxHashMap::default();
    for (place, group) in groups.iter().enumerate() {
        for phrase in &group.words {
            let keys: Vec<u64> = words(phrase).iter().map(|word| word.key).collect();
            if let Some((first, rest)) = keys.split_first() {
                phrases.entry(*first).or_default().push((rest.to_vec(), 1 << place));
            }
        }
    }
    let sure = groups.iter().enumerate().filter(|(_, group)| group.sure).fold(0, |bits, (place, _)| bits | 1 << place);
    Table { phrases, sure }
});

/// The phrases that begin at a place, and the bits of their groups.
fn phrases_at(words: Words<'_>, place: usize) -> impl Iterator<Item = (Range<usize>, u32)> {
    let own = words.words.get(place..).unwrap_or_default();
    let known = own.first().and_then(|first| TABLE.phrases.get(&first.key)).into_iter().flatten();
    let stands = |keys: &[u64]| own[1..].iter().take(keys.len()).map(|word| word.key).eq(keys.iter().copied());
    known.filter(move |(keys, _)| stands(keys)).map(move |(keys, bit)| (place..place + 1 + keys.len(), *bit))
}

impl Definition {
    /// The groups of words among some words of a text. What lies within a longer phrase is no word of its own: "not included".
    pub fn among(words: Words<'_>, places: impl Iterator<Item = usize>) -> Self {
        let mut found: Vec<(Range<usize>, u32)> = places.flat_map(|place| phrases_at(words, place)).collect();
        found.sort_by_key(|(phrase, _)| (phrase.start, Reverse(phrase.end)));
        let (mut bits, mut last) = (0, 0..0);
        for (phrase, bit) in found {
            // One phrase may be of two groups.
            if phrase.end > last.end || phrase == last {
                (bits, last) = (bits | bit, phrase);
            }
        }
        Self(bits)
    }

    /// Whether one of two figures has words of a group that the other has not.
    pub fn differs(self, other: Self) -> bool {
        self != other
    }

    /// Whether they differ in words that account for a difference by themselves.
    pub fn accounts(self, other: Self) -> bool {
        (self.0 ^ other.0) & TABLE.sure != 0
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::claims::{Setting, candidates};
    use crate::text::Document;

    #[test]
    fn words_of_a_group_define() {
        let definition = |text: &str| candidates(&Document::new(text), &Setting::default())[0].definition;
        let plain = definition("The loaves cost $40 in Lorn.");
        assert!(plain.differs(definition("The loaves cost $40, delivery included.")));
        assert!(plain.differs(definition("The net price was $40.")));
        assert!(!plain.differs(definition("It cost $40 to bake them.")));
        assert!(!definition("It cost $40, bonuses not included.").differs(definition("It cost $40 before bonuses.")));
        assert!(!definition("Leaving out rye, it was $40.").differs(definition("Excluding rye, it was $40.")));
    }
}
