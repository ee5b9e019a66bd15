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
    let mut all: BTreeMap<Vec<String>, Vec<Bearer<'_>>> = BTreeMap::new();
    for (actor, own) in actors.iter().enumerate() {
        for text in names(own) {
            all.entry(folded(text)).or_default().push(Bearer { actor, text });
        }
    }
    let all: Vec<Name<'_>> = all.into_iter().map(|(words, bearers)| Name { words, bearers }).collect();
    let alike = Alike::new(all.iter().flat_map(|name| name.words.iter().map(String::as_str)));
    // The first name of the one with the first of the other that is like it.
    let mut pairs: BTreeMap<(usize, usize), (&str, &str)> = BTreeMap::new();
    for (one, other) in candidates(&all, &alike).filter(|(one, other)| is_alike(&one.words, &other.words, &alike)) {
        for (one, other) in told(one, other).filter(|(one, other)| one.actor != other.actor) {
            let (one, other) = if one.actor < other.actor { (one, other) } else { (other, one) };
            pairs.entry((one.actor, other.actor)).or_insert((one.text, other.text));
        }
    }
    pairs.into_iter().map(|((a, b), names)| lint((actors[a], names.0), (actors[b], names.1))).collect()
}

/// An actor and how it is called.
#[derive(Clone, Copy, Debug)]
struct Bearer<'a> {
    actor: usize,
    text: &'a str,
}

/// Actors of one name of whom each is told with each; of more, the others are told with the first alone.
const FEW: usize = 20;

/// The pairs of those who bear one name or the other.
fn told<'a, 'b>(one: &'b Name<'a>, other: &'b Name<'a>) -> impl Iterator<Item = (Bearer<'a>, Bearer<'a>)> {
    let few = |name: &'b Name<'a>| name.bearers.iter().take(FEW).copied();
    let many = |name: &'b Name<'a>| name.bearers.iter().skip(FEW).copied();
    let first = |name: &'b Name<'a>| name.bearers.iter().take(1).copied();
    let each = few(one).flat_map(move |a| few(other).map(move |b| (a, b)));
    let rest = first(one).flat_map(move |a| many(other).map(move |b| (a, b)));
    each.chain(rest).chain(first(other).flat_map(move |b| many(one).map(move |a| (a, b))))
}

/// A name, and the actors who go by it.
#[derive(Debug)]
struct Name<'a> {
    words: Vec<String>,
    bearers: Vec<Bearer<'a>>,
}

/// Each name with itself and with those that have a word alike: the rarest word of the name, so that "Ivan" calls up few.
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
        others.into_iter().map(move |at| (one, &all[at]))
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
