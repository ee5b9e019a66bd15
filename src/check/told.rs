//! What is told of claims and pairs in words.

use crate::compare::{Condition, Relation, unit_word};
use crate::extract::claim::Said;
use crate::matching::{Entry, Match, measured};
use crate::quantity::pretty;

/// How the names of the dimensions of currencies begin.
const MONEY: &str = "money in";

/// The value of a claim in words, with what is counted.
pub fn value_text(entry: &Entry) -> String {
    let counted = entry.claim.counted.as_deref();
    match &entry.claim.said {
        Said::Figure { stated, unit } if unit == "percent" => format!("{} percent", stated.text()),
        Said::Figure { stated, unit } => match (unit.as_str(), counted) {
            ("count", None) => stated.text(),
            ("count", Some(counted)) => format!("{} {}", stated.text(), flat(counted)),
            // A sign of money stands before numbers; its code can stand after them.
            _ if measured(unit).dimension.starts_with(MONEY) => format!("{} {unit}", stated.text()),
            _ => format!("{} {}", stated.text(), unit_word(unit, None)),
        },
        Said::Days { first, last } if first == last => first.map_or_else(String::new, |day| day.to_string()),
        Said::Days { first, last } => {
            let end = |day: &Option<jiff::civil::Date>| day.map_or_else(|| "open".to_owned(), |day| day.to_string());
            format!("{} to {}", end(first), end(last))
        }
        Said::Clock(minutes) => clock(*minutes),
        Said::Rank(rank) => format!("number {}", pretty(f64::from(*rank))),
    }
}

/// A time of day.
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Words in one line.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Why a pair relates so, in a sentence.
pub fn why(one: &Match, a: &Entry, b: &Entry) -> String {
    let gap = one.verdict.gap.map_or_else(String::new, |gap| format!("; gap {gap}"));
    let reasons: Vec<&str> = one.verdict.reasons.iter().map(|reason| reason.word()).collect();
    match one.verdict.relation {
        Relation::Contradiction if a.claim.denied != b.claim.denied => "one denies what the other says".to_owned(),
        Relation::Contradiction if !reasons.is_empty() => {
            format!("the part exceeds the whole: {} against {}{gap}", value_text(a), value_text(b))
        }
        Relation::Contradiction => format!("both cannot hold: {} against {}{gap}", value_text(a), value_text(b)),
        Relation::Tension => format!("both can hold, but only at the edge of what the words allow{gap}"),
        Relation::Agreement => "both say the same".to_owned(),
        Relation::Explained => format!("the difference is accounted for by: {}", reasons.join(", ")),
        Relation::NotComparable => "they do not speak of the same thing".to_owned(),
    }
}

/// What would decide a disagreement: what is left open, and who stands behind each figure.
pub fn would_decide(one: &Match, a: &Entry, b: &Entry) -> Vec<String> {
    let label = |open: &Condition| if a.id() == open.claim { a.label.clone() } else { b.label.clone() };
    let open = |open: &Condition| format!("the {} that {} leaves open", open.field, label(open));
    let mut all: Vec<String> = one.verdict.conditions.iter().map(open).collect();
    for entry in [a, b] {
        all.push(match &entry.claim.speaker {
            Some(speaker) => format!("the record of {}", flat(&speaker.name)),
            None => format!("where {} comes from", value_text(entry)),
        });
    }
    all.dedup();
    all
}
