//! What a claim speaks of.

use serde::{Deserialize, Serialize};

use super::about::About;
use super::claim::Claim;

/// The kind of a claim, with the id of what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic<Id> {
    /// A measure that has a value.
    Quantity(Id),
    /// An event that has a date.
    Date(Id),
    /// A measure that orders places or populations.
    Rank(Id),
    /// A proposition.
    Stance(Id),
    /// A speaker.
    Quote(Id),
}

impl<'a> Topic<&'a str> {
    /// The topic of a claim.
    pub fn of(claim: &'a Claim) -> Self {
        match &claim.about {
            About::Quantity(quantity) => Self::Quantity(quantity.measure.as_str()),
            About::Date(date) => Self::Date(date.event.as_str()),
            About::Rank(rank) => Self::Rank(rank.measure.as_str()),
            About::Stance(stance) => Self::Stance(stance.proposition.as_str()),
            About::Quote(quote) => Self::Quote(quote.speaker.as_str()),
        }
    }

    /// The measure of which there is a value.
    pub fn quantity(self) -> Option<&'a str> {
        if let Self::Quantity(id) = self { Some(id) } else { None }
    }

    /// The measure.
    pub fn measure(self) -> Option<&'a str> {
        if let Self::Quantity(id) | Self::Rank(id) = self { Some(id) } else { None }
    }
}

impl<Id> Topic<Id> {
    /// The same with another form of the id.
    pub fn map<'a, Other>(&'a self, form: impl FnOnce(&'a Id) -> Other) -> Topic<Other> {
        match self {
            Self::Quantity(id) => Topic::Quantity(form(id)),
            Self::Date(id) => Topic::Date(form(id)),
            Self::Rank(id) => Topic::Rank(form(id)),
            Self::Stance(id) => Topic::Stance(form(id)),
            Self::Quote(id) => Topic::Quote(form(id)),
        }
    }
}
