//! A draft against the graph that comes with the program.

use std::path::Path;

use gainsay::check::{Checked, check};
use gainsay::compare::Relation;
use gainsay::findings::Desk;
use gainsay::ingest::documents;
use gainsay::model::{Archive, ClaimId};
use gainsay::store::load;

fn graph() -> Archive {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap_or_else(|error| panic!("{error:?}"))
}

fn checked(draft: &str, graph: &Archive) -> Checked {
    check(&documents("draft.txt", draft.as_bytes()).unwrap(), Some(graph), &|_| {})
}

/// The claims of the graph that relate so to a claim of the draft.
fn that(checked: &Checked, relation: Relation) -> Vec<ClaimId> {
    let entries = checked.corpus.entries();
    let found = checked.matches.iter().filter(|one| one.verdict.relation == relation);
    found.flat_map(|one| [&entries[one.a], &entries[one.b]]).filter_map(|entry| entry.known.clone()).collect()
}

const FORTNIGHT: &str = "Some 250,000 Russians entered Kazakhstan in the fortnight after the mobilisation.";

#[test]
fn a_figure_between_two_is_held_against_both() {
    let graph = graph();
    let found = that(&checked(FORTNIGHT, &graph), Relation::Contradiction);
    assert!(found.iter().any(|id| id.as_str().starts_with("kz-arrivals-200k")), "{found:?}");
    assert!(found.iter().any(|id| id.as_str() == "kz-arrivals-300k"), "{found:?}");
}

#[test]
fn the_figures_of_the_graph_have_their_origins() {
    let graph = graph();
    let desk = Desk::new(&graph);
    for id in that(&checked(FORTNIGHT, &graph), Relation::Contradiction) {
        assert!(desk.origins(&graph.claims[&id]).next().is_some(), "{id}");
    }
}

#[test]
fn a_week_does_not_contradict_the_fortnight_of_a_draft() {
    let graph = graph();
    let found = that(&checked(FORTNIGHT, &graph), Relation::Contradiction);
    assert!(found.iter().all(|id| id.as_str() != "kz-arrivals-100k-week"), "{found:?}");
}

#[test]
fn a_draft_that_says_what_the_graph_says_agrees() {
    let graph = graph();
    let found = checked("The border of Kazakhstan with Russia is 7,644 kilometres long.", &graph);
    assert!(that(&found, Relation::Agreement).iter().any(|id| id.as_str().starts_with("kz-border-length-7644")));
}

#[test]
fn a_draft_on_something_else_contradicts_nothing() {
    let graph = graph();
    let found = checked("The mill in Lorn employs 840 workers, and its chimney is 30 metres tall.", &graph);
    assert_eq!(that(&found, Relation::Contradiction), []);
}
