//! Values side by side, for every kind of claim.

use super::reason::Reason;
use super::relation::Gap;
use super::rung::{Outcome, Rung, RungResult};
use super::{dates, quantities, quotes, ranks, stances};
use crate::model::{About, Archive, Claim};

/// Where two values lean when nothing else accounts for their difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// They say the same.
    Agree,
    /// They differ in writing only.
    Explained(Reason),
    /// Both can hold, but nobody would take them so.
    Strained,
    /// They cannot both hold.
    Clash,
    /// They are not of one kind.
    None,
}

/// Two values, held side by side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Values {
    pub leaning: Leaning,
    pub gap: Option<Gap>,
    pub a: String,
    pub b: String,
}

impl Values {
    /// The rung as shown.
    pub fn rung(&self) -> RungResult {
        let outcome = match self.leaning {
            Leaning::Agree => Outcome::Same,
            Leaning::Explained(Reason::HedgeCovers) => Outcome::Inside,
            Leaning::Explained(_) | Leaning::Strained => Outcome::Overlaps,
            Leaning::Clash | Leaning::None => Outcome::Apart,
        };
        RungResult::plain(Rung::Values, Some(self.a.clone()), Some(self.b.clone()), outcome)
    }
}

/// Holds the values of two claims side by side; claims of two kinds have nothing to hold.
pub(super) fn values(archive: &Archive, a: &Claim, b: &Claim) -> Values {
    match (&a.about, &b.about) {
        (About::Quantity(left), About::Quantity(right)) => quantities::values(archive, (a, left), (b, right)),
        (About::Date(left), About::Date(right)) => dates::values(left, right),
        (About::Rank(left), About::Rank(right)) => ranks::values(archive, left, right),
        (About::Stance(left), About::Stance(right)) => stances::values(left, right),
        (About::Quote(left), About::Quote(right)) => quotes::values(archive, (a, left), (b, right)),
        _ => Values { leaning: Leaning::None, gap: None, a: value_text(archive, a), b: value_text(archive, b) },
    }
}

/// The value of one claim in words.
pub fn value_text(archive: &Archive, claim: &Claim) -> String {
    match &claim.about {
        About::Quantity(quantity) => super::words::with_bounds(archive, claim, quantity),
        About::Date(date) => dates::text(date),
        About::Rank(rank) => ranks::text(rank),
        About::Stance(stance) => stances::text(stance.stance).to_owned(),
        About::Quote(_) => format!("“{}”", claim.words()),
    }
}
