//! Records of claims and of judgements on them.

use serde::{Deserialize, Serialize};

use crate::model::{From, Method, PeriodForm, Stance};
use crate::quantity::Stated;

/// A file of `claims/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimFile {
    /// The source that asserts the claims.
    pub source: String,
    /// What it asserts.
    pub claims: Vec<ClaimRecord>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRecord {
    /// Identifier.
    pub id: String,
    /// What the source says, in the editor's words.
    pub says: String,
    /// What it is about.
    pub about: AboutRecord,
    /// On whose word; left out, the source speaks for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<AttributionRecord>,
    /// From whom the source has it, as far as its text says; several are alternatives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<ViaRecord>,
    /// Where it stands.
    #[serde(default)]
    pub evidence: Vec<EvidenceRecord>,
    /// Fields of `about` that the text does not state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<String>,
    /// Id of the claim that this figure converts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion_of: Option<String>,
    /// Ids of claims that this one revises.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<String>,
    /// How the figure came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// On whose word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AttributionRecord {
    /// A named actor, by id.
    Actor(String),
    /// Several named actors, each of whom said it, by id.
    Actors(Vec<String>),
    /// Somebody without a name, in the words of the text.
    Unnamed(String),
}

impl AttributionRecord {
    /// Actors by id; none if there are none.
    pub fn actors(mut ids: Vec<String>) -> Option<Self> {
        match ids.len() {
            0 | 1 => ids.pop().map(Self::Actor),
            _ => Some(Self::Actors(ids)),
        }
    }
}

/// From whom a source has a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ViaRecord {
    /// Another source, by id.
    Source(String),
    /// A claim of another source, by id.
    Claim(String),
    /// An outlet that is only named.
    Named(String),
}

/// Where in its text a source asserts a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceRecord {
    /// Bytes of the text, the end excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<(usize, usize)>,
    /// What stands there; left out where only the bytes of a text are known that is not here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fragment: String,
}

/// What is ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SubjectRecord {
    /// A place, by id.
    Place(String),
    /// A population, by id.
    Population(String),
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AboutRecord {
    /// How many or how much.
    Quantity {
        /// Id of the measure.
        measure: String,
        /// Id of the population.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        /// Id of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// The value in the words of the text.
        value: Stated,
        /// The unit, where it is not the measure's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        /// The thing counted, where it is not the measure's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counts: Option<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        /// A condition that narrows what is counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    /// When an event was.
    Date {
        /// Id of the event.
        event: String,
        /// The date that the source gives it.
        when: PeriodForm,
    },
    /// Which place in an order.
    Rank {
        /// Id of the measure.
        measure: String,
        /// What is ranked.
        subject: SubjectRecord,
        /// Its place, 1 for the first.
        rank: u32,
        /// The last place that it may have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u32>,
        /// From which end.
        #[serde(default)]
        from: From,
        /// Id of the population over which the rank ranges.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<String>,
        /// Id of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        /// A condition that narrows what is counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    /// A proposition affirmed or denied.
    Stance {
        /// Id of the proposition.
        proposition: String,
        /// Affirmed or denied.
        stance: Stance,
        /// Id of the population.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        /// Id of the place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// When.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        /// A condition that narrows what is counted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    /// Somebody's words.
    Quote {
        /// Id of the actor.
        speaker: String,
        /// Id of the event.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occasion: Option<String>,
        /// Which sentence, in the editor's words.
        passage: String,
    },
}

/// An entry of a file of `judgements/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgementRecord {
    /// Identifier.
    pub id: String,
    /// The claims that it rests on.
    pub on: Vec<JudgedRecord>,
    /// What was decided, and why.
    pub verdict: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub date: String,
}

/// A claim that a judgement rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedRecord {
    /// Id of the claim.
    pub claim: String,
    /// The claim's fingerprint when it was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}
