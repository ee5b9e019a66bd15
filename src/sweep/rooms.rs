//! Rooms: sets of claims so that no claim of one is held against a claim of another. Questions are looked for in one at a time.

use super::Sweep;

/// Claims among which questions are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Their numbers, in order.
    pub claims: Vec<u32>,
    /// The group of the first of them.
    pub group: u32,
    /// Whether some of them may disagree; if not, none do.
    pub may_disagree: bool,
}

/// What rooms are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Only rooms in which claims may disagree.
    pub disagreeing: bool,
    /// Only rooms with a claim of these groups.
    pub groups: Option<&'a [u32]>,
    /// Blocks and plain groups of at most this many claims are one room, so that all their claims are held side by side.
    pub most: usize,
    /// The same for groups that are not plain, whose claims the ladder must decide on.
    pub most_compared: usize,
}

impl Sweep {
    /// The rooms of the claims, in the order of blocks.
    pub fn rooms(&self, asked: Asked<'_>) -> Vec<Room> {
        let mut rooms = Vec::new();
        for block in self.asked_blocks(asked.groups) {
            let groups = self.blocks.row(block);
            let size: usize = groups.iter().map(|group| self.rows_of(*group as usize).len()).sum();
            let wanted = |group: &&u32| asked.groups.is_none_or(|groups| groups.binary_search(group).is_ok());
            if size <= asked.most {
                let rows = groups.iter().flat_map(|group| self.rows_of(*group as usize));
                let may_disagree = groups.iter().any(|group| self.may_disagree(*group as usize));
                self.open(rows, may_disagree, asked, &mut rooms);
            } else {
                groups.iter().filter(wanted).for_each(|group| self.rooms_of(*group as usize, asked, &mut rooms));
            }
        }
        rooms
    }

    fn asked_blocks(&self, groups: Option<&[u32]>) -> Vec<u32> {
        let Some(groups) = groups else { return (0..self.blocks.len() as u32).collect() };
        let mut blocks: Vec<u32> = groups.iter().map(|group| self.groups[*group as usize].block()).collect();
        blocks.sort_unstable();
        blocks.dedup();
        blocks
    }

    fn open(&self, rows: impl Iterator<Item = usize>, may_disagree: bool, asked: Asked<'_>, rooms: &mut Vec<Room>) {
        if asked.disagreeing && !may_disagree {
            return;
        }
        let mut rows = rows.peekable();
        let Some(first) = rows.peek() else { return };
        let group = self.group_of(*first) as u32;
        let mut claims: Vec<u32> = rows.map(|row| self.claim[row]).collect();
        claims.sort_unstable();
        if claims.len() > 1 {
            rooms.push(Room { claims, group, may_disagree });
        }
    }

    /// The rooms of one group: itself, or, if it is large, the sets of its claims whose periods hang together.
    fn rooms_of(&self, group: usize, asked: Asked<'_>, rooms: &mut Vec<Room>) {
        let all = self.rows_of(group);
        let most = if self.groups[group].is_plain() { asked.most } else { asked.most_compared };
        if all.len() <= most {
            return self.open(all, self.may_disagree(group), asked, rooms);
        }
        let (mut from, mut last) = (all.start, i32::MIN);
        for row in all.clone() {
            if self.start[row] > last && row > from {
                self.open(from..row, self.may_disagree_in(group, from..row), asked, rooms);
                from = row;
            }
            last = last.max(self.end[row]);
        }
        self.open(from..all.end, self.may_disagree_in(group, from..all.end), asked, rooms);
    }

    fn may_disagree(&self, group: usize) -> bool {
        self.may_disagree_in(group, self.rows_of(group))
    }

    /// Whether some two of these rows of a group may disagree.
    fn may_disagree_in(&self, group: usize, rows: std::ops::Range<usize>) -> bool {
        if rows.len() < 2 || self.groups[group].is_any() {
            return rows.len() > 1;
        }
        let greatest = self.low[rows.clone()].iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let least = self.high[rows.clone()].iter().copied().fold(f64::INFINITY, f64::min);
        if greatest <= least || !self.groups[group].is_plain() {
            return greatest > least;
        }
        self.any_disagree(group, rows)
    }
}
