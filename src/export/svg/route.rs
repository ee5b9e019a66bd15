//! How lines run from block to block, and where their labels stand.

use std::collections::BTreeMap;

use super::block::{BODY, Block, LINE, Port};
use super::layout::Point;

/// A curve that leaves and arrives level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    /// Where it begins.
    pub from: Point,
    /// Where its first control point is.
    pub out: f64,
    /// Where its second control point is.
    pub back: f64,
    /// Where it ends.
    pub to: Point,
}

/// Something that takes room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    /// Its left upper corner.
    pub at: Point,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// From the sides of two blocks that face each other; where one stands over the other, round the right of both.
pub(super) fn curve(blocks: &[Block], places: &[Point], from: Port, to: Port) -> Curve {
    let side = |port: Port, right: bool| {
        let (block, place) = (&blocks[port.block], places[port.block]);
        Point { x: place.x + if right { block.width } else { 0.0 }, y: place.y + port.down }
    };
    let (from_left, from_right) = (side(from, false), side(from, true));
    let (to_left, to_right) = (side(to, false), side(to, true));
    if to_left.x > from_right.x {
        let reach = ((to_left.x - from_right.x) * 0.5).clamp(20.0, 160.0);
        Curve { from: from_right, out: from_right.x + reach, back: to_left.x - reach, to: to_left }
    } else if to_right.x < from_left.x {
        let reach = ((from_left.x - to_right.x) * 0.5).clamp(20.0, 160.0);
        Curve { from: from_left, out: from_left.x - reach, back: to_right.x + reach, to: to_right }
    } else {
        let edge = from_right.x.max(to_right.x) + 28.0 + ((from_right.y - to_right.y).abs() * 0.06).min(30.0);
        Curve { from: from_right, out: edge, back: edge, to: to_right }
    }
}

impl Curve {
    /// The point at a part of the way.
    pub fn at(&self, part: f64) -> Point {
        let rest = 1.0 - part;
        let weights = [rest.powi(3), 3.0 * rest * rest * part, 3.0 * rest * part * part, part.powi(3)];
        let along = |values: [f64; 4]| weights.iter().zip(values).map(|(weight, value)| weight * value).sum();
        Point {
            x: along([self.from.x, self.out, self.back, self.to.x]),
            y: along([self.from.y, self.from.y, self.to.y, self.to.y]),
        }
    }
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        let apart = self.at.x + self.width <= other.at.x
            || other.at.x + other.width <= self.at.x
            || self.at.y + self.height <= other.at.y
            || other.at.y + other.height <= self.at.y;
        !apart
    }
}

/// Parts of the way at which a label may stand, the best first.
const PARTS: [f64; 15] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9, 0.06, 0.94];

/// By how much of its width a label may stand beside its line, which it still covers.
const SHIFTS: [f64; 3] = [0.0, 0.4, -0.4];

/// How wide a label is, with its border.
pub(super) fn label_width(text: &str) -> f64 {
    (BODY.width(text) + 10.0).ceil()
}

/// A place for a label on its line where it lies on nothing that is taken; in the middle, if there is none.
pub(super) fn label(curve: &Curve, text: &str, room: &mut Room) -> Area {
    let (width, height) = (label_width(text), LINE + 2.0);
    let area = |part: f64, shift: f64| {
        let middle = curve.at(part);
        Area { at: Point { x: middle.x + (shift - 0.5) * width, y: middle.y - height / 2.0 }, width, height }
    };
    let all = SHIFTS.into_iter().flat_map(|shift| PARTS.into_iter().map(move |part| (part, shift)));
    let free = all.map(|(part, shift)| area(part, shift)).find(|area| room.is_free(area));
    let area = free.unwrap_or_else(|| area(0.5, 0.0));
    room.take(area);
    area
}

/// What is taken, by squares of the picture, so that only what is near is looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    squares: BTreeMap<(i64, i64), Vec<Area>>,
}

/// The side of a square.
const SQUARE: f64 = 256.0;

impl Room {
    /// With some areas taken.
    pub fn new(taken: Vec<Area>) -> Self {
        let mut room = Self::default();
        taken.into_iter().for_each(|area| room.take(area));
        room
    }

    fn take(&mut self, area: Area) {
        for square in squares(&area) {
            self.squares.entry(square).or_default().push(area);
        }
    }

    fn is_free(&self, area: &Area) -> bool {
        let near = squares(area).into_iter().filter_map(|square| self.squares.get(&square)).flatten();
        !near.into_iter().any(|other| other.meets(area))
    }
}

fn squares(area: &Area) -> Vec<(i64, i64)> {
    let span = |from: f64, length: f64| (from / SQUARE).floor() as i64..=((from + length) / SQUARE).floor() as i64;
    let columns = span(area.at.x, area.width);
    columns.flat_map(|x| span(area.at.y, area.height).map(move |y| (x, y))).collect()
}
