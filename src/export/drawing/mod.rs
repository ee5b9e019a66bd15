//! A picture before it has a format: groups, shapes and lines, of the graph or of a chain. Each format of pictures renders
//! it without knowing which of the two it is.

mod chain;
mod graph;
mod palette;
mod words;

use std::borrow::Cow;
use std::ops::Range;

pub(super) use self::palette::{Arrow, Class, Fill, Kind, Outline, Pattern};
pub(super) use self::words::printable;
use super::view::View;
use crate::findings::Desk;
use crate::trace::Step;

/// All that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Drawing<'a> {
    /// What it is a picture of.
    pub title: Cow<'a, str>,
    /// Sources, by id.
    pub groups: Vec<Group<'a>>,
    /// Those of the groups, in their order, then those that stand alone.
    pub shapes: Vec<Shape<'a>>,
    /// Ties in the order in which records name them, then disagreements by their claims.
    pub lines: Vec<Line<'a>>,
    /// Whether lines say what they are; in pictures of many the legend does.
    pub named_lines: bool,
}

/// A source, with its claims.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    /// The id of the source.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Outlet and date, as far as they are known.
    pub about: String,
    /// Its address, if it can be followed without harm.
    pub address: Option<&'a str>,
    /// Which shapes are inside.
    pub shapes: Range<usize>,
}

/// A record, or a step of a chain.
#[derive(Clone, Debug)]
pub(super) struct Shape<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its id, which is its own among those of its kind. In a chain it says where the step stands.
    pub id: Cow<'a, str>,
    /// The claim that it stands for, if it does.
    pub claim: Option<&'a str>,
    /// The value, or the name.
    pub head: Cow<'a, str>,
    /// What the value is of, and what else is to be said; lines are split at line breaks.
    pub body: Cow<'a, str>,
    /// The whole of what a claim says, where the picture has a part of it.
    pub says: &'a str,
}

/// Where a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum End {
    /// At a group.
    Group(usize),
    /// At a shape.
    Shape(usize),
}

/// What ties two records together.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What it says.
    pub class: Class,
    /// What stands on it: the gap of a disagreement.
    pub label: String,
    /// More about it; nothing where the class says all.
    pub why: Cow<'a, str>,
}

impl<'a> Drawing<'a> {
    /// The picture of a view: its chain, if it has one, or else its part of the graph.
    pub fn new(view: &'a View<'_>) -> Self {
        match &view.chain {
            Some(root) => chain::drawing(view.desk, root),
            None => graph::drawing(view),
        }
    }

    /// The picture of a chain.
    pub fn of_chain(desk: &'a Desk<'_>, root: &'a Step) -> Self {
        chain::drawing(desk, root)
    }

    /// The shapes that stand in no group.
    pub fn alone(&self) -> Range<usize> {
        self.groups.last().map_or(0, |group| group.shapes.end)..self.shapes.len()
    }

    /// The kinds of shapes that occur, in the order of the legend.
    pub fn kinds(&self) -> Vec<Kind> {
        let occurs = |kind: &Kind| self.shapes.iter().any(|shape| shape.kind == *kind);
        Kind::ALL.into_iter().filter(occurs).collect()
    }

    /// The classes of lines that occur, in the order of the legend.
    pub fn classes(&self) -> Vec<Class> {
        let occurs = |class: &Class| self.lines.iter().any(|line| line.class == *class);
        Class::ALL.into_iter().filter(occurs).collect()
    }
}

impl Shape<'_> {
    /// What is told of it when a pointer rests on it.
    pub fn tooltip(&self) -> String {
        match self.claim {
            Some(id) => format!("{id}: {}", self.says),
            None => format!("{} {}", self.kind.word(), if self.says.is_empty() { &self.id } else { self.says }),
        }
    }
}

impl Line<'_> {
    /// What is told of it when a pointer rests on it.
    pub fn tooltip(&self) -> &str {
        if self.why.is_empty() { self.class.word() } else { &self.why }
    }
}
