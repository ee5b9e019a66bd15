//! What changed in a graph between two states: records, and the disagreements that appear, change or vanish.

mod behind;
mod disagreements;
mod fields;
mod records;
mod vocabulary;

use serde::Serialize;

use super::desk::Desk;
use super::question::Question;
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

/// What stood in a field, and what stands there now; nothing, one thing, or a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field.
    pub field: &'static str,
    /// What the old state has there, in words.
    pub old: Vec<String>,
    /// What the new state has there, in words.
    pub new: Vec<String>,
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
    pub fn sign(self) -> char {
        match self {
            Change::Added => '+',
            Change::Changed => '~',
            Change::Removed => '-',
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

    /// Whether it is new that a question passes: it does now, and before it did not, or there was none.
    pub fn is_new(&self, passes: impl Fn(&Question) -> bool) -> bool {
        self.after.as_ref().is_some_and(&passes) && !self.before.as_ref().is_some_and(&passes)
    }
}

/// The fields of a record, each with what stands in it; the same fields in the same order for all records of a kind.
type Fields = Vec<(&'static str, Vec<String>)>;

/// The fields that differ.
fn differing(old: Fields, new: Fields) -> Vec<FieldChange> {
    let both = old.into_iter().zip(new);
    let differ = both.filter(|((_, old), (_, new))| old != new);
    differ.map(|((field, old), (_, new))| FieldChange { field, old, new }).collect()
}

/// The fields with nothing in them.
fn emptied(fields: &Fields) -> Fields {
    fields.iter().map(|(field, _)| (*field, Vec::new())).collect()
}

/// What differs where one side, or neither, may be missing.
fn against(old: Option<Fields>, new: Option<Fields>) -> Vec<FieldChange> {
    match (old, new) {
        (Some(old), Some(new)) => differing(old, new),
        (Some(old), None) => differing(old.clone(), emptied(&old)),
        (None, Some(new)) => differing(emptied(&new), new),
        (None, None) => Vec::new(),
    }
}
