//! Which part of the graph an export holds, in words: whoever is sent a part must see that it is one.

use gainsay::compare::Relation;

use super::export::{Export, PartArg};
use crate::cli::filters::Filters;

/// What narrows the export, if anything does.
pub fn described(options: &Export) -> Option<String> {
    let filters = &options.filters;
    let own = [
        options.only.map(|PartArg::Disagreements| "only what disagrees".to_owned()),
        options.around.as_ref().map(|id| format!("within {} of {id}", steps(options.hops))),
        options.trace.as_ref().map(|id| format!("the chain of {id}")),
    ];
    let words: Vec<String> = own.into_iter().chain(narrowed(filters)).chain(moved(filters)).flatten().collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn steps(hops: usize) -> String {
    format!("{hops} step{}", if hops == 1 { "" } else { "s" })
}

fn narrowed(filters: &Filters) -> Vec<Option<String>> {
    let relations = filters.relation.iter().map(|relation| match relation {
        Relation::Contradiction => "contradictions",
        Relation::Tension => "tensions",
        Relation::Agreement => "agreements",
        Relation::Explained => "explained differences",
        Relation::NotComparable => "claims that are not comparable",
    });
    let relations: Vec<&str> = relations.collect();
    vec![
        filters.about.as_ref().map(|words| format!("about “{words}”")),
        filters.measure.as_ref().map(|id| format!("measure {id}")),
        filters.place.as_ref().map(|place| format!("place {place}")),
        filters.actor.as_ref().map(|actor| format!("actor {actor}")),
        filters.source.as_ref().map(|id| format!("source {id}")),
        filters.since.map(|date| format!("since {date}")),
        filters.until.map(|date| format!("until {date}")),
        filters.min_gap.map(|gap| format!("gaps of {gap} or more")),
        (!relations.is_empty()).then(|| relations.join(" and ")),
    ]
}

/// The graph as it is not.
fn moved(filters: &Filters) -> [Option<String>; 2] {
    [
        filters.without.as_ref().map(|id| format!("as if {id} were gone")),
        filters.known_at.map(|day| format!("as it stood on {day}")),
    ]
}
