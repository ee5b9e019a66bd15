//! Gathers comparable claims into questions, room by room.

use rayon::prelude::*;

use super::desk::Desk;
use super::order::firmest_first;
use super::question::Question;
use super::{crowd, room};
use crate::model::Claim;
use crate::sweep::{Asked, Room, Sweep};

/// Claims up to this number are held side by side, any two of them. More would be no list that anybody reads, and the pairs
/// grow with the square of the claims.
pub const MOST_SIDE_BY_SIDE: usize = 48;

/// All questions on which at least two claims bear, the firmest disagreement first.
pub fn questions(desk: &Desk<'_>) -> Vec<Question> {
    of_archive(desk, Asked { most: MOST_SIDE_BY_SIDE, ..Asked::default() })
}

/// The questions on which sources may disagree, in the same order: those of rooms where bounds do not rule it out.
pub fn disagreements(desk: &Desk<'_>) -> Vec<Question> {
    of_archive(desk, Asked { most: MOST_SIDE_BY_SIDE, disagreeing: true, ..Asked::default() })
}

fn of_archive(desk: &Desk<'_>, asked: Asked<'_>) -> Vec<Question> {
    let claims: Vec<&Claim> = desk.archive.claims.values().collect();
    let of_room = |room: &Room| room.claims.iter().filter_map(|at| claims.get(*at as usize).copied()).collect();
    let rooms: Vec<Vec<&Claim>> = Sweep::new(desk.archive).rooms(asked).iter().map(of_room).collect();
    in_rooms(desk, &rooms)
}

/// The questions of some rooms, the firmest disagreement first.
pub(super) fn in_rooms(desk: &Desk<'_>, rooms: &[Vec<&Claim>]) -> Vec<Question> {
    let of_room = |claims: &Vec<&Claim>| {
        if claims.len() <= MOST_SIDE_BY_SIDE { room::questions(desk, claims) } else { crowd::questions(desk, claims) }
    };
    let mut questions: Vec<Question> = rooms.par_iter().flat_map_iter(of_room).collect();
    questions.sort_by(firmest_first);
    questions
}
