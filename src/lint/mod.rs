//! Faults of a graph that loads: each check is a file, and none knows of another.

mod address;
mod alike;
mod circular;
mod conversion;
mod copied;
mod evidence;
mod implausible;
mod judgement;
mod language;
mod later;
mod lookalike;
mod one_origin;
mod outlet;
mod placeholder;
mod repeated;
mod spelling;
mod sums;
mod tolls;
mod unnamed;
mod unused;

pub use crate::codes::Code;

use std::path::Path;

use crate::findings::{Desk, questions};
use crate::model::Locus;

/// Something in a graph that an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lint {
    /// Stable code.
    pub code: Code,
    /// The id of the record that is meant.
    pub id: String,
    /// Where it is written, where that is known.
    pub locus: Option<Locus>,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Runs all checks, those of texts against the folder that holds them; the findings are in the order of their codes, then
/// of ids.
pub fn lint(desk: &Desk<'_>, texts: Option<&Path>) -> Vec<Lint> {
    let archive = desk.archive;
    let questions = questions(desk);
    let mut found = conversion::check(desk);
    found.extend(judgement::check(archive));
    found.extend(placeholder::check(archive));
    found.extend(address::check(archive));
    found.extend(language::check(archive));
    found.extend(repeated::check(archive));
    found.extend(spelling::check(archive));
    found.extend(lookalike::check(archive));
    found.extend(implausible::check(archive));
    found.extend(outlet::check(archive));
    found.extend(unused::check(desk));
    found.extend(circular::check(desk));
    found.extend(later::check(archive));
    found.extend(unnamed::check(desk));
    found.extend(one_origin::check(desk, &questions));
    found.extend(sums::check(desk));
    found.extend(tolls::check(desk, &questions));
    found.extend(texts.into_iter().flat_map(|folder| evidence::check(archive, folder)));
    found.extend(texts.into_iter().flat_map(|folder| copied::check(archive, folder)));
    found.sort();
    found
}
