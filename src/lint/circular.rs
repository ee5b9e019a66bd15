//! Circular sourcing: sources that have it from each other.

use super::{Code, Lint};
use crate::findings::Desk;
use crate::graph::{Edge, Node, Rows, ways_round};

/// Of a circle of more sources than this, the first are named.
const MOST_NAMED: usize = 12;
/// How many of those.
const FIRST: usize = 6;

/// Circles of citing, taking claims from and republishing. A mere link makes no circle.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let ids: Vec<&str> = desk.archive.sources.keys().map(|id| id.as_str()).collect();
    let ways = ways_round(&sourcing(desk)).into_iter();
    let name = |source: &u32| ids.get(*source as usize).copied().unwrap_or_default();
    ways.map(|way| lint(&way.iter().map(name).collect::<Vec<_>>())).collect()
}

fn lint(circle: &[&str]) -> Lint {
    Lint {
        code: Code::CircularSourcing,
        id: circle.first().copied().unwrap_or_default().to_owned(),
        locus: None,
        message: match circle {
            [one, other] if one == other => format!("a source cites itself: {}", shown(circle)),
            _ => format!("sources have it from each other: {}", shown(circle)),
        },
        help: match circle {
            [one, other] if one == other => "find out where it really has it from; it does not confirm itself",
            _ => "find out which of them had it first; until then none of them confirms another",
        }
        .to_owned(),
    }
}

/// A circle ends with the source that it begins with.
fn shown(circle: &[&str]) -> String {
    match circle {
        [named @ .., last] if named.len() > MOST_NAMED => {
            format!("{} → … and {} more → {last}", named[..FIRST].join(" → "), named.len() - FIRST)
        }
        _ => circle.join(" → "),
    }
}

/// For each source, by its place among them, those that it takes from, in order.
fn sourcing(desk: &Desk<'_>) -> Rows {
    let mut taken: Vec<Vec<u32>> = vec![Vec::new(); desk.archive.sources.len()];
    for (from, edge, to) in desk.graph.edges_by_place() {
        if matches!(edge, Edge::Cites | Edge::Republishes | Edge::TakenFrom)
            && let (Some(from), Some(to)) = (source(desk, from), source(desk, to))
        {
            taken[from].push(to as u32);
        }
    }
    for list in &mut taken {
        list.sort_unstable();
        list.dedup();
    }
    Rows::of(taken.into_iter().map(Vec::into_iter))
}

/// The place of a source, or of that which asserts a claim; sources stand first in the graph.
fn source(desk: &Desk<'_>, place: usize) -> Option<usize> {
    match desk.graph.at(place)? {
        Node::Source(_) => Some(place),
        Node::Claim(id) => desk.graph.place(&Node::Source(desk.archive.claims.get(id)?.source.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_circles_are_shown_short() {
        let ids: Vec<String> = (0..476).map(|at| format!("s{at}")).collect();
        let circle: Vec<&str> = ids.iter().map(String::as_str).chain(["s0"]).collect();
        assert_eq!(shown(&circle), "s0 → s1 → s2 → s3 → s4 → s5 → … and 470 more → s0");
        assert_eq!(shown(&["a", "b", "a"]), "a → b → a");
    }
}
