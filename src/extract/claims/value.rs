//! What a figure states: its number, hedge and unit as the comparison knows them.

use crate::extract::figures::{Kind, Mention, Value};
use crate::quantity::{Amount, Hedge, Stated};

/// What a mention states, and the unit it is in. None for dates, and for what has no number.
pub fn stated(mention: &Mention) -> Option<(Stated, String)> {
    let number = |end: Option<Value>| end.and_then(Value::number);
    if let Some(fall) = fall(mention) {
        return Some((fall, "percent".to_owned()));
    }
    // A bare fraction is a share: half is 50 percent.
    let fraction = mention.unit.is_none() && matches!(mention.kind, Kind::Share | Kind::Ratio);
    let scale = if fraction { 100.0 } else { 1.0 };
    let (low, high) = (number(mention.low).map(|low| low * scale), number(mention.high).map(|high| high * scale));
    let unit = if fraction { "percent".to_owned() } else { mention.unit.clone().unwrap_or_else(|| "count".to_owned()) };
    Some((hedged(mention, low, high)?, unit))
}

fn hedged(mention: &Mention, low: Option<f64>, high: Option<f64>) -> Option<Stated> {
    let amount = Amount::Number;
    Some(match (low, high, mention.hedge) {
        (Some(low), Some(high), _) if low < high && mention.approx => Stated::AboutBetween(low, high),
        (Some(low), Some(high), _) if low != high => Stated::Between(low.min(high), low.max(high)),
        (Some(low), Some(_), Some(Hedge::Almost)) => Stated::Almost(amount(low)),
        (Some(low), Some(_), Some(Hedge::Exactly)) => Stated::Exactly(amount(low)),
        (Some(low), Some(_), _) if mention.approx => Stated::About(amount(low)),
        (Some(low), Some(_), _) => Stated::Bare(amount(low)),
        (Some(low), None, Some(Hedge::MoreThan)) => Stated::MoreThan(amount(low)),
        (Some(low), None, Some(Hedge::JustOver)) => Stated::JustOver(amount(low)),
        (Some(low), None, _) => Stated::AtLeast(amount(low)),
        (None, Some(high), Some(Hedge::Almost)) => Stated::Almost(amount(high)),
        (None, Some(high), Some(Hedge::LessThan)) => Stated::LessThan(amount(high)),
        (None, Some(high), Some(Hedge::AtMost)) => Stated::AtMost(amount(high)),
        (None, Some(high), _) => Stated::UpTo(amount(high)),
        (None, None, _) => return None,
    })
}

/// What comes down to less than itself falls by the rest: halved is 50 percent less, more than halved is more than that.
fn fall(mention: &Mention) -> Option<Stated> {
    let (Kind::Ratio, Some("times")) = (mention.kind, mention.unit.as_deref()) else { return None };
    let rest = |ratio: f64| Amount::Number((1.0 - ratio) * 100.0);
    match (&mention.low, &mention.high) {
        (Some(Value::Number(low)), None) if *low < 1.0 => Some(Stated::MoreThan(rest(*low))),
        (Some(Value::Number(low)), Some(_)) if *low < 1.0 => {
            hedged(mention, Some((1.0 - low) * 100.0), Some((1.0 - low) * 100.0))
        }
        _ => None,
    }
}

/// Whether a mention says by itself that something falls: halved.
pub fn falls(mention: &Mention) -> bool {
    fall(mention).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;
    use crate::quantity::hedges;

    #[test]
    fn texts_are_read_with_the_words_of_the_table_of_hedges() {
        for rule in hedges() {
            for word in &rule.words {
                let after = word.starts_with("or ");
                let text = if after { format!("300 {word} boats sank.") } else { format!("{word} 300 boats sank.") };
                let found = extract(&text);
                let read = stated(&found[0]).and_then(|(stated, _)| stated.single().map(|(hedge, _)| hedge));
                assert_eq!(read, Some(rule.hedge), "{text}");
            }
        }
    }
}
