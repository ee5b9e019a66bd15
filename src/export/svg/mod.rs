//! A picture without Graphviz: each source is a card with a row for each claim, actors stand beside, red curves join rows
//! that disagree (<https://www.w3.org/TR/SVG11/>).

mod block;
mod fold;
mod layers;
mod layout;
mod legend;
mod paint;
mod route;
mod settle;
mod sides;
mod text;

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use self::block::{Block, blocks, port};
use self::layout::{Point, Tie, place};
use self::paint::{Escaped, Use};
use self::route::{Area, Curve, Room, curve, label, label_width};
use self::text::Type;
use super::drawing::{Class, Drawing};
use super::view::View;

/// The style of a picture: its colours, light and dark. A page may set the variables.
pub(in crate::export) const STYLE: &str = include_str!("style.css");

const MARGIN: f64 = 24.0;
const HEADLINE: Type = Type { size: 20.0, bold: true };

/// Writes a picture that stands alone.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    out.write_all(picture(&Drawing::new(view), Use::File).as_bytes())
}

/// The picture as an element of a page, which gives it [`STYLE`]. Rows and headings lead to `#claim-…` and `#source-…`.
pub(in crate::export) fn inline(view: &View<'_>) -> String {
    picture(&Drawing::new(view), Use::Page)
}

/// Writing to a string cannot fail.
fn picture(drawing: &Drawing<'_>, of: Use) -> String {
    let mut out = String::new();
    let _ = draw(&mut out, drawing, of);
    out
}

/// All that a picture is made of, each with its place.
struct Placed<'a> {
    drawing: &'a Drawing<'a>,
    blocks: Vec<Block>,
    places: Vec<Point>,
    curves: Vec<Option<Curve>>,
}

impl<'a> Placed<'a> {
    fn new(drawing: &'a Drawing<'a>) -> Self {
        let blocks = blocks(drawing);
        let port = port(drawing, &blocks);
        let ends: Vec<_> = drawing.lines.iter().map(|line| port(line.from).zip(port(line.to))).collect();
        let ties = drawing.lines.iter().zip(&ends).filter_map(|(line, ends)| {
            let (from, to) = (*ends)?;
            let label = if line.label.is_empty() { 0.0 } else { label_width(&line.label) };
            Some(Tie { from, to, label, mutual: line.class.is_disagreement() })
        });
        let ties: Vec<Tie> = ties.collect();
        let places = place(&blocks, &ties);
        let curves = ends.iter().map(|ends| ends.map(|(from, to)| curve(&blocks, &places, from, to))).collect();
        Self { drawing, blocks, places, curves }
    }

    fn areas(&self) -> Vec<Area> {
        let areas = self.blocks.iter().zip(&self.places);
        areas.map(|(block, at)| Area { at: *at, width: block.width, height: block.height }).collect()
    }

    /// The width and height of it all.
    fn size(&self) -> (f64, f64) {
        let bends = self.curves.iter().flatten().map(|curve| curve.at(0.5).x);
        let right = self.areas().iter().map(|area| area.at.x + area.width).chain(bends).fold(0.0, f64::max);
        let bottom = self.areas().iter().map(|area| area.at.y + area.height).fold(0.0, f64::max);
        (right.ceil(), bottom.ceil())
    }
}

fn draw(out: &mut String, drawing: &Drawing<'_>, of: Use) -> fmt::Result {
    let placed = Placed::new(drawing);
    let (wide, high) = placed.size();
    let width = wide.max(560.0) + 2.0 * MARGIN;
    let mut head = String::new();
    let top = headline(&mut head, drawing, width)?;
    let height = top + high + MARGIN;
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"g-drawing\" role=\"{}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"Helvetica, Arial, sans-serif\">",
        if of == Use::File { "img" } else { "group" }
    )?;
    writeln!(out, "<title>{}</title>", Escaped(&drawing.title))?;
    writeln!(out, "<desc>{}</desc>", summary(drawing))?;
    if of == Use::File {
        writeln!(out, "<style>\n{STYLE}</style>")?;
        writeln!(out, "<rect class=\"g-ground\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>")?;
    }
    out.push_str(&head);
    writeln!(out, "<g transform=\"translate({MARGIN} {top})\">")?;
    body(out, &placed, of)?;
    writeln!(out, "</g>\n</svg>")
}

fn headline(out: &mut String, drawing: &Drawing<'_>, width: f64) -> Result<f64, fmt::Error> {
    let mut at = Point { x: MARGIN, y: MARGIN + 16.0 };
    for line in HEADLINE.lines(&drawing.title.chars().take(400).collect::<String>(), width - 2.0 * MARGIN, 2) {
        paint::text(out, &line, HEADLINE, at)?;
        out.push('\n');
        at.y += 26.0;
    }
    let below = legend::legend(out, drawing, at, width - MARGIN)?;
    Ok(below + 10.0)
}

/// What a picture shows, in a sentence.
fn summary(drawing: &Drawing<'_>) -> String {
    let claims = drawing.shapes.iter().filter(|shape| shape.kind.is_claim()).count();
    let lines = |class| drawing.lines.iter().filter(|line| line.class == class).count();
    format!(
        "Sources: {}. Claims: {claims}. Contradictions: {}. Tensions: {}.",
        drawing.groups.len(),
        lines(Class::Contradiction),
        lines(Class::Tension)
    )
}

/// Lines lie under blocks, so that none runs through a text; disagreements over the other lines, labels over all.
fn body(out: &mut String, placed: &Placed<'_>, of: Use) -> fmt::Result {
    let drawing = placed.drawing;
    let lines = || drawing.lines.iter().zip(&placed.curves).filter_map(|(line, curve)| Some((line, curve.as_ref()?)));
    for red in [false, true] {
        for (line, curve) in lines().filter(|(line, _)| line.class.is_disagreement() == red) {
            paint::line(out, line, curve)?;
        }
    }
    for (block, at) in placed.blocks.iter().zip(&placed.places) {
        paint::block(out, drawing, block, *at, of)?;
    }
    let mut room = Room::new(placed.areas());
    for (line, curve) in lines().filter(|(line, _)| !line.label.is_empty()) {
        paint::label(out, line, label(curve, &line.label, &mut room))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::drawing::Kind;

    /// The colours of the style are those of the palette, and each has another on a dark ground.
    #[test]
    fn the_style_has_the_colours_of_the_palette() {
        let (light, dark) = STYLE.split_once("@media").unwrap();
        let kinds = Kind::ALL.map(Kind::fill).map(|fill| (fill.word, fill.light, ".g-shape", "fill"));
        let classes = Class::ALL.map(Class::stroke).map(|stroke| (stroke.word, stroke.light, "", "--g-colour"));
        for (word, colour, prefix, property) in kinds.into_iter().chain(classes) {
            let rule = format!("{prefix}.g-{0} {{ {property}: var(--g-{0}, ", paint::slug(word));
            assert!(light.contains(&format!("{rule}{colour});")), "{rule}{colour}");
            assert!(dark.contains(&rule), "{rule}");
        }
    }
}
