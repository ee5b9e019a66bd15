//! What holds for whatever is read from any text. The fuzz targets hold their inputs to it, too.

use std::cmp::Ordering;
use std::ops::Range;

use gainsay::extract::time::{TimeKind, TimeMention, times};
use gainsay::extract::{Kind, Mention, Value, extract};

/// The first law that the figures of a text break, if any.
pub fn figures(text: &str) -> Result<(), String> {
    let found = extract(text);
    for mention in &found {
        figure(text, mention).map_err(|law| format!("{law}: {mention:?} in {text:?}"))?;
    }
    if !found.is_sorted_by_key(|mention| mention.span.start) {
        return Err(format!("not in order: {found:?} in {text:?}"));
    }
    if found != extract(text) {
        return Err(format!("read differently when read again: {text:?}"));
    }
    Ok(())
}

fn figure(text: &str, mention: &Mention) -> Result<(), &'static str> {
    lies_in(text, &mention.span)?;
    if [&mention.low, &mention.high].iter().any(|end| matches!(end, Some(Value::Number(number)) if !number.is_finite()))
    {
        return Err("no finite number");
    }
    if mention.kind != Kind::Time && turned(mention) {
        return Err("the lower end is above the upper one");
    }
    if mention.counted.as_ref().is_some_and(|words| words.is_empty() || !text.contains(words.as_str())) {
        return Err("what is counted is not in the text");
    }
    Ok(())
}

fn turned(mention: &Mention) -> bool {
    let order = match (&mention.low, &mention.high) {
        (Some(Value::Number(low)), Some(Value::Number(high))) => low.partial_cmp(high),
        (Some(Value::Time(low)), Some(Value::Time(high))) => Some(low.cmp(high)),
        _ => Some(Ordering::Equal),
    };
    !matches!(order, Some(Ordering::Less | Ordering::Equal))
}

/// The first law that the times of a text break, if any.
pub fn moments(text: &str) -> Result<(), String> {
    let found = times(text, None);
    for mention in &found {
        moment(text, mention).map_err(|law| format!("{law}: {mention:?} in {text:?}"))?;
    }
    if !found.is_sorted_by(|one, next| one.span.end <= next.span.start) {
        return Err(format!("overlapping or not in order: {found:?} in {text:?}"));
    }
    if found != times(text, None) {
        return Err(format!("read differently when read again: {text:?}"));
    }
    Ok(())
}

fn moment(text: &str, mention: &TimeMention) -> Result<(), &'static str> {
    lies_in(text, &mention.span)?;
    let (low, high) = (mention.value_low, mention.value_high);
    if !low.is_none_or(f64::is_finite) || !high.is_none_or(f64::is_finite) {
        return Err("no finite length");
    }
    let days = || mention.low.zip(mention.high).is_some_and(|(low, high)| low > high);
    if mention.kind != TimeKind::Time && (days() || low.zip(high).is_some_and(|(low, high)| low > high)) {
        return Err("the lower end is above the upper one");
    }
    Ok(())
}

fn lies_in(text: &str, span: &Range<usize>) -> Result<(), &'static str> {
    match text.get(span.clone()) {
        None => Err("the span is not in the text"),
        Some(piece) if piece.is_empty() || piece.trim() != piece => Err("the span begins or ends with nothing"),
        Some(_) => Ok(()),
    }
}
