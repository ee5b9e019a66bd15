//! Words that say what belongs to a figure and what does not: "including", "net", "suspected".

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

impl Definition {
    /// The groups of words among some words of a text.
    pub fn among(words: Words<'_>, places: impl Iterator<Item = usize>) -> Self {
        let at = |place: usize| {
            let own = words.words.get(place..)?;
            let rest = |keys: &[u64]| own[1..].iter().take(keys.len()).map(|word| word.key).eq(keys.iter().copied());
            let found = TABLE.phrases.get(&own.first()?.key)?.iter().filter(|(keys, _)| rest(keys));
            Some(found.fold(0, |bits, (_, bit)| bits | bit))
        };
        Self(places.filter_map(at).fold(0, |bits, own| bits | own))
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
        assert!(!definition("Leaving out rye, it was $40.").differs(definition("Excluding rye, it was $40.")));
    }
}
