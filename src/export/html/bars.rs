//! The figures on a question as bars on one scale, so that the eye sees the gap.

use maud::{Markup, html};

use super::draw::{axis, part, upright};
use super::known::{Known, name};
use super::scale::Scale;
use super::span::{Ends, Kind, Span, span};
use super::text::{bdi, short};
use crate::compare::{Comparison, Relation, unit_word, value_text};
use crate::findings::Question;
use crate::model::{Claim, From};

/// A claim with its place on the scale.
struct Bar<'a> {
    /// The letter of its position.
    side: char,
    claim: &'a Claim,
    span: Span,
}

/// What lies between two values that disagree.
#[derive(Clone, Copy, Debug)]
struct Band {
    class: &'static str,
    low: f64,
    high: f64,
}

impl Band {
    /// Whether a value reaches up to it at most. One that reaches into it takes no part in that disagreement.
    fn is_free_of(&self, (low, high): Ends) -> bool {
        high.is_some_and(|high| high <= self.low) || low.is_some_and(|low| low >= self.high)
    }

    fn drawn(&self, scale: &Scale) -> Markup {
        part(self.class, scale.at(self.low), scale.at(self.high), (0, 24))
    }
}

/// The letter of a position.
pub(super) fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at.min(25)).unwrap_or(25))
}

/// The bars of a question; nothing where fewer than two of its claims stand on one scale.
pub(super) fn bars(known: &Known<'_>, question: &Question) -> Markup {
    let bars = of_sides(known, question);
    let spans: Vec<&Span> = bars.iter().map(|bar| &bar.span).collect();
    let Some(scale) = Scale::over(&spans).filter(|_| bars.len() > 1) else { return html! {} };
    let between = question.comparisons.first().and_then(|firmest| between(known, firmest));
    html! {
        figure.bars {
            figcaption { (caption(known, question, &scale)) }
            div.plot {
                svg.lines aria-hidden="true" { @for (mark, _) in scale.marks() { (upright("grid", scale.at(mark), (0, "100%"))) } }
                ol.rows { @for bar in &bars { (row(known, bar, &scale, between)) } }
            }
            (axis(&scale))
        }
    }
}

fn of_sides<'a>(known: &Known<'a>, question: &Question) -> Vec<Bar<'a>> {
    let sides = question.positions.iter().enumerate();
    let ids = sides.flat_map(|(at, side)| side.claims.iter().map(move |id| (letter(at), id)));
    let bar = |(side, id)| {
        let claim: &Claim = known.claim(id)?;
        // What an identity links to the question is measured otherwise and stands on no scale with it.
        let measured = claim.about.measure() == question.measure.as_ref();
        Some(Bar { side, claim, span: span(known.archive(), claim).filter(|_| measured)? })
    };
    ids.filter_map(bar).collect()
}

fn caption(known: &Known<'_>, question: &Question, scale: &Scale) -> String {
    let measure = question.measure.as_ref().and_then(|id| known.archive().measures.get(id));
    let unit = measure.map(|measure| unit_word(&measure.unit, measure.counts.as_deref()));
    let what = match (scale.kind, unit) {
        (Kind::Number, Some(unit)) => format!("In {}", short(&unit)),
        (Kind::Day, _) => "By date".to_owned(),
        (Kind::Place(From::Top), _) => "Places, the first at the left".to_owned(),
        (Kind::Place(From::Bottom), _) => "Places from below, the last at the left".to_owned(),
        (Kind::Number, None) => "In one unit".to_owned(),
    };
    if scale.by_tens { format!("{what}. Even steps to the right multiply the figure.") } else { format!("{what}.") }
}

/// The stretch between the two values that disagree the firmest.
fn between(known: &Known<'_>, pair: &Comparison) -> Option<Band> {
    let span = |id| span(known.archive(), known.claim(id)?);
    let (a, b) = (span(&pair.a)?, span(&pair.b)?);
    let (class, (low, high)) = match pair.relation {
        Relation::Contradiction => ("clash", facing(a.logical, b.logical)?),
        Relation::Tension => ("strain", facing(a.expected, b.expected)?),
        _ => return None,
    };
    Some(Band { class, low, high })
}

fn facing(a: Ends, b: Ends) -> Option<(f64, f64)> {
    let apart = |below: Ends, above: Ends| below.1.zip(above.0).filter(|(low, high)| low < high);
    apart(a, b).or_else(|| apart(b, a))
}

fn row(known: &Known<'_>, bar: &Bar<'_>, scale: &Scale, between: Option<Band>) -> Markup {
    let source = known.source(&bar.claim.source).map_or("", name);
    html! {
        li {
            p {
                b.side { (bar.side) } " "
                (known.claim_link(&bar.claim.id, &value_text(known.archive(), bar.claim)))
                " " small { (bdi(&short(source))) }
            }
            svg.bar aria-hidden="true" {
                @if let Some(band) = between.filter(|band| band.is_free_of(if band.class == "clash" { bar.span.logical } else { bar.span.expected })) { (band.drawn(scale)) }
                (stretch("logical", scale, bar.span.logical, (7, 10)))
                (stretch("expected", scale, bar.span.expected, (5, 14)))
                @for mark in uprights(&bar.span) { (upright("mark", scale.at(mark), (2, "22"))) }
                @if bar.span.logical.0.is_none() { (arrow("0%", "M9 6L2 12L9 18")) }
                @if bar.span.logical.1.is_none() { (arrow("100%", "M-9 6L-2 12L-9 18")) }
            }
        }
        "\n"
    }
}

/// A bar from end to end; where nothing bounds it, to the edge of the scale. A single number has no bar.
fn stretch(class: &str, scale: &Scale, ends: Ends, at: (u32, u32)) -> Markup {
    let (left, right) = (ends.0.map_or(0.0, |low| scale.at(low)), ends.1.map_or(100.0, |high| scale.at(high)));
    html! { @if single(ends).is_none() { (part(class, left, right, at)) } }
}

/// The number, if both ends are one.
fn single(ends: Ends) -> Option<f64> {
    ends.0.filter(|low| ends.1 == Some(*low))
}

/// Where upright lines stand: at what is printed, and at single numbers.
fn uprights(span: &Span) -> Vec<f64> {
    let mut all: Vec<f64> = span.marks.iter().copied().chain(single(span.expected)).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

fn arrow(x: &str, path: &str) -> Markup {
    html! { svg x=(x) overflow="visible" { path.open d=(path) {} } }
}
