//! Thin layers at the right end of a picture, such as an actor who speaks for another who speaks for a ministry, one under the
//! other in one column, so that a picture is no wider than it must be.

use super::block::Block;
use super::layout::GAP;

/// Blocks of a column of several layers.
const MOST: usize = 6;

/// Joins layers behind the last card, as long as few blocks come together and they are not too high. Where there is no card, the
/// picture is a chain, whose layers are its steps.
pub(super) fn fold(blocks: &[Block], mut layers: Vec<Vec<usize>>, limit: f64) -> Vec<Vec<usize>> {
    let has_card = |layer: &Vec<usize>| layer.iter().any(|block| blocks[*block].group.is_some());
    let Some(last) = layers.iter().rposition(has_card) else { return layers };
    let high = |layer: &[usize]| layer.iter().map(|block| blocks[*block].height + GAP).sum::<f64>();
    for layer in layers.split_off(last + 1) {
        let behind = layers.len() > last + 1;
        match layers.last_mut() {
            Some(before) if behind && before.len() + layer.len() <= MOST && high(before) + high(&layer) <= limit => {
                before.extend(layer);
            }
            _ => layers.push(layer),
        }
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(group: Option<usize>) -> Block {
        Block { group, width: 100.0, height: 40.0, title: Vec::new(), about: Vec::new(), rows: Vec::new() }
    }

    #[test]
    fn layers_behind_the_cards_come_together_while_there_is_room() {
        let blocks = [Some(0), None, None, None].map(block);
        let layers = || vec![vec![0], vec![1], vec![2], vec![3]];
        assert_eq!(fold(&blocks, layers(), 1_000.0), [vec![0], vec![1, 2, 3]]);
        assert_eq!(fold(&blocks, layers(), 120.0), [vec![0], vec![1, 2], vec![3]]);
    }

    #[test]
    fn a_chain_is_not_folded() {
        let layers = vec![vec![0], vec![1], vec![2]];
        assert_eq!(fold(&[None, None, None].map(block), layers.clone(), 1_000.0), layers);
    }
}
