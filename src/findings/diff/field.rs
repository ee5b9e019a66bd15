//! A field of a record in two states.

use serde::Serialize;

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

impl FieldChange {
    /// Whether it is one thing, or nothing, for another; or a list of which only the order changed.
    pub fn is_plain(&self) -> bool {
        let (gone, new) = self.items();
        (self.old.len() < 2 && self.new.len() < 2) || (gone.is_empty() && new.is_empty())
    }

    /// What only the old state has, and what only the new one has.
    pub fn items(&self) -> (Vec<&str>, Vec<&str>) {
        (missing(&self.old, &self.new), missing(&self.new, &self.old))
    }
}

/// What a list has and another has not.
fn missing<'a>(own: &'a [String], other: &[String]) -> Vec<&'a str> {
    own.iter().filter(|item| !other.contains(item)).map(String::as_str).collect()
}

/// The fields of a record, each with what stands in it; the same fields in the same order for all records of a kind.
pub(super) type Fields = Vec<(&'static str, Vec<String>)>;

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
pub(super) fn against(old: Option<Fields>, new: Option<Fields>) -> Vec<FieldChange> {
    match (old, new) {
        (Some(old), Some(new)) => differing(old, new),
        (Some(old), None) => differing(old.clone(), emptied(&old)),
        (None, Some(new)) => differing(emptied(&new), new),
        (None, None) => Vec::new(),
    }
}
