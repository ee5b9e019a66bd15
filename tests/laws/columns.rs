//! Columns say the same as the archive from which they were made.

use std::collections::BTreeSet;
use std::path::Path;

use gainsay::compare::{Comparison, Relation};
use gainsay::export::json;
use gainsay::findings::{Desk, Filter, Question, Stacks, questions};
use gainsay::model::{Archive, Claim};
use gainsay::snapshot::Records;
use gainsay::sweep::{Asked, Sweep};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::fixture::archive;
use crate::support::strategies::{lane, sketches};

/// All pairs of claims by number, each held side by side.
fn pairs(archive: &Archive) -> Vec<(u32, u32, Comparison)> {
    let desk = Desk::new(archive);
    let claims: Vec<&Claim> = archive.claims.values().collect();
    let all = (0..claims.len()).flat_map(|a| (a + 1..claims.len()).map(move |b| (a, b)));
    all.map(|(a, b)| (a as u32, b as u32, desk.compare(claims[a], claims[b]))).collect()
}

fn disagreeing(sweep: &Sweep) -> BTreeSet<(u32, u32)> {
    let pairs = sweep.fold(Vec::new, |found, _, (a, b)| {
        let (a, b) = (sweep.claim[a], sweep.claim[b]);
        found.push((a.min(b), a.max(b)));
    });
    pairs.into_iter().flatten().collect()
}

/// The claims of plain groups.
fn told(sweep: &Sweep) -> BTreeSet<u32> {
    let plain = (0..sweep.groups.len()).filter(|group| sweep.groups[*group].is_plain());
    plain.flat_map(|group| sweep.rows_of(group)).map(|row| sweep.claim[row]).collect()
}

fn rooms_hold_what_belongs_together(archive: &Archive, most: usize) -> Result<(), TestCaseError> {
    let rooms = Sweep::new(archive).rooms(Asked { most, most_compared: most, ..Asked::default() });
    let room_of = |claim: u32| rooms.iter().position(|room| room.claims.contains(&claim));
    for (a, b, pair) in pairs(archive) {
        let derived = pair.derived.is_some() && pair.relation == gainsay::compare::Relation::Contradiction;
        if pair.is_of_values() || derived {
            prop_assert_eq!(room_of(a), room_of(b), "{}", pair.why);
            prop_assert!(room_of(a).is_some(), "{}", pair.why);
        }
        if pair.is_disagreement() {
            prop_assert!(room_of(a).is_some_and(|room| rooms[room].may_disagree), "{}", pair.why);
        }
    }
    Ok(())
}

fn columns_tell_what_comparing_tells(archive: &Archive) -> Result<(), TestCaseError> {
    let sweep = Sweep::new(archive);
    let told = told(&sweep);
    prop_assert_eq!(told.len(), archive.claims.len(), "columns tell all");
    let all = pairs(archive);
    let expected = all.iter().filter(|(a, b, pair)| pair.is_disagreement() && told.contains(a) && told.contains(b));
    let expected: BTreeSet<(u32, u32)> = expected.map(|(a, b, _)| (*a, *b)).collect();
    prop_assert_eq!(disagreeing(&sweep), expected);
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_packed_comes_back(sketches in sketches()) {
        let archive = archive(&sketches);
        prop_assert_eq!(Records::new(&archive, Path::new("graph")).and_then(|records| records.archive()), Some(archive));
    }

    #[test]
    fn claims_of_one_question_share_a_room(sketches in sketches(), most in 0_usize..12) {
        rooms_hold_what_belongs_together(&archive(&sketches), most)?;
    }

    #[test]
    fn plain_groups_are_told_by_columns(sketches in lane(2..40)) {
        let archive = archive(&sketches);
        columns_tell_what_comparing_tells(&archive)?;
        rooms_hold_what_belongs_together(&archive, 0)?;
    }
}

/// Filters of every kind, on what the made-up graph has.
fn filters() -> Vec<Filter> {
    let all = vec![Relation::Contradiction, Relation::Tension, Relation::Agreement, Relation::Explained];
    let some = |text: &str| Some(text.to_owned());
    vec![
        Filter::default(),
        Filter { relations: all.clone(), ..Filter::default() },
        Filter { place: some("coast"), ..Filter::default() },
        Filter { actor: some("office"), relations: all, ..Filter::default() },
        Filter { source: some("one"), place: some("land"), ..Filter::default() },
        Filter { measure: some("arrivals"), ..Filter::default() },
    ]
}

/// Pairs that disagree and have a claim of whatever a filter names.
fn counted(archive: &Archive, filter: &Filter) -> usize {
    let desk = Desk::new(archive);
    let is = |asked: &Option<String>, test: &dyn Fn(&str) -> bool| asked.as_deref().is_none_or(test);
    let place = |claim: &Claim, id: &str| {
        claim.scope.place.as_ref().is_some_and(|own| archive.place_nesting.is_within(own, &id.into()))
    };
    let speaks = |claim: &Claim, id: &str| {
        let leads = |own: &gainsay::model::ActorId| {
            let own = gainsay::graph::Node::Actor(own.clone());
            desk.graph.leads_to(&own, gainsay::graph::Edge::SpeaksFor, &gainsay::graph::Node::Actor(id.into()))
        };
        claim.attribution.actors().iter().any(leads)
    };
    let passes = |a: &Claim, b: &Claim| {
        is(&filter.source, &|id| [a, b].iter().any(|claim| claim.source.as_str() == id))
            && is(&filter.actor, &|id| [a, b].iter().any(|claim| speaks(claim, id)))
            && is(&filter.measure, &|id| {
                [a, b].iter().any(|claim| claim.about.measure().is_some_and(|own| own.as_str() == id))
            })
            && is(&filter.place, &|id| [a, b].iter().any(|claim| place(claim, id)))
    };
    let all = questions(&desk);
    let disagreeing = all.iter().flat_map(|question| &question.comparisons).filter(|pair| pair.is_disagreement());
    disagreeing.filter(|pair| passes(&archive.claims[&pair.a], &archive.claims[&pair.b])).count()
}

fn stacks_answer_as_the_archive_does(archive: &Archive) -> Result<(), TestCaseError> {
    let desk = Desk::new(archive);
    let stacks = Stacks::packed(archive, Path::new("graph")).expect("it is small");
    for filter in filters() {
        let expected = filter.apply(archive, questions(&desk)).expect("it names what is there");
        let found = stacks.questions(&filter).expect("it names what is there");
        prop_assert_eq!(&found.questions, &expected, "{:?}", filter);
        let shown = |desk: &Desk<'_>, questions: &[Question]| serde_json::to_string(&json::questions(desk, questions));
        let there = shown(&Desk::new(&found.archive), &found.questions).ok();
        prop_assert_eq!(there, shown(&desk, &expected).ok());
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_part_answers_as_the_whole(sketches in sketches()) {
        stacks_answer_as_the_archive_does(&archive(&sketches))?;
    }

    #[test]
    fn pairs_are_counted_as_they_are_compared(sketches in prop_oneof![sketches(), lane(2..40)]) {
        let archive = archive(&sketches);
        let stacks = Stacks::packed(&archive, Path::new("graph")).expect("it is small");
        for filter in filters() {
            prop_assert_eq!(stacks.tally(&filter).map(|tally| tally.pairs).ok(), Some(counted(&archive, &filter)), "{:?}", filter);
        }
    }
}
