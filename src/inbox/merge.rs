//! Merging: a known record in place of a proposed one.

use std::path::Path;

use super::error::{InboxError, PROPOSED};
use super::names::{named, names};
use super::proposed::{copy, has, proposes};
use crate::store::record::{AboutRecord, AddedFile, CandidateRecord, ClaimRecord, InboxFile, ProposedKind};
use crate::store::{Held, change};

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

fn is_open(held: &Held, one: &CandidateRecord) -> bool {
    one.state.is_open() && !held.archive.claims.contains_key(one.claim.id.as_str())
}

const KINDS: [ProposedKind; 4] =
    [ProposedKind::Measure, ProposedKind::Actor, ProposedKind::Place, ProposedKind::Population];

fn kind_of(held: &Held, proposed: &str, into: &str) -> Result<ProposedKind, InboxError> {
    let known = |kind, id: &str| has(&held.archive, kind, id);
    let offered = |kind, id: &str| !known(kind, id) && held.inbox.iter().any(|file| proposes(file, kind, id));
    let kinds: Vec<ProposedKind> = KINDS.into_iter().filter(|kind| offered(*kind, proposed)).collect();
    let unknown = |what, id: &str| InboxError::Unknown { what, id: id.to_owned(), near: None };
    if kinds.is_empty() {
        return Err(match held.waiting.contains_key(proposed) {
            true => InboxError::NotProposed(proposed.to_owned()),
            false => unknown(PROPOSED, proposed),
        });
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
