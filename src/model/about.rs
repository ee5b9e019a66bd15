//! The five kinds of claim: what a source asserts.

use serde::{Deserialize, Serialize};

use super::id::{ActorId, EventId, MeasureId, PlaceId, PopulationId, PropositionId};
use super::period::Period;
use super::words::words;
use crate::quantity::{Bounds, Stated};

/// What a claim is about.
#[derive(Clone, Debug, PartialEq)]
pub enum About {
    /// How many or how much.
    Quantity(Quantity),
    /// When an event was.
    Date(DateClaim),
    /// Which place in an order.
    Rank(Rank),
    /// A proposition affirmed or denied.
    Stance(StanceClaim),
    /// Somebody's words.
    Quote(Quote),
}

/// How many or how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is measured.
    pub measure: MeasureId,
    /// The value in the words of the text.
    pub stated: Stated,
    /// The unit of the text.
    pub unit: String,
    /// The thing counted.
    pub counts: Option<String>,
    /// What the value allows, in the measure's unit.
    pub bounds: Bounds,
}

/// When an event was.
#[derive(Clone, Debug, PartialEq)]
pub struct DateClaim {
    /// The event.
    pub event: EventId,
    /// The days on which it lies, says the source.
    pub when: Period,
}

/// From which end an order is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum From {
    /// From the greatest.
    #[default]
    Top,
    /// From the least.
    Bottom,
}

words!(From { Top: "top", Bottom: "bottom" });

/// What is ranked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A place.
    Place(PlaceId),
    /// A population.
    Population(PopulationId),
}

/// Which place in an order. The class over which it ranges is the claim's population.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// By what it is ordered.
    pub measure: MeasureId,
    /// What is ranked.
    pub subject: Subject,
    /// Its place, 1 for the first.
    pub rank: u32,
    /// The last place that it may have, where several share the first ones ("among the four largest").
    pub to: u32,
    /// From which end.
    pub from: From,
}

/// Whether a proposition is affirmed or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// It is so.
    Affirms,
    /// It is not so.
    Denies,
}

words!(Stance { Affirms: "affirms", Denies: "denies" });

/// A proposition affirmed or denied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceClaim {
    /// The proposition.
    pub proposition: PropositionId,
    /// Affirmed or denied.
    pub stance: Stance,
}

/// Somebody's words; the words themselves are the claim's evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Whose words.
    pub speaker: ActorId,
    /// On what occasion.
    pub occasion: Option<EventId>,
    /// Which sentence of that occasion, in the editor's words.
    pub passage: String,
}

impl Quantity {
    /// The figures that the text prints, with their unit.
    pub fn printed_in_unit(&self) -> (Vec<f64>, &str) {
        (self.stated.printed(), &self.unit)
    }
}

impl Rank {
    /// Whether it names a span of places, which several things may share.
    pub fn is_several(&self) -> bool {
        self.to > self.rank
    }
}

impl About {
    /// The kind, as JSON and filters name it.
    pub fn kind(&self) -> &'static str {
        match self {
            About::Quantity(_) => "quantity",
            About::Date(_) => "date",
            About::Rank(_) => "rank",
            About::Stance(_) => "stance",
            About::Quote(_) => "quote",
        }
    }

    /// The quantity, if it is one.
    pub fn as_quantity(&self) -> Option<&Quantity> {
        match self {
            About::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// What is measured or ranked by.
    pub fn measure(&self) -> Option<&MeasureId> {
        match self {
            About::Quantity(quantity) => Some(&quantity.measure),
            About::Rank(rank) => Some(&rank.measure),
            _ => None,
        }
    }
}
