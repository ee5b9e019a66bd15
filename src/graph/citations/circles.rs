//! Circles of rows: components of two or more, and what leads to itself.

use crate::graph::components::{components, members};
use crate::graph::rows::Rows;

/// The circles, each in order, and they by their first.
pub(super) fn circles(rows: &Rows) -> Vec<Vec<u32>> {
    let members = members(&components(rows));
    let all = (0..members.len() as u32).map(|component| members.row(component));
    let is_circle = |members: &&[u32]| match members {
        [one] => rows.row(*one).contains(one),
        _ => true,
    };
    let mut circles: Vec<Vec<u32>> = all.filter(is_circle).map(<[u32]>::to_vec).collect();
    circles.sort_unstable();
    circles
}
