//! Actors who look like one: names that differ by spelling or transliteration only.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Code, Lint};
use crate::model::{Actor, ActorKind, Archive};
use crate::quantity::table;

/// Folded names this alike (Jaro-Winkler) are taken for spellings of one name.
const ALIKE: f64 = 0.93;

/// Letters that transliterations write one for the other, read in order.
#[derive(Deserialize)]
struct Folding(String, String);

static FOLDING: LazyLock<Vec<Folding>> = LazyLock::new(|| table("folding.ron", include_str!("folding.ron")));

/// Pairs of persons with names alike; offices and organisations are often called nearly the same and are not.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let actors: Vec<&Actor> = archive.actors.values().filter(|actor| actor.kind == ActorKind::Person).collect();
    let pairs = actors.iter().enumerate().flat_map(|(at, a)| actors[at + 1..].iter().map(move |b| (*a, *b)));
    pairs.filter_map(|(a, b)| lint(a, b)).collect()
}

fn lint(a: &Actor, b: &Actor) -> Option<Lint> {
    let (one, other) =
        names(a).find_map(|one| names(b).find(|other| is_alike(one, other)).map(|other| (one, other)))?;
    Some(Lint {
        code: Code::LookAlikes,
        id: a.id.to_string(),
        locus: None,
        message: format!("{} (“{one}”) and {} (“{other}”) look like one actor", a.id, b.id),
        help: "if they are one, keep one record and list the other name under `spellings`".to_owned(),
    })
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    let spellings = actor.spellings.iter().map(|spelling| spelling.text.as_str());
    std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str)).chain(spellings)
}

/// Each word of the one is a spelling of a word of the other; names of one word must be the same when folded.
fn is_alike(a: &str, b: &str) -> bool {
    let (left, right) = (folded(a), folded(b));
    let found = |words: &[String], others: &[String]| {
        words.iter().all(|word| others.iter().any(|other| strsim::jaro_winkler(word, other) >= ALIKE))
    };
    match (left.len(), right.len()) {
        (1, 1) => left == right,
        (l, r) => l == r && found(&left, &right) && found(&right, &left),
    }
}

/// The words of a name in a form that is the same for all transliterations.
fn folded(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '\'');
    let fold = |word: &str| {
        let bare: String = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
        FOLDING.iter().fold(bare, |word, Folding(from, to)| word.replace(from, to))
    };
    words.filter(|word| !word.is_empty()).map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_of_one_name_are_alike_and_namesakes_are_not() {
        for (a, b) in [
            ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"),
            ("Kassym-Jomat Tokayev", "Kassym-Jomart Tokayev"),
            ("Sadyr Japarov", "Sadyr Zhaparov"),
            ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ] {
            assert!(is_alike(a, b), "{a} and {b}: {:?} {:?}", folded(a), folded(b));
        }
        for (a, b) in [("Anna Petrova", "Anna Pavlova"), ("Ivan Petrov", "Igor Petrov"), ("Lee", "Leo")] {
            assert!(!is_alike(a, b), "{a} and {b}: {:?} {:?}", folded(a), folded(b));
        }
    }
}
