//! The chain of a claim as a drawing: a step stands once for each way that leads to it, so that the drawing is the tree.

use std::borrow::Cow;

use super::palette::{Class, Kind};
use super::{Drawing, End, Line, Shape, words};
use crate::findings::Desk;
use crate::trace::{End as ChainEnd, How, Step, What};

/// Draws a chain; the claim that was asked for comes first.
pub(super) fn drawing<'a>(desk: &'a Desk<'_>, root: &'a Step) -> Drawing<'a> {
    let title = Cow::Owned(match &root.what {
        What::Claim(id) => format!("Where {id} comes from"),
        _ => desk.archive.title.clone(),
    });
    let mut drawing = Drawing { title, groups: Vec::new(), shapes: Vec::new(), lines: Vec::new(), named_lines: true };
    step(&mut drawing, desk, root, "s".to_owned());
    drawing
}

/// Adds a step with those above it, and says at which place it stands.
fn step<'a>(drawing: &mut Drawing<'a>, desk: &'a Desk<'_>, from: &'a Step, id: String) -> usize {
    let own = drawing.shapes.len();
    drawing.shapes.push(shape(desk, from, id.clone()));
    for (at, above) in from.above.iter().enumerate() {
        let next = step(drawing, desk, above, format!("{id}.{at}"));
        let class = class(above.how);
        let (from, to, label) = (End::Shape(own), End::Shape(next), class.word().to_owned());
        drawing.lines.push(Line { from, to, class, label, why: Cow::Borrowed("") });
    }
    own
}

fn shape<'a>(desk: &'a Desk<'_>, from: &'a Step, id: String) -> Shape<'a> {
    let archive = desk.archive;
    let plain = |kind, head: &'a str, says| Shape {
        kind,
        id: Cow::Borrowed(""),
        claim: None,
        head: Cow::Borrowed(head),
        body: Cow::Borrowed(""),
        says,
    };
    let mut shape = match &from.what {
        What::Actor(id) => plain(Kind::Actor, archive.actor_name(id), id.as_str()),
        What::Outlet(name) => plain(Kind::Outlet, name, name),
        What::Source(id) => {
            let label = archive.sources.get(id).map_or(id.as_str(), |source| source.label());
            plain(Kind::Source, label, id.as_str())
        }
        What::Claim(id) => match archive.claims.get(id) {
            Some(claim) => {
                let date = archive.published(&claim.source);
                let date = date.map_or_else(|| "date not known".to_owned(), |date| date.to_string());
                Shape { body: Cow::Owned(format!("{}\n{date}", claim.source)), ..words::claim(archive, claim) }
            }
            None => plain(Kind::Quantity, id.as_str(), id.as_str()),
        },
    };
    shape.id = Cow::Owned(id);
    if let Some(end) = from.end.as_ref().and_then(end) {
        let line_break = if shape.body.is_empty() { "" } else { "\n" };
        shape.body = Cow::Owned(format!("{}{line_break}{end}", shape.body));
    }
    shape
}

/// Why the chain ends, where the shape does not show it.
fn end(end: &ChainEnd) -> Option<String> {
    Some(match end {
        ChainEnd::Unnamed(words) => format!("unnamed: “{words}”"),
        ChainEnd::Circular => "returns to where it has been".to_owned(),
        ChainEnd::ShownBefore => "its further steps are shown above".to_owned(),
        ChainEnd::TooLong => "the chain goes on".to_owned(),
        ChainEnd::NotHeld => "only named".to_owned(),
        ChainEnd::Unknown => "does not say where from".to_owned(),
        ChainEnd::NamedActor | ChainEnd::PrimarySource => return None,
    })
}

fn class(how: How) -> Class {
    match how {
        How::Asked | How::TakenFrom => Class::TakenFrom,
        How::AttributedTo => Class::Attributed,
        How::SpeaksFor => Class::SpeaksFor,
        How::SharesPassage => Class::SharesPassage,
        How::Proposed => Class::Perhaps,
    }
}
