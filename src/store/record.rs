//! Records as the files hold them, before anything about them has been checked. `docs/graph-format.md` describes them.

use serde::{Deserialize, Serialize};

use crate::model::{ActorKind, Basis, From, Method, PeriodForm, SourceKind, Stance, Standing};
use crate::quantity::Stated;

/// `graph.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GraphRecord {
    /// What the graph is about.
    pub title: String,
    /// Version of the format.
    pub format: u32,
    /// Language of sources that do not name theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// An entry of `sources.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // the fields are those of the format page
pub struct SourceRecord {
    pub id: String,
    #[serde(default)]
    pub kind: SourceKind,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub outlet: Option<String>,
    #[serde(default)]
    pub authors: Vec<String>,
    #[serde(default)]
    pub url: Option<String>,
    #[serde(default)]
    pub published: Option<String>,
    #[serde(default)]
    pub retrieved: Option<String>,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub text: Option<TextRecord>,
    #[serde(default)]
    pub note: Option<String>,
}

/// The text of a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TextRecord {
    pub file: String,
    pub sha256: String,
    #[serde(default)]
    pub bytes: Option<usize>,
}

/// An entry of `actors.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ActorRecord {
    pub id: String,
    pub name: String,
    pub kind: ActorKind,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub spellings: Vec<SpellingRecord>,
    #[serde(default)]
    pub speaks_for: Vec<RepresentationRecord>,
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(default)]
    pub standing: Option<Standing>,
    #[serde(default)]
    pub note: Option<String>,
}

/// A spelling that a source uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SpellingRecord {
    pub text: String,
    pub source: String,
}

/// Whom an actor speaks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RepresentationRecord {
    pub actor: String,
    #[serde(default)]
    pub since: Option<String>,
    #[serde(default)]
    pub until: Option<String>,
}

/// An entry of `places.ron` or `populations.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RegionRecord {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub part_of: Vec<String>,
    #[serde(default)]
    pub vague: bool,
    #[serde(default)]
    pub note: Option<String>,
}

/// An entry of `events.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EventRecord {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub until: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
}

/// `measures.ron`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MeasuresRecord {
    #[serde(default)]
    pub measures: Vec<MeasureRecord>,
    #[serde(default)]
    pub identities: Vec<IdentityRecord>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MeasureRecord {
    pub id: String,
    pub name: String,
    pub basis: Basis,
    pub unit: String,
    #[serde(default)]
    pub counts: Option<String>,
    #[serde(default)]
    pub question: Option<String>,
    #[serde(default)]
    pub stakes: i32,
    #[serde(default)]
    pub note: Option<String>,
}

/// A relation between measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub enum IdentityRecord {
    Difference { total: String, of: String, less: String },
    Share { share: String, part: String, whole: String },
    RateTotal { rate: String, total: String },
}

/// An entry of `propositions.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PropositionRecord {
    pub id: String,
    pub text: String,
}

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
#[allow(missing_docs)]
pub struct ClaimRecord {
    pub id: String,
    pub says: String,
    pub about: AboutRecord,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attributed_to: Option<AttributionRecord>,
    #[serde(default)]
    pub evidence: Vec<EvidenceRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inferred: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion_of: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supersedes: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// On whose word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum AttributionRecord {
    Actor(String),
    Unnamed(String),
}

/// Where in its text a source asserts a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EvidenceRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<(usize, usize)>,
    pub fragment: String,
}

/// What is ranked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum SubjectRecord {
    Place(String),
    Population(String),
}

/// What a claim is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub enum AboutRecord {
    Quantity {
        measure: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        value: Stated,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counts: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    Date {
        event: String,
        when: PeriodForm,
    },
    Rank {
        measure: String,
        subject: SubjectRecord,
        rank: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<u32>,
        #[serde(default)]
        from: From,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    Stance {
        proposition: String,
        stance: Stance,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period: Option<PeriodForm>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        definition: Option<String>,
    },
    Quote {
        speaker: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occasion: Option<String>,
        passage: String,
    },
}

/// An entry of a file of `judgements/`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct JudgementRecord {
    pub id: String,
    pub on: Vec<JudgedRecord>,
    pub verdict: String,
    pub by: String,
    pub date: String,
}

/// A claim that a judgement rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct JudgedRecord {
    pub claim: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}
