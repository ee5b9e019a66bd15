//! The figures and claims of a text, as JSON has them.

use std::ops::Range;

use serde::Serialize;

use crate::extract::claims::{Candidate, LANGUAGE};
use crate::extract::{Change, Mention, Value};
use crate::quantity::Hedge;
use crate::readers::Document;

// Fields stand in the order of their names, as in all JSON of this program.

/// The figures and claims of a text.
#[derive(Debug, Serialize)]
pub struct FiguresJson<'a> {
    claims: Vec<ClaimJson<'a>>,
    date: Option<String>,
    file: &'a str,
    id: Option<&'a str>,
    line: Option<usize>,
    outlet: Option<&'a str>,
    quantities: Vec<FigureJson<'a>>,
    title: Option<&'a str>,
}

/// A figure.
#[derive(Debug, Serialize)]
pub struct FigureJson<'a> {
    approx: bool,
    change: Option<&'static str>,
    converts: Option<BytesJson>,
    counted: Option<&'a str>,
    end: usize,
    hedge: Option<&'a str>,
    kind: &'static str,
    start: usize,
    text: &'a str,
    unit: Option<&'a str>,
    value_high: Option<Number>,
    value_low: Option<Number>,
}

#[derive(Debug, Serialize)]
struct ClaimJson<'a> {
    attributed_to: Option<&'a str>,
    counted: Option<&'a str>,
    denied: bool,
    end: usize,
    event: Option<&'a str>,
    fragment: &'a str,
    part: bool,
    period: Option<&'a str>,
    place: Option<&'a str>,
    start: usize,
}

/// Bytes of a text.
#[derive(Debug, Serialize)]
struct BytesJson {
    end: usize,
    start: usize,
}

/// A number or a day; whole numbers are printed without a fraction.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Fraction(f64),
    Time(String),
}

/// Whole numbers below this are exact.
const EXACT: f64 = 9e15;

/// The figures of a document, and its claims.
pub fn figures_json<'a>(document: &'a Document, found: &'a [Mention], claims: &'a [Candidate]) -> FiguresJson<'a> {
    FiguresJson {
        claims: claims.iter().map(|one| claim(&document.text, one)).collect(),
        date: document.date.map(|days| days.to_string()),
        file: &document.file,
        id: document.id.as_deref(),
        line: document.place(0).record,
        outlet: document.outlet.as_deref(),
        quantities: found.iter().map(|mention| figure_json(&document.text, mention)).collect(),
        title: document.title.as_ref().map(|title| title.text.as_str()),
    }
}

/// A figure of a text.
pub fn figure_json<'a>(text: &'a str, mention: &'a Mention) -> FigureJson<'a> {
    FigureJson {
        approx: mention.approx,
        change: mention.change.map(Change::word),
        converts: mention.converts.as_ref().map(|span| BytesJson { end: span.end, start: span.start }),
        counted: mention.counted.as_deref(),
        end: mention.span.end,
        hedge: mention.hedge.map(Hedge::name),
        kind: mention.kind.word(),
        start: mention.span.start,
        text: cut(text, &mention.span),
        unit: mention.unit.as_deref(),
        value_high: mention.high.as_ref().map(number),
        value_low: mention.low.as_ref().map(number),
    }
}

fn claim<'a>(text: &'a str, claim: &'a Candidate) -> ClaimJson<'a> {
    ClaimJson {
        attributed_to: claim.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        counted: claim.counted.as_deref(),
        denied: claim.denied,
        end: claim.fragment.end,
        event: claim.event.map(|event| LANGUAGE.class_of(event).id.as_str()),
        fragment: cut(text, &claim.fragment),
        part: claim.part,
        period: claim.period.as_deref(),
        place: claim.place.as_deref(),
        start: claim.fragment.start,
    }
}

fn cut<'a>(text: &'a str, bytes: &Range<usize>) -> &'a str {
    text.get(bytes.clone()).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "only whole numbers that an i64 holds")]
fn number(value: &Value) -> Number {
    match value {
        Value::Time(moment) => Number::Time(moment.to_string()),
        Value::Number(number) if number.fract() == 0.0 && number.abs() < EXACT => Number::Whole(*number as i64),
        Value::Number(number) => Number::Fraction(*number),
    }
}
