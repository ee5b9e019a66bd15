//! What the graph is made of: records as nodes, and what ties them together.

use crate::model::{
    ActorId, Archive, ClaimId, EventId, MeasureId, PlaceId, PopulationId, PropositionId, SourceId, words,
};

/// A record of the archive as a node.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// A publication.
    Source(SourceId),
    /// One thing that a source asserts.
    Claim(ClaimId),
    /// Somebody who says things.
    Actor(ActorId),
    /// What is measured.
    Measure(MeasureId),
    /// Where.
    Place(PlaceId),
    /// Who or what is counted.
    Population(PopulationId),
    /// A named event.
    Event(EventId),
    /// What is affirmed or denied.
    Proposition(PropositionId),
}

impl Node {
    /// The records of any kind that have the id, in order.
    pub fn known(archive: &Archive, id: &str) -> impl Iterator<Item = Self> {
        Self::all_with(id).into_iter().filter(|node| node.is_in(archive))
    }

    /// Whether an archive has the record.
    fn is_in(&self, archive: &Archive) -> bool {
        match self {
            Node::Source(id) => archive.sources.contains_key(id),
            Node::Claim(id) => archive.claims.contains_key(id),
            Node::Actor(id) => archive.actors.contains_key(id),
            Node::Measure(id) => archive.measures.contains_key(id),
            Node::Place(id) => archive.places.contains_key(id),
            Node::Population(id) => archive.populations.contains_key(id),
            Node::Event(id) => archive.events.contains_key(id),
            Node::Proposition(id) => archive.propositions.contains_key(id),
        }
    }

    /// Records of each kind that would have the id, in order.
    fn all_with(id: &str) -> [Self; 8] {
        [
            Node::Source(id.into()),
            Node::Claim(id.into()),
            Node::Actor(id.into()),
            Node::Measure(id.into()),
            Node::Place(id.into()),
            Node::Population(id.into()),
            Node::Event(id.into()),
            Node::Proposition(id.into()),
        ]
    }

    /// The id of the record.
    pub fn id(&self) -> &str {
        match self {
            Node::Source(id) => id.as_str(),
            Node::Claim(id) => id.as_str(),
            Node::Actor(id) => id.as_str(),
            Node::Measure(id) => id.as_str(),
            Node::Place(id) => id.as_str(),
            Node::Population(id) => id.as_str(),
            Node::Event(id) => id.as_str(),
            Node::Proposition(id) => id.as_str(),
        }
    }

    /// The kind of record, as commands name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Node::Source(_) => "source",
            Node::Claim(_) => "claim",
            Node::Actor(_) => "actor",
            Node::Measure(_) => "measure",
            Node::Place(_) => "place",
            Node::Population(_) => "population",
            Node::Event(_) => "event",
            Node::Proposition(_) => "proposition",
        }
    }
}

/// What ties two records together, from the first to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Edge {
    /// A source asserts a claim.
    Asserts,
    /// A claim is attributed to an actor.
    AttributedTo,
    /// An actor speaks for another.
    SpeaksFor,
    /// A place or population is part of another.
    PartOf,
    /// A claim measures, or ranks by, a measure.
    Measures,
    /// A claim holds of a place.
    In,
    /// A claim counts a population, or ranges over it.
    Of,
    /// A claim ranks a place or population.
    Ranks,
    /// A claim dates an event.
    Dates,
    /// A claim's period hangs on an event, or its words were said there.
    HangsOn,
    /// A claim affirms a proposition.
    Affirms,
    /// A claim denies a proposition.
    Denies,
    /// A claim quotes an actor.
    Quotes,
    /// A claim is taken from another source or from a claim of one.
    TakenFrom,
    /// A source cites another.
    Cites,
    /// A source links to another.
    LinksTo,
    /// A source republishes another.
    Republishes,
    /// A claim revises another.
    Supersedes,
    /// A figure converts another.
    Converts,
}

words!(Edge {
    Asserts: "asserts",
    AttributedTo: "attributed_to",
    SpeaksFor: "speaks_for",
    PartOf: "part_of",
    Measures: "measures",
    In: "in",
    Of: "of",
    Ranks: "ranks",
    Dates: "dates",
    HangsOn: "hangs_on",
    Affirms: "affirms",
    Denies: "denies",
    Quotes: "quotes",
    TakenFrom: "taken_from",
    Cites: "cites",
    LinksTo: "links_to",
    Republishes: "republishes",
    Supersedes: "supersedes",
    Converts: "converts",
});
