//! Where blocks stand: in columns that are not much higher than the picture is wide, near what they are tied to.

use std::collections::BTreeSet;

use super::block::{Block, Port};
use super::fold::fold;
use super::layers::{layers, parts};
use super::settle::settle;
use super::sides::rights;

/// A point of the picture; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
}

/// What ties two blocks together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    /// Where it begins.
    pub from: Port,
    /// Where it ends.
    pub to: Port,
    /// How wide its label is.
    pub label: f64,
    /// Whether it is as good the other way round.
    pub mutual: bool,
}

/// Between blocks of a column.
pub(super) const GAP: f64 = 18.0;
/// Between columns, besides the room for labels.
const GUTTER: f64 = 64.0;
/// Between parts that do not hang together.
const APART: f64 = 44.0;

/// The left upper corner of each block. The time that it takes grows with the number of blocks and ties, not with its square.
pub(super) fn place(blocks: &[Block], ties: &[Tie]) -> Vec<Point> {
    let leads = leads(blocks.len(), ties);
    let mut places = vec![Point::default(); blocks.len()];
    let mut sizes = Vec::new();
    let parts = parts(blocks.len(), ties);
    for part in &parts {
        let limit = limit(blocks, part);
        let columns = columns(blocks, fold(blocks, layers(part, &leads), limit), limit);
        let columns = settle(blocks, ties, columns, limit, &mut places);
        sizes.push(spread(blocks, ties, &columns, &mut places));
    }
    for (part, corner) in parts.iter().zip(shelves(&sizes)) {
        for block in part {
            places[*block].x += corner.x;
            places[*block].y += corner.y;
        }
    }
    places
}

/// To which blocks each leads; ties that are as good the other way round lead from left to right, or from the first to the second.
fn leads(blocks: usize, ties: &[Tie]) -> Vec<BTreeSet<usize>> {
    let mut leads = vec![BTreeSet::new(); blocks];
    let rights = rights(blocks, ties);
    for tie in ties {
        let (from, to) = (tie.from.block, tie.to.block);
        let turned = tie.mutual && (rights[from], from) > (rights[to], to);
        let (from, to) = if turned { (to, from) } else { (from, to) };
        if from != to {
            leads[from].insert(to);
        }
    }
    leads
}

/// What is no higher is not cut: about the height of a screen.
const SCREEN: f64 = 560.0;

/// How high a column may be: as the highest block, or so that the part is somewhat wider than high.
fn limit(blocks: &[Block], part: &[usize]) -> f64 {
    let own = || part.iter().map(|block| &blocks[*block]);
    let area: f64 = own().map(|block| (block.width + GUTTER) * (block.height + GAP)).sum();
    own().map(|block| block.height).fold((area * 0.6).sqrt().max(SCREEN), f64::max)
}

/// Layers, each cut into as many columns as its height asks for.
fn columns(blocks: &[Block], layers: Vec<Vec<usize>>, limit: f64) -> Vec<Vec<usize>> {
    let mut columns = Vec::new();
    for layer in layers {
        let mut column = Vec::new();
        let mut height = 0.0;
        for block in layer {
            if height + blocks[block].height > limit && !column.is_empty() {
                columns.push(std::mem::take(&mut column));
                height = 0.0;
            }
            height += blocks[block].height + GAP;
            column.push(block);
        }
        columns.push(column);
    }
    columns
}

/// Gives columns their places from left to right, with room for labels between them; the size of it all.
fn spread(blocks: &[Block], ties: &[Tie], columns: &[Vec<usize>], places: &mut [Point]) -> Point {
    let mut own = vec![None; blocks.len()];
    for (at, column) in columns.iter().enumerate() {
        column.iter().for_each(|block| own[*block] = Some(at));
    }
    let mut room = vec![0.0_f64; columns.len()];
    for tie in ties.iter().filter(|tie| tie.label > 0.0) {
        if let (Some(a), Some(b)) = (own[tie.from.block], own[tie.to.block]) {
            room[a.min(b)] = room[a.min(b)].max(tie.label);
        }
    }
    let mut size = Point::default();
    for (column, room) in columns.iter().zip(room) {
        let width = column.iter().map(|block| blocks[*block].width).fold(0.0, f64::max);
        for block in column {
            places[*block].x = size.x;
            size.y = size.y.max(places[*block].y + blocks[*block].height);
        }
        size.x += (width + GUTTER.max(room + 36.0)).ceil();
    }
    size
}

/// The corners of parts, set side by side in rows, the highest first.
fn shelves(sizes: &[Point]) -> Vec<Point> {
    let area: f64 = sizes.iter().map(|size| (size.x + APART) * (size.y + APART)).sum();
    let width = sizes.iter().map(|size| size.x).fold((area * 1.6).sqrt(), f64::max);
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|a, b| sizes[*b].y.total_cmp(&sizes[*a].y).then(a.cmp(b)));
    let mut corners = vec![Point::default(); sizes.len()];
    let (mut at, mut next) = (Point::default(), 0.0_f64);
    for part in order {
        if at.x > 0.0 && at.x + sizes[part].x > width {
            at = Point { x: 0.0, y: next };
        }
        corners[part] = at;
        at.x += sizes[part].x;
        next = next.max(at.y + sizes[part].y + APART);
    }
    corners
}
