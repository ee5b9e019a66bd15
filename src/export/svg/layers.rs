//! Which blocks hang together, and in which layer each stands: what others lead to stands to the right of them.

use std::collections::BTreeSet;

use petgraph::unionfind::UnionFind;

use super::layout::Tie;

/// Blocks that hang together, each set by number; those that hang on nothing make the last set.
pub(super) fn parts(blocks: usize, ties: &[Tie]) -> Vec<Vec<usize>> {
    let mut joined = UnionFind::<usize>::new(blocks);
    for tie in ties {
        joined.union(tie.from.block, tie.to.block);
    }
    let roots = joined.into_labeling();
    let mut sets: Vec<Vec<usize>> = vec![Vec::new(); blocks];
    for (block, root) in roots.into_iter().enumerate() {
        sets[root].push(block);
    }
    sets.sort_by_key(|set| set.first().copied());
    let (tied, single): (Vec<_>, Vec<_>) =
        sets.into_iter().filter(|set| !set.is_empty()).partition(|set| set.len() > 1);
    tied.into_iter().chain(Some(single.concat()).filter(|set| !set.is_empty())).collect()
}

/// The layers of blocks, the leftmost first. `leads` says to which others each block leads.
pub(super) fn layers(part: &[usize], leads: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let order = order(part, leads);
    let mut at = vec![0; leads.len()];
    for (place, block) in order.iter().enumerate() {
        at[*block] = place;
    }
    // Ties against the order, which circles need, are turned round.
    let mut after: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); order.len()];
    for block in &order {
        for other in leads[*block].iter().filter(|other| *other != block) {
            let (low, high) = (at[*block].min(at[*other]), at[*block].max(at[*other]));
            after[low].insert(high);
        }
    }
    let mut layers: Vec<Vec<usize>> = Vec::new();
    for (block, layer) in order.iter().zip(depths(&after)) {
        layers.resize(layers.len().max(layer + 1), Vec::new());
        layers[layer].push(*block);
    }
    layers.retain(|layer| !layer.is_empty());
    layers.iter_mut().for_each(|layer| layer.sort_unstable());
    layers
}

/// Blocks in an order in which as few ties as is easily done run backwards: those come first that no other leads to.
fn order(part: &[usize], leads: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut waits = vec![0_usize; leads.len()];
    let others = |block: usize| leads[block].iter().copied().filter(move |other| *other != block);
    for other in part.iter().flat_map(|block| others(*block)) {
        waits[other] += 1;
    }
    let mut left: BTreeSet<usize> = part.iter().copied().collect();
    let mut ready: BTreeSet<usize> = part.iter().copied().filter(|block| waits[*block] == 0).collect();
    let mut order = Vec::new();
    while let Some(block) = ready.pop_first().or_else(|| left.first().copied()) {
        left.remove(&block);
        order.push(block);
        for other in others(block) {
            waits[other] = waits[other].saturating_sub(1);
            if waits[other] == 0 && left.contains(&other) {
                ready.insert(other);
            }
        }
    }
    order
}

/// The length of the longest way to each place; what no other leads to stands next to the first that it leads to.
fn depths(after: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut depths = vec![0_usize; after.len()];
    let mut is_first = vec![true; after.len()];
    for (place, later) in after.iter().enumerate() {
        for next in later {
            depths[*next] = depths[*next].max(depths[place] + 1);
            is_first[*next] = false;
        }
    }
    for (place, later) in after.iter().enumerate().filter(|(place, _)| is_first[*place]) {
        if let Some(nearest) = later.iter().map(|next| depths[*next]).min() {
            depths[place] = nearest.saturating_sub(1);
        }
    }
    depths
}
