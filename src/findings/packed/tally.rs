//! How many pairs of claims disagree, without a list of them.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::stacks::{Stacks, StacksError, batches};
use crate::findings::desk::Desk;
use crate::findings::filter::Filter;
use crate::findings::filter::known::{Known, is_in};
use crate::findings::questions::gather::MOST_COMPARED;
use crate::findings::questions::room;
use crate::model::{Claim, ClaimId};
use crate::snapshot::Numbers;
use crate::sweep::{Asked, Outline, Pair, Room, Rule, Sweep, Tally};

impl Stacks {
    /// How many pairs of claims disagree of which, for each thing that the filter names, one claim at least is of it, and on how many subjects: what is
    /// measured, of whom and where. Of the filter, only measure, place, actor and source are looked at.
    ///
    /// # Errors
    /// If the filter names what the graph has not, or a record cannot be unpacked.
    pub fn tally(&self, filter: &Filter) -> Result<Tally, StacksError> {
        let (known, vocabulary) = self.known(filter)?;
        let numbers = self.numbers(&known, &vocabulary);
        let groups = self.groups(&known, &numbers);
        let rows = self.rows(&known, &numbers);
        let told = told_by_columns(&self.sweep, groups.as_deref(), &rows);
        let others = self.compared(groups.as_deref(), &rows, &known)?;
        Ok(Tally { groups: told.groups + others.groups, pairs: told.pairs + others.pairs })
    }

    /// The rows that are asked for, by actor and by source.
    pub(in crate::findings) fn rows(&self, known: &Known, numbers: &Numbers) -> Vec<Vec<u32>> {
        let actors = known.actor.as_ref().map(|_| self.sweep.actors.all_of(&numbers.actors));
        let source = known.source.as_ref().map(|_| self.sweep.sources.all_of(&numbers.sources));
        let mut asked: Vec<Vec<u32>> =
            actors.into_iter().chain(source).map(|rows| rows.into_iter().collect()).collect();
        asked.sort_by_key(Vec::len);
        asked
    }

    /// Pairs of the other groups, which must be compared.
    fn compared(&self, groups: Option<&[u32]>, rows: &[Vec<u32>], known: &Known) -> Result<Tally, StacksError> {
        let all: Vec<u32> = groups.map_or_else(|| (0..self.sweep.groups.len() as u32).collect(), <[u32]>::to_vec);
        let is_blunt = |group: &u32| {
            let group = *group as usize;
            !self.sweep.groups[group].is_plain() && self.sweep.rows_of(group).len() > 1
        };
        let blunt: Vec<u32> = all.into_iter().filter(is_blunt).collect();
        let mut tally = Tally::default();
        if blunt.is_empty() {
            return Ok(tally);
        }
        let asked: Vec<BTreeSet<u32>> =
            rows.iter().map(|rows| rows.iter().map(|row| self.sweep.claim[*row as usize]).collect()).collect();
        let mut subjects = BTreeSet::new();
        // What claims are taken from is unpacked with them, so that rooms are looked at many at a time.
        for rooms in batches(self.sweep.rooms(Asked { disagreeing: true, groups: Some(&blunt), ..Asked::default() })) {
            let claims: Vec<u32> = rooms.iter().flat_map(|room| &room.claims).copied().collect();
            let archive = self.part(&claims)?;
            let desk = Desk::new(&archive);
            let of_room = |room: &Room| (room.group, self.pairs_in(&desk, room, &asked, known));
            for (group, pairs) in rooms.par_iter().map(of_room).collect::<Vec<_>>() {
                tally.pairs += pairs;
                subjects.extend((pairs > 0).then_some(group));
            }
        }
        tally.groups = subjects.len();
        Ok(tally)
    }

    fn pairs_in(&self, desk: &Desk<'_>, room: &Room, asked: &[BTreeSet<u32>], known: &Known) -> usize {
        let archive = desk.archive;
        let claims = self.claims_in(archive, room);
        let of_either = |test: &dyn Fn(usize) -> bool, a: usize, b: usize| test(a) || test(b);
        let measured = |id: &String, at: usize| claims[at].about.measure().is_some_and(|own| own.as_str() == id);
        let is_asked = |a: usize, b: usize| {
            asked.iter().all(|own| of_either(&|at| own.contains(&room.claims[at]), a, b))
                && known.measure.iter().all(|id| of_either(&|at| measured(id, at), a, b))
                && known.place.iter().all(|id| of_either(&|at| is_in(archive, claims[at], id), a, b))
        };
        if claims.len() <= MOST_COMPARED {
            let at = |id: &ClaimId| claims.iter().position(|claim| claim.id == *id);
            let questions = room::questions(desk, &claims);
            let pairs = questions.iter().flat_map(|question| &question.comparisons);
            let disagreeing =
                pairs.filter(|pair| pair.is_disagreement()).filter_map(|pair| at(&pair.a).zip(at(&pair.b)));
            return disagreeing.filter(|(a, b)| is_asked(*a, *b)).count();
        }
        let all = (0..claims.len()).flat_map(|a| (a + 1..claims.len()).map(move |b| (a, b)));
        let all = all.filter(|(a, b)| is_asked(*a, *b));
        let rule = archive.measure_of(claims[0]).and_then(Rule::of).unwrap_or(Rule::OF_ANY);
        let ends: Vec<_> = claims.iter().map(|claim: &&Claim| Outline::of(archive, claim).ends).collect();
        all.filter(|(a, b)| rule.disagree(ends[*a], ends[*b])).count()
    }
}

/// Pairs of groups where columns tell all.
pub(in crate::findings) fn told_by_columns(sweep: &Sweep, groups: Option<&[u32]>, rows: &[Vec<u32>]) -> Tally {
    let Some((fewest, others)) = rows.split_first() else {
        return groups.map_or_else(|| sweep.tally(), |groups| sweep.tally_of(groups));
    };
    let is_asked =
        |row: &u32| groups.is_none_or(|groups| groups.binary_search(&(sweep.group_of(*row as usize) as u32)).is_ok());
    let fewest: Vec<u32> = fewest.iter().copied().filter(is_asked).collect();
    sweep.tally_with(&fewest, |pair| others.iter().all(|rows| has_one_of(rows, pair)))
}

fn has_one_of(rows: &[u32], (a, b): Pair) -> bool {
    [a, b].iter().any(|row| rows.binary_search(&(*row as u32)).is_ok())
}
