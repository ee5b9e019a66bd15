//! Where the source of a claim leads, and what rests on a source.

use super::Failure;
use super::expected::Expected;
use super::graph::Graph;
use super::measure::Bench;

/// Asks and tells.
pub fn tell(bench: &Bench, graph: &Graph, expected: &Expected) -> Result<(), Failure> {
    let mut walk = graph.citations.walk();
    bench.each("q3", &expected.targets("/q3", "claim", &["reached", "origins"])?, |id| {
        let Some(claim) = graph.records.claims.find(id) else { return Vec::new() };
        let reached = walk.from(graph.source_of[claim as usize]);
        let origins = reached.iter().filter(|source| graph.citations.of(**source).is_empty()).count();
        vec![reached.len() as u64, origins as u64]
    });
    let mut walk = graph.citations.walk_back();
    bench.each("q4", &expected.targets("/q4", "source", &["sources", "claims"])?, |id| {
        let Some(source) = graph.records.sources.find(id) else { return Vec::new() };
        let reached = walk.from(source);
        let claims: usize = reached.iter().map(|source| graph.sweep.sources.row(*source).len()).sum();
        vec![reached.len() as u64, claims as u64]
    });
    Ok(())
}
