//! Places, populations and propositions: the vocabularies that claims draw on.

use super::id::{PlaceId, PopulationId, PropositionId};

/// A named part of a nesting vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region<Id> {
    /// Identifier.
    pub id: Id,
    /// Usual name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is a part of.
    pub part_of: Vec<Id>,
    /// The words do not say which is meant ("some capitals").
    pub vague: bool,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
}

/// Where something holds.
pub type Place = Region<PlaceId>;

/// Who or what is counted.
pub type Population = Region<PopulationId>;

/// A sentence that can be affirmed or denied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// Identifier.
    pub id: PropositionId,
    /// The sentence, in the editor's words.
    pub text: String,
}
