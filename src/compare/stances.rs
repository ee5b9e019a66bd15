//! Stances side by side: a denial contradicts the proposition that it denies, and nothing else.

use super::values::{Leaning, Values};
use crate::model::{Stance, StanceClaim};

/// Holds two stances on one proposition side by side.
pub(super) fn values(a: &StanceClaim, b: &StanceClaim) -> Values {
    let leaning = if a.stance == b.stance { Leaning::Agree } else { Leaning::Clash };
    Values { leaning, gap: None, a: text(a.stance).to_owned(), b: text(b.stance).to_owned() }
}

/// The stance in a word.
pub(super) fn text(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "affirmed",
        Stance::Denies => "denied",
    }
}
