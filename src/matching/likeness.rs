//! How likely two claims speak of the same thing: the signs that they show.

use super::circumstances::circumstances;
use super::corpus::{Corpus, Entry};
use super::sign::{Sign, Signs};
use super::values::{comparable, held};
use crate::compare::{Leaning, Reason};
use crate::extract::claims::{Said, Sort, Term};
use crate::extract::{Change, Kind};
use crate::model::days_between;

/// The signs by which two claims are likened; none if their values are of two kinds.
pub fn signs(corpus: &Corpus, a: &Entry, b: &Entry) -> Option<Signs> {
    if !comparable(a, b) {
        return None;
    }
    let mut signs = Signs::none();
    words(corpus, a, b, &mut signs);
    values(corpus, a, b, &mut signs);
    scopes(a, b, &mut signs);
    circumstances(a, b, &mut signs);
    for sign in [heads(a, b), modifiers(a, b), events(a, b), directions(a, b), kind(a), kind(b)] {
        signs.add(sign);
    }
    Some(signs)
}

/// The cosine below which two claims have next to no words in common.
const WORDLESS: f64 = 0.1;
/// The overlap below which they have few.
const FEW_WORDS: f64 = 0.15;

fn words(corpus: &Corpus, a: &Entry, b: &Entry, signs: &mut Signs) {
    let shared = corpus.shared(a, b);
    signs.set(Sign::Cosine, shared.cosine);
    signs.set(Sign::PlainCosine, shared.plain);
    signs.set(Sign::NearCosine, shared.near);
    signs.set(Sign::Overlap, shared.overlap);
    signs.set(Sign::Names, shared.names);
    signs.add((shared.plain.max(shared.near) < WORDLESS).then_some(Sign::Wordless));
    signs.add((shared.overlap < FEW_WORDS).then_some(Sign::FewWords));
}

fn values(corpus: &Corpus, a: &Entry, b: &Entry, signs: &mut Signs) {
    signs.set(Sign::Unit, corpus.unit_rarity(a).min(corpus.unit_rarity(b)));
    signs.set(Sign::Size, size(a, b));
    signs.set(Sign::TimeNear, time_near(a, b));
    if is_one_value(a, b) {
        signs.set(Sign::SameValue, 1.0 / f64::from(a.often * b.often).sqrt());
    }
    signs.add((is_rate(a) != is_rate(b)).then_some(Sign::Rate));
    signs.add(is_rounded(a, b).then_some(Sign::Rounded));
    if is_reckoned(a, b) {
        signs.add(Some(Sign::Reckoned));
        signs.set(Sign::ReckonedNear, signs.get(Sign::NearCosine));
    }
    let two_units = a.unit().is_some() && b.unit().is_some() && a.unit() != b.unit();
    signs.add((two_units && signs.get(Sign::Size) < FAR).then_some(Sign::UnitApart));
    signs.add((a.unit().is_some() && a.unit() == b.unit()).then_some(Sign::UnitSame));
}

fn scopes(a: &Entry, b: &Entry, signs: &mut Signs) {
    let by = |entry: &Entry| entry.claim.change() == Some(Change::By);
    signs.add((a.text == b.text).then_some(Sign::SameText));
    signs.add((a.claim.whole != b.claim.whole).then_some(Sign::WholeOther));
    signs.add((a.claim.part != b.claim.part).then_some(Sign::PartOther));
    signs.add((by(a) != by(b)).then_some(Sign::ChangeOther));
}

fn is_rate(entry: &Entry) -> bool {
    entry.figure.as_ref().is_some_and(|figure| figure.rate.is_some())
}

/// The nearness in size below which two figures are far apart: half as much again.
const FAR: f64 = 0.7;

/// Whether two figures are of two kinds as printed.
pub fn is_reckoned(a: &Entry, b: &Entry) -> bool {
    a.figure.as_ref().map(|figure| &figure.dimension) != b.figure.as_ref().map(|figure| &figure.dimension)
}

/// Whether two figures with digits of their own are one value, rounded or in another unit.
fn is_rounded(a: &Entry, b: &Entry) -> bool {
    let telling = is_telling(a) || is_telling(b);
    let fits = |leaning| matches!(leaning, Leaning::Explained(Reason::Rounding | Reason::UnitConversion));
    telling && a.claim.said != b.claim.said && held(a, b).is_some_and(|held| fits(held.leaning))
}

/// How near two figures are in size: 1 for the same, less the further apart.
fn size(a: &Entry, b: &Entry) -> f64 {
    let middle = |entry: &Entry| entry.figure.as_ref().and_then(|figure| figure.size);
    middle(a).zip(middle(b)).map_or(0.0, |(a, b)| 1.0 / (1.0 + (a / b).ln().abs()))
}

/// Days and minutes that make two dates and times of day half as near as the same.
const HALF_AS_NEAR: (f64, f64) = (20.0, 45.0);

/// How near two dates or times of day are: 1 for the same, less the further apart.
fn time_near(a: &Entry, b: &Entry) -> f64 {
    let nearness = |apart: f64, half: f64| half / (half + apart.abs());
    match (&a.claim.said, &b.claim.said) {
        (Said::Days { first, last }, Said::Days { first: from, last: to }) => {
            let ends = [(first, from), (last, to)].into_iter();
            let both = ends.filter_map(|(one, other)| one.as_ref().zip(other.as_ref()));
            let apart = both.map(|(one, other)| days_between(*one, *other).abs()).min();
            apart.map_or(0.0, |apart| nearness(f64::from(apart), HALF_AS_NEAR.0))
        }
        (Said::Clock { from, .. }, Said::Clock { from: other, .. }) => {
            nearness(f64::from(*from) - f64::from(*other), HALF_AS_NEAR.1)
        }
        _ => 0.0,
    }
}

/// Whether two claims say one value that two texts seldom have by chance.
pub fn is_one_value(a: &Entry, b: &Entry) -> bool {
    a.claim.said == b.claim.said && is_telling(a)
}

/// Whether two texts seldom have the value by chance: two digits or more that are no zeros, or a day.
fn is_telling(entry: &Entry) -> bool {
    match &entry.claim.said {
        Said::Figure { .. } => entry.figure.as_ref().is_some_and(|figure| figure.is_telling),
        Said::Days { .. } | Said::Clock { .. } => true,
        Said::Rank(_) => false,
    }
}

fn kind(a: &Entry) -> Option<Sign> {
    match a.claim.mention.kind {
        Kind::Money => Some(Sign::Money),
        Kind::Measure => Some(Sign::Measure),
        Kind::Share | Kind::Ratio => Some(Sign::Share),
        Kind::Rank => Some(Sign::Rank),
        Kind::Duration => Some(Sign::Duration),
        Kind::Date | Kind::Year | Kind::Period | Kind::Time => Some(Sign::Time),
        _ => None,
    }
}

fn heads(a: &Entry, b: &Entry) -> Option<Sign> {
    match (&a.claim.head, &b.claim.head) {
        (Some(one), Some(other)) if one.key == other.key && is_general(one) => Some(Sign::HeadPeople),
        (Some(one), Some(other)) if one.key == other.key => Some(Sign::HeadSame),
        (Some(one), Some(other)) if is_general(one) || is_general(other) => Some(Sign::HeadGeneral),
        (Some(_), Some(_)) => Some(Sign::HeadOther),
        (None, None) => None,
        _ => Some(Sign::HeadOne),
    }
}

/// A word for people that does not say which.
pub fn is_general(head: &Term) -> bool {
    head.sort() == Some(Sort::Person)
}

fn modifiers(a: &Entry, b: &Entry) -> Option<Sign> {
    let (left, right) = (&a.claim.modifiers, &b.claim.modifiers);
    let shared = left.iter().any(|one| right.iter().any(|other| one.key == other.key));
    match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        _ if shared => Some(Sign::ModifierShared),
        (false, false) => Some(Sign::ModifierOther),
        _ => Some(Sign::ModifierOne),
    }
}

fn events(a: &Entry, b: &Entry) -> Option<Sign> {
    let people =
        |entry: &Entry| entry.claim.head.is_none_or(|head| head.is_people()) && entry.claim.mention.kind == Kind::Count;
    match (a.claim.event, b.claim.event) {
        (Some(one), Some(other)) if one == other && people(a) && people(b) => Some(Sign::EventPeople),
        (Some(one), Some(other)) if one == other => Some(Sign::EventSame),
        (Some(_), Some(_)) => Some(Sign::EventOther),
        (None, None) => None,
        _ => Some(Sign::EventOne),
    }
}

fn directions(a: &Entry, b: &Entry) -> Option<Sign> {
    match (a.claim.direction, b.claim.direction) {
        (Some(one), Some(other)) if one == other => Some(Sign::DirectionSame),
        (Some(_), Some(_)) => Some(Sign::DirectionOther),
        (None, None) => None,
        _ => Some(Sign::DirectionOne),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::corpus::tests::corpus_of;

    /// The signs of the first claim of each text, without the measures of their words.
    fn shown(a: &str, b: &str) -> Option<Vec<&'static str>> {
        let corpus = corpus_of(&[a, b], None);
        let of = |text: usize| corpus.entries().iter().find(|entry| entry.text == text).unwrap();
        let words = ["cosine", "plain_cosine", "near_cosine", "overlap", "names", "unit", "size"];
        let found = signs(&corpus, of(0), of(1))?;
        Some(found.named().map(|(name, _)| name).filter(|name| !words.contains(name)).collect())
    }

    #[test]
    fn values_of_two_kinds_have_no_signs() {
        assert_eq!(shown("It cost $40.", "Ten boats sank."), None);
        assert_eq!(shown("The wall is 40 metres long.", "It lasted 40 days."), None);
        assert_eq!(shown("It rang at 9:30 pm.", "It is the largest port."), None);
        assert!(shown("The wall is 40 metres long.", "The wall is 30 feet long.").is_some());
        assert!(shown("The mine yields 300 tonnes per year.", "The mine yielded 900 tonnes.").is_some());
    }

    #[test]
    fn what_is_counted_is_told_apart() {
        let rows = [
            ("Ten boats sank.", "Nine boats sank.", "head_same"),
            ("Ten boats sank.", "Nine umbrellas broke.", "head_other"),
            ("Ten people waited.", "Nine persons waited.", "head_people"),
            ("Ten people waited.", "Nine miners waited.", "head_general"),
            ("Ten boats sank.", "Nine of them sank.", "head_one"),
        ];
        for (a, b, sign) in rows {
            assert!(shown(a, b).unwrap().contains(&sign), "{a} {b}: {:?}", shown(a, b));
        }
    }

    #[test]
    fn what_happens_is_told_apart() {
        let rows = [
            ("The blast killed ten people.", "The blast left nine people dead.", "event_people"),
            ("The blast killed ten people.", "The blast injured nine people.", "event_other"),
            ("The blast killed ten people.", "Nine people waited.", "event_one"),
            ("The fire destroyed ten houses.", "Nine houses burned down.", "event_same"),
        ];
        for (a, b, sign) in rows {
            assert!(shown(a, b).unwrap().contains(&sign), "{a} {b}: {:?}", shown(a, b));
        }
    }

    #[test]
    fn directions_parts_and_wholes_are_told_apart() {
        let rows = [
            ("Fares rose by 12 percent.", "Fares climbed by 9 percent.", "direction_same"),
            ("Fares rose by 12 percent.", "Fares fell by 9 percent.", "direction_other"),
            ("Fares rose by 12 percent.", "Fares make up 9 percent.", "direction_one"),
            ("Fares rose by 12 percent.", "Fares rose to 9 percent.", "change_other"),
            ("Worldwide, 310 ships sank.", "In Lorn 20 ships sank.", "whole_other"),
            ("Ten of them sank.", "Nine boats sank.", "part_other"),
            ("The mine yields 300 tonnes per year.", "The mine yielded 900 tonnes.", "rate"),
        ];
        for (a, b, sign) in rows {
            assert!(shown(a, b).unwrap().contains(&sign), "{a} {b}: {:?}", shown(a, b));
        }
    }

    #[test]
    fn only_a_value_with_digits_of_its_own_tells_by_being_the_same() {
        let same = |a, b| shown(a, b).unwrap().contains(&"same_value");
        assert!(same("The mill employs 840 workers.", "There are 840 workers."));
        assert!(!same("The mill employs 800 workers.", "There are 800 workers."));
    }

    #[test]
    fn the_order_of_two_claims_changes_no_sign() {
        let texts =
            ["The mine yields 300 tonnes per year.", "The mine yielded 900 tonnes in all.", "Ten of them sank."];
        let corpus = corpus_of(&texts, None);
        for a in corpus.entries() {
            for b in corpus.entries() {
                let named = |a, b| signs(&corpus, a, b).map(|signs| signs.named().collect::<Vec<_>>());
                assert_eq!(named(a, b), named(b, a), "{} {}", a.claim.printed, b.claim.printed);
            }
        }
    }
}
