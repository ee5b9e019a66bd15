//! An actor as JSON.

use serde::Serialize;

use crate::model::{Actor, PartialDate, SourceId};

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ActorJson {
    aliases: Vec<String>,
    id: String,
    kind: String,
    languages: Vec<String>,
    name: String,
    note: Option<String>,
    speaks_for: Vec<String>,
    spellings: Vec<SpellingJson>,
    standing: Option<String>,
}

/// How a source spells a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SpellingJson {
    source: SourceId,
    text: String,
}

/// For whom an actor speaks, and over what time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct RepresentationJson {
    actor: String,
    speaks_for: String,
    since: Option<String>,
    until: Option<String>,
}

/// An actor as JSON.
pub fn actor(actor: &Actor) -> ActorJson {
    let spelling = |one: &crate::model::Spelling| SpellingJson { source: one.source.clone(), text: one.text.clone() };
    ActorJson {
        aliases: actor.aliases.clone(),
        id: actor.id.to_string(),
        kind: format!("{:?}", actor.kind).to_lowercase(),
        languages: actor.languages.clone(),
        name: actor.name.clone(),
        note: actor.note.clone(),
        speaks_for: actor.speaks_for.iter().map(|other| other.actor.to_string()).collect(),
        spellings: actor.spellings.iter().map(spelling).collect(),
        standing: actor.standing.map(|standing| format!("{standing:?}").to_lowercase()),
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
