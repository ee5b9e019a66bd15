//! The tables of `claims/rules/` as they stand in their files, which say what each list is for.

use serde::Deserialize;

/// `speech.ron`: verbs and nouns of saying, and what belongs to names of speakers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Speech {
    pub says: Vec<String>,
    pub acts: Vec<String>,
    pub handles: Vec<String>,
    pub handled: Vec<String>,
    pub light: Vec<String>,
    pub clauses: Vec<String>,
    pub clause_endings: Vec<String>,
    pub numerals: Vec<String>,
    pub inverts: Vec<String>,
    pub says_phrases: Vec<String>,
    pub counts: Vec<String>,
    pub tells: Vec<String>,
    pub reduced: Vec<String>,
    pub counters: Vec<String>,
    pub echoes: Vec<String>,
    pub spoke: Vec<String>,
    pub theirs: Vec<String>,
    pub stands: Vec<String>,
    pub wants: Vec<String>,
    pub wants_phrases: Vec<String>,
    pub ongoing: Vec<String>,
    pub unspoken: Vec<String>,
    pub according: Vec<String>,
    pub hearings: Vec<String>,
    pub minutes: Vec<String>,
    pub again: Vec<String>,
    pub reckoned: Vec<String>,
    pub agents: Vec<String>,
    pub nouns: Vec<String>,
    pub pronouns: Vec<String>,
    pub things: Vec<String>,
    pub several: Vec<String>,
    pub unsaid: Vec<String>,
    pub articles: Vec<String>,
    pub passives: Vec<String>,
    pub who: Vec<String>,
    pub which: Vec<String>,
    pub titles: Vec<String>,
    pub courtesies: Vec<String>,
    pub links: Vec<String>,
    pub joins: Vec<String>,
    pub backshifts: Vec<String>,
    pub copulas: Vec<String>,
    pub possessives: Vec<String>,
}

/// `voice.ron`: words that tell a body from a newspaper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Voice {
    pub ours: Vec<String>,
    pub mine: Vec<String>,
    pub learns: Vec<String>,
    pub inner: Vec<String>,
    pub bodies: Vec<String>,
    pub body_endings: Vec<String>,
    pub generic: Vec<String>,
    pub news: Vec<String>,
    pub papers: Vec<String>,
    pub news_endings: Vec<String>,
    pub newsroom: Vec<String>,
    pub releases: Vec<String>,
}

/// `denial.ron`: words that deny what follows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Denial {
    pub verbs: Vec<String>,
    pub phrases: Vec<String>,
    pub negations: Vec<String>,
}

/// `scope.ron`: words that say where, of whom and of how many.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scope {
    pub at: Vec<String>,
    pub whole: Vec<String>,
    pub parts: Vec<String>,
    pub abbreviations: Vec<String>,
    pub dotted: Vec<String>,
    pub anaphors: Vec<String>,
    pub mosts: Vec<String>,
    pub degrees: Vec<String>,
    pub superlatives: Vec<String>,
    pub breaks: Vec<String>,
    pub definite: Vec<String>,
    pub from: Vec<String>,
    pub until: Vec<String>,
    pub up_to: Vec<String>,
    pub since: Vec<String>,
    pub total: Vec<String>,
    pub generic: Vec<String>,
    pub of: Vec<String>,
    pub short_places: Vec<String>,
}
