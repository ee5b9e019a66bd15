//! What a figure states: its number, hedge and unit as the comparison knows them.

use crate::extract::mention::{Kind, Mention, Value};
use crate::quantity::{Amount, Stated};

/// What a mention states, and the unit it is in. None for dates, and for what has no number.
pub fn stated(mention: &Mention) -> Option<(Stated, String)> {
    let number = |value: &Option<Value>| match value {
        Some(Value::Number(number)) => Some(*number),
        _ => None,
    };
    // A bare fraction is a share: half is 50 percent.
    let fraction = mention.unit.is_none() && matches!(mention.kind, Kind::Share | Kind::Ratio);
    let scale = if fraction { 100.0 } else { 1.0 };
    let (low, high) = (number(&mention.low).map(|low| low * scale), number(&mention.high).map(|high| high * scale));
    let unit = if fraction { "percent".to_owned() } else { mention.unit.clone().unwrap_or_else(|| "count".to_owned()) };
    Some((hedged(mention, low, high)?, unit))
}

fn hedged(mention: &Mention, low: Option<f64>, high: Option<f64>) -> Option<Stated> {
    let amount = Amount::Number;
    Some(match (low, high, mention.hedge) {
        (Some(low), Some(high), _) if low < high && mention.approx => Stated::AboutBetween(low, high),
        (Some(low), Some(high), _) if low != high => Stated::Between(low.min(high), low.max(high)),
        (Some(low), Some(_), Some("almost")) => Stated::Almost(amount(low)),
        (Some(low), Some(_), Some("exactly")) => Stated::Exactly(amount(low)),
        (Some(low), Some(_), _) if mention.approx => Stated::About(amount(low)),
        (Some(low), Some(_), _) => Stated::Bare(amount(low)),
        (Some(low), None, Some("more_than")) => Stated::MoreThan(amount(low)),
        (Some(low), None, Some("just_over")) => Stated::JustOver(amount(low)),
        (Some(low), None, _) => Stated::AtLeast(amount(low)),
        (None, Some(high), Some("less_than")) => Stated::LessThan(amount(high)),
        (None, Some(high), Some("at_most")) => Stated::AtMost(amount(high)),
        (None, Some(high), _) => Stated::UpTo(amount(high)),
        (None, None, _) => return None,
    })
}
