//! Records that nothing needs.

use std::collections::BTreeSet;

use petgraph::unionfind::UnionFind;

use super::{Code, Lint};
use crate::findings::Desk;
use crate::graph::{Edge, Node};

/// Records that no claim reaches, over edges of any kind but those that only nest or name.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let used = used(desk);
    let linked = desk.archive.identities.iter().flat_map(|identity| identity.measures());
    let in_identities: BTreeSet<&str> = linked.map(|id| id.as_str()).collect();
    let is_linked = |node: &Node| node.kind() == "measure" && in_identities.contains(node.id());
    let nodes = desk.graph.nodes().zip(used);
    nodes.filter(|(node, used)| !used && !is_linked(node)).map(|(node, _)| lint(node)).collect()
}

/// Which nodes are used, in their order. Whatever a used record is part of, or speaks for, is used; and so are the parts
/// of a used whole: all that hangs together so is used or is not.
fn used(desk: &Desk<'_>) -> Vec<bool> {
    let count = desk.graph.len();
    let mut together = UnionFind::<usize>::new(count);
    let mut named = vec![false; count];
    for (from, edge, to) in desk.graph.edges_by_place() {
        if matches!(edge, Edge::PartOf | Edge::SpeaksFor) {
            together.union(from, to);
        } else {
            (named[from], named[to]) = (true, true);
        }
    }
    let of = together.into_labeling();
    let mut used = vec![false; count];
    (0..count).filter(|place| named[*place]).for_each(|place| used[of[place]] = true);
    of.into_iter().map(|one| used[one]).collect()
}

fn lint(node: &Node) -> Lint {
    Lint {
        code: Code::UnusedRecord,
        id: node.id().to_owned(),
        locus: None,
        message: format!("no claim needs the {} {}", node.kind(), node.id()),
        help: "remove it, or add the claim that it was meant for".to_owned(),
    }
}
