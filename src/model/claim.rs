//! Claims: one thing that one source asserts, on whose word, and where it stands.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::about::About;
use super::aspect::{Aspect, Grounding};
use super::id::{ActorId, ClaimId, PlaceId, PopulationId, SourceId};
use super::period::Period;
use super::words::words;

/// On whose word a source asserts a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribution {
    /// The source says it in its own voice.
    OwnVoice,
    /// Named actors, each of whom said it; never none.
    Actors(Vec<ActorId>),
    /// Somebody without a name, in the words of the text ("some figures").
    Unnamed(String),
}

impl Attribution {
    /// One named actor.
    pub fn actor(id: impl Into<ActorId>) -> Self {
        Self::Actors(vec![id.into()])
    }

    /// The actors who are named; none where the source speaks for itself or names nobody.
    pub fn actors(&self) -> &[ActorId] {
        match self {
            Attribution::Actors(ids) => ids,
            Attribution::OwnVoice | Attribution::Unnamed(_) => &[],
        }
    }
}

/// From whom a source has a claim, as far as its text says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// Another source.
    Source(SourceId),
    /// A claim of another source.
    Claim(ClaimId),
    /// An outlet that is only named.
    Named(String),
}

/// The most words of a fragment: a graph copies no texts.
pub const FRAGMENT_WORDS: usize = 8;

/// Where in its text a source asserts a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Bytes of the UTF-8 text, the end excluded; absent where we do not have the text.
    pub bytes: Option<(usize, usize)>,
    /// What stands there, at most [`FRAGMENT_WORDS`]; empty where only the bytes of a text are known that is not here.
    pub fragment: String,
    /// Where the evidence is written in the graph's files.
    pub locus: Locus,
}

/// How a figure came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// One by one.
    Counted,
    /// From a register.
    Registered,
    /// By judgement or sample.
    Estimated,
    /// By calculation.
    Modelled,
}

words!(Method { Counted: "counted", Registered: "registered", Estimated: "estimated", Modelled: "modelled" });

/// A place in the graph's files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locus {
    /// Path as given to the program.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Locus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// What narrows a claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Where.
    pub place: Option<PlaceId>,
    /// Who or what is counted; the class of a rank.
    pub population: Option<PopulationId>,
    /// When.
    pub period: Option<Period>,
    /// A condition that narrows what is counted.
    pub definition: Option<String>,
}

/// One thing that one source asserts.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Identifier.
    pub id: ClaimId,
    /// The source that asserts it.
    pub source: SourceId,
    /// What it says, in the editor's words.
    pub says: String,
    /// What it is about.
    pub about: About,
    /// What narrows it.
    pub scope: Scope,
    /// Aspects that the text does not state and that were inferred.
    pub inferred: BTreeSet<Aspect>,
    /// On whose word.
    pub attribution: Attribution,
    /// From whom the source has it; several are alternatives.
    pub via: Vec<Via>,
    /// Where it stands.
    pub evidence: Vec<Evidence>,
    /// The claim of which this figure is the conversion.
    pub conversion_of: Option<ClaimId>,
    /// Claims that this one revises.
    pub supersedes: Vec<ClaimId>,
    /// How the figure came about.
    pub method: Option<Method>,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
    /// Twelve hexadecimal digits that change whenever the claim does.
    pub fingerprint: String,
    /// Where it is written in the graph's files.
    pub locus: Locus,
}

impl Claim {
    /// Where the claim has an aspect from; aspects that do not narrow are stated by the claim itself.
    pub fn grounding(&self, aspect: Aspect) -> Grounding {
        let unstated = match aspect {
            Aspect::Place => self.scope.place.is_none(),
            Aspect::Population => self.scope.population.is_none(),
            Aspect::Period => self.scope.period.is_none(),
            Aspect::Definition => self.scope.definition.is_none(),
            Aspect::Occasion => matches!(&self.about, About::Quote(quote) if quote.occasion.is_none()),
            Aspect::Measure | Aspect::Counts | Aspect::Unit | Aspect::When => false,
        };
        if unstated {
            Grounding::Unstated
        } else if self.inferred.contains(&aspect) {
            Grounding::Inferred
        } else {
            Grounding::Stated
        }
    }

    /// When it holds, says the source; of a date, the date itself.
    pub fn when(&self) -> Option<&Period> {
        match &self.about {
            About::Date(date) => Some(&date.when),
            _ => self.scope.period.as_ref(),
        }
    }

    /// Where its first evidence stands, if that is known.
    pub fn first_bytes(&self) -> Option<(usize, usize)> {
        self.evidence.first()?.bytes
    }

    /// The words of a quotation: its fragments in the order of the text.
    pub fn words(&self) -> String {
        self.fragments().collect::<Vec<_>>().join(" … ")
    }

    /// The fragments of its evidence, in the order of the text; none where only bytes are known.
    pub fn fragments(&self) -> impl Iterator<Item = &str> {
        self.evidence.iter().map(|evidence| evidence.fragment.as_str()).filter(|fragment| !fragment.is_empty())
    }

    /// The first of its fragments in quotation marks, or, where none is known, what it says.
    pub fn quoted(&self) -> String {
        self.fragments().next().map_or_else(|| self.says.clone(), |fragment| format!("“{fragment}”"))
    }
}
