//! The same graph gives the same bytes, and a change of one claim changes few lines.

use std::collections::BTreeMap;

use gainsay::export::{Base, Format, View, write_with_base};
use gainsay::findings::Desk;
use gainsay::model::ClaimId;

use crate::linked::support::{exported, shipped, triples};

const ALL: [Format; 3] = [Format::Turtle, Format::Jsonld, Format::Json];

/// How many lines are in one text and not in the other.
fn differing(a: &str, b: &str) -> usize {
    let mut lines: BTreeMap<&str, i64> = BTreeMap::new();
    a.lines().for_each(|line| *lines.entry(line).or_default() += 1);
    b.lines().for_each(|line| *lines.entry(line).or_default() -= 1);
    lines.values().map(|count| count.unsigned_abs() as usize).sum()
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    for format in ALL {
        assert!(exported(&shipped(), format) == exported(&shipped(), format), "{}", format.name());
    }
}

#[test]
fn other_words_of_a_claim_change_its_own_lines() {
    let (before, mut after) = (shipped(), shipped());
    let claim = after.claims.get_mut("kz-arrivals-300k").unwrap();
    claim.says = "Some 300,000 came".into();
    claim.fingerprint = "000000000000".into();
    for format in ALL {
        let lines = differing(&exported(&before, format), &exported(&after, format));
        assert!((2..=4).contains(&lines), "{}: {lines} lines", format.name());
    }
}

#[test]
fn a_claim_that_is_gone_takes_only_lines_about_it() {
    let before = shipped();
    let desk = Desk::new(&before);
    let view = View::whole(&desk);
    let comparisons = view.comparisons();
    let is_compared = |id: &ClaimId| comparisons.iter().any(|pair| pair.a == *id || pair.b == *id);
    let is_named = |id: &ClaimId| before.claims.values().any(|claim| claim.supersedes.contains(id));
    let lonely = before.claims.keys().find(|id| !is_compared(id) && !is_named(id)).unwrap();
    let mut after = before.clone();
    after.claims.remove(lonely);
    let (a, b) = (exported(&before, Format::Turtle), exported(&after, Format::Turtle));
    let lines = differing(&a, &b);
    let own = a.lines().filter(|line| line.contains(lonely.as_str())).count();
    assert!(lines > 0 && lines <= 40 + own, "{lonely}: {lines} lines");
}

#[test]
fn a_base_of_ones_own_names_all_records() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let base = Base::new("https://example.org/facts/").unwrap();
    for format in [Format::Turtle, Format::Jsonld] {
        let mut out = Vec::new();
        write_with_base(&View::whole(&desk), format, &base, &mut out).unwrap();
        let found = triples(&String::from_utf8(out).unwrap(), format);
        assert!(found.iter().all(|(subject, ..)| subject.starts_with("https://example.org/facts/")));
        assert!(found.iter().any(|(subject, ..)| subject == "https://example.org/facts/claim/kz-arrivals-300k"));
    }
}
