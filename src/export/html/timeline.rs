//! The figures on a question by date: by the period that they speak of or, where none is known, by when they were published.

use maud::{Markup, html};

use super::bars::measure;
use super::draw::{axis, percent};
use super::known::Known;
use super::scale::Scale;
use super::span::{Kind, Span, number, span};
use super::units::counts_whole;
use crate::compare::{stated_text, value_text};
use crate::findings::{Question, letters};
use crate::model::{About, Claim};

/// Height of the picture in pixels, without its axis.
const HEIGHT: f64 = 150.0;
/// What is left free above and below.
const EDGE: f64 = 14.0;

/// A figure with its days.
struct Point<'a> {
    side: String,
    claim: &'a Claim,
    /// The first and the last day; infinite where the period is open.
    days: (f64, f64),
    /// What the days are: of the period, or of publication.
    is_period: bool,
    span: Option<Span>,
}

/// The timeline of a question; nothing where its figures are not of at least two dates.
pub(super) fn timeline(known: &Known<'_>, question: &Question) -> Markup {
    let points = points(known, question);
    let days = points.iter().flat_map(|point| [point.days.0, point.days.1]).filter(|day| day.is_finite());
    let several = points.iter().any(|point| points[0].days != point.days);
    let Some(scale) = Scale::of(Kind::Day, days).filter(|_| several) else { return html! {} };
    html! {
        details.timeline {
            summary { "By date" }
            (picture(known, question, &points, &scale))
            ol { @for point in &points { (line(known, point)) } }
        }
    }
}

fn points<'a>(known: &Known<'a>, question: &Question) -> Vec<Point<'a>> {
    let sides = question.positions.iter().enumerate();
    let ids = sides.flat_map(|(at, side)| side.claims.iter().map(move |id| (letters(at), id)));
    let mut points: Vec<Point<'_>> = ids.filter_map(|(side, id)| point(known, side, known.claim(id)?)).collect();
    points.sort_by(|a, b| a.days.0.total_cmp(&b.days.0).then(a.days.1.total_cmp(&b.days.1)));
    points
}

/// A date that is itself the answer stands on the bars; here it goes by its publication.
fn point<'a>(known: &Known<'a>, side: String, claim: &'a Claim) -> Option<Point<'a>> {
    let period = claim.scope.period.as_ref().filter(|_| !matches!(claim.about, About::Date(_)));
    let ends = period.map(|period| period.window.ends()).filter(|ends| *ends != (None, None));
    let days = ends.map(|(first, last)| (first.map_or(f64::NEG_INFINITY, number), last.map_or(f64::INFINITY, number)));
    let published = || {
        let date = known.source(&claim.source)?.published?;
        Some((number(date.first_day()), number(date.last_day())))
    };
    let span = span(known.archive(), claim).filter(|span| span.kind != Kind::Day);
    Some(Point { side, claim, days: days.or_else(published)?, is_period: days.is_some(), span })
}

fn picture(known: &Known<'_>, question: &Question, points: &[Point<'_>], scale: &Scale) -> Markup {
    let spans: Vec<&Span> = points.iter().filter_map(|point| point.span.as_ref()).collect();
    let Some(upright) = Scale::over(&spans) else { return html! {} };
    let upright = upright.in_whole(counts_whole(measure(known, question), &spans));
    html! {
        svg.time aria-hidden="true" {
            @for (mark, words) in upright.marks() {
                line.grid x2="100%" y1=(height(&upright, mark)) y2=(height(&upright, mark)) {}
                text.value x="0" y=(height(&upright, mark) - 3.0) { (words) }
            }
            @for point in points {
                @if let Some(span) = &point.span { (shape(point, span, scale, &upright)) }
            }
        }
        (axis(scale))
    }
}

/// As wide as its period, as high as what it allows, with the letter of its position; dashed where only the day of
/// publication is known.
fn shape(point: &Point<'_>, span: &Span, scale: &Scale, upright: &Scale) -> Markup {
    let (left, right) = (scale.at(point.days.0).max(0.0), scale.at(point.days.1).min(100.0));
    let top = span.logical.1.map_or(0.0, |high| height(upright, high));
    let bottom = span.logical.0.map_or(HEIGHT, |low| height(upright, low));
    let class = if point.is_period { "when" } else { "when published" };
    html! {
        rect class=(class) x=(percent(left)) width=(percent((right - left).max(0.8)))
            y=(round(top)) height=(round((bottom - top).max(4.0))) {}
        text.side x=(percent(left)) dx="-3" y=(round((top + bottom) / 2.0 + 4.0)) text-anchor="end" { (&point.side) }
    }
}

fn height(scale: &Scale, number: f64) -> f64 {
    round(HEIGHT - EDGE - scale.at(number) / 100.0 * (HEIGHT - 2.0 * EDGE))
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

fn line(known: &Known<'_>, point: &Point<'_>) -> Markup {
    let period = point.claim.scope.period.as_ref().filter(|_| point.is_period);
    let published = known.source(&point.claim.source).and_then(|source| source.published);
    let value = point.claim.about.as_quantity().map_or_else(|| value_text(known.archive(), point.claim), stated_text);
    html! {
        li {
            @if let Some(period) = period { (super::text::bdi(&period.text)) }
            @else if let Some(date) = published { "published " (super::text::bdi(&date.to_string())) " (no period known)" }
            ": " b.side { (&point.side) } " " (known.claim_link(&point.claim.id, &value))
            ", " (known.source_link(&point.claim.source))
        }
    }
}
