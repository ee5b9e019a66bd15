//! Actors who look like one: names that differ by spelling or transliteration only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::alike::Alike;
use super::{Code, Lint};
use crate::model::{Actor, ActorKind, Archive};
use crate::quantity::table;

/// Letters that transliterations write one for the other, read in order.
#[derive(Deserialize)]
struct Folding(String, String);

static FOLDING: LazyLock<Vec<Folding>> = LazyLock::new(|| table("folding.ron", include_str!("folding.ron")));

/// Pairs of persons with names alike; offices and organisations are often called nearly the same and are not.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let actors: Vec<&Actor> = archive.actors.values().filter(|actor| actor.kind == ActorKind::Person).collect();
    let all = actors.iter().enumerate().flat_map(|(actor, own)| names(own).map(move |name| Name::new(actor, name)));
    let all: Vec<Name<'_>> = all.collect();
    let alike = Alike::new(all.iter().flat_map(|name| name.words.iter().map(String::as_str)));
    // The first name of the one with the first of the other that is like it.
    let mut pairs: BTreeMap<(usize, usize), (&str, &str)> = BTreeMap::new();
    for (one, other) in candidates(&all, &alike).filter(|(one, other)| is_alike(&one.words, &other.words, &alike)) {
        pairs.entry((one.actor, other.actor)).or_insert((one.text, other.text));
    }
    pairs.into_iter().map(|((a, b), names)| lint((actors[a], names.0), (actors[b], names.1))).collect()
}

/// A name that an actor goes by.
#[derive(Debug)]
struct Name<'a> {
    actor: usize,
    text: &'a str,
    words: Vec<String>,
}

impl<'a> Name<'a> {
    fn new(actor: usize, text: &'a str) -> Self {
        Self { actor, text, words: folded(text) }
    }
}

/// Names of one actor and of later ones that have a word alike: the rarest word of the name, so that "Ivan" calls up few.
fn candidates<'a, 'b>(all: &'b [Name<'a>], alike: &'b Alike<'b>) -> impl Iterator<Item = (&'b Name<'a>, &'b Name<'a>)> {
    let mut with: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, name) in all.iter().enumerate() {
        let numbers: BTreeSet<usize> = name.words.iter().filter_map(|word| alike.number(word)).collect();
        numbers.into_iter().for_each(|number| with.entry(number).or_default().push(at));
    }
    all.iter().flat_map(move |one| {
        let with = |word: &String| alike.of(word).iter().filter_map(|number| with.get(number)).collect::<Vec<_>>();
        let lists = one.words.iter().map(with);
        let rarest = lists.min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>()).unwrap_or_default();
        let others: BTreeSet<usize> = rarest.into_iter().flatten().copied().collect();
        others.into_iter().map(|at| &all[at]).filter(|other| other.actor > one.actor).map(move |other| (one, other))
    })
}

fn lint((a, one): (&Actor, &str), (b, other): (&Actor, &str)) -> Lint {
    Lint {
        code: Code::LookAlikes,
        id: a.id.to_string(),
        locus: None,
        message: format!("{} (“{one}”) and {} (“{other}”) look like one actor", a.id, b.id),
        help: "if they are one, keep one record and list the other name under `spellings`".to_owned(),
    }
}

fn names(actor: &Actor) -> impl Iterator<Item = &str> {
    let spellings = actor.spellings.iter().map(|spelling| spelling.text.as_str());
    std::iter::once(actor.name.as_str()).chain(actor.aliases.iter().map(String::as_str)).chain(spellings)
}

/// Each word of the one is a spelling of a word of the other; names of one word must be the same when folded.
fn is_alike(left: &[String], right: &[String], alike: &Alike<'_>) -> bool {
    let found = |words: &[String], others: &[String]| {
        let is_one = |word: &String, other: &String| alike.number(other).is_some_and(|at| alike.of(word).contains(&at));
        words.iter().all(|word| others.iter().any(|other| is_one(word, other)))
    };
    match (left.len(), right.len()) {
        (1, 1) => left == right,
        (l, r) => l == r && found(left, right) && found(right, left),
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

    fn are_alike(a: &str, b: &str) -> bool {
        let (a, b) = (folded(a), folded(b));
        is_alike(&a, &b, &Alike::new(a.iter().chain(&b).map(String::as_str)))
    }

    #[test]
    fn transliterations_of_one_name_are_alike_and_namesakes_are_not() {
        for (a, b) in [
            ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"),
            ("Kassym-Jomat Tokayev", "Kassym-Jomart Tokayev"),
            ("Sadyr Japarov", "Sadyr Zhaparov"),
            ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ] {
            assert!(are_alike(a, b), "{a} and {b}: {:?} {:?}", folded(a), folded(b));
        }
        for (a, b) in [("Anna Petrova", "Anna Pavlova"), ("Ivan Petrov", "Igor Petrov"), ("Lee", "Leo")] {
            assert!(!are_alike(a, b), "{a} and {b}: {:?} {:?}", folded(a), folded(b));
        }
    }
}
