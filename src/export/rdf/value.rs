//! Values: what is stated, what the words assert, and what a reader takes from them.

use super::block::Block;
use super::linked::Linked;
use crate::compare::unit_word;
use crate::model::{Claim, Quantity};
use crate::quantity::{End, Interval};

/// Adds the value of a quantity to its claim: the stated one in the unit of the text, the bounds in that of the measure.
pub(super) fn values(linked: &Linked<'_>, claim: &Claim, quantity: &Quantity, block: Block) -> Block {
    let own = named(&quantity.unit, quantity);
    let reckoned = linked.archive().measure_of(claim).map_or_else(String::new, |found| named(&found.unit, quantity));
    let name = |part| linked.name("claim", &[claim.id.as_str(), part]);
    let (low, high) = quantity.stated.figures();
    let stated = figure(name("stated"), low, high, own).add("gainsay:hedge", [quantity.stated.hedge_name()]);
    let stated = stated.add("gainsay:words", [quantity.stated.text()]);
    block
        .add("gainsay:stated", [stated])
        .add("gainsay:logical", [interval(name("logical"), quantity.bounds.logical, &reckoned)])
        .add("gainsay:expected", [interval(name("expected"), quantity.bounds.expected, &reckoned)])
        .add("gainsay:counts", &quantity.counts)
}

/// Counts are given in what they count, everything else in the unit's own name.
fn named(unit: &str, quantity: &Quantity) -> String {
    quantity.counts.as_deref().map_or_else(|| unit.to_owned(), |counts| unit_word(unit, Some(counts)))
}

fn figure(name: String, low: Option<f64>, high: Option<f64>, unit: String) -> Block {
    let block = Block::new(name, &["schema:QuantitativeValue"]);
    let single = low.filter(|low| Some(*low) == high);
    let (low, high) = if single.is_some() { (None, None) } else { (low, high) };
    block
        .add("schema:value", single)
        .add("schema:minValue", low)
        .add("schema:maxValue", high)
        .add("schema:unitText", [unit])
}

fn interval(name: String, interval: Interval, unit: &str) -> Block {
    let strict = |end: End| matches!(end, End::Strict(_)).then_some(true);
    Block::new(name, &["schema:QuantitativeValue"])
        .add("schema:minValue", interval.low().value())
        .add("gainsay:aboveMin", strict(interval.low()))
        .add("schema:maxValue", interval.high().value())
        .add("gainsay:belowMax", strict(interval.high()))
        .add("schema:unitText", [unit])
}
