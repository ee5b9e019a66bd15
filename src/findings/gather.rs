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
    let asked = Asked { most: MOST_SIDE_BY_SIDE, ..Asked::default() };
    in_rooms(desk, &Sweep::new(desk.archive).rooms(asked))
}

/// The questions on which sources may disagree, in the same order: those of rooms where bounds do not rule it out.
pub fn disagreements(desk: &Desk<'_>) -> Vec<Question> {
    let asked = Asked { most: MOST_SIDE_BY_SIDE, disagreeing: true, ..Asked::default() };
    in_rooms(desk, &Sweep::new(desk.archive).rooms(asked))
}

/// The questions of some rooms, the firmest disagreement first. The numbers of claims are those of the desk's archive.
pub fn in_rooms(desk: &Desk<'_>, rooms: &[Room]) -> Vec<Question> {
    let claims: Vec<&Claim> = desk.archive.claims.values().collect();
    let of_room = |room: &Room| {
        let own: Vec<&Claim> = room.claims.iter().filter_map(|number| claims.get(*number as usize).copied()).collect();
        if own.len() <= MOST_SIDE_BY_SIDE { room::questions(desk, &own) } else { crowd::questions(desk, &own) }
    };
    let mut questions: Vec<Question> = rooms.par_iter().flat_map_iter(of_room).collect();
    questions.sort_by(firmest_first);
    questions
}
