//! The figures on a question as bars on one scale, so that the eye sees the gap.

use maud::{Markup, html};

use super::band::Band;
use super::draw::{axis, part, percent, upright};
use super::key::key;
use super::known::Known;
use super::names::of_source;
use super::scale::Scale;
use super::span::{Ends, Kind, Span, span};
use super::text::{bdi, short, shown};
use super::units::{counts_whole, in_full};
use crate::compare::value_text;
use crate::findings::{Question, letters};
use crate::model::{Claim, From, Measure};

/// A claim with its place on the scale.
struct Bar<'a> {
    /// The letters of its position.
    side: String,
    claim: &'a Claim,
    span: Span,
}

/// The bars of a question; nothing where fewer than two of its claims stand on one scale.
pub(super) fn bars(known: &Known<'_>, question: &Question) -> Markup {
    let bars = of_sides(known, question);
    let spans: Vec<&Span> = bars.iter().map(|bar| &bar.span).collect();
    let Some(scale) = Scale::over(&spans).filter(|_| bars.len() > 1) else { return html! {} };
    let scale = scale.in_whole(counts_whole(measure(known, question), &spans));
    let band = question.comparisons.first().and_then(|firmest| Band::between(known, firmest));
    html! {
        figure.bars {
            figcaption { (shown(&caption(known, question, &scale))) }
            @if let Some(band) = band { (band.headed(&scale)) }
            div.plot {
                svg.lines aria-hidden="true" { @for (mark, _) in scale.marks() { (upright("grid", scale.at(mark), (0, "100%"))) } }
                ol.rows { @for bar in &bars { (row(known, bar, &scale, band)) } }
            }
            (axis(&scale))
            (key(&spans, band))
        }
    }
}

fn of_sides<'a>(known: &Known<'a>, question: &Question) -> Vec<Bar<'a>> {
    let sides = question.positions.iter().enumerate();
    let ids = sides.flat_map(|(at, side)| side.claims.iter().map(move |id| (letters(at), id)));
    let bar = |(side, id)| {
        let claim: &Claim = known.claim(id)?;
        // What an identity links to the question is measured otherwise and stands on no scale with it.
        let measured = claim.about.measure() == question.measure.as_ref();
        Some(Bar { side, claim, span: span(known.archive(), claim).filter(|_| measured)? })
    };
    ids.filter_map(bar).collect()
}

fn caption(known: &Known<'_>, question: &Question, scale: &Scale) -> String {
    let unit = measure(known, question).map(in_full);
    let what = match (scale.kind, unit) {
        (Kind::Number, Some(unit)) => format!("In {}", short(&unit)),
        (Kind::Day, _) => "By date".to_owned(),
        (Kind::Place(From::Top), _) => "Places, the first at the left".to_owned(),
        (Kind::Place(From::Bottom), _) => "Places from below, the last at the left".to_owned(),
        (Kind::Number, None) => "In one unit".to_owned(),
    };
    let note = match scale.by_tens {
        true => " Even steps to the right multiply the figure.",
        false if scale.is_without_zero() => " The axis does not begin at zero.",
        false => "",
    };
    format!("{what}.{note}")
}

/// What a question's figures measure.
pub(super) fn measure<'a>(known: &Known<'a>, question: &Question) -> Option<&'a Measure> {
    known.archive().measures.get(question.measure.as_ref()?)
}

fn row(known: &Known<'_>, bar: &Bar<'_>, scale: &Scale, band: Option<Band>) -> Markup {
    let source = known.source(&bar.claim.source).map_or_else(String::new, of_source);
    html! {
        li {
            p {
                b.side { (&bar.side) } " "
                (known.claim_link(&bar.claim.id, &value_text(known.archive(), bar.claim)))
                " " small { (bdi(&short(&source))) }
            }
            svg.bar aria-hidden="true" {
                @if let Some(band) = band.filter(|band| band.is_free_of(&bar.span)) { (band.drawn(scale)) }
                (stretch("logical", scale, bar.span.logical, (8, 10)))
                (stretch("expected", scale, bar.span.expected, (6, 14)))
                @for mark in stands_at(&bar.span) { (dot(&percent(scale.at(mark)))) }
                @if bar.span.logical.0.is_none() { (arrow("0%", "M9 7L2 13L9 19")) }
                @if bar.span.logical.1.is_none() { (arrow("100%", "M-9 7L-2 13L-9 19")) }
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
pub(super) fn single(ends: Ends) -> Option<f64> {
    ends.0.filter(|low| ends.1 == Some(*low))
}

/// Where dots stand: at what is printed, and at single numbers.
pub(super) fn stands_at(span: &Span) -> Vec<f64> {
    let mut all: Vec<f64> = span.marks.iter().copied().chain(single(span.expected)).collect();
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// A dot on a bar.
pub(super) fn dot(x: &str) -> Markup {
    html! { circle.mark cx=(x) cy="13" r="6" {} }
}

/// A sign that nothing bounds an end.
pub(super) fn arrow(x: &str, path: &str) -> Markup {
    html! { svg x=(x) overflow="visible" { path.open d=(path) {} } }
}
