//! Languages that have no code.

use std::collections::BTreeMap;

use super::{Code, Lint};
use crate::model::Archive;

/// Languages of sources and actors that are written otherwise than by their codes. What several records have is told once.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let sources = archive.sources.values().map(|source| (source.language.as_str(), source.id.as_str()));
    let spoken =
        archive.actors.values().flat_map(|actor| actor.languages.iter().map(|tag| (tag.as_str(), actor.id.as_str())));
    let mut odd: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (tag, id) in sources.chain(spoken).filter(|(tag, _)| !is_tag(tag)) {
        odd.entry(tag).or_default().push(id);
    }
    odd.into_iter().filter_map(|(tag, ids)| lint(tag, &ids)).collect()
}

/// Whether it has the form of a tag of BCP 47: a code of two or three letters, and parts of up to eight letters or digits. The
/// standard leaves room for longer codes, of which there are none; names of languages would look like them.
fn is_tag(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_code = |code: &str| (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut parts = tag.split('-');
    parts.next().is_some_and(|code| is_code(code) || code == "x") && parts.all(is_part)
}

fn lint(tag: &str, ids: &[&str]) -> Option<Lint> {
    let (id, others) = ids.split_first()?;
    let more = match others.len() {
        0 => String::new(),
        1 => " and one more record".to_owned(),
        more => format!(" and {more} more records"),
    };
    Some(Lint {
        code: Code::OddLanguage,
        id: (*id).to_owned(),
        locus: None,
        message: format!("\"{tag}\" is no code of a language: it is that of {id}{more}"),
        help: "write the code of the language, as en, ru or pt-BR".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_languages_are_told_from_their_names() {
        for tag in ["en", "ru", "kaa", "pt-BR", "zh-Hant-TW", "sr-Latn", "x-dock"] {
            assert!(is_tag(tag), "{tag}");
        }
        for tag in ["", "klingonish", "english", "en_US", "e", "en-", "12", "pt-Brazilian1", "en US"] {
            assert!(!is_tag(tag), "{tag}");
        }
    }
}
