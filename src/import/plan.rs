//! Holds what was read against the graph: what is new, what is there, and what is there and says something else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::compare::differences;
use super::csv::Streamed;
use super::incoming::{Asserted, Incoming, Shelf};
use super::report::{Conflict, Report};
use crate::model::Archive;
use crate::store::claim_record;
use crate::store::record::{AddedFile, ClaimFile, IdentityRecord, JudgementRecord};

/// The records that are new, and what becomes of all.
pub fn plan(archive: &Archive, incoming: Incoming) -> (AddedFile, Report) {
    let mut report = Report { unmapped: incoming.unmapped, assumed: incoming.assumed, ..Report::default() };
    let mut sorter = Sorter { report: &mut report };
    let judgements: BTreeMap<&str, JudgementRecord> =
        archive.judgements.iter().map(|own| (own.id.as_str(), own.into())).collect();
    let new = AddedFile {
        sources: sorter.sort("source", incoming.sources, |id| archive.sources.get(id).map(Into::into)),
        actors: sorter.sort("actor", incoming.actors, |id| archive.actors.get(id).map(Into::into)),
        places: sorter.sort("place", incoming.places, |id| archive.places.get(id).map(Into::into)),
        populations: sorter.sort("population", incoming.populations, |id| archive.populations.get(id).map(Into::into)),
        events: sorter.sort("event", incoming.events, |id| archive.events.get(id).map(Into::into)),
        measures: sorter.sort("measure", incoming.measures, |id| archive.measures.get(id).map(Into::into)),
        propositions: sorter
            .sort("proposition", incoming.propositions, |id| archive.propositions.get(id).map(Into::into)),
        claims: by_source(sorter.sort("claim", incoming.claims, |id| asserted(archive, id))),
        judgements: sorter.sort("judgement", incoming.judgements, |id| judgements.get(id).cloned()),
        identities: sorter.identities(archive, incoming.identities),
    };
    streamed(incoming.streamed, &mut report);
    (new, report)
}

/// What became of claims that were not held.
fn streamed(own: Streamed, report: &mut Report) {
    let lists = [(&mut report.added, own.added), (&mut report.present, own.present)];
    for (list, ids) in lists.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        list.entry("claim").or_default().extend(ids);
    }
    report.conflicts.extend(own.conflicts);
}

struct Sorter<'a> {
    report: &'a mut Report,
}

impl Sorter<'_> {
    fn sort<T: Serialize>(&mut self, kind: &'static str, shelf: Shelf<T>, held: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut new = Vec::new();
        for (id, (record, at)) in shelf {
            let Some(own) = held(&id) else {
                self.report.added.entry(kind).or_default().push(id);
                new.push(record);
                continue;
            };
            let found = differences(&own, &record);
            if found.is_empty() {
                self.report.present.entry(kind).or_default().push(id.clone());
            }
            let conflict = |(field, graph, file)| Conflict { at: at.clone(), kind, id: id.clone(), field, graph, file };
            self.report.conflicts.extend(found.into_iter().map(conflict));
        }
        new
    }

    /// Identities have no id: they are the same or they are others.
    fn identities(&mut self, archive: &Archive, all: Vec<IdentityRecord>) -> Vec<IdentityRecord> {
        let held: Vec<IdentityRecord> = archive.identities.iter().map(Into::into).collect();
        let mut new: Vec<IdentityRecord> = Vec::new();
        for identity in all {
            let list = if held.contains(&identity) { &mut self.report.present } else { &mut self.report.added };
            list.entry("identity").or_default().push(name(&identity));
            if !held.contains(&identity) && !new.contains(&identity) {
                new.push(identity);
            }
        }
        new
    }
}

fn name(identity: &IdentityRecord) -> String {
    match identity {
        IdentityRecord::Difference { total, .. } | IdentityRecord::RateTotal { total, .. } => total.clone(),
        IdentityRecord::Share { share, .. } => share.clone(),
    }
}

/// A claim of the graph as a file would say it.
pub fn asserted(archive: &Archive, id: &str) -> Option<Asserted> {
    let claim = archive.claims.get(id)?;
    Some(Asserted { source: claim.source.to_string(), claim: claim_record(archive, claim) })
}

/// Claims as files of a graph hold them.
pub fn by_source(claims: Vec<Asserted>) -> Vec<ClaimFile> {
    let mut files: BTreeMap<String, ClaimFile> = BTreeMap::new();
    for Asserted { source, claim } in claims {
        let file = files.entry(source.clone()).or_insert(ClaimFile { source, claims: Vec::new() });
        file.claims.push(claim);
    }
    files.into_values().collect()
}
