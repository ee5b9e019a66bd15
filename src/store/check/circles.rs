//! Circles in relations that must have none: part of, speaks for, supersedes. However deep a relation goes, nothing here
//! calls itself.

use std::collections::{BTreeMap, VecDeque};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{Graph, NodeIndex};

/// What is related, by the place of its id among all ids.
type Relation = Graph<(), (), petgraph::Directed, usize>;
type Member = NodeIndex<usize>;

/// The circles of a relation, each as a path that returns to its start, beginning with the id that sorts first.
pub(crate) fn circles<'a>(edges: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Vec<&'a str>> {
    let edges: Vec<(&str, &str)> = edges.into_iter().collect();
    let mut ids: Vec<&str> = edges.iter().flat_map(|(from, to)| [*from, *to]).collect();
    ids.sort_unstable();
    ids.dedup();
    let number = |id: &str| ids.partition_point(|known| *known < id);
    let graph = Relation::from_edges(edges.iter().map(|(from, to)| (number(from), number(to))));
    let components = kosaraju_scc(&graph);
    let mut owners = vec![0; ids.len()];
    for (owner, members) in components.iter().enumerate() {
        members.iter().for_each(|member| owners[member.index()] = owner);
    }
    let starts = components.iter().filter_map(|members| members.iter().min().copied());
    let paths = starts.filter_map(|start| walk(&graph, &owners, start));
    let mut found: Vec<Vec<&str>> = paths.map(|path| path.iter().map(|member| ids[member.index()]).collect()).collect();
    found.sort();
    found
}

/// The shortest way from a member back to itself that stays inside its component.
fn walk(graph: &Relation, owners: &[usize], start: Member) -> Option<Vec<Member>> {
    let mut before: BTreeMap<Member, Member> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(member) = open.pop_front() {
        let inside = |next: &Member| owners[next.index()] == owners[start.index()];
        let mut next: Vec<Member> = graph.neighbors(member).filter(inside).collect();
        next.sort_unstable();
        for next in next {
            if next == start {
                return Some(way(&before, start, member));
            }
            before.entry(next).or_insert_with(|| {
                open.push_back(next);
                member
            });
        }
    }
    None
}

/// The way from the start to the last member, by those before each, and back to the start.
fn way(before: &BTreeMap<Member, Member>, start: Member, last: Member) -> Vec<Member> {
    let mut way = vec![start];
    let mut member = last;
    while member != start {
        way.push(member);
        member = before.get(&member).copied().unwrap_or(start);
    }
    way.push(start);
    way.reverse();
    way
}

/// The most ids of a circle that are told.
const TOLD: usize = 20;

/// The circle as a person reads it; of a long one, its beginning and its end.
pub(super) fn told(circle: &[&str]) -> String {
    if circle.len() <= TOLD {
        return circle.join(" → ");
    }
    let (first, last) = (&circle[..TOLD / 2], &circle[circle.len() - TOLD / 2..]);
    format!("{} → … {} more … → {}", first.join(" → "), circle.len() - TOLD, last.join(" → "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_named_and_trees_have_none() {
        assert!(circles([("a", "b"), ("b", "c"), ("a", "c")]).is_empty());
        assert_eq!(circles([("b", "c"), ("c", "a"), ("a", "b")]), [["a", "b", "c", "a"]]);
        assert_eq!(circles([("x", "x")]), [["x", "x"]]);
        let short = circles([("a", "b"), ("b", "a"), ("a", "c"), ("c", "d"), ("d", "a"), ("d", "e"), ("f", "f")]);
        assert_eq!(short, [vec!["a", "b", "a"], vec!["f", "f"]]);
    }

    #[test]
    fn a_deep_chain_is_walked_and_a_long_circle_is_told_in_short() {
        let ids: Vec<String> = (0..100_000).map(|number| format!("{number:06}")).collect();
        let chain = || ids.windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str()));
        assert!(circles(chain()).is_empty());
        let found = circles(chain().chain([(ids[99_999].as_str(), ids[0].as_str())]));
        assert_eq!((found.len(), found[0].len()), (1, 100_001));
        let text = told(&found[0]);
        assert!(text.starts_with("000000 → 000001") && text.ends_with("099999 → 000000"), "{text}");
        assert!(text.contains("… 99981 more …") && text.len() < 300, "{text}");
    }
}
