//! What an editor decides about candidates. Each decision is written at once; the graph loads after every file of it.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::{CANDIDATE, InboxError};
use super::names::names;
use super::proposed::{copy, has};
use crate::model::{nearest, only_ending};
use crate::store::record::{AddedFile, ClaimRecord, DecisionRecord, InboxFile, ProposedKind, StateRecord};
use crate::store::{Held, change, read_record, sha256, text_bytes};

/// The day of a decision, and its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The day, ISO 8601.
    pub date: String,
    /// The reason.
    pub note: Option<String>,
}

impl Decision {
    fn record(&self) -> DecisionRecord {
        DecisionRecord { date: self.date.clone(), note: self.note.clone() }
    }
}

/// The file and the place of a candidate that is open.
///
/// # Errors
/// If no candidate has the id, or it was decided before.
pub fn find(held: &Held, id: &str) -> Result<(usize, usize), InboxError> {
    match located(held, id)? {
        (_, _, State::Decided(state)) => Err(InboxError::Decided { id: id.to_owned(), state }),
        (file, place, State::Open) => Ok((file, place)),
    }
}

/// Whether a candidate waits, or what became of it.
enum State {
    Open,
    Decided(&'static str),
}

/// What a candidate is that an editor wants no claim of.
const REJECTED: &str = "rejected";

/// The file and the place of a candidate, and its state; the end of an id will do, where only one ends so.
fn located(held: &Held, id: &str) -> Result<(usize, usize, State), InboxError> {
    let all = held
        .inbox
        .iter()
        .enumerate()
        .flat_map(|(file, own)| own.candidates.iter().enumerate().map(move |(place, one)| (file, place, one)));
    let only = || only_ending(id, all.clone(), |(_, _, one)| one.claim.id.as_str());
    let Some((file, place, one)) = all.clone().find(|(_, _, one)| one.claim.id == id).or_else(only) else {
        let near = nearest(id, all.map(|(_, _, one)| one.claim.id.as_str())).map(str::to_owned);
        return Err(InboxError::Unknown { what: CANDIDATE, id: id.to_owned(), near });
    };
    let state = match one.state {
        StateRecord::Rejected(_) => State::Decided(REJECTED),
        StateRecord::Accepted(_) => State::Decided("accepted"),
        StateRecord::Open if held.archive.claims.contains_key(one.claim.id.as_str()) => State::Decided("accepted"),
        StateRecord::Open => State::Open,
    };
    Ok((file, place, state))
}

/// Accepts candidates: they become claims of the graph, with all that they name and the graph has not. All of them, or none.
///
/// # Errors
/// If one is unknown or decided, or the graph cannot be changed or would not load.
pub fn accept(dir: &Path, ids: &[String], decision: &Decision) -> Result<(), InboxError> {
    change(dir, |held, change| {
        let chosen = chosen(held, ids)?;
        let mut given = BTreeSet::new();
        let mut files: Vec<InboxFile> = Vec::new();
        for (number, file) in held.inbox.iter().enumerate() {
            let own = places(&chosen, number);
            if own.is_empty() {
                continue;
            }
            let claims: Vec<ClaimRecord> = own.iter().map(|place| file.candidates[*place].claim.clone()).collect();
            let added = needed(held, file, &claims, &mut given);
            change.accept(&file.source.id, added, claims)?;
            files.push(decided(file, &own, &StateRecord::Accepted(decision.record())));
        }
        files.iter().try_for_each(|file| change.inbox(file))?;
        Ok(())
    })
}

/// Rejects candidates: they stay in the inbox, with the reason, and do not come back.
///
/// # Errors
/// If one is unknown or decided, or the graph cannot be changed.
pub fn reject(dir: &Path, ids: &[String], decision: &Decision) -> Result<(), InboxError> {
    change(dir, |held, change| {
        let rejected = StateRecord::Rejected(decision.record());
        files(held, &chosen(held, ids)?, &rejected).try_for_each(|file| change.inbox(&file))?;
        Ok(())
    })
}

/// Takes rejected candidates back: they wait again. One that waits already stays as it is.
///
/// # Errors
/// If one is unknown or accepted, or the graph cannot be changed.
pub fn reopen(dir: &Path, ids: &[String]) -> Result<(), InboxError> {
    change(dir, |held, change| {
        let chosen: Result<BTreeSet<_>, _> = ids.iter().map(|id| rejected(held, id)).collect();
        files(held, &chosen?, &StateRecord::Open).try_for_each(|file| change.inbox(&file))?;
        Ok(())
    })
}

/// The file and the place of a candidate that is not accepted.
fn rejected(held: &Held, id: &str) -> Result<(usize, usize), InboxError> {
    match located(held, id)? {
        (_, _, State::Decided(state)) if state != REJECTED => Err(InboxError::Decided { id: id.to_owned(), state }),
        (file, place, _) => Ok((file, place)),
    }
}

/// Puts another claim, as RON, in place of a candidate's, which stays open. `path` names the text in faults.
///
/// # Errors
/// If the text is no claim, the candidate is unknown or decided, or the graph would not load.
pub fn edit(dir: &Path, id: &str, path: &Path, text: &str) -> Result<String, InboxError> {
    let claim: ClaimRecord = read_record(path, text).map_err(|fault| InboxError::Edited(Box::new(fault)))?;
    change(dir, |held, change| {
        let (number, place) = find(held, id)?;
        let mut file = held.inbox[number].clone();
        check_words(&file, &claim)?;
        let new = claim.id.clone();
        file.candidates[place].claim = claim;
        change.inbox(&file)?;
        Ok(new)
    })
}

/// What is said to stand in the text must stand there, as far as the text is at hand.
fn check_words(file: &InboxFile, claim: &ClaimRecord) -> Result<(), InboxError> {
    let Ok(raw) = text_bytes(Path::new(&file.read.file)) else { return Ok(()) };
    if sha256(&raw) != file.read.sha256 {
        return Ok(());
    }
    let placed = claim.evidence.iter().filter_map(|evidence| Some((evidence.bytes?, &evidence.fragment)));
    for ((start, end), fragment) in placed {
        let found = raw.get(start..end);
        if found != Some(fragment.as_bytes()) {
            let found = found.and_then(|found| String::from_utf8(found.to_vec()).ok());
            let (fragment, file) = (fragment.clone(), file.read.file.clone());
            return Err(InboxError::NotThere { fragment, start, end, file, found });
        }
    }
    Ok(())
}

fn chosen(held: &Held, ids: &[String]) -> Result<BTreeSet<(usize, usize)>, InboxError> {
    ids.iter().map(|id| find(held, id)).collect()
}

/// The files of candidates, with these in another state.
fn files(held: &Held, chosen: &BTreeSet<(usize, usize)>, state: &StateRecord) -> impl Iterator<Item = InboxFile> {
    held.inbox.iter().enumerate().filter_map(move |(number, file)| {
        let own: BTreeSet<usize> = places(chosen, number);
        (!own.is_empty()).then(|| decided(file, &own, state))
    })
}

/// The places of candidates in one file.
fn places(chosen: &BTreeSet<(usize, usize)>, number: usize) -> BTreeSet<usize> {
    chosen.iter().filter(|(other, _)| *other == number).map(|(_, place)| *place).collect()
}

fn decided(file: &InboxFile, places: &BTreeSet<usize>, state: &StateRecord) -> InboxFile {
    let mut file = file.clone();
    for place in places {
        file.candidates[*place].state = state.clone();
    }
    file
}

/// The source and the proposed records that claims name, as far as the graph has them not and they are not given yet.
fn needed(
    held: &Held,
    file: &InboxFile,
    claims: &[ClaimRecord],
    given: &mut BTreeSet<(ProposedKind, String)>,
) -> AddedFile {
    let mut added = AddedFile::default();
    if !held.archive.sources.contains_key(file.source.id.as_str()) {
        added.sources.push(file.source.clone());
    }
    let all: BTreeSet<(ProposedKind, String)> = claims.iter().flat_map(names).collect();
    for (kind, id) in all {
        if !has(&held.archive, kind, &id) && given.insert((kind, id.clone())) {
            copy(&file.proposed, kind, &id, &mut added);
        }
    }
    added
}
