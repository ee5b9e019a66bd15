//! Gathers comparable claims into questions, room by room.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::order::firmest_first;
use super::question::Question;
use super::{crowd, room};
use crate::findings::desk::Desk;
use crate::model::{Archive, Claim, ClaimId};
use crate::sweep::{Asked, Room, Sweep};

/// Claims up to this number are held side by side, any two of them. More would be no list that anybody reads, and the pairs
/// grow with the square of the claims.
pub const MOST_SIDE_BY_SIDE: usize = 48;

/// The same for claims of which days and bounds do not tell all.
pub const MOST_COMPARED: usize = 200;

/// What is asked of rooms, if nothing else is.
pub(in crate::findings) const ASKED: Asked<'_> =
    Asked { disagreeing: false, groups: None, most: MOST_SIDE_BY_SIDE, most_compared: MOST_COMPARED };

/// All questions on which at least two claims bear, the firmest disagreement first.
pub fn questions(desk: &Desk<'_>) -> Vec<Question> {
    of_archive(desk, ASKED)
}

/// The questions on which sources may disagree, in the same order: those of rooms where bounds do not rule it out.
pub fn disagreements(desk: &Desk<'_>) -> Vec<Question> {
    of_archive(desk, Asked { disagreeing: true, ..ASKED })
}

/// The claims that may be on a question with any of some, themselves included, and the disagreements among them.
pub(in crate::findings) fn disagreements_around(
    desk: &Desk<'_>,
    claims: &BTreeSet<&ClaimId>,
) -> (BTreeSet<ClaimId>, Vec<Question>) {
    let held = Held::new(desk.archive);
    let near = held.neighbours(claims);
    let found = held.disagreements_among(desk, &near);
    (near, found)
}

/// The disagreements of the groups that have any of some claims.
pub(in crate::findings) fn disagreements_among(desk: &Desk<'_>, claims: &BTreeSet<ClaimId>) -> Vec<Question> {
    Held::new(desk.archive).disagreements_among(desk, claims)
}

fn of_archive(desk: &Desk<'_>, asked: Asked<'_>) -> Vec<Question> {
    in_rooms(desk, &Held::new(desk.archive).rooms(asked))
}

/// An archive's claims in columns, and by number.
struct Held<'a> {
    claims: Vec<&'a Claim>,
    sweep: Sweep,
}

impl<'a> Held<'a> {
    fn new(archive: &'a Archive) -> Self {
        Self { claims: archive.claims.values().collect(), sweep: Sweep::new(archive) }
    }

    fn claim(&self, row: usize) -> &'a Claim {
        self.claims[self.sweep.claim[row] as usize]
    }

    fn groups_with(&self, is_one: impl Fn(&ClaimId) -> bool) -> BTreeSet<u32> {
        let rows = (0..self.sweep.len()).filter(|row| is_one(&self.claim(*row).id));
        rows.map(|row| self.sweep.group_of(row) as u32).collect()
    }

    /// The claims of the groups that have any of some, and, where a block is one room, of the whole block.
    fn neighbours(&self, claims: &BTreeSet<&ClaimId>) -> BTreeSet<ClaimId> {
        let mut groups: BTreeSet<u32> = BTreeSet::new();
        for group in self.groups_with(|id| claims.contains(id)) {
            let block = self.sweep.blocks.row(self.sweep.groups[group as usize].block());
            let size: usize = block.iter().map(|group| self.sweep.rows_of(*group as usize).len()).sum();
            groups.extend(if size <= MOST_SIDE_BY_SIDE { block } else { &[] });
            groups.insert(group);
        }
        let rows = groups.iter().flat_map(|group| self.sweep.rows_of(*group as usize));
        rows.map(|row| self.claim(row).id.clone()).collect()
    }

    fn disagreements_among(&self, desk: &Desk<'_>, claims: &BTreeSet<ClaimId>) -> Vec<Question> {
        let groups: Vec<u32> = self.groups_with(|id| claims.contains(id)).into_iter().collect();
        in_rooms(desk, &self.rooms(Asked { disagreeing: true, groups: Some(&groups), ..ASKED }))
    }

    fn rooms(&self, asked: Asked<'_>) -> Vec<Vec<&'a Claim>> {
        let of_room = |room: &Room| room.claims.iter().map(|number| self.claims[*number as usize]).collect();
        self.sweep.rooms(asked).iter().map(of_room).collect()
    }
}

/// The questions of some rooms, the firmest disagreement first.
pub(in crate::findings) fn in_rooms(desk: &Desk<'_>, rooms: &[Vec<&Claim>]) -> Vec<Question> {
    let of_room = |claims: &Vec<&Claim>| {
        let few = claims.len() <= MOST_SIDE_BY_SIDE || claims.len() <= MOST_COMPARED && !crowd::is_told(desk, claims);
        if few { room::questions(desk, claims) } else { crowd::questions(desk, claims) }
    };
    let mut questions: Vec<Question> = rooms.par_iter().flat_map_iter(of_room).collect();
    questions.sort_by(firmest_first);
    questions
}
