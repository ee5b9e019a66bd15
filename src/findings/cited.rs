//! How many sources stand before and behind a source by what they cite.

use serde::Serialize;

use super::desk::Desk;
use crate::model::SourceId;

/// The sources that a source cites, directly or through others; itself is not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cites {
    /// How many they are.
    pub sources: usize,
    /// How many of them cite nothing.
    pub origins: usize,
}

/// The sources that cite a source, directly or through others; itself is not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CitedBy {
    /// How many claims they make.
    pub claims: usize,
    /// How many they are.
    pub sources: usize,
}

/// What a source cites, directly or through others.
pub fn cites(desk: &Desk<'_>, source: &SourceId) -> Cites {
    let Some(own) = number(desk, source) else { return Cites::default() };
    let found = desk.citations.reach(own);
    let others = |sources: &[u32]| sources.iter().filter(|other| **other != own).count();
    Cites { sources: others(&found.reached), origins: others(&found.origins) }
}

/// How many cite a source, directly or through others.
pub fn cited_by(desk: &Desk<'_>, source: &SourceId) -> CitedBy {
    let citing = citing(desk, source);
    CitedBy { sources: citing.len(), claims: citing.iter().map(|id| desk.archive.claims_of(id).count()).sum() }
}

/// The sources that cite a source, directly or through others, by id.
pub fn citing<'a>(desk: &Desk<'a>, source: &SourceId) -> Vec<&'a SourceId> {
    let Some(own) = number(desk, source) else { return Vec::new() };
    let mut is_citing = vec![false; desk.citations.len()];
    let found = desk.citations.reached_by(own);
    found.iter().filter(|other| **other != own).for_each(|other| is_citing[*other as usize] = true);
    desk.archive.sources.keys().zip(&is_citing).filter(|(_, is_citing)| **is_citing).map(|(id, _)| id).collect()
}

/// Sources are numbered in the order of their ids.
fn number(desk: &Desk<'_>, source: &SourceId) -> Option<u32> {
    desk.archive.sources.keys().zip(0..).find(|(id, _)| *id == source).map(|(_, number)| number)
}
