//! Disagreements: all of them, and those of a place, an actor or a source.

use gainsay::sweep::Tally;

use super::Failure;
use super::expected::Expected;
use super::graph::Graph;
use super::measure::Bench;

/// Groups with a disagreement, pairs, and the sum by which they are known.
type Answer = (u64, u64, u64);

/// What a share of the rows comes to.
#[derive(Default)]
struct Share {
    groups: u64,
    pairs: u64,
    sum: u64,
    first: Option<usize>,
    last: Option<usize>,
}

/// Asks and tells.
pub fn tell(bench: &Bench, graph: &Graph, expected: &Expected) -> Result<(), Failure> {
    let of = |name| expected.number(&format!("/q1/{name}"));
    let all = (of("groups_in_dispute")?, of("contradicting_pairs")?, of("pairs_checksum")?);
    bench.query("q1", &all, || answer(graph));
    bench.query("q1_count", &(all.0, all.1), || both(graph.sweep.tally()));
    bench.query("q1_list", &all.1, || listed(graph));
    let targets = |kind: &str| expected.targets(&format!("/q2/{kind}"), kind, &["pairs"]);
    bench.each("q2_place", &targets("place")?, |id| of_place(graph, id));
    bench.each("q2_actor", &targets("actor")?, |id| {
        let number = graph.records.actors.find(id);
        number.map(|number| with(graph, graph.sweep.actors.row(number))).unwrap_or_default()
    });
    bench.each("q2_source", &targets("source")?, |id| {
        let number = graph.records.sources.find(id);
        number.map(|number| with(graph, graph.sweep.sources.row(number))).unwrap_or_default()
    });
    Ok(())
}

fn answer(graph: &Graph) -> Answer {
    let add = |share: &mut Share, group: usize, (a, b): (usize, usize)| {
        let (a, b) = (graph.numbers[a], graph.numbers[b]);
        share.pairs += 1;
        share.sum += a.min(b) * 1009 + a.max(b);
        share.groups += u64::from(share.last != Some(group));
        share.first = share.first.or(Some(group));
        share.last = Some(group);
    };
    let mut total = Share::default();
    for share in graph.sweep.fold(Share::default, add) {
        // A group of which both have a part is one.
        total.groups += share.groups - u64::from(share.first.is_some() && share.first == total.last);
        total.pairs += share.pairs;
        total.sum += share.sum;
        total.last = share.last.or(total.last);
    }
    (total.groups, total.pairs, total.sum)
}

/// All pairs, held in memory; tells how many there are.
fn listed(graph: &Graph) -> u64 {
    let add = |list: &mut Vec<(u32, u32)>, _, (a, b): (usize, usize)| {
        list.push((graph.sweep.claim[a], graph.sweep.claim[b]));
    };
    graph.sweep.fold(Vec::new, add).iter().map(|share| share.len() as u64).sum()
}

fn of_place(graph: &Graph, id: &str) -> Vec<u64> {
    let number = graph.places.binary_search_by(|own| own.as_str().cmp(id));
    // A place that no claim names is not in the graph.
    number.map_or_else(|_| vec![0], |number| pairs(graph.sweep.tally_of(graph.sweep.places.row(number as u32))))
}

fn with(graph: &Graph, rows: &[u32]) -> Vec<u64> {
    pairs(graph.sweep.tally_with(rows, |_| true))
}

fn pairs(tally: Tally) -> Vec<u64> {
    vec![tally.pairs as u64]
}

fn both(tally: Tally) -> (u64, u64) {
    (tally.groups as u64, tally.pairs as u64)
}
