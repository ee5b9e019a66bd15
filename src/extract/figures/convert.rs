//! Tells that one amount restates another in a unit of the same dimension, or in another currency: 7,644 km (4,750 miles).

use super::draft::Draft;
use super::rule::{Role, Sort};
use super::view::View;

/// Whether the second draft stands in brackets after the first and gives it in another unit.
pub fn converts(view: &View<'_>, first: &Draft, second: &Draft) -> bool {
    let open = first.tail == second.lead.wrapping_sub(1) && view.is(first.tail, Role::Open);
    let named = || first.unit.as_ref().zip(second.unit.as_ref());
    open && view.is(second.tail, Role::Close)
        && named().is_some_and(|(one, other)| {
            let money = one.sort == Sort::Money && other.sort == Sort::Money;
            one.name != other.name && one.per == other.per && (money || same_dimension(&one.name, &other.name))
        })
}

fn same_dimension(one: &str, other: &str) -> bool {
    let dimension = |name: &str| crate::quantity::unit(name).ok().map(|unit| unit.dimension.as_str());
    dimension(one).is_some() && dimension(one) == dimension(other)
}
