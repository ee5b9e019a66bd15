//! Quotations side by side: one utterance in differing words, shown word by word.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

use super::reason::Reason;
use super::values::{Leaning, Values};
use crate::model::{Archive, Claim, Quote};

/// What became of a word between two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Both have it.
    Both,
    /// Only the first has it.
    OnlyA,
    /// Only the second has it.
    OnlyB,
}

/// A run of words that share one fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordChange {
    /// Who has them.
    pub change: Change,
    /// The words.
    pub words: String,
}

/// Holds the words of two quotations side by side. One in a language that the speaker does not use is a translation, whose
/// differing words are no misquotation.
pub(super) fn values(archive: &Archive, a: (&Claim, &Quote), b: (&Claim, &Quote)) -> Values {
    let (left, right) = (words(a.0), words(b.0));
    let part = contains_run(&left, &right) || contains_run(&right, &left);
    let leaning = match () {
        () if left == right || part => Leaning::Agree,
        () if is_translated(archive, a) || is_translated(archive, b) => Leaning::Explained(Reason::Translation),
        () => Leaning::Clash,
    };
    Values { leaning, gap: None, a: format!("“{}”", a.0.words()), b: format!("“{}”", b.0.words()) }
}

/// The words of both, in order, with those that differ marked.
pub(super) fn wording(a: &Claim, b: &Claim) -> Vec<WordChange> {
    let (left, right) = (words(a).join(" "), words(b).join(" "));
    let mut runs: Vec<WordChange> = Vec::new();
    for change in TextDiff::from_words(&left[..], &right[..]).iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Change::Both,
            ChangeTag::Delete => Change::OnlyA,
            ChangeTag::Insert => Change::OnlyB,
        };
        match runs.last_mut() {
            Some(last) if last.change == fate => last.words.push_str(change.value()),
            _ => runs.push(WordChange { change: fate, words: change.value().to_owned() }),
        }
    }
    runs.iter_mut().for_each(|run| run.words = run.words.trim().to_owned());
    runs.retain(|run| !run.words.is_empty());
    runs
}

fn is_translated(archive: &Archive, (claim, quote): (&Claim, &Quote)) -> bool {
    let language = archive.sources.get(&claim.source).map(|source| source.language.as_str());
    let spoken = archive.actors.get(&quote.speaker).map_or(&[][..], |actor| &actor.languages[..]);
    !spoken.is_empty() && language.is_some_and(|language| !spoken.iter().any(|own| primary(own) == primary(language)))
}

/// The primary subtag: "en" of "en-GB".
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn words(claim: &Claim) -> Vec<String> {
    let plain = |word: &str| word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
    claim.words().split_whitespace().map(plain).filter(|word| !word.is_empty()).collect()
}

fn contains_run(long: &[String], short: &[String]) -> bool {
    !short.is_empty() && long.windows(short.len()).any(|run| run == short)
}
