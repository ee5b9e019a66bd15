//! Records that nothing needs.

use std::collections::BTreeSet;

use super::{Code, Lint};
use crate::findings::Desk;
use crate::graph::{Edge, Node};

/// Records that no claim reaches, over edges of any kind but those that only nest or name.
pub(super) fn check(desk: &Desk<'_>) -> Vec<Lint> {
    let mut used: BTreeSet<&Node> = BTreeSet::new();
    for (from, edge, to) in desk.graph.edges() {
        if !matches!(edge, Edge::PartOf | Edge::SpeaksFor) {
            used.extend([from, to]);
        }
    }
    spread(desk, &mut used);
    let linked = desk.archive.identities.iter().flat_map(|identity| identity.measures());
    let in_identities: BTreeSet<&str> = linked.map(|id| id.as_str()).collect();
    let needed = |node: &&Node| used.contains(node) || (node.kind() == "measure" && in_identities.contains(node.id()));
    let mut unused: Vec<&Node> = desk.graph.nodes().filter(|node| !needed(node)).collect();
    unused.sort();
    unused.into_iter().map(lint).collect()
}

/// Whatever a used record is part of, or speaks for, is used; and so are the parts of a used whole.
fn spread<'a>(desk: &'a Desk<'_>, used: &mut BTreeSet<&'a Node>) {
    loop {
        let before = used.len();
        for (from, edge, to) in desk.graph.edges() {
            if matches!(edge, Edge::PartOf | Edge::SpeaksFor) && (used.contains(from) || used.contains(to)) {
                used.extend([from, to]);
            }
        }
        if used.len() == before {
            return;
        }
    }
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
