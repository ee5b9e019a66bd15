//! Circles in relations that must have none: part of, speaks for, supersedes.

use std::collections::BTreeSet;

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

/// The circles of a relation, each as a path that returns to its start, beginning with the id that sorts first.
pub(crate) fn circles<'a>(edges: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Vec<&'a str>> {
    let graph: DiGraphMap<&str, ()> = DiGraphMap::from_edges(edges);
    let components = tarjan_scc(&graph).into_iter();
    let mut found: Vec<Vec<&str>> = components.filter_map(|component| walk(&graph, &component)).collect();
    found.sort();
    found
}

/// The shortest way from the first member back to itself that stays inside the component.
fn walk<'a>(graph: &DiGraphMap<&'a str, ()>, component: &[&'a str]) -> Option<Vec<&'a str>> {
    let members: BTreeSet<&str> = component.iter().copied().collect();
    let start = members.first().copied()?;
    let mut paths = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !paths.is_empty() {
        let mut longer = Vec::new();
        for path in paths {
            let mut next: Vec<&str> = graph.neighbors(path.last()?).filter(|id| members.contains(id)).collect();
            next.sort_unstable();
            for id in next {
                let step: Vec<&str> = path.iter().copied().chain([id]).collect();
                if id == start {
                    return Some(step);
                }
                if seen.insert(id) {
                    longer.push(step);
                }
            }
        }
        paths = longer;
    }
    None
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
}
