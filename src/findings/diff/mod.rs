//! What changed in a graph between two states: records, and the disagreements that appear, change or vanish.

mod behind;
mod disagreements;
mod field;
mod fields;
mod records;
mod vocabulary;

use serde::Serialize;

pub use self::field::FieldChange;
use super::desk::Desk;
use super::questions::question::Question;
use crate::compare::Comparison;

/// What became of a record or a disagreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Only the new state has it.
    Added,
    /// Both have it, and it is not the same.
    Changed,
    /// Only the old state has it.
    Removed,
}

/// A record that the two states do not have alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecordChange {
    /// The kind of record.
    pub record: &'static str,
    /// Its id; what it says, for records without one.
    pub id: String,
    /// Its name, or what it says; of the new state, if that has it.
    pub label: String,
    /// What became of it.
    pub change: Change,
    /// The fields that differ. None, if a claim is only written otherwise.
    pub fields: Vec<FieldChange>,
}

/// A changed record that a disagreement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Behind {
    /// The kind of record.
    pub record: &'static str,
    /// Its id.
    pub id: String,
    /// What became of it.
    pub change: Change,
    /// The fields that changed; none, if it was added or removed.
    pub changed: Vec<&'static str>,
}

/// A disagreement that the two states do not have alike: the question before, after, or both.
#[derive(Clone, Debug, PartialEq)]
pub struct DisagreementChange {
    /// The question in the old state, if sources disagree there.
    pub before: Option<Question>,
    /// The question in the new state, if sources disagree there.
    pub after: Option<Question>,
    /// What differs.
    pub fields: Vec<FieldChange>,
    /// How the firmest pair of a disagreement that only one state has compares in the other one.
    pub otherwise: Option<Comparison>,
    /// The changed records that it rests on.
    pub behind: Vec<Behind>,
}

/// What changed between two states of a graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// Disagreements: those that appear, that change, that vanish, the firmest first.
    pub disagreements: Vec<DisagreementChange>,
    /// Records: claims, then sources, actors and all others, each kind by id.
    pub records: Vec<RecordChange>,
}

/// What changed from one state to the other. Where a record is written counts for nothing.
pub fn diff(old: &Desk<'_>, new: &Desk<'_>) -> Diff {
    let records = records::records(old.archive, new.archive);
    Diff { disagreements: disagreements::disagreements(old, new, &records), records }
}

impl Diff {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.disagreements.is_empty() && self.records.is_empty()
    }

    /// Whether there is a question that passes now, and passed in none of the forms that it had before.
    pub fn is_new(&self, passes: impl Fn(&Question) -> bool) -> bool {
        let passed = |after: &Question| {
            let same = self.disagreements.iter().filter(|found| found.after.as_ref() == Some(after));
            same.filter_map(|found| found.before.as_ref()).any(&passes)
        };
        self.disagreements.iter().filter_map(|found| found.after.as_ref()).any(|after| passes(after) && !passed(after))
    }

    /// The disagreements of which that became.
    pub fn that(&self, change: Change) -> impl Iterator<Item = &DisagreementChange> {
        self.disagreements.iter().filter(move |found| found.change() == change)
    }
}

impl Change {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Change::Added => "added",
            Change::Changed => "changed",
            Change::Removed => "removed",
        }
    }

    /// The sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Change::Added => "+",
            Change::Changed => "~",
            Change::Removed => "-",
        }
    }
}

impl DisagreementChange {
    /// What became of it.
    pub fn change(&self) -> Change {
        match (&self.before, &self.after) {
            (None, _) => Change::Added,
            (Some(_), Some(_)) => Change::Changed,
            (Some(_), None) => Change::Removed,
        }
    }

    /// The question as it is, or as it was.
    pub fn question(&self) -> Option<&Question> {
        self.after.as_ref().or(self.before.as_ref())
    }
}
