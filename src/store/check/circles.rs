//! Circles in relations that must have none: part of, speaks for, supersedes.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

/// The circles of a relation, each as a path that returns to its start, beginning with the id that sorts first. No chain is
/// too long: of petgraph's two ways to find components, this one does not call itself for each step.
pub(super) fn circles<'a>(edges: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Vec<&'a str>> {
    let graph: DiGraphMap<&str, ()> = DiGraphMap::from_edges(edges);
    let components = kosaraju_scc(&graph).into_iter();
    let mut found: Vec<Vec<&str>> = components.filter_map(|component| walk(&graph, &component)).collect();
    found.sort();
    found
}

/// The shortest way from the first member back to itself that stays inside the component.
fn walk<'a>(graph: &DiGraphMap<&'a str, ()>, component: &[&'a str]) -> Option<Vec<&'a str>> {
    let members: BTreeSet<&str> = component.iter().copied().collect();
    let start = members.first().copied()?;
    let mut from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(at) = open.pop_front() {
        let mut next: Vec<&str> = graph.neighbors(at).filter(|id| members.contains(id)).collect();
        next.sort_unstable();
        if next.contains(&start) {
            return Some(way_back(&from, start, at));
        }
        for id in next.into_iter().filter(|id| !from.contains_key(id)).collect::<Vec<_>>() {
            from.insert(id, at);
            open.push_back(id);
        }
    }
    None
}

fn way_back<'a>(from: &BTreeMap<&'a str, &'a str>, start: &'a str, last: &'a str) -> Vec<&'a str> {
    let mut way = vec![start, last];
    while let Some(before) = way.last().filter(|at| **at != start).and_then(|at| from.get(at)) {
        way.push(before);
    }
    way.reverse();
    if last == start { vec![start, start] } else { way }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_named_and_trees_have_none() {
        assert!(circles([("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
        assert_eq!(circles([("b", "c"), ("c", "a"), ("a", "b")]), [["a", "b", "c", "a"]]);
        assert_eq!(circles([("x", "x")]), [["x", "x"]]);
    }

    #[test]
    fn a_long_circle_needs_no_deep_stack() {
        let ids: Vec<String> = (0..50_000).map(|at| format!("{at:05}")).collect();
        let next = ids.iter().cycle().skip(1);
        let found = circles(ids.iter().zip(next).map(|(a, b)| (a.as_str(), b.as_str())));
        assert_eq!((found.len(), found[0].len()), (1, 50_001));
    }
}
