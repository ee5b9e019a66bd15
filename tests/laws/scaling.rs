//! Laws of scale: all values of a graph a thousand times as great, or in a unit a thousand times as small, relate as they did.

use gainsay::compare::{Comparison, GapKind, Outcome, Reason, Relation, Rung, Side};
use gainsay::findings::Desk;
use gainsay::model::Archive;
use gainsay::quantity::{Amount, Stated};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::fixture::{Sketch, archive};
use crate::support::strategies::{hedges, scope, sketch_of};

/// Numbers of which none is so small that it is taken to be exact.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => select(vec![1_000.0, 1_050.0, 1_100.0, 2_000.0, 7_644.0, 147_000.0, 200_000.0]),
        1 => (1_000_i32..1_200).prop_map(f64::from),
        1 => (1_i32..1_000).prop_map(|number| f64::from(number) * 1_000.0),
    ]
}

fn value() -> impl Strategy<Value = Stated> {
    let ranges: Vec<fn(f64, f64) -> Stated> = vec![Stated::Between, Stated::AboutBetween, Stated::Spread];
    prop_oneof![
        3 => (select(hedges()), number()).prop_map(|(hedge, number)| hedge(Amount::Number(number))),
        1 => (select(ranges), number(), number()).prop_map(|(range, a, b)| range(a.min(b), a.max(b))),
    ]
}

/// The value with each of its numbers changed.
fn mapped(value: &Stated, change: impl Fn(f64) -> f64) -> Stated {
    let amount = |amount: &Amount| match amount {
        Amount::Number(number) => Amount::Number(change(*number)),
        Amount::Word(word) => Amount::Word(word.clone()),
    };
    match value {
        Stated::Bare(figure) => Stated::Bare(amount(figure)),
        Stated::Exactly(figure) => Stated::Exactly(amount(figure)),
        Stated::About(figure) => Stated::About(amount(figure)),
        Stated::Almost(figure) => Stated::Almost(amount(figure)),
        Stated::JustOver(figure) => Stated::JustOver(amount(figure)),
        Stated::MoreThan(figure) => Stated::MoreThan(amount(figure)),
        Stated::AtLeast(figure) => Stated::AtLeast(amount(figure)),
        Stated::LessThan(figure) => Stated::LessThan(amount(figure)),
        Stated::AtMost(figure) => Stated::AtMost(amount(figure)),
        Stated::UpTo(figure) => Stated::UpTo(amount(figure)),
        Stated::Between(a, b) => Stated::Between(change(*a), change(*b)),
        Stated::AboutBetween(a, b) => Stated::AboutBetween(change(*a), change(*b)),
        Stated::Spread(a, b) => Stated::Spread(change(*a), change(*b)),
        Stated::Varying(a, b) => Stated::Varying(change(*a), change(*b)),
        Stated::Rival(a, b) => Stated::Rival(change(*a), change(*b)),
        Stated::Change { from, to } => Stated::Change { from: change(*from), to: change(*to) },
    }
}

type Essence = (Relation, Vec<Reason>, Option<(String, GapKind)>, Vec<(Rung, Outcome, Option<Side>)>);

/// What of a comparison hangs on no scale. A gap is told as it is shown, since the last digit of a quotient may differ.
fn essence(comparison: Comparison) -> Essence {
    let gap = comparison.gap.map(|gap| (format!("{:.6e}", gap.size), gap.kind));
    let rungs = comparison.rungs.iter().map(|rung| (rung.rung, rung.outcome, rung.part)).collect();
    (comparison.relation, comparison.reasons, gap, rungs)
}

fn essences(archive: &Archive) -> Vec<Essence> {
    let desk = Desk::new(archive);
    let claims = || archive.claims.values();
    claims().flat_map(|a| claims().map(|b| essence(desk.compare(a, b))).collect::<Vec<_>>()).collect()
}

/// Claims on a measure, in its own unit.
fn sketches(measures: &'static [&'static str]) -> impl Strategy<Value = Vec<Sketch>> {
    select(measures).prop_flat_map(|measure| {
        let one = (sketch_of(measure), value(), scope());
        vec(one.prop_map(|(sketch, value, scope)| Sketch { value, scope, unit: None, ..sketch }), 2..8)
    })
}

fn changed(sketches: &[Sketch], change: impl Fn(&Sketch) -> Sketch) -> Vec<Sketch> {
    sketches.iter().map(change).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn values_a_thousand_times_as_great_relate_as_they_did(
        sketches in sketches(&["arrivals", "residents", "stores", "rent", "border", "cargo"])
    ) {
        let greater = changed(&sketches, |one| Sketch { value: mapped(&one.value, |number| number * 1e3), ..one.clone() });
        prop_assert_eq!(essences(&archive(&sketches)), essences(&archive(&greater)));
    }

    #[test]
    fn values_in_a_smaller_unit_relate_as_they_did(sketches in sketches(&["border", "cargo"])) {
        let smaller = changed(&sketches, |one| {
            let unit = Some(if one.measure == "border" { "metre" } else { "kilogram" });
            Sketch { value: mapped(&one.value, |number| number * 1e3), unit, ..one.clone() }
        });
        prop_assert_eq!(essences(&archive(&sketches)), essences(&archive(&smaller)));
    }
}
