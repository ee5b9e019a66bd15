//! How likely two claims speak of the same thing: signs that speak for it and against it, weighed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::corpus::{Corpus, Entry};
use super::units::{measured, rate, rate_and_total};
use crate::extract::claim::{Said, Sort, Term};
use crate::extract::{Change, Kind};
use crate::quantity::table;

/// Each sign's weight by its name, as data; `likely` is the likelihood from which claims are held side by side.
static WEIGHTS: LazyLock<BTreeMap<String, f64>> = LazyLock::new(|| table("weights.ron", include_str!("weights.ron")));

/// The weight of a sign; 0 for one that the table has not.
pub fn weight(name: &str) -> f64 {
    WEIGHTS.get(name).copied().unwrap_or(0.0)
}

/// The likelihood for a sum of weighed signs: the logistic function, with the table's bias.
pub fn likelihood(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum - weight("bias")).exp())
}

/// Whether two values can be held against each other.
fn same_kind(a: &Entry, b: &Entry) -> bool {
    match (&a.claim.said, &b.claim.said) {
        (Said::Figure { unit: one, .. }, Said::Figure { unit: other, .. }) => {
            measured(one).dimension == measured(other).dimension || rate_and_total(one, other)
        }
        (Said::Days { .. }, Said::Days { .. }) | (Said::Clock(_), Said::Clock(_)) | (Said::Rank(_), Said::Rank(_)) => {
            true
        }
        _ => false,
    }
}

/// The signs by which two claims are likened, each 0 to 1; none if their values are of two kinds.
pub fn signs(corpus: &Corpus, a: &Entry, b: &Entry) -> Option<Vec<(&'static str, f64)>> {
    if !same_kind(a, b) {
        return None;
    }
    let yes = |is: bool| if is { 1.0 } else { 0.0 };
    let mut all = vec![
        ("cosine", corpus.cosine(a, b, 0.0)),
        ("near_cosine", corpus.cosine(a, b, 1.0)),
        ("overlap", corpus.overlap(a, b)),
        ("names", corpus.shared_names(a, b)),
        ("unit", corpus.unit_rarity(a)),
        ("plain_cosine", corpus.plain_cosine(a, b)),
        ("size", size(a, b)),
        ("rate", yes(is_rate(a) != is_rate(b))),
        ("same_value", yes(a.claim.said == b.claim.said && is_telling(&a.claim.said))),
        ("same_text", yes(a.text == b.text)),
        ("whole_other", yes(a.claim.whole != b.claim.whole)),
        ("part_other", yes(a.claim.part != b.claim.part)),
        ("change_other", yes((a.claim.change() == Some(Change::By)) != (b.claim.change() == Some(Change::By)))),
    ];
    all.extend(heads(a, b).map(|name| (name, 1.0)));
    all.extend(modifiers(a, b).map(|name| (name, 1.0)));
    all.extend(events(a, b).map(|name| (name, 1.0)));
    all.extend(directions(a, b).map(|name| (name, 1.0)));
    all.extend(kind(a).map(|name| (name, 1.0)));
    Some(all)
}

fn is_rate(entry: &Entry) -> bool {
    matches!(&entry.claim.said, Said::Figure { unit, .. } if rate(unit).is_some())
}

/// How near two figures are in size: 1 for the same, less the further apart.
fn size(a: &Entry, b: &Entry) -> f64 {
    let middle = |entry: &Entry| match &entry.claim.said {
        Said::Figure { stated, unit: name } => {
            let printed = stated.printed();
            let mean = printed.iter().sum::<f64>() / printed.len().max(1) as f64;
            (mean > 0.0).then(|| measured(name).value(mean))
        }
        _ => None,
    };
    middle(a).zip(middle(b)).map_or(0.0, |(a, b)| 1.0 / (1.0 + (a / b).ln().abs()))
}

/// Whether two texts seldom have the value by chance: three digits or more that are not zeros, or a day.
fn is_telling(said: &Said) -> bool {
    match said {
        Said::Figure { stated, .. } => {
            let digits = |number: f64| format!("{number}").bytes().filter(|byte| (b'1'..=b'9').contains(byte)).count();
            stated.printed().iter().any(|number| digits(*number) >= 2)
        }
        Said::Days { .. } | Said::Clock(_) => true,
        Said::Rank(_) => false,
    }
}

fn kind(a: &Entry) -> Option<&'static str> {
    match a.claim.mention.kind {
        Kind::Money => Some("money"),
        Kind::Measure => Some("measure"),
        Kind::Share | Kind::Ratio => Some("share"),
        Kind::Rank => Some("rank"),
        Kind::Duration => Some("duration"),
        Kind::Date | Kind::Year | Kind::Period | Kind::Time => Some("time"),
        _ => None,
    }
}

fn heads(a: &Entry, b: &Entry) -> Option<&'static str> {
    match (&a.claim.head, &b.claim.head) {
        (Some(one), Some(other)) if one.key == other.key && is_general(one) => Some("head_people"),
        (Some(one), Some(other)) if one.key == other.key => Some("head_same"),
        (Some(one), Some(other)) if is_general(one) || is_general(other) => Some("head_general"),
        (Some(_), Some(_)) => Some("head_other"),
        (None, None) => None,
        _ => Some("head_one"),
    }
}

/// A word for people that does not say which.
pub fn is_general(head: &Term) -> bool {
    head.sort() == Some(Sort::Person)
}

fn modifiers(a: &Entry, b: &Entry) -> Option<&'static str> {
    let (left, right) = (&a.claim.modifiers, &b.claim.modifiers);
    let shared = left.iter().any(|one| right.iter().any(|other| one.key == other.key));
    match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        _ if shared => Some("modifier_shared"),
        (false, false) => Some("modifier_other"),
        _ => Some("modifier_one"),
    }
}

fn events(a: &Entry, b: &Entry) -> Option<&'static str> {
    let people =
        |entry: &Entry| entry.claim.head.is_none_or(|head| head.is_people()) && entry.claim.mention.kind == Kind::Count;
    match (a.claim.event, b.claim.event) {
        (Some(one), Some(other)) if one == other && people(a) && people(b) => Some("event_people"),
        (Some(one), Some(other)) if one == other => Some("event_same"),
        (Some(_), Some(_)) => Some("event_other"),
        (None, None) => None,
        _ => Some("event_one"),
    }
}

fn directions(a: &Entry, b: &Entry) -> Option<&'static str> {
    match (a.claim.direction, b.claim.direction) {
        (Some(one), Some(other)) if one == other => Some("direction_same"),
        (Some(_), Some(_)) => Some("direction_other"),
        (None, None) => None,
        _ => Some("direction_one"),
    }
}
