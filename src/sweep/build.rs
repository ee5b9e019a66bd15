//! Puts claims in columns.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Sweep;
use super::block::Block;
use super::ends::Ends;
use super::group::Group;
use super::lane::{Lane, NONE, Nested, groups};
use super::ledger::Ledger;
use super::names::Names;
use super::outline::Outline;
use crate::graph::Rows;
use crate::model::{Archive, Claim, ClaimId};

/// What holds of a lane besides what makes it one.
#[derive(Clone, Copy, Debug, Default)]
struct LaneState {
    /// Some claim of it is not told by its columns alone.
    is_blunt: bool,
    is_strict: bool,
}

/// Takes claims in the order of their ids, and puts them in columns.
#[derive(Debug, Default)]
pub(super) struct Builder {
    lanes: Vec<Lane>,
    states: Vec<LaneState>,
    number: FxHashMap<Lane, u32>,
    lane: Vec<u32>,
    flags: Vec<u8>,
    ends: Vec<Ends>,
    sources: Vec<u32>,
    actors: Vec<(u32, u32)>,
}

impl Builder {
    /// The number of a lane.
    pub fn lane(&mut self, lane: Lane) -> u32 {
        let next = self.lanes.len() as u32;
        let at = *self.number.entry(lane).or_insert(next);
        if at == next {
            self.lanes.push(lane);
            self.states.push(LaneState::default());
        }
        at
    }

    /// Adds the next claim, of the lane, source and actors of these numbers.
    pub fn push(
        &mut self,
        lane: u32,
        ends: Ends,
        flags: u8,
        is_revised: bool,
        source: u32,
        actors: impl Iterator<Item = u32>,
    ) {
        let state = &mut self.states[lane as usize];
        state.is_blunt |= is_revised || flags & Ledger::BLUNT != 0;
        state.is_strict |= flags & Ledger::STRICT != 0;
        let claim = self.lane.len() as u32;
        self.lane.push(lane);
        self.flags.push(flags);
        self.ends.push(ends);
        self.sources.push(source);
        self.actors.extend(actors.map(|actor| (actor, claim)));
    }

    /// Adds the next claim.
    pub fn take<'a>(&mut self, archive: &Archive, claim: &'a Claim, is_revised: bool, names: &mut Names<'a>) {
        let Outline { ends, is_sharp, is_strict } = Outline::of(archive, claim);
        let flags = if is_sharp { 0 } else { Ledger::BLUNT } | if is_strict { Ledger::STRICT } else { 0 };
        let (lane, source) = (self.lane(names.lane(claim)), names.source(&claim.source));
        let actors = claim.attribution.actors().iter().map(|id| names.actor(id));
        self.push(lane, ends, flags, is_revised, source, actors.filter(|actor| *actor != NONE));
    }

    /// The columns, and how claims came there. Places and populations nest as in the archive, of which no claims are looked at.
    pub fn finish(mut self, archive: &Archive, names: &Names<'_>) -> (Sweep, Ledger) {
        let sweep = self.columns(archive, &names.blocks);
        (sweep, Ledger { lanes: self.lanes, lane: self.lane, flags: self.flags, words: names.words() })
    }

    fn columns(&mut self, archive: &Archive, blocks: &[Block]) -> Sweep {
        let order = self.in_order();
        let nested = (Nested::of_places(archive), Nested::of_populations(archive));
        let group_of = self.group_of(&order, &nested, blocks);
        let groups = self.groups(&group_of, blocks);
        let (first, rows) = self.rows(&group_of, groups.len());
        let mut row_of = vec![0_u32; rows.len()];
        for (row, claim) in (0..).zip(&rows) {
            row_of[*claim as usize] = row;
        }
        let ends = |claim: &u32| self.ends[*claim as usize];
        let by_lane = |key: fn(&Lane) -> u32, keys: usize| {
            let pairs = order.iter().map(|lane| (key(&self.lanes[*lane as usize]), group_of[*lane as usize]));
            distinct(keys, pairs.filter(|(key, _)| *key != NONE))
        };
        let sources = (0..).zip(&rows).map(|(row, claim)| (self.sources[*claim as usize], row));
        let mut actors: Vec<(u32, u32)> =
            self.actors.iter().map(|(actor, claim)| (*actor, row_of[*claim as usize])).collect();
        actors.sort_unstable();
        let of_block =
            |(at, group): (u32, &Group)| blocks[group.block() as usize].measures.iter().map(move |own| (*own, at));
        let measures: Vec<(u32, u32)> = (0..).zip(&groups).flat_map(of_block).collect();
        Sweep {
            start: rows.iter().map(|claim| ends(claim).start).collect(),
            end: rows.iter().map(|claim| ends(claim).end).collect(),
            low: rows.iter().map(|claim| ends(claim).low).collect(),
            high: rows.iter().map(|claim| ends(claim).high).collect(),
            places: by_lane(|lane| lane.place, archive.places.len()),
            measures: Rows::new(archive.measures.len(), measures.into_iter()),
            blocks: Rows::new(blocks.len(), (0..).zip(&groups).map(|(at, group)| (group.block(), at))),
            sources: Rows::new(archive.sources.len(), sources),
            actors: Rows::new(archive.actors.len(), actors.into_iter()),
            rules: blocks.iter().map(|block| block.rule.unwrap_or_default()).collect(),
            first,
            claim: rows,
            groups,
        }
    }

    /// The lanes in their order: by place, then by what they speak of.
    fn in_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.lanes.len() as u32).collect();
        order.sort_unstable_by_key(|lane| self.lanes[*lane as usize]);
        order
    }

    /// The group of each lane.
    fn group_of(&self, order: &[u32], nested: &(Nested, Nested), blocks: &[Block]) -> Vec<u32> {
        // What has no bounds is held against everything of its block.
        let joined = |lane: &Lane| if blocks[lane.block as usize].is_whole { lane.whole() } else { *lane };
        let ordered: Vec<Lane> = order.iter().map(|lane| joined(&self.lanes[*lane as usize])).collect();
        let mut group_of = vec![0; order.len()];
        for (lane, group) in order.iter().zip(groups(&ordered, &nested.0, &nested.1)) {
            group_of[*lane as usize] = group;
        }
        group_of
    }

    fn groups(&self, group_of: &[u32], blocks: &[Block]) -> Vec<Group> {
        let count = group_of.iter().max().map_or(0, |last| *last as usize + 1);
        // The block of each, whether it is of one sharp lane, and whether any two of its claims may disagree.
        let mut groups: Vec<Option<(u32, bool, bool)>> = vec![None; count];
        for (lane, group) in group_of.iter().enumerate() {
            let (state, block) = (self.states[lane], self.lanes[lane].block);
            let Block { rule, is_whole, .. } = &blocks[block as usize];
            let own = &mut groups[*group as usize];
            let is_plain = own.is_none() && rule.is_some() && !state.is_blunt;
            let is_any = own.is_some_and(|(.., is_any)| is_any) || state.is_strict || *is_whole;
            *own = Some((block, is_plain, is_any));
        }
        let group = |(block, is_plain, is_any)| Group::new(block, is_plain, is_any);
        groups.into_iter().map(|own| own.map_or_else(Group::default, group)).collect()
    }

    /// Where each group begins, and the claims in the order of rows.
    fn rows(&mut self, group_of: &[u32], groups: usize) -> (Vec<u32>, Vec<u32>) {
        let pairs = (0..).zip(&self.lane).map(|(claim, lane)| (group_of[*lane as usize], claim));
        let Rows { first, mut items } = Rows::new(groups, pairs);
        for group in first.windows(2) {
            let rows = &mut items[group[0] as usize..group[1] as usize];
            rows.sort_unstable_by(|a, b| {
                let (left, right) = (self.ends[*a as usize], self.ends[*b as usize]);
                let by_value = left.low.total_cmp(&right.low).then(left.high.total_cmp(&right.high));
                left.start.cmp(&right.start).then(by_value).then(a.cmp(b))
            });
        }
        (first, items)
    }
}

/// Lists without the pairs that come twice.
fn distinct(keys: usize, pairs: impl Iterator<Item = (u32, u32)>) -> Rows {
    let mut pairs: Vec<(u32, u32)> = pairs.collect();
    pairs.sort_unstable();
    pairs.dedup();
    Rows::new(keys, pairs.into_iter())
}

impl Sweep {
    /// The claims of an archive in columns.
    pub fn new(archive: &Archive) -> Self {
        Self::with_ledger(archive).0
    }

    /// The claims of an archive in columns, and how they came there.
    pub fn with_ledger(archive: &Archive) -> (Self, Ledger) {
        let revised: FxHashSet<&ClaimId> = archive.claims.values().flat_map(|claim| &claim.supersedes).collect();
        let (mut names, mut builder) = (Names::new(archive), Builder::default());
        for claim in archive.claims.values() {
            let is_revised = !claim.supersedes.is_empty() || revised.contains(&claim.id);
            builder.take(archive, claim, is_revised, &mut names);
        }
        builder.finish(archive, &names)
    }
}
