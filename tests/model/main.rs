//! The program against a slow and obvious reference that shares none of its code: written from the documents, with plain
//! loops over all claims. On random graphs both must say the same of every pair of claims, every question, every origin, and
//! of what falls without each record.

mod chance;
mod days;
mod figures;
mod ladder;
mod laws;
mod origins;
mod questions;
#[path = "../support/mod.rs"]
mod support;
mod telling;
mod values;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use gainsay::compare::Comparison;
use gainsay::findings::{self, Desk};
use gainsay::graph::{Citations, Node};
use gainsay::model::ClaimId;
use gainsay::trace;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde::de::DeserializeOwned;

use crate::ladder::Pair;
use crate::origins::{Descents, Out};
use crate::questions::{Position, Question, Told, descent};
use crate::support::cases::cases;
use crate::world::World;

/// A table of the program, read as data.
fn table<T: DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).expect("a table")
}

fn strings<'a, T: ToString + 'a>(ids: impl IntoIterator<Item = &'a T>) -> BTreeSet<String> {
    ids.into_iter().map(ToString::to_string).collect()
}

/// A comparison in the terms of the reference.
fn pair(found: &Comparison) -> Pair {
    let conditions = found.conditional_on.iter();
    Pair {
        a: found.a.to_string(),
        b: found.b.to_string(),
        relation: found.relation,
        reasons: found.reasons.clone(),
        conditions: conditions.map(|one| (one.claim.to_string(), one.field, one.state)).collect(),
        gap: found.gap.map(|gap| (gap.size, gap.kind)),
        rungs: found.rungs.iter().map(|rung| (rung.rung, rung.outcome, rung.part)).collect(),
    }
}

fn both(a: &ClaimId, b: &ClaimId) -> (String, String) {
    (a.min(b).to_string(), a.max(b).to_string())
}

/// A question in the terms of the reference.
fn question(found: &findings::Question) -> Question {
    let position = |found: &findings::Position| Position {
        claims: strings(&found.claims),
        compatible: strings(&found.compatible),
        one_sided: found.one_sided,
        origins: found.origins.clone(),
        low: found.low,
        high: found.high,
    };
    let ids = |pair: &Comparison| both(&pair.a, &pair.b);
    let conditions = found.conditional_on.iter();
    Question {
        relation: found.relation,
        conditions: conditions.map(|one| (one.claim.to_string(), one.field, one.state)).collect(),
        gap: found.gap.map(|gap| (gap.size, gap.kind)),
        positions: found.positions.iter().map(position).collect(),
        origins: (found.origins.named, found.origins.unnamed),
        pairs: found.comparisons.iter().map(ids).collect(),
        disagreeing: found.comparisons.iter().filter(|pair| pair.is_disagreement()).map(ids).collect(),
        explained: found.explained.iter().map(ids).collect(),
        stakes: found.stakes,
    }
}

/// Questions in an order of their own.
fn sorted(mut questions: Vec<Question>) -> Vec<Question> {
    questions.sort_by_key(|question| (question.pairs.clone(), format!("{:?}", question.positions)));
    questions
}

fn pairs_are_compared_alike(world: &World) -> Result<(), TestCaseError> {
    let archive = world.read();
    let desk = Desk::new(&archive);
    let descents = Descents::new(world);
    for a in &world.claims {
        for b in world.claims.iter().filter(|b| b.id() != a.id()) {
            let found = desk.compare(&archive.claims[a.id()], &archive.claims[b.id()]);
            let expected = ladder::compare(world, a, b, descent(&descents, a, b));
            prop_assert_eq!(pair(&found), expected, "{} and {}: {}", a.id(), b.id(), found.why);
        }
    }
    Ok(())
}

/// Where a question stands: what docs/ARCHITECTURE.md names, in that order.
fn firmness(question: &Question) -> impl PartialOrd + use<> {
    let mut sides: Vec<(usize, usize)> =
        question.positions.iter().map(|position| questions::count(&position.origins)).collect();
    sides.iter_mut().for_each(|(named, unnamed)| *unnamed += *named);
    sides.sort_by(|a, b| b.cmp(a));
    let weaker = sides.get(1).copied().unwrap_or_default();
    let disagrees = !question.disagreeing.is_empty();
    (!disagrees, -question.stakes, question.relation, !question.conditions.is_empty(), std::cmp::Reverse(weaker))
}

fn questions_are_found_alike(world: &World) -> Result<(), TestCaseError> {
    let archive = world.read();
    let desk = Desk::new(&archive);
    let descents = Descents::new(world);
    let expected = Told::new(world, &descents).questions();
    let found: Vec<Question> = findings::questions(&desk).iter().map(question).collect();
    prop_assert!(found.windows(2).all(|two| firmness(&two[0]) <= firmness(&two[1])), "the firmest first: {found:#?}");
    prop_assert_eq!(sorted(found), sorted(expected.clone()));
    let disagreeing = |questions: Vec<Question>| {
        sorted(questions.into_iter().filter(|question| !question.disagreeing.is_empty()).collect())
    };
    let found = findings::disagreements(&desk).iter().map(question).collect();
    prop_assert_eq!(disagreeing(found), disagreeing(expected));
    Ok(())
}

fn origins_are_counted_alike(world: &World) -> Result<(), TestCaseError> {
    let archive = world.read();
    let desk = Desk::new(&archive);
    let descents = Descents::new(world);
    for claim in archive.claims.values() {
        let found: Vec<trace::Origin> = desk.origins(claim).cloned().collect();
        let expected = descents.origins(claim.id.as_str());
        let count = trace::count(&found);
        prop_assert_eq!((count.named, count.unnamed), questions::count(&expected));
        prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{}", claim.id);
        prop_assert_eq!(desk.ancestry.one_named(&claim.id).cloned(), descents.one_named(claim.id.as_str()));
    }
    let ids: Vec<String> = archive.sources.keys().map(ToString::to_string).collect();
    let found = Citations::new(&archive).circles();
    let named: BTreeSet<BTreeSet<String>> =
        found.iter().map(|circle| circle.iter().map(|at| ids[*at as usize].clone()).collect()).collect();
    prop_assert_eq!(named.len(), found.len());
    prop_assert_eq!(named, origins::circles(world));
    Ok(())
}

/// The steps of a chain with how many lie below each.
fn steps(step: &trace::Step, below: usize) -> Vec<telling::Told> {
    let above = step.above.iter().flat_map(|above| steps(above, below + 1));
    std::iter::once((below, step.how, step.what.clone(), step.end.clone())).chain(above).collect()
}

fn ways_are_told_alike(world: &World) -> Result<(), TestCaseError> {
    let archive = world.read();
    let desk = Desk::new(&archive);
    let descents = Descents::new(world);
    let chains = trace::Chains::new(&archive, &desk.ancestry);
    for claim in archive.claims.values() {
        let id = claim.id.as_str();
        let chain = trace::chain(&archive, &desk.ancestry, claim);
        prop_assert_eq!(steps(&chain, 0), telling::chain(world, &descents, id), "{}", id);
        prop_assert_eq!(chains.of(claim), chain);
        let found = trace::proposals(&archive, &desk.ancestry, claim).into_iter();
        let found: Vec<telling::Likely> =
            found.map(|one| (one.from.to_string(), one.same_speaker, one.rounded, one.earlier)).collect();
        prop_assert_eq!(found, telling::likely(world, &descents, id), "{}", id);
        let found = trace::drifts(&archive, &desk.ancestry, claim).into_iter();
        let found: Vec<_> =
            found.map(|drift| (drift.kind, drift.claims.iter().map(ToString::to_string).collect())).collect();
        prop_assert_eq!(found, telling::drifts(world, &descents, id), "{}", id);
    }
    Ok(())
}

/// Every record on which claims may rest.
fn records(world: &World) -> Vec<(Node, Out)> {
    let sources = world.sources.iter().map(|one| (Node::Source(one.id.as_str().into()), Out::Source(one.id.clone())));
    let actors = world.actors.iter().map(|one| (Node::Actor(one.id.as_str().into()), Out::Actor(one.id.clone())));
    let claims = world.claims.iter().map(|one| (Node::Claim(one.id().into()), Out::Claim(one.id().into())));
    sources.chain(actors).chain(claims).collect()
}

fn what_falls_is_found_alike(world: &World) -> Result<(), TestCaseError> {
    let archive = world.read();
    let desk = Desk::new(&archive);
    let descents = Descents::new(world);
    let before = Told::new(world, &descents).questions();
    let all = |questions: &[Question]| -> BTreeSet<(String, String)> {
        questions.iter().flat_map(|question| question.disagreeing.iter().cloned()).collect()
    };
    for (node, out) in records(world) {
        let found = findings::impact(&desk, &node);
        let (alone, partly) = descents.fall(&out);
        prop_assert_eq!(strings(&found.claims.alone), alone.clone(), "{:?}", out);
        prop_assert_eq!(strings(&found.claims.partly), partly.clone(), "{:?}", out);
        prop_assert_eq!(strings(&found.same_origin), descents.same_origin(&alone, &partly), "{:?}", out);
        let touched = alone.iter().chain(&partly).map(|id| world.claim(id).expect("a claim").source.clone());
        prop_assert_eq!(strings(&found.to_correct), touched.collect(), "{:?}", out);
        let left = descents.without(&out);
        let after = Told::new(&left, &Descents::new(&left)).questions();
        let (had, has) = (all(&before), all(&after));
        let gone = |of: &Question| of.disagreeing.iter().filter(|pair| !has.contains(*pair)).count();
        let lost: Vec<&Question> = before.iter().filter(|question| gone(question) > 0).collect();
        let vanish = lost.iter().filter(|question| gone(question) == question.disagreeing.len());
        let weaken = lost.iter().filter(|question| gone(question) < question.disagreeing.len());
        let appear = after.iter().filter(|question| question.disagreeing.iter().any(|pair| !had.contains(pair)));
        let of = |questions: Vec<&Question>| sorted(questions.into_iter().cloned().collect());
        let told = |questions: &[findings::Question]| sorted(questions.iter().map(question).collect());
        prop_assert_eq!(told(&found.vanish), of(vanish.copied().collect()), "{:?}", out);
        prop_assert_eq!(told(&found.weaken), of(weaken.copied().collect()), "{:?}", out);
        prop_assert_eq!(told(&found.appear), of(appear.collect()), "{:?}", out);
        if let Out::Source(id) = &out {
            let citing: Vec<&String> = world
                .sources
                .iter()
                .map(|one| &one.id)
                .filter(|one| *one != id && origins::cited(world, one).contains(id))
                .collect();
            let claims = world.claims.iter().filter(|claim| citing.contains(&&claim.source)).count();
            let cited = found.cited_by.expect("a source");
            prop_assert_eq!((cited.sources, cited.claims), (citing.len(), claims), "{:?}", out);
        }
    }
    Ok(())
}

/// What the reference makes of some graphs, counted by its name.
fn seen(worlds: u32) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut runner = TestRunner::deterministic();
    for _ in 0..worlds {
        let world = chance::world().new_tree(&mut runner).expect("a graph").current();
        let descents = Descents::new(&world);
        let told = Told::new(&world, &descents);
        let mut add = |name: String| *seen.entry(name).or_default() += 1;
        for pair in told.pairs() {
            let firm = if pair.conditions.is_empty() { "firm" } else { "conditional" };
            add(format!("{firm} {:?}", pair.relation));
            pair.reasons.iter().for_each(|reason| add(format!("{reason:?}")));
            pair.gap.iter().for_each(|(_, kind)| add(format!("{kind:?}")));
        }
        for question in told.questions() {
            question.positions.iter().filter(|one| one.one_sided).for_each(|_| add("one-sided".into()));
            question.positions.iter().flat_map(|one| &one.compatible).for_each(|_| add("compatible".into()));
        }
        for claim in &world.claims {
            descents.origins(claim.id()).iter().for_each(|origin| add(format!("origin {}", origin.kind())));
            telling::drifts(&world, &descents, claim.id()).iter().for_each(|drift| add(format!("drift {:?}", drift.0)));
            telling::likely(&world, &descents, claim.id()).iter().for_each(|_| add("likely".into()));
            let (alone, partly) = descents.fall(&Out::Claim(claim.id().into()));
            alone.iter().skip(1).for_each(|_| add("falls".into()));
            partly.iter().for_each(|_| add("rests partly".into()));
        }
        origins::circles(&world).iter().for_each(|_| add("circle".into()));
    }
    seen
}

/// Whatever never comes up is never held against the program.
#[test]
fn chance_brings_up_all_that_can_come_of_claims() {
    let seen = seen(600);
    let of = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let relations = ["Contradiction", "Tension", "Agreement", "Explained"];
    let firm = relations.iter().flat_map(|relation| [format!("firm {relation}"), format!("conditional {relation}")]);
    let reasons =
        "Definition Place Population Period PartOfWhole UnitConversion Rounding HedgeCovers Tolerance RateVsTotal";
    let origins = ["actor", "primary_source", "outlet", "unnamed", "unattributed", "circular"];
    let drifts = ["Hedge", "Population", "Backwards"];
    let told = ["one-sided", "compatible", "likely", "falls", "rests partly", "circle", "Revision", "Translation"];
    let names = of(reasons).into_iter().chain(firm).chain(of("Ratio Points Days Places"));
    let names =
        names.chain(origins.map(|kind| format!("origin {kind}"))).chain(drifts.map(|kind| format!("drift {kind}")));
    for name in names.chain(told.map(str::to_owned)) {
        assert!(seen.get(&name).is_some_and(|times| *times > 2), "{name} is too seldom: {seen:#?}");
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn pairs_are_compared_as_the_reference_does(world in chance::world()) {
        pairs_are_compared_alike(&world)?;
    }

    #[test]
    fn questions_and_positions_are_those_of_the_reference(world in chance::world()) {
        questions_are_found_alike(&world)?;
    }

    #[test]
    fn origins_and_circles_are_those_of_the_reference(world in chance::world()) {
        origins_are_counted_alike(&world)?;
    }

    #[test]
    fn ways_are_told_as_the_reference_does(world in chance::world()) {
        ways_are_told_alike(&world)?;
    }

    #[test]
    fn what_falls_is_what_falls_by_the_reference(world in chance::world()) {
        what_falls_is_found_alike(&world)?;
    }
}
