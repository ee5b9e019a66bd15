//! An actor as JSON.

use serde::Serialize;

use crate::model::{Actor, PartialDate, SourceId};

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Actor"))]
pub struct ActorJson {
    /// Other names.
    aliases: Vec<String>,
    /// Its id.
    id: String,
    /// One of `person`, `office`, `organisation`, `government`, `group`.
    kind: String,
    /// Languages in which it speaks in public.
    languages: Vec<String>,
    /// Usual name.
    name: String,
    /// The editor's note.
    note: Option<String>,
    /// Ids of the actors that it speaks for.
    speaks_for: Vec<String>,
    /// How sources spell the name.
    spellings: Vec<SpellingJson>,
    /// One of `official`, `party`, `independent`; null if not said.
    standing: Option<String>,
}

/// How a source spells a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Spelling"))]
pub struct SpellingJson {
    /// Id of the source.
    source: SourceId,
    /// The name as it spells it.
    text: String,
}

/// For whom an actor speaks, and over what time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Representation"))]
pub(super) struct RepresentationJson {
    /// Id of the actor.
    actor: String,
    /// Id of the actor spoken for.
    speaks_for: String,
    /// From when; null if not known.
    since: Option<String>,
    /// Until when; null if not ended or not known.
    until: Option<String>,
}

/// An actor as JSON.
pub fn actor(actor: &Actor) -> ActorJson {
    let spelling = |one: &crate::model::Spelling| SpellingJson { source: one.source.clone(), text: one.text.clone() };
    ActorJson {
        aliases: actor.aliases.clone(),
        id: actor.id.to_string(),
        kind: actor.kind.word().to_owned(),
        languages: actor.languages.clone(),
        name: actor.name.clone(),
        note: actor.note.clone(),
        speaks_for: actor.speaks_for.iter().map(|other| other.actor.to_string()).collect(),
        spellings: actor.spellings.iter().map(spelling).collect(),
        standing: actor.standing.map(|standing| standing.word().to_owned()),
    }
}

/// For whom an actor speaks, each with its dates.
pub(super) fn representations(actor: &Actor) -> impl Iterator<Item = RepresentationJson> {
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string());
    actor.speaks_for.iter().map(move |other| RepresentationJson {
        actor: actor.id.to_string(),
        speaks_for: other.actor.to_string(),
        since: date(other.since),
        until: date(other.until),
    })
}
