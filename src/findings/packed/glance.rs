//! Counts of a snapshot of which no more is read than they need.

use super::stacks::{Stacks, StacksError};
use super::tally::told_by_columns;
use crate::findings::filter::Filter;
use crate::snapshot::image::ImageError;
use crate::snapshot::{Numbers, Snapshot};
use crate::sweep::{Sweep, Tally};

/// Of groups that are more than one in so many, all are read: that takes no longer than to pick them.
const MANY: usize = 8;

impl Stacks {
    /// How many pairs disagree, as [`Stacks::tally`] says; of a snapshot no more is read than that needs.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn tally_of(snapshot: &Snapshot, filter: &Filter) -> Result<Result<Tally, StacksError>, ImageError> {
        if *filter == Filter::default() {
            let rows = snapshot.rows()?;
            if rows.is_told() {
                return Ok(Ok(rows.tally()));
            }
        } else {
            match at_a_glance(snapshot, filter)? {
                Ok(Some(tally)) => return Ok(Ok(tally)),
                Ok(None) => {}
                Err(error) => return Ok(Err(error)),
            }
        }
        let sweep = snapshot.sweep()?;
        let records = match sweep.is_told() {
            true => snapshot.names(filter.source.is_some(), filter.actor.is_some())?,
            false => snapshot.records()?,
        };
        Ok(Self { records, sweep }.tally(filter))
    }
}

/// The same by the groups alone that have a claim of what the filter names; nothing if they are many, or columns do not tell
/// all of them.
fn at_a_glance(snapshot: &Snapshot, filter: &Filter) -> Result<Result<Option<Tally>, StacksError>, ImageError> {
    let records = snapshot.names(filter.source.is_some(), filter.actor.is_some())?;
    let mut stacks = Stacks { records, sweep: Sweep::default() };
    let (known, vocabulary) = match stacks.known(filter) {
        Ok(known) => known,
        Err(error) => return Ok(Err(error)),
    };
    let numbers: Numbers = stacks.numbers(&known, &vocabulary);
    stacks.sweep = snapshot.index(&numbers)?;
    let Some(groups) = stacks.groups(&known, &numbers) else { return Ok(Ok(None)) };
    if groups.len() * MANY > stacks.sweep.first.len() {
        return Ok(Ok(None));
    }
    let few = snapshot.groups(&stacks.sweep, &groups)?;
    if !few.is_told() {
        return Ok(Ok(None));
    }
    let rows = stacks.rows(&known, &numbers).into_iter().map(|rows| renumbered(&stacks.sweep, &groups, &few, &rows));
    Ok(Ok(Some(told_by_columns(&few, None, &rows.collect::<Vec<_>>()))))
}

/// The rows of some groups as they are numbered where there are no others.
fn renumbered(all: &Sweep, groups: &[u32], few: &Sweep, rows: &[u32]) -> Vec<u32> {
    let of = |row: &u32| {
        let group = all.group_of(*row as usize);
        let now = groups.binary_search(&(group as u32)).ok()?;
        Some(row - all.first[group] + few.first[now])
    };
    rows.iter().filter_map(of).collect()
}
