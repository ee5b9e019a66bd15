//! The same graph gives the same bytes, and a small change is small.

use std::collections::BTreeSet;

use crate::page::fixture::{edited, hostile, page, shipped};
use crate::page::markup::without_pictures;

fn lines_changed(before: &str, after: &str) -> (usize, usize) {
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (before.lines().collect(), after.lines().collect());
    (old.difference(&new).count(), new.difference(&old).count())
}

#[test]
fn the_same_graph_gives_the_same_bytes() {
    assert_eq!(page(&shipped()), page(&shipped()));
    assert_eq!(page(&hostile()), page(&hostile()));
}

#[test]
fn other_words_for_a_claim_change_few_lines() {
    let says = "No neighbour has a greater influx than Kazakhstan";
    let after = edited(says, "Kazakhstan has the greatest influx of all neighbours");
    let (gone, new) = lines_changed(&page(&shipped()), &page(&after));
    // Its own line, that of its source, and those of claims and questions that name it.
    assert!((1..=6).contains(&gone), "{gone} lines");
    assert!((1..=6).contains(&new), "{new} lines");
}

#[test]
fn a_claim_more_changes_few_lines() {
    let claim = "id: \"kz-january-unrest\",";
    let more = "id: \"kz-another-unrest\", says: \"Another unrest was in May\", \
                about: Date(event: \"january-unrest-2022\", when: In(\"2022-01-05\")), \
                evidence: [(bytes: (0, 6), fragment: \"in May\")]),\n        (\n            id: \"kz-january-unrest\",";
    let before = without_pictures(&page(&shipped()));
    let (gone, new) = lines_changed(&before, &without_pictures(&page(&edited(claim, more))));
    assert!(gone <= 8, "{gone} of {} lines are gone", before.lines().count());
    assert!(new <= 25, "{new} lines are new");
}
