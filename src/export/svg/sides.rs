//! Which way disagreements lead, which could be drawn either way: where they have two sides, all from one to the other.

use std::collections::VecDeque;

use super::layout::Tie;

/// For each block whether it stands on the right of those that it disagrees with.
pub(super) fn rights(blocks: usize, ties: &[Tie]) -> Vec<bool> {
    let opposed = opposed(blocks, ties);
    let mut others = vec![0_usize; blocks];
    ties.iter().filter(|tie| !tie.mutual).for_each(|tie| others[tie.from.block] += 1);
    let mut rights: Vec<Option<bool>> = vec![None; blocks];
    for block in 0..blocks {
        if rights[block].is_none() {
            let met = divide(block, &opposed, &mut rights);
            turn(&met, &others, &mut rights);
        }
    }
    rights.into_iter().map(|right| right == Some(true)).collect()
}

fn opposed(blocks: usize, ties: &[Tie]) -> Vec<Vec<usize>> {
    let mut opposed = vec![Vec::new(); blocks];
    for tie in ties.iter().filter(|tie| tie.mutual) {
        opposed[tie.from.block].push(tie.to.block);
        opposed[tie.to.block].push(tie.from.block);
    }
    opposed
}

/// Puts whatever disagrees with a block, however indirectly, on sides in turn, the block itself on the left.
fn divide(first: usize, opposed: &[Vec<usize>], rights: &mut [Option<bool>]) -> Vec<usize> {
    rights[first] = Some(false);
    let (mut met, mut waits) = (Vec::new(), VecDeque::from([first]));
    while let Some(block) = waits.pop_front() {
        for other in &opposed[block] {
            if rights[*other].is_none() {
                rights[*other] = rights[block].map(|right| !right);
                waits.push_back(*other);
            }
        }
        met.push(block);
    }
    met
}

/// The side that leads to more of what stands on the right of all is the right one, so that fewer lines run under cards.
fn turn(met: &[usize], others: &[usize], rights: &mut [Option<bool>]) {
    let lead = |side: bool| met.iter().filter(|block| rights[**block] == Some(side)).map(|block| others[*block]).sum();
    let (left, right): (usize, usize) = (lead(false), lead(true));
    if left > right {
        met.iter().for_each(|block| rights[*block] = rights[*block].map(|side| !side));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::svg::block::Port;

    fn tie(from: usize, to: usize, mutual: bool) -> Tie {
        let port = |block| Port { block, down: 0.0 };
        Tie { from: port(from), to: port(to), label: 0.0, mutual }
    }

    #[test]
    fn what_many_disagree_with_has_them_all_on_one_side() {
        let against = [tie(0, 2, true), tie(1, 2, true), tie(2, 3, true)];
        assert_eq!(rights(4, &against), [false, false, true, false]);
    }

    #[test]
    fn the_side_that_leads_on_is_the_right_one() {
        let ties = [tie(0, 1, true), tie(0, 2, false)];
        assert_eq!(rights(3, &ties), [true, false, false]);
        assert_eq!(rights(3, &[tie(0, 1, true), tie(1, 2, false)]), [false, true, false]);
    }

    #[test]
    fn three_that_all_disagree_have_their_sides_too() {
        assert_eq!(rights(3, &[tie(0, 1, true), tie(1, 2, true), tie(0, 2, true)]), [false, true, true]);
    }
}
