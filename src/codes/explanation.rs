//! What codes mean, why there is such a rule, and what to do: read from tables, one for each family of codes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ron::extensions::Extensions;
use serde::Deserialize;

use super::code::Code;

/// What is said of a code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// What it means, in one sentence.
    pub means: String,
    /// Why it is refused or told.
    pub why: String,
    /// What to do.
    pub mend: String,
    /// Whether messages of this code tell what is wrong, but not what to do, even after a semicolon.
    #[serde(default)]
    pub message_lacks_it: bool,
    /// An example that is wrong.
    pub wrong: String,
    /// The example put right, where that makes sense.
    #[serde(default)]
    pub right: Option<String>,
}

impl Explanation {
    /// What to do, as advice beneath an error: it begins in small letters and ends without a stop.
    pub fn help(&self) -> String {
        let mut letters = self.mend.trim_end_matches('.').chars();
        let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
        first + letters.as_str()
    }
}

/// Codes of one kind of thing.
#[derive(Debug)]
pub struct Family {
    /// What they are about.
    pub title: &'static str,
    table: &'static str,
}

/// All families, in the order of their codes.
pub const FAMILIES: [Family; 5] = [
    Family { title: "Faults of the files of a graph", table: include_str!("faults.ron") },
    Family { title: "Texts, and evidence in them", table: include_str!("texts.ron") },
    Family { title: "Files of other programs that are imported", table: include_str!("imports.ron") },
    Family { title: "Commands that cannot be carried out", table: include_str!("commands.ron") },
    Family { title: "What `gainsay lint` finds in a graph that loads", table: include_str!("lint.ron") },
];

type Table = BTreeMap<String, Explanation>;

impl Family {
    /// Its codes by name, with what is said of them.
    pub fn explanations(&self) -> Result<Table, ron::error::SpannedError> {
        ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(self.table)
    }
}

/// All tables in one. A table that cannot be read is missing here; a test reads each.
static ALL: LazyLock<Table> =
    LazyLock::new(|| FAMILIES.iter().filter_map(|family| family.explanations().ok()).flatten().collect());

impl Code {
    /// What is said of it.
    pub fn explanation(self) -> Option<&'static Explanation> {
        ALL.get(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The codes of each family, as they are written.
    fn written() -> Vec<BTreeSet<String>> {
        let codes = |family: &Family| family.explanations().map(|table| table.into_keys().collect());
        FAMILIES
            .iter()
            .map(|family| codes(family).unwrap_or_else(|error| panic!("{}: {error}", family.title)))
            .collect()
    }

    #[test]
    fn each_code_has_one_explanation_and_each_explanation_a_code() {
        let all: Vec<String> = written().into_iter().flatten().collect();
        let codes: BTreeSet<String> = Code::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(all.iter().cloned().collect::<BTreeSet<_>>(), codes);
        assert_eq!((all.len(), Code::ALL.len()), (codes.len(), codes.len()), "two codes have one name");
    }

    #[test]
    fn codes_are_words_with_hyphens_in_the_order_of_families_and_of_letters() {
        let of_families: Vec<String> = written().into_iter().flatten().collect();
        assert_eq!(of_families, Code::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
        let plain = |name: &str| {
            name.split('-')
                .all(|word| !word.is_empty() && word.chars().all(|letter| matches!(letter, 'a'..='z' | '0'..='9')))
        };
        assert!(Code::ALL.iter().all(|code| plain(code.name()) && Code::of(code.name()) == Some(*code)));
    }

    #[test]
    fn explanations_say_something_in_whole_sentences() {
        for code in Code::ALL {
            let told = code.explanation().unwrap();
            for text in [&told.means, &told.why, &told.mend] {
                assert!(text.len() > 8 && text.ends_with(['.', '?', '`']), "{code}: {text}");
            }
            assert!(!told.wrong.trim().is_empty() && told.right.as_ref() != Some(&told.wrong), "{code}");
        }
    }
}
