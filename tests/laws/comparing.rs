//! Laws of comparing made-up claims.

use gainsay::compare::Relation;
use gainsay::findings::Desk;
use gainsay::model::Claim;
use gainsay::quantity::{Amount, Stated};
use proptest::prelude::*;

use crate::support::fixture::{Sketch, archive};
use crate::support::strategies::{measure, number, range, sketches, value_of};
use crate::symmetry::asymmetry;

/// A value and a wider one of its family.
fn widened() -> impl Strategy<Value = (Stated, Stated)> {
    let by = || {
        prop_oneof![Just(0.0), (1_i32..1_000).prop_map(f64::from), (1_i32..1_000).prop_map(|by| f64::from(by) * 1e4)]
    };
    let figure = Amount::Number;
    prop_oneof![
        (range(), by(), by()).prop_map(|((a, b), down, up)| (Stated::Between(a, b), Stated::Between(a - down, b + up))),
        (number(), by()).prop_map(move |(n, by)| (Stated::MoreThan(figure(n)), Stated::MoreThan(figure(n - by)))),
        (number(), by()).prop_map(move |(n, by)| (Stated::AtLeast(figure(n)), Stated::AtLeast(figure(n - by)))),
        (number(), by()).prop_map(move |(n, by)| (Stated::LessThan(figure(n)), Stated::LessThan(figure(n + by)))),
        (number(), by()).prop_map(move |(n, by)| (Stated::AtMost(figure(n)), Stated::AtMost(figure(n + by)))),
        (number(), by()).prop_map(move |(n, by)| (Stated::UpTo(figure(n)), Stated::UpTo(figure(n + by)))),
        number().prop_map(move |n| (Stated::Bare(figure(n)), Stated::About(figure(n)))),
    ]
}

/// A measure whose values may be bounds: for a limit, "up to" is no bound but the figure itself.
fn bounded_measure() -> impl Strategy<Value = &'static str> {
    measure().prop_filter("limits have no bounds", |measure| *measure != "stay")
}

fn claim<'a>(desk: &'a Desk<'_>, at: usize) -> &'a Claim {
    &desk.archive.claims[format!("c{at}").as_str()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_two_claims_changes_nothing(sketches in sketches()) {
        let archive = archive(&sketches);
        let desk = Desk::new(&archive);
        for a in 0..sketches.len() {
            for b in 0..a {
                let found = asymmetry(&desk, claim(&desk, a), claim(&desk, b));
                prop_assert!(found.is_none(), "{}\n{:?}\n{:?}", found.unwrap(), sketches[a], sketches[b]);
            }
        }
    }

    #[test]
    fn a_claim_agrees_with_itself(sketches in sketches()) {
        let archive = archive(&sketches);
        let desk = Desk::new(&archive);
        for (at, sketch) in sketches.iter().enumerate() {
            let comparison = desk.compare(claim(&desk, at), claim(&desk, at));
            prop_assert_eq!(comparison.relation, Relation::Agreement, "{:?}", sketch);
            prop_assert_eq!(comparison.gap, None);
        }
    }

    #[test]
    fn a_wider_bound_contradicts_no_more(
        (measure, others) in bounded_measure().prop_flat_map(|measure| (Just(measure), prop::collection::vec(value_of(measure), 6))),
        (narrow, wide) in widened(),
    ) {
        let values = [narrow, wide].into_iter().chain(others);
        let sketches: Vec<Sketch> = values.map(|value| Sketch::plain(measure, value)).collect();
        let archive = archive(&sketches);
        let desk = Desk::new(&archive);
        let contradict = |a, b| desk.compare(claim(&desk, a), claim(&desk, b)).relation == Relation::Contradiction;
        for other in 2..sketches.len() {
            let values = (&sketches[0].value, &sketches[1].value, &sketches[other].value);
            prop_assert!(contradict(0, other) || !contradict(1, other), "{measure}: {values:?}");
        }
    }
}
