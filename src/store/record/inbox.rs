//! Records of what the program adds: candidates that wait in `inbox/`, and what comes with those that were accepted.

use serde::{Deserialize, Serialize};

use super::claims::{ClaimFile, ClaimRecord, JudgementRecord};
use super::vocabulary::{
    ActorRecord, EventRecord, IdentityRecord, MeasureRecord, PropositionRecord, RegionRecord, SourceRecord,
};

/// A file of `inbox/`: a text and the claims that it may make.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboxFile {
    /// The source that the text is.
    pub source: SourceRecord,
    /// The file from which it was read.
    pub read: ReadRecord,
    /// What its candidates name and the graph had not.
    #[serde(default)]
    pub proposed: AddedFile,
    /// Known records that proposed ones may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub near: Vec<NearRecord>,
    /// The candidates, in the order of the text.
    pub candidates: Vec<CandidateRecord>,
}

/// The file from which a text was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadRecord {
    /// Its path, from the folder in which the program was called.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Which of its documents, from 0, where a file holds several.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub document: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Records beside those of people: a file of `added/`, or what an inbox proposes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedFile {
    /// Sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRecord>,
    /// Actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<ActorRecord>,
    /// Places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<RegionRecord>,
    /// Populations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub populations: Vec<RegionRecord>,
    /// Measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureRecord>,
    /// Relations between measures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<IdentityRecord>,
    /// Events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventRecord>,
    /// Propositions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub propositions: Vec<PropositionRecord>,
    /// Claims that were imported, by source. Claims of texts stand in `claims/`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimFile>,
    /// Judgements that were imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<JudgementRecord>,
}

impl AddedFile {
    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it holds nothing but claims.
    pub fn has_only_claims(&self) -> bool {
        let Self {
            sources,
            actors,
            places,
            populations,
            measures,
            identities,
            events,
            propositions,
            claims: _,
            judgements,
        } = self;
        let vocabulary = [sources.is_empty(), actors.is_empty(), places.is_empty(), populations.is_empty()];
        let measured = [measures.is_empty(), identities.is_empty(), events.is_empty(), propositions.is_empty()];
        vocabulary == [true; 4] && measured == [true; 4] && judgements.is_empty()
    }
}

/// The kinds of records that an inbox proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProposedKind {
    /// A measure.
    Measure,
    /// An actor.
    Actor,
    /// A place.
    Place,
    /// A population.
    Population,
}

/// A proposed record and a known one that it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearRecord {
    /// Of which kind both are.
    pub kind: ProposedKind,
    /// Id of the proposed one.
    pub id: String,
    /// Id of the known one.
    pub like: String,
}

/// A claim that a text may make.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidateRecord {
    /// The claim, as it would stand in a file of `claims/`.
    pub claim: ClaimRecord,
    /// Where its figure stands in the text as it was read, in bytes.
    pub at: (usize, usize),
    /// The claims and candidates that it is at odds with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<AgainstRecord>,
    /// What has become of it.
    #[serde(default)]
    pub state: StateRecord,
}

/// A claim that a candidate is at odds with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgainstRecord {
    /// Id of the claim or candidate.
    pub claim: String,
    /// How they relate, in words.
    pub relation: String,
}

/// What has become of a candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateRecord {
    /// It waits.
    #[default]
    Open,
    /// It is a claim of the graph.
    Accepted(DecisionRecord),
    /// It is none.
    Rejected(DecisionRecord),
}

/// When something was decided, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// The day.
    pub date: String,
    /// The reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl StateRecord {
    /// Whether nothing has been decided.
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}
