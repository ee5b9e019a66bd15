//! Laws of what changed between two states of a graph.

use gainsay::findings::{Change, Desk, Diff, DisagreementChange, FieldChange, RecordChange, diff};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::support::fixture::{Sketch, archive};
use crate::support::strategies::sketches;

/// Two states: some claims of one list in the first, some of it, or of another, in the second.
fn states() -> impl Strategy<Value = (Vec<Sketch>, Vec<Sketch>)> {
    (sketches(), sketches(), any::<bool>()).prop_flat_map(|(some, others, alike)| {
        let other = if alike { some.clone() } else { others };
        let part = |all: Vec<Sketch>| {
            let most = all.len();
            subsequence(all, 0..=most)
        };
        (part(some), part(other))
    })
}

fn mirrored(change: Change) -> Change {
    match change {
        Change::Added => Change::Removed,
        Change::Changed => Change::Changed,
        Change::Removed => Change::Added,
    }
}

fn turned(fields: &[FieldChange]) -> Vec<FieldChange> {
    fields.iter().map(|one| FieldChange { field: one.field, old: one.new.clone(), new: one.old.clone() }).collect()
}

/// Records as the other way round gives them. The label is that of the newer state.
fn records(found: &[RecordChange], turn: bool) -> Vec<(&'static str, String, Change, Vec<FieldChange>)> {
    let one = |record: &RecordChange| match turn {
        true => (record.record, record.id.clone(), mirrored(record.change), turned(&record.fields)),
        false => (record.record, record.id.clone(), record.change, record.fields.clone()),
    };
    found.iter().map(one).collect()
}

/// Disagreements as the other way round gives them, in one order.
fn disagreements(found: &Diff, turn: bool) -> Vec<String> {
    let one = |found: &DisagreementChange| {
        let (before, after) = if turn { (&found.after, &found.before) } else { (&found.before, &found.after) };
        let change = if turn { mirrored(found.change()) } else { found.change() };
        let fields = if turn { turned(&found.fields) } else { found.fields.clone() };
        let behind = found
            .behind
            .iter()
            .map(|one| (one.record, &one.id, if turn { mirrored(one.change) } else { one.change }, &one.changed));
        format!("{change:?} {before:?} {after:?} {fields:?} {:?} {:?}", found.otherwise, behind.collect::<Vec<_>>())
    };
    let mut all: Vec<String> = found.disagreements.iter().map(one).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn a_state_does_not_differ_from_itself(sketches in sketches()) {
        let (first, second) = (archive(&sketches), archive(&sketches));
        let found = diff(&Desk::new(&first), &Desk::new(&second));
        prop_assert!(found.is_empty(), "{found:?}");
        prop_assert!(!found.is_new(|_| true));
    }

    #[test]
    fn the_other_way_round_what_was_added_is_removed((old, new) in states()) {
        let (old, new) = (archive(&old), archive(&new));
        let (old, new) = (Desk::new(&old), Desk::new(&new));
        let (forth, back) = (diff(&old, &new), diff(&new, &old));
        prop_assert_eq!(records(&forth.records, false), records(&back.records, true));
        prop_assert_eq!(disagreements(&forth, false), disagreements(&back, true));
    }

    #[test]
    fn a_claim_is_told_if_and_only_if_it_changed((old, new) in states()) {
        let (old, new) = (archive(&old), archive(&new));
        let found = diff(&Desk::new(&old), &Desk::new(&new));
        let told = |id: &str| found.records.iter().find(|record| record.record == "claim" && record.id == id);
        for (id, claim) in &old.claims {
            let now = new.claims.get(id).map(|claim| &claim.fingerprint);
            prop_assert_eq!(told(id.as_str()).is_none(), now == Some(&claim.fingerprint), "{}", id);
            // These claims are all written by one program, so that nothing is only written otherwise.
            prop_assert!(told(id.as_str()).is_none_or(|record| !record.fields.is_empty()), "{} {:?} {:?}", id, claim, new.claims.get(id));
        }
    }

    #[test]
    fn every_new_disagreement_has_something_behind_it((old, new) in states()) {
        let (old, new) = (archive(&old), archive(&new));
        let found = diff(&Desk::new(&old), &Desk::new(&new));
        for one in found.that(Change::Added) {
            prop_assert!(!one.behind.is_empty(), "{one:?}");
        }
    }
}
