//! Elements of a picture as text.

use std::fmt::{self, Write};

use super::block::{BODY, Block, HEAD, LINE, PAD, Row, TITLE, heading};
use super::layout::Point;
use super::route::{Area, Curve};
use super::text::Type;
use crate::export::drawing::{Arrow, Class, Drawing, Fill, Group, Kind, Line, Outline, Pattern, Shape, printable};

/// Characters of a tooltip in a page.
const TOOLTIP: usize = 300;

/// What the picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A file of its own: headings lead to the sources' addresses.
    File,
    /// A part of a page: headings and rows lead to places of the page.
    Page,
}

/// A text that stands for itself in XML, also in an attribute. What XML cannot hold is U+FFFD.
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars().map(printable) {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\n' => f.write_str("&#10;")?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

/// An id as a part of an address.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for byte in self.0.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    f.write_char(char::from(byte))?
                }
                byte => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

/// The name of a kind or class in names of CSS.
pub(super) fn slug(word: &str) -> String {
    word.replace(' ', "-")
}

/// The card of a source, or a shape that stands alone, with its left upper corner at a place.
pub(super) fn block(out: &mut String, drawing: &Drawing<'_>, block: &Block, at: Point, of: Use) -> fmt::Result {
    let group = block.group.and_then(|at| drawing.groups.get(at));
    writeln!(out, "<g class=\"g-block\" transform=\"translate({} {})\">", at.x.round(), at.y.round())?;
    if let Some(group) = group {
        card(out, group, block, of)?;
    }
    for row in &block.rows {
        if let Some(shape) = drawing.shapes.get(row.shape) {
            self::row(out, shape, row, block, of)?;
        }
    }
    out.push_str("</g>\n");
    Ok(())
}

fn card(out: &mut String, group: &Group<'_>, block: &Block, of: Use) -> fmt::Result {
    let (width, height) = (block.width, block.height);
    writeln!(
        out,
        "<rect class=\"g-card\" width=\"{width}\" height=\"{height}\" rx=\"5\" fill=\"#f4f6f7\" stroke=\"#b9c2c8\"/>"
    )?;
    let link = match of {
        Use::Page => Some(format!("href=\"#source-{}\" data-source=\"{}\"", Encoded(group.id), Escaped(group.id))),
        Use::File => group.address.map(|address| format!("href=\"{}\"", Escaped(address))),
    };
    open(out, link.as_deref())?;
    let about = if group.about.is_empty() { "" } else { ", " };
    tooltip(out, &format!("{}: {}{about}{}", group.id, group.title, group.about), of)?;
    write!(out, "<rect class=\"g-heading\" width=\"{width}\" height=\"{}\" fill=\"none\"/>", heading(block))?;
    let next = lines(out, &block.title, TITLE, PAD, PAD - 2.0)?;
    lines(out, &block.about, BODY, PAD, next)?;
    close(out, link.as_deref())
}

/// What is shown beside the pointer. A page has the whole text elsewhere, so that its beginning is enough there.
fn tooltip(out: &mut String, text: &str, of: Use) -> fmt::Result {
    let cut = text.char_indices().nth(TOOLTIP).filter(|_| of == Use::Page);
    let (text, more) = cut.map_or((text, ""), |(at, _)| (&text[..at], "…"));
    write!(out, "<title>{}{more}</title>", Escaped(text))
}

/// Around a link, or only a group, so that the tooltip has its element.
fn open(out: &mut String, link: Option<&str>) -> fmt::Result {
    match link {
        Some(link) => write!(out, "<a class=\"g-link\" {link}>"),
        None => write!(out, "<g>"),
    }
}

fn close(out: &mut String, link: Option<&str>) -> fmt::Result {
    writeln!(out, "{}", if link.is_some() { "</a>" } else { "</g>" })
}

fn row(out: &mut String, shape: &Shape<'_>, row: &Row, block: &Block, of: Use) -> fmt::Result {
    let claim = shape.claim.filter(|_| of == Use::Page);
    let link = claim.map(|id| format!("href=\"#claim-{}\" data-claim=\"{}\"", Encoded(id), Escaped(id)));
    open(out, link.as_deref())?;
    tooltip(out, &shape.tooltip(), of)?;
    let fill = shape.kind.fill();
    let inset = if block.group.is_some() { 1.0 } else { 0.0 };
    let area = Area {
        at: Point { x: inset, y: row.top + inset },
        width: block.width - 2.0 * inset,
        height: row.height - 2.0 * inset,
    };
    outline(out, fill, area)?;
    let indent = if shape.kind == Kind::Actor { 2.0 * PAD } else { PAD };
    let next = lines(out, &row.head, HEAD, indent, row.top + PAD / 2.0)?;
    lines(out, &row.body, BODY, indent, next)?;
    close(out, link.as_deref())
}

/// The ground of a shape.
pub(super) fn outline(out: &mut String, fill: Fill, area: Area) -> fmt::Result {
    let look = format!("class=\"g-shape g-{}\" fill=\"{}\" stroke=\"#8a959d\"", slug(fill.word), fill.light);
    let Area { at: Point { x, y }, width, height } = area;
    let radius = match fill.outline {
        Outline::Box => 0.0,
        Outline::Rounded => 6.0,
        Outline::Pill => (height / 2.0).min(16.0),
        Outline::Hexagon => {
            let points = format!(
                "M{} {y}h{}l5 5v{}l-5 5h-{}l-5 -5v-{}z",
                x + 5.0,
                width - 10.0,
                height - 10.0,
                width - 10.0,
                height - 10.0
            );
            return write!(out, "<path {look} d=\"{points}\"/>");
        }
        Outline::Note => {
            return write!(out, "<path {look} d=\"M{x} {y}h{}l8 8v{}h-{width}z\"/>", width - 8.0, height - 8.0);
        }
    };
    write!(out, "<rect {look} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>")
}

/// Lines of text from a height on; where the next would begin.
fn lines(out: &mut String, lines: &[String], type_: Type, x: f64, top: f64) -> Result<f64, fmt::Error> {
    let mut next = top;
    for line in lines {
        text(out, line, type_, Point { x, y: next + LINE - 3.0 })?;
        next += LINE;
    }
    Ok(next)
}

/// A line of text on its base line.
pub(super) fn text(out: &mut String, text: &str, type_: Type, at: Point) -> fmt::Result {
    let (weight, class) = if type_.bold { (" font-weight=\"bold\"", "g-head") } else { ("", "g-body") };
    write!(
        out,
        "<text class=\"g-text {class}\" x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} fill=\"#1d2429\">{}</text>",
        at.x,
        at.y,
        type_.size,
        Escaped(text)
    )
}

/// A line with its arrows.
pub(super) fn line(out: &mut String, line: &Line<'_>, curve: &Curve) -> fmt::Result {
    let stroke = line.class.stroke();
    let Curve { from, out: first, back, to } = curve;
    write!(out, "<g class=\"g-line g-{}\" fill=\"none\" stroke=\"{}\">", slug(stroke.word), stroke.light)?;
    write!(out, "<title>{}</title>", Escaped(line.tooltip()))?;
    let (x, y, x2, y2) = (from.x.round(), from.y.round(), to.x.round(), to.y.round());
    stretch(out, line.class, &format!("M{x} {y}C{} {y} {} {y2} {x2} {y2}", first.round(), back.round()))?;
    let (ends, begins) = match stroke.arrow {
        Arrow::Forward => ("l{}9 -4v8z", ""),
        Arrow::Both => ("l{}9 -4v8z", "l{}9 -4v8z"),
        Arrow::Bar => ("m{}2 -6v12", ""),
        Arrow::Diamond => ("l{}6 -4l{}6 4l{}-6 4z", ""),
        Arrow::None => ("", ""),
    };
    for (shape, x, y, towards) in [(ends, x2, y2, back - to.x), (begins, x, y, first - from.x)] {
        if !shape.is_empty() {
            let sign = if towards < 0.0 { "-" } else { "" };
            let shape = shape.replace("{}-", if towards < 0.0 { "" } else { "-" }).replace("{}", sign);
            write!(out, "<path class=\"g-arrow\" fill=\"{}\" d=\"M{x} {y}{shape}\"/>", stroke.light)?;
        }
    }
    out.push_str("</g>\n");
    Ok(())
}

/// A way in the pattern of a class.
pub(super) fn stretch(out: &mut String, class: Class, way: &str) -> fmt::Result {
    let stroke = class.stroke();
    let dashes = match stroke.pattern {
        Pattern::Solid => "",
        Pattern::Dashed => " stroke-dasharray=\"7 4\"",
        Pattern::Dotted => " stroke-dasharray=\"2 3\"",
    };
    // What a claim is about stands in its words, too.
    let faint = if class == Class::About { " stroke-opacity=\"0.45\"" } else { "" };
    write!(out, "<path stroke-width=\"{}\"{dashes}{faint} d=\"{way}\"/>", stroke.width)
}

/// The label of a line.
pub(super) fn label(out: &mut String, line: &Line<'_>, area: Area) -> fmt::Result {
    let stroke = line.class.stroke();
    let (x, y) = (area.at.x.round(), area.at.y.round());
    write!(out, "<g class=\"g-label g-{}\" stroke=\"{}\">", slug(stroke.word), stroke.light)?;
    write!(out, "<title>{}</title>", Escaped(line.tooltip()))?;
    write!(
        out,
        "<rect class=\"g-ground\" x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"7\" fill=\"#ffffff\"/>",
        area.width, area.height
    )?;
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\" stroke=\"none\">{}</text></g>",
        x + 5.0,
        y + LINE - 2.0,
        BODY.size,
        stroke.light,
        Escaped(&line.label)
    )
}
