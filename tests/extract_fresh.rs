//! Sentences of many subjects with hard forms: how many of their quantities `extract` finds, and how much else.

use gainsay::extract::{Mention, Value, extract};

/// At least this many of a hundred found, and right among the found.
const LEAST: usize = 95;

fn rounded(value: &Option<Value>) -> Option<Value> {
    value.map(|value| match value {
        Value::Number(number) => Value::Number((number * 1e4).round() / 1e4),
        time => time,
    })
}

fn shown(mention: &Mention) -> String {
    Mention { low: rounded(&mention.low), high: rounded(&mention.high), ..mention.clone() }.to_string()
}

/// Right, labelled and found.
fn counts(sentences: &str) -> (usize, usize, usize) {
    let sentences: Vec<(String, Vec<String>)> = ron::from_str(sentences).unwrap_or_else(|error| panic!("{error}"));
    let (mut hits, mut gold, mut given) = (0, 0, 0);
    for (text, wanted) in &sentences {
        let mut left: Vec<String> =
            extract(text).iter().filter(|mention| mention.kind.is_quantity()).map(shown).collect();
        given += left.len();
        gold += wanted.len();
        for label in wanted {
            if let Some(at) = left.iter().position(|own| own == label) {
                left.remove(at);
                hits += 1;
            }
        }
    }
    (hits, gold, given)
}

#[test]
fn most_quantities_of_invented_sentences_are_right() {
    for sentences in [include_str!("extract/fresh.ron"), include_str!("extract/blind.ron")] {
        let (hits, gold, given) = counts(sentences);
        println!("{hits} right of {gold} labelled and {given} found");
        assert!(hits * 100 >= LEAST * gold && hits * 100 >= LEAST * given, "{hits} of {gold} labelled, {given} found");
    }
}
