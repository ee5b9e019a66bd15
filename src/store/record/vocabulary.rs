//! Records of everything that claims draw on.

use serde::{Deserialize, Serialize};

use crate::model::{ActorKind, Basis, SourceKind, Standing};

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
pub struct SourceRecord {
    /// Identifier.
    pub id: String,
    /// What kind of publication it is.
    #[serde(default)]
    pub kind: SourceKind,
    /// Title as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Newspaper, site or institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Names, as given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A date of any precision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// When the text was fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The text that evidence points into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<TextRecord>,
    /// Ids of sources that it cites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
    /// Ids of sources that it links to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links_to: Vec<String>,
    /// Id of the source of which it is a republication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub republishes: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl SourceRecord {
    /// A source of which nothing is known but its id.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: SourceKind::default(),
            title: None,
            outlet: None,
            authors: Vec::new(),
            url: None,
            published: None,
            retrieved: None,
            language: None,
            text: None,
            cites: Vec::new(),
            links_to: Vec::new(),
            republishes: None,
            note: None,
        }
    }
}

/// The text of a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRecord {
    /// File name, without folders.
    pub file: String,
    /// 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
}

/// An entry of `actors.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorRecord {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Spellings that sources use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spellings: Vec<SpellingRecord>,
    /// Whom it speaks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speaks_for: Vec<RepresentationRecord>,
    /// Languages of its public speech, BCP 47.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What it is to the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl ActorRecord {
    /// An actor of whom nothing is known but the name and what it is.
    pub fn new(id: impl Into<String>, name: impl Into<String>, kind: ActorKind) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            kind,
            aliases: Vec::new(),
            spellings: Vec::new(),
            speaks_for: Vec::new(),
            languages: Vec::new(),
            standing: None,
            note: None,
        }
    }
}

/// A spelling that a source uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpellingRecord {
    /// The name as spelt.
    pub text: String,
    /// Id of the source.
    pub source: String,
}

/// Whom an actor speaks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepresentationRecord {
    /// Id of the actor spoken for.
    pub actor: String,
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// An entry of `places.ron` or `populations.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionRecord {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Ids of what it is a part of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_of: Vec<String>,
    /// The words do not say which is meant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vague: bool,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl RegionRecord {
    /// A place or population of which nothing is known but the name.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        let (id, name) = (id.into(), name.into());
        Self { id, name, aliases: Vec::new(), part_of: Vec::new(), vague: false, note: None }
    }
}

/// An entry of `events.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventRecord {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// When it was, or began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// `measures.ron`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasuresRecord {
    /// The measures.
    #[serde(default)]
    pub measures: Vec<MeasureRecord>,
    /// Relations between them.
    #[serde(default)]
    pub identities: Vec<IdentityRecord>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureRecord {
    /// Identifier.
    pub id: String,
    /// Usual name.
    pub name: String,
    /// How it behaves over time and parts.
    pub basis: Basis,
    /// Unit in which values are reckoned.
    pub unit: String,
    /// The thing counted, a plural noun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// How a person asks for it, with `{of}` and `{place}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Higher ones come first.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub stakes: i32,
    /// Percent within which two figures are taken to agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A relation between measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum IdentityRecord {
    /// `total` = `of` − `less`.
    Difference {
        /// Id of the total.
        total: String,
        /// Id of the population.
        of: String,
        /// Id of what is taken away.
        less: String,
    },
    /// `share` = `part` / `whole`.
    Share {
        /// Id of the share.
        share: String,
        /// Id of the part.
        part: String,
        /// Id of the whole.
        whole: String,
    },
    /// `rate` × time = `total`.
    RateTotal {
        /// Id of the rate.
        rate: String,
        /// Id of the total.
        total: String,
    },
}

/// An entry of `propositions.ron`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropositionRecord {
    /// Identifier.
    pub id: String,
    /// The sentence.
    pub text: String,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it with a reference
fn is_zero(number: &i32) -> bool {
    *number == 0
}
