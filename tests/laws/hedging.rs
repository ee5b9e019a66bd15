//! Laws of values: what a reader takes from words lies inside what they assert.

use gainsay::quantity::Stated;
use proptest::prelude::*;

use crate::support::strategies::any_value;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_expected_interval_lies_within_the_logical_one(value in any_value()) {
        let bounds = value.bounds().unwrap();
        prop_assert!(bounds.expected.is_within(bounds.logical), "{bounds:?}");
    }

    #[test]
    fn a_limit_is_never_empty(value in any_value()) {
        let bounds = value.limit_bounds().unwrap();
        prop_assert!(bounds.expected.is_within(bounds.logical), "{bounds:?}");
    }

    #[test]
    fn the_printed_figures_of_what_is_no_bound_lie_in_what_it_asserts(value in any_value()) {
        let of_its_own = !matches!(
            value,
            Stated::Almost(_) | Stated::JustOver(_) | Stated::MoreThan(_) | Stated::LessThan(_) | Stated::Change { .. }
        );
        let is_number = value.single().is_none_or(|(_, amount)| amount.rule().is_some_and(|rule| rule.floor().is_none()));
        if of_its_own && is_number {
            let logical = value.bounds().unwrap().logical;
            prop_assert!(value.printed().into_iter().all(|figure| logical.contains(figure)), "{logical:?}");
        }
    }

    #[test]
    fn any_number_at_all_is_bounded_or_refused(number in any::<f64>()) {
        use gainsay::quantity::Amount::Number;
        for value in [Stated::Bare(Number(number)), Stated::About(Number(number)), Stated::Almost(Number(number))] {
            if let Ok(bounds) = value.bounds() {
                prop_assert!(bounds.expected.is_within(bounds.logical), "{value:?} {bounds:?}");
            }
        }
    }
}

#[test]
fn numbers_that_are_none_are_refused() {
    use gainsay::quantity::Amount::Number;
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        assert!(Stated::Bare(Number(number)).bounds().is_err());
        assert!(Stated::About(Number(number)).bounds().is_err());
        assert!(Stated::Exactly(Number(number)).limit_bounds().is_err());
    }
}
