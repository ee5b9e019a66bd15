//! Laws of counting origins.

use gainsay::trace::{Origin, count};
use proptest::prelude::*;
use proptest::sample::select;

fn origin() -> impl Strategy<Value = Origin> {
    let name = || select(vec!["one", "two", "three"]);
    prop_oneof![
        name().prop_map(|id| Origin::Actor(id.into())),
        name().prop_map(|id| Origin::Primary(id.into())),
        (name(), name()).prop_map(|(id, words)| Origin::Unnamed(id.into(), words.into())),
        name().prop_map(|id| Origin::Unattributed(id.into())),
    ]
}

proptest! {
    #[test]
    fn there_are_no_more_origins_than_claims(origins in prop::collection::vec(origin(), 0..12)) {
        let counted = count(&origins);
        prop_assert!(counted.least() <= counted.most() && counted.most() <= origins.len());
        prop_assert_eq!(counted.least() == 0, origins.is_empty());
    }

    #[test]
    fn one_more_claim_never_makes_fewer_origins(origins in prop::collection::vec(origin(), 1..12)) {
        let (fewer, all) = (count(&origins[1..]), count(&origins));
        prop_assert!(fewer.least() <= all.least() && fewer.most() <= all.most());
    }

    #[test]
    fn saying_it_twice_adds_no_origin(origins in prop::collection::vec(origin(), 0..12)) {
        prop_assert_eq!(count(&origins), count(origins.iter().chain(&origins)));
    }
}
