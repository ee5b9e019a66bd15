//! Claims in columns: which of them may disagree, for a graph of any size.
//!
//! Claims that the ladder treats alike in all but value and period are a *lane*: one measure, thing counted, place and
//! population. Lanes whose claims may be held against each other are a *group*; most groups are one lane. Inside a group,
//! claims stand in the order of their first day, so that those whose periods meet a given one are neighbours, and a small
//! tree over their bounds finds the ones that lie apart. Disagreements are found in `n log n` steps and one for each answer.

mod block;
mod build;
mod count;
mod ends;
mod group;
mod lane;
mod ledger;
mod merge;
mod names;
mod outline;
mod pairs;
mod rooms;
mod rule;
mod tree;

pub use ends::Ends;
pub use group::Group;
pub use lane::Lane;
pub use ledger::{Ledger, Words};
pub use merge::Before;
pub(crate) use outline::Outline;
pub use pairs::{Pair, Tally};
pub use rooms::{Asked, Room};
pub use rule::Rule;
pub(crate) use tree::Tree;

use crate::graph::Rows;

/// The claims of an archive in columns, in the order of groups and, inside them, of first days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sweep {
    /// The first row of each group, and the end of the last.
    pub first: Vec<u32>,
    /// What holds of each group.
    pub groups: Vec<Group>,
    /// The rule of each block, for its groups that are plain.
    pub rules: Vec<Rule>,
    /// First day of each claim's period, in days since 1970; the least number where none is known.
    pub start: Vec<i32>,
    /// Last day of each claim's period; the greatest number where none is known.
    pub end: Vec<i32>,
    /// Low end of what each claim leads one to expect, in its measure's unit.
    pub low: Vec<f64>,
    /// High end of it.
    pub high: Vec<f64>,
    /// The number of each claim, in the order of ids.
    pub claim: Vec<u32>,
    /// The block of each group: one kind and subject. Groups that an identity of measures links share one.
    pub blocks: Rows,
    /// The groups that have claims of each place, by the numbers of places in the order of ids.
    pub places: Rows,
    /// The groups of each measure.
    pub measures: Rows,
    /// The rows of each source, in order.
    pub sources: Rows,
    /// The rows attributed to each actor, in order.
    pub actors: Rows,
}

impl Sweep {
    /// How many claims there are.
    pub fn len(&self) -> usize {
        self.start.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.start.is_empty()
    }

    /// Whether columns alone tell all disagreements.
    pub fn is_told(&self) -> bool {
        (0..self.groups.len()).all(|group| self.groups[group].is_plain() || self.rows_of(group).len() < 2)
    }

    /// The rows of a group.
    pub fn rows_of(&self, group: usize) -> std::ops::Range<usize> {
        self.first[group] as usize..self.first[group + 1] as usize
    }

    /// The group of a row.
    pub fn group_of(&self, row: usize) -> usize {
        self.first.partition_point(|first| *first as usize <= row).saturating_sub(1)
    }

    /// The claims of each source, by number.
    pub fn claims_of_sources(&self) -> Rows {
        let items = self.sources.items.iter().map(|row| self.claim[*row as usize]).collect();
        Rows { first: self.sources.first.clone(), items }
    }
}
