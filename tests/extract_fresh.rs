//! Sentences of many subjects with hard forms: how many of their quantities `extract` finds, and how much else.

use gainsay::extract::{Mention, Value, extract};

/// At least this many of a hundred found, and right among the found.
const LEAST: usize = 90;

fn rounded(value: &Option<Value>) -> Option<Value> {
    value.as_ref().map(|value| match value {
        Value::Number(number) => Value::Number((number * 1e4).round() / 1e4),
        Value::Day(day) => Value::Day(day.clone()),
    })
}

fn shown(mention: &Mention) -> String {
    Mention { low: rounded(&mention.low), high: rounded(&mention.high), ..mention.clone() }.to_string()
}

#[test]
fn most_quantities_of_the_fresh_sentences_are_right() {
    let sentences: Vec<(String, Vec<String>)> =
        ron::from_str(include_str!("extract/fresh.ron")).unwrap_or_else(|error| panic!("{error}"));
    let (mut hits, mut gold, mut given) = (0, 0, 0);
    for (text, wanted) in &sentences {
        let found: Vec<String> = extract(text).iter().filter(|mention| mention.kind.is_quantity()).map(shown).collect();
        let mut left = found.clone();
        let missed: Vec<&String> = wanted
            .iter()
            .filter(|label| left.iter().position(|own| own == *label).map(|at| left.remove(at)).is_none())
            .collect();
        hits += wanted.len() - missed.len();
        (gold, given) = (gold + wanted.len(), given + found.len());
        if !missed.is_empty() || !left.is_empty() {
            println!("{text}\n  missed {missed:?}\n  extra {left:?}");
        }
    }
    println!("{hits} right of {gold} labelled and {given} found in {} sentences", sentences.len());
    assert!(hits * 100 >= LEAST * gold && hits * 100 >= LEAST * given, "{hits} of {gold} labelled, {given} found");
}
