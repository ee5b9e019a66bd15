//! What the colours and lines of a picture mean: only those that occur in it.

use std::fmt::{self, Write};

use super::block::BODY;
use super::layout::Point;
use super::paint::{Escaped, outline, slug, stretch, text};
use super::route::Area;
use crate::export::drawing::{Drawing, Kind};

/// The width of a sample.
const SAMPLE: f64 = 26.0;
/// From one row to the next.
const STEP: f64 = 20.0;

/// Writes the legend in rows of a width, from a height on; where it ends.
pub(super) fn legend(out: &mut String, drawing: &Drawing<'_>, from: Point, width: f64) -> Result<f64, fmt::Error> {
    let mut at = from;
    writeln!(out, "<g class=\"g-legend\"><title>Legend</title>")?;
    for kind in drawing.kinds() {
        let place = next(&mut at, from.x, width, kind.word());
        let sample = Area { at: Point { x: place.x, y: place.y - 11.0 }, width: SAMPLE, height: 14.0 };
        outline(out, kind.fill(), sample)?;
        named(out, place, word(kind))?;
    }
    for class in drawing.classes() {
        let place = next(&mut at, from.x, width, class.word());
        let stroke = class.stroke();
        write!(out, "<g class=\"g-line g-{}\" fill=\"none\" stroke=\"{}\">", slug(stroke.word), stroke.light)?;
        stretch(out, class, &format!("M{} {}h{SAMPLE}", place.x, place.y - 4.0))?;
        out.push_str("</g>");
        named(out, place, class.word())?;
    }
    out.push_str("</g>\n");
    Ok(at.y + STEP)
}

fn word(kind: Kind) -> &'static str {
    kind.word()
}

fn named(out: &mut String, place: Point, word: &str) -> fmt::Result {
    text(out, &Escaped(word).to_string(), BODY, Point { x: place.x + SAMPLE + 6.0, y: place.y })?;
    out.push('\n');
    Ok(())
}

/// The base line of the next sample; a new row where it would not fit.
fn next(at: &mut Point, left: f64, width: f64, word: &str) -> Point {
    let wide = SAMPLE + 6.0 + BODY.width(word) + 18.0;
    if at.x > left && at.x + wide > width {
        *at = Point { x: left, y: at.y + STEP };
    }
    let place = *at;
    at.x += wide;
    place
}
