//! What is told of claims and pairs in words.

use crate::compare::{Condition, Relation, accounts, each_once, part_first, settling, unit_word};
use crate::extract::claims::Said;
use crate::matching::{Entry, Match, measured};
use crate::quantity::{is_money, pretty};
use crate::text::one_line;

/// The value of a claim in words, with what is counted.
pub fn value_text(entry: &Entry) -> String {
    let counted = entry.claim.counted.as_deref();
    match &entry.claim.said {
        Said::Figure { stated, unit } if unit == "percent" => format!("{} percent", stated.text()),
        Said::Figure { stated, unit } => match (unit.as_str(), counted) {
            ("count", None) => stated.text(),
            ("count", Some(counted)) => format!("{} {}", stated.text(), one_line(counted)),
            // A sign of money stands before numbers; its code can stand after them.
            _ if is_money(&measured(unit).dimension) => format!("{} {unit}", stated.text()),
            _ => format!("{} {}", stated.text(), unit_word(unit, None)),
        },
        Said::Days { first, last } if first == last => first.map_or_else(String::new, |day| day.to_string()),
        Said::Days { first, last } => {
            let end = |day: &Option<jiff::civil::Date>| day.map_or_else(|| "open".to_owned(), |day| day.to_string());
            format!("{} to {}", end(first), end(last))
        }
        Said::Clock { from, until } if from == until => clock(*from),
        Said::Clock { from, until } => format!("{} to {}", clock(*from), clock(*until)),
        Said::Rank(rank) => format!("number {}", pretty(f64::from(*rank))),
    }
}

/// A time of day.
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Why a pair relates so, in a sentence.
pub fn why(one: &Match, a: &Entry, b: &Entry) -> String {
    let gap = one.verdict.gap.map_or_else(String::new, |gap| format!("; gap {gap}"));
    let reasons = || one_line(&accounts(&one.verdict.reasons, &one.rungs));
    match one.verdict.relation {
        Relation::Contradiction if a.claim.denied != b.claim.denied => "one denies what the other says".to_owned(),
        Relation::Contradiction if !one.verdict.reasons.is_empty() => {
            let (part, whole) = part_first(&one.rungs, value_text(a), value_text(b));
            format!("the part exceeds the whole: {part} against {whole}{gap}")
        }
        Relation::Contradiction => format!("cannot both hold: {} against {}{gap}", value_text(a), value_text(b)),
        Relation::Tension => format!("both can hold, but only at the edge of what the words allow{gap}"),
        Relation::Agreement => "both say the same".to_owned(),
        Relation::Explained if !one.one_thing => format!("probably not of one thing, by: {}", reasons()),
        Relation::Explained => format!("the difference is accounted for by: {}", reasons()),
        Relation::NotComparable if one.verdict.reasons.is_empty() => "they do not speak of the same thing".to_owned(),
        Relation::NotComparable => format!("they do not speak of the same thing: {}", reasons()),
    }
}

/// What would decide a disagreement: what is left open, and who stands behind each figure.
pub fn would_decide(one: &Match, a: &Entry, b: &Entry) -> Vec<String> {
    let label = |open: &Condition| if a.id() == open.claim { a.label.clone() } else { b.label.clone() };
    let mut all: Vec<String> = one.verdict.conditions.iter().map(|open| settling(open, &label(open))).collect();
    for entry in [a, b] {
        all.push(match &entry.claim.speaker {
            Some(speaker) => format!("the record of {}", one_line(&speaker.name)),
            None => format!("where “{}” comes from", value_text(entry)),
        });
    }
    each_once(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::compare;

    fn told(a: &str, b: &str) -> (String, String, Vec<String>) {
        let found = compare(a, b);
        let one = &found.pairs[0];
        let (a, b) = (&found.corpus.entries()[one.a], &found.corpus.entries()[one.b]);
        (format!("{} – {}", value_text(a), value_text(b)), why(one, a, b), would_decide(one, a, b))
    }

    #[test]
    fn values_are_told_with_what_is_counted() {
        let rows = [
            ("About 12,000 people marched.", "12,000 people", "about 12,000 people"),
            ("Turnout was 61 percent.", "61 percent", "61 percent"),
            ("The wall is 40 km long.", "40 km", "40 km"),
            ("It sank on 4 October 2022.", "4 October 2022", "2022-10-04"),
            ("It rang at 9:30 pm.", "9:30 pm", "21:30"),
            ("It is the second largest port.", "second", "number 2"),
        ];
        for (text, figure, wanted) in rows {
            let found = compare(text, text);
            let entry = &found.corpus.entries()[0];
            assert_eq!(value_text(entry), wanted, "{figure}");
        }
    }

    #[test]
    fn a_disagreement_is_told_with_what_would_decide_it() {
        let (values, why, decide) =
            told("The flood drowned 12 goats in Lorn, the mayor said.", "The flood drowned 40 goats.");
        assert_eq!(values, "12 goats – 40 goats");
        assert!(why.starts_with("cannot both hold: 12 goats against 40 goats; gap"), "{why}");
        let wanted = ["the place that statement 2 leaves open", "the record of mayor", "where “40 goats” comes from"];
        assert_eq!(decide, wanted);
    }

    #[test]
    fn a_year_that_is_taken_from_elsewhere_is_told_as_such() {
        let (values, _, decide) =
            told("The firm was founded in 1987. The route reopens on 12 March.", "The route reopens on 20 March 2026.");
        assert_eq!(values, "1987-03-12 – 2026-03-20");
        assert_eq!(decide[0], "whether the date inferred for statement 1 is right");
        let (.., decide) = told("The route reopens on 12 March 1987.", "The route reopens on 20 March 2026.");
        assert!(!decide.iter().any(|open| open.starts_with("whether")), "{decide:?}");
    }

    #[test]
    fn a_denial_and_a_reason_are_told() {
        let (_, why, _) = told("The mill laid off 96 workers.", "The mill denied that it had laid off 96 workers.");
        assert_eq!(why, "one denies what the other says");
        let (_, why, _) = told("The wall is 40 km long.", "The wall is 25 miles long.");
        assert_eq!(why, "the difference is accounted for by: unit conversion");
        let (_, why, _) = told("The flood drowned 12 goats in Lorn.", "The flood drowned 40 goats in Arve.");
        assert_eq!(why, "the difference is accounted for by: place (Lorn against Arve)");
    }

    #[test]
    fn words_and_times_are_made_plain() {
        assert_eq!((one_line("two\n  words").as_str(), clock(65).as_str()), ("two words", "01:05"));
    }
}
