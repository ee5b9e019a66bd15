//! Sources that cite each other in circles.

use super::Failure;
use super::expected::Expected;
use super::graph::Graph;
use super::measure::Bench;

/// Asks and tells.
pub fn tell(bench: &Bench, graph: &Graph, expected: &Expected) -> Result<(), Failure> {
    let of = |name| expected.number(&format!("/q5/{name}"));
    bench.query("q5", &(of("circles")?, of("sources")?, of("largest")?), || {
        let circles = graph.citations.circles();
        let sizes = circles.iter().map(|circle| circle.len() as u64);
        (circles.len() as u64, sizes.clone().sum::<u64>(), sizes.max().unwrap_or(0))
    });
    Ok(())
}
