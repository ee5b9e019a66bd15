//! How high blocks of columns stand: level with what they are tied to, as far as there is room.

use super::block::Block;
use super::layout::{GAP, Point, Tie};

/// How often all columns are gone through.
const SWEEPS: usize = 16;

/// Gives the blocks of columns their heights, none of which is over the limit by more than it must be; the columns from above.
pub(super) fn settle(
    blocks: &[Block],
    ties: &[Tie],
    mut columns: Vec<Vec<usize>>,
    limit: f64,
    places: &mut [Point],
) -> Vec<Vec<usize>> {
    let pulls = pulls(blocks, ties, &columns);
    for column in &columns {
        stack(blocks, column, places);
    }
    for sweep in 0..SWEEPS {
        for step in 0..columns.len() {
            let at = if sweep % 2 == 0 { step } else { columns.len() - 1 - step };
            settle_one(blocks, &pulls, &mut columns[at], limit, places);
        }
    }
    let top = columns.iter().flatten().map(|block| places[*block].y).fold(f64::INFINITY, f64::min);
    columns.iter().flatten().for_each(|block| places[*block].y = (places[*block].y - top).round());
    columns
}

/// For each block, to which others it is tied, and how much lower than theirs its top should then be: level with one of another
/// column, under one of its own.
fn pulls(blocks: &[Block], ties: &[Tie], columns: &[Vec<usize>]) -> Vec<Vec<(usize, f64)>> {
    let mut own = vec![None; blocks.len()];
    for (at, column) in columns.iter().enumerate() {
        column.iter().for_each(|block| own[*block] = Some(at));
    }
    let mut pulls = vec![Vec::new(); blocks.len()];
    for Tie { from, to, .. } in ties {
        if own[from.block].is_some() && own[from.block] != own[to.block] {
            pulls[from.block].push((to.block, to.down - from.down));
            pulls[to.block].push((from.block, from.down - to.down));
        } else if own[from.block].is_some() && from.block != to.block {
            let step = blocks[from.block].height + GAP;
            pulls[from.block].push((to.block, -step));
            pulls[to.block].push((from.block, step));
        }
    }
    pulls
}

fn stack(blocks: &[Block], column: &[usize], places: &mut [Point]) {
    let mut top = 0.0;
    for block in column {
        places[*block].y = top;
        top += blocks[*block].height + GAP;
    }
}

fn settle_one(
    blocks: &[Block],
    pulls: &[Vec<(usize, f64)>],
    column: &mut Vec<usize>,
    limit: f64,
    places: &mut [Point],
) {
    let wish = |block: usize, places: &[Point]| {
        let own = &pulls[block];
        let sum: f64 = own.iter().map(|(other, shift)| places[*other].y + shift).sum();
        if own.is_empty() { places[block].y } else { sum / own.len() as f64 }
    };
    let middle = |block: usize, wish: f64| wish + blocks[block].height / 2.0;
    let mut wishes: Vec<(usize, f64)> = column.iter().map(|block| (*block, wish(*block, places))).collect();
    wishes.sort_by(|a, b| middle(a.0, a.1).total_cmp(&middle(b.0, b.1)).then(a.0.cmp(&b.0)));
    let tops = nearest(&wishes.iter().map(|(block, wish)| (*wish, blocks[*block].height + GAP)).collect::<Vec<_>>());
    *column = wishes.into_iter().map(|(block, _)| block).collect();
    for (block, top) in column.iter().zip(tops) {
        places[*block].y = top;
    }
    hold(blocks, column, limit, places);
}

/// The heights nearest to those that are wished for at which none lies over the next (isotonic regression: neighbours that
/// would overlap move as one).
fn nearest(wishes: &[(f64, f64)]) -> Vec<f64> {
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let mut above = 0.0;
    for (wish, height) in wishes {
        let mut group = (wish - above, 1);
        while let Some(last) = groups.pop_if(|last| last.0 >= group.0) {
            let count = last.1 + group.1;
            group = ((last.0 * last.1 as f64 + group.0 * group.1 as f64) / count as f64, count);
        }
        groups.push(group);
        above += height;
    }
    let starts = groups.into_iter().flat_map(|(start, count)| std::iter::repeat_n(start, count));
    let mut above = 0.0;
    let tops = starts.zip(wishes).map(|(start, (_, height))| {
        let top = start + above;
        above += height;
        top
    });
    tops.collect()
}

/// Moves what stands too high or too low between the top and the limit.
fn hold(blocks: &[Block], column: &[usize], limit: f64, places: &mut [Point]) {
    let mut bottom = limit;
    for block in column.iter().rev() {
        places[*block].y = places[*block].y.min(bottom - blocks[*block].height);
        bottom = places[*block].y - GAP;
    }
    let mut top = 0.0;
    for block in column {
        places[*block].y = places[*block].y.max(top);
        top = places[*block].y + blocks[*block].height + GAP;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_would_overlap_share_the_way() {
        assert_eq!(nearest(&[(0.0, 10.0), (50.0, 10.0)]), [0.0, 50.0]);
        assert_eq!(nearest(&[(0.0, 10.0), (0.0, 10.0)]), [-5.0, 5.0]);
        let tops = nearest(&[(30.0, 10.0), (20.0, 10.0), (10.0, 10.0), (90.0, 10.0)]);
        assert_eq!(tops, [10.0, 20.0, 30.0, 90.0]);
    }
}
