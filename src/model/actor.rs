//! Actors: who says things, and whom they speak for.

use serde::{Deserialize, Serialize};

use super::date::PartialDate;
use super::id::{ActorId, SourceId};
use super::words::words;

/// What an actor is. An office and its holder are two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A post that persons hold.
    Office,
    /// A ministry, agency, company or association.
    Organisation,
    /// A state's government.
    Government,
    /// People without an organisation.
    Group,
}

words!(ActorKind {
    Person: "person",
    Office: "office",
    Organisation: "organisation",
    Government: "government",
    Group: "group",
});

/// What an actor is to the matters that it speaks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Speaks by office.
    Official,
    /// Has a stake in it.
    Party,
    /// Neither.
    Independent,
}

words!(Standing { Official: "official", Party: "party", Independent: "independent" });

/// Speaking for another actor, over a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representation {
    /// The actor spoken for.
    pub actor: ActorId,
    /// From when, if known.
    pub since: Option<PartialDate>,
    /// Until when, if ended and known.
    pub until: Option<PartialDate>,
}

impl Representation {
    /// Whether it held at some time of the date, as far as its own dates tell.
    pub fn held_on(&self, date: PartialDate) -> bool {
        self.since.is_none_or(|since| since.first_day() <= date.last_day())
            && self.until.is_none_or(|until| until.last_day() >= date.first_day())
    }
}

/// A spelling of the name that a source uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The name as that source spells it.
    pub text: String,
    /// The source.
    pub source: SourceId,
}

/// Somebody who says things or of whom things are said.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Identifier.
    pub id: ActorId,
    /// Usual name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other names.
    pub aliases: Vec<String>,
    /// Spellings of the name in sources.
    pub spellings: Vec<Spelling>,
    /// Whom it speaks for.
    pub speaks_for: Vec<Representation>,
    /// Languages in which it speaks in public, BCP 47.
    pub languages: Vec<String>,
    /// What it is to the matter.
    pub standing: Option<Standing>,
    /// Anything else, in the editor's words.
    pub note: Option<String>,
}
