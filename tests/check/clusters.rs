//! Clusters of reports: how much of what is known of them is found.

use crate::check::gold::clusters;
use crate::check::score::score;

/// Floors below what is found today, in the order of the rows of a score.
fn hold(part: &str, floors: [f64; 6]) {
    let found = score(&clusters(part));
    let low: Vec<&str> = found
        .rows()
        .iter()
        .zip(floors)
        .filter(|((_, share), floor)| share.ratio() < *floor)
        .map(|((name, _), _)| *name)
        .collect();
    assert!(low.is_empty(), "{part}: {low:?} below {floors:?}\n{found}");
}

#[test]
fn the_clusters_that_rules_are_tuned_on() {
    hold("tuned", [0.98, 0.67, 0.54, 0.89, 0.78, 0.9]);
}

#[test]
fn the_clusters_that_are_only_measured() {
    hold("unread", [0.96, 0.64, 0.46, 0.84, 0.74, 0.81]);
}
