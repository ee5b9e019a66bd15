//! What an editor decides about candidates. Each decision is written at once; the graph loads after every file of it.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::InboxError;
use super::names::{named, names};
use crate::model::{Archive, nearest};
use crate::store::record::{
    AboutRecord, AddedFile, CandidateRecord, ClaimRecord, DecisionRecord, EvidenceRecord, InboxFile, ProposedKind,
    StateRecord,
};
use crate::store::{Held, change, read_record, sha256};

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
    let all = held
        .inbox
        .iter()
        .enumerate()
        .flat_map(|(file, own)| own.candidates.iter().enumerate().map(move |(place, one)| (file, place, one)));
    let Some((file, place, one)) = all.clone().find(|(_, _, one)| one.claim.id == id) else {
        let near = nearest(id, all.map(|(_, _, one)| one.claim.id.as_str())).map(str::to_owned);
        return Err(InboxError::Unknown { what: "candidate", id: id.to_owned(), near });
    };
    let decided = |state| Err(InboxError::Decided { id: id.to_owned(), state });
    match one.state {
        StateRecord::Rejected(_) => decided("rejected"),
        StateRecord::Accepted(_) => decided("accepted"),
        StateRecord::Open if held.archive.claims.contains_key(id) => decided("accepted"),
        StateRecord::Open => Ok((file, place)),
    }
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
            let own: BTreeSet<usize> =
                chosen.iter().filter(|(other, _)| *other == number).map(|(_, place)| *place).collect();
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
        let chosen = chosen(held, ids)?;
        for (number, file) in held.inbox.iter().enumerate() {
            let own: BTreeSet<usize> =
                chosen.iter().filter(|(other, _)| *other == number).map(|(_, place)| *place).collect();
            if !own.is_empty() {
                change.inbox(&decided(file, &own, &StateRecord::Rejected(decision.record())))?;
            }
        }
        Ok(())
    })
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
    let Ok(raw) = std::fs::read(&file.read.file) else { return Ok(()) };
    if sha256(&raw) != file.read.sha256 {
        return Ok(());
    }
    let stands = |evidence: &&EvidenceRecord| {
        evidence.bytes.is_none_or(|(start, end)| raw.get(start..end) == Some(evidence.fragment.as_bytes()))
    };
    match claim.evidence.iter().find(|evidence| !stands(evidence)) {
        Some(evidence) => Err(InboxError::NotThere(evidence.fragment.clone())),
        None => Ok(()),
    }
}

/// Puts a known record in place of a proposed one, wherever an open candidate names it.
///
/// # Errors
/// If nothing of the id is proposed, nothing of its kind has the other one, or the graph would not load.
pub fn merge(dir: &Path, proposed: &str, into: &str) -> Result<usize, InboxError> {
    change(dir, |held, change| {
        let kind = kind_of(held, proposed, into)?;
        let unit = unit_of(held, proposed).filter(|own| unit_of(held, into).as_ref() != Some(own));
        let mut changed = 0;
        for file in &held.inbox {
            let mut file = file.clone();
            let before = changed;
            for one in file.candidates.iter_mut().filter(|one| is_open(held, one)) {
                let swapped = swap(&mut one.claim, kind, proposed, into);
                if swapped && kind == ProposedKind::Measure {
                    keep_unit(&mut one.claim, unit.as_ref());
                }
                changed += usize::from(swapped);
            }
            if changed > before {
                share(held, &mut file, kind, into);
                drop_unnamed(&mut file, kind, proposed);
                change.inbox(&file)?;
            }
        }
        Ok(changed)
    })
}

fn chosen(held: &Held, ids: &[String]) -> Result<BTreeSet<(usize, usize)>, InboxError> {
    ids.iter().map(|id| find(held, id)).collect()
}

fn is_open(held: &Held, one: &CandidateRecord) -> bool {
    one.state.is_open() && !held.archive.claims.contains_key(one.claim.id.as_str())
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

fn has(archive: &Archive, kind: ProposedKind, id: &str) -> bool {
    match kind {
        ProposedKind::Measure => archive.measures.contains_key(id),
        ProposedKind::Actor => archive.actors.contains_key(id),
        ProposedKind::Place => archive.places.contains_key(id),
        ProposedKind::Population => archive.populations.contains_key(id),
    }
}

/// Copies a proposed record; says whether there was one.
fn copy(from: &AddedFile, kind: ProposedKind, id: &str, to: &mut AddedFile) -> bool {
    match kind {
        ProposedKind::Measure => put(from.measures.iter().find(|one| one.id == id), &mut to.measures),
        ProposedKind::Actor => put(from.actors.iter().find(|one| one.id == id), &mut to.actors),
        ProposedKind::Place => put(from.places.iter().find(|one| one.id == id), &mut to.places),
        ProposedKind::Population => put(from.populations.iter().find(|one| one.id == id), &mut to.populations),
    }
}

fn put<T: Clone>(found: Option<&T>, to: &mut Vec<T>) -> bool {
    to.extend(found.cloned());
    found.is_some()
}

fn proposes(file: &InboxFile, kind: ProposedKind, id: &str) -> bool {
    copy(&file.proposed, kind, id, &mut AddedFile::default())
}

const KINDS: [ProposedKind; 4] =
    [ProposedKind::Measure, ProposedKind::Actor, ProposedKind::Place, ProposedKind::Population];

fn kind_of(held: &Held, proposed: &str, into: &str) -> Result<ProposedKind, InboxError> {
    let known = |kind, id: &str| has(&held.archive, kind, id);
    let offered = |kind, id: &str| !known(kind, id) && held.inbox.iter().any(|file| proposes(file, kind, id));
    let kinds: Vec<ProposedKind> = KINDS.into_iter().filter(|kind| offered(*kind, proposed)).collect();
    let unknown = |what, id: &str| InboxError::Unknown { what, id: id.to_owned(), near: None };
    if kinds.is_empty() {
        return Err(unknown("proposed record", proposed));
    }
    let fits = |kind: &ProposedKind| known(*kind, into) || offered(*kind, into);
    kinds.into_iter().find(fits).ok_or_else(|| unknown("record of that kind", into))
}

/// Puts another id in place of one; says whether it was there.
fn swap(claim: &mut ClaimRecord, kind: ProposedKind, from: &str, into: &str) -> bool {
    let own = named(claim).into_iter().filter(|(other, id)| *other == kind && *id == from);
    own.map(|(_, id)| into.clone_into(id)).count() > 0
}

fn unit_of(held: &Held, measure: &str) -> Option<String> {
    let known = held.archive.measures.get(measure).map(|measure| measure.unit.clone());
    let mut proposed = held.inbox.iter().flat_map(|file| &file.proposed.measures);
    known.or_else(|| proposed.find(|one| one.id == measure).map(|one| one.unit.clone()))
}

/// A figure without a unit of its own keeps that of the measure that it had.
fn keep_unit(claim: &mut ClaimRecord, old: Option<&String>) {
    if let AboutRecord::Quantity { unit: unit @ None, .. } = &mut claim.about {
        *unit = old.cloned();
    }
}

/// Lets a file propose what another one does, if the graph has it not.
fn share(held: &Held, file: &mut InboxFile, kind: ProposedKind, id: &str) {
    if !has(&held.archive, kind, id) && !proposes(file, kind, id) {
        held.inbox.iter().any(|other| copy(&other.proposed, kind, id, &mut file.proposed));
    }
}

/// Takes a proposed record away that no open candidate of the file names any more.
fn drop_unnamed(file: &mut InboxFile, kind: ProposedKind, id: &str) {
    let open = file.candidates.iter().filter(|one| one.state.is_open());
    if open.flat_map(|one| names(&one.claim)).any(|own| own == (kind, id.to_owned())) {
        return;
    }
    let AddedFile { actors, places, populations, measures, .. } = &mut file.proposed;
    match kind {
        ProposedKind::Measure => measures.retain(|one| one.id != id),
        ProposedKind::Actor => actors.retain(|one| one.id != id),
        ProposedKind::Place => places.retain(|one| one.id != id),
        ProposedKind::Population => populations.retain(|one| one.id != id),
    }
    file.near.retain(|near| near.kind != kind || near.id != id);
}
