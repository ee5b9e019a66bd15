//! Ties to records that neither the graph nor the files have, as a part of a graph has them: they are left out and listed.
//! What a claim cannot be without stays, and is a fault.

use std::collections::BTreeSet;

use super::report::{Listed, Report};
use crate::model::Archive;
use crate::store::record::{AddedFile, ViaRecord};

/// Leaves out ties that lead nowhere.
pub fn drop(archive: &Archive, records: &mut AddedFile, mut report: Report) -> Report {
    let known = Known::new(archive, records);
    let mut lost = |from: &str, field: &str, to: &str| {
        report.unmapped.push(Listed {
            at: format!("record \"{from}\", {field}"),
            what: format!("\"{to}\""),
            why: "neither the graph nor the files have it; import it first, or leave it out".to_owned(),
        });
    };
    let mut keep = |known: &BTreeSet<String>, from: &str, field: &str, to: &str| {
        let kept = known.contains(to);
        if !kept {
            lost(from, field, to);
        }
        kept
    };
    for source in &mut records.sources {
        source.cites.retain(|to| keep(&known.sources, &source.id, "cites", to));
        source.links_to.retain(|to| keep(&known.sources, &source.id, "links_to", to));
        source.republishes = source.republishes.take().filter(|to| keep(&known.sources, &source.id, "republishes", to));
    }
    for actor in &mut records.actors {
        actor.spellings.retain(|own| keep(&known.sources, &actor.id, "spellings", &own.source));
        actor.speaks_for.retain(|other| keep(&known.actors, &actor.id, "speaks_for", &other.actor));
    }
    for (regions, known) in [(&mut records.places, &known.places), (&mut records.populations, &known.populations)] {
        regions.iter_mut().for_each(|own| own.part_of.retain(|to| keep(known, &own.id, "part_of", to)));
    }
    for claim in records.claims.iter_mut().flat_map(|file| &mut file.claims) {
        claim.supersedes.retain(|to| keep(&known.claims, &claim.id, "supersedes", to));
        claim.conversion_of =
            claim.conversion_of.take().filter(|to| keep(&known.claims, &claim.id, "conversion_of", to));
        claim.via.retain(|via| match via {
            ViaRecord::Source(to) => keep(&known.sources, &claim.id, "via", to),
            ViaRecord::Claim(to) => keep(&known.claims, &claim.id, "via", to),
            ViaRecord::Named(_) => true,
        });
    }
    report
}

/// The ids that ties may lead to.
struct Known {
    sources: BTreeSet<String>,
    actors: BTreeSet<String>,
    places: BTreeSet<String>,
    populations: BTreeSet<String>,
    claims: BTreeSet<String>,
}

impl Known {
    fn new(archive: &Archive, records: &AddedFile) -> Self {
        let claims = records.claims.iter().flat_map(|file| &file.claims).map(|claim| &claim.id);
        Self {
            sources: ids(archive.sources.keys(), records.sources.iter().map(|own| &own.id)),
            actors: ids(archive.actors.keys(), records.actors.iter().map(|own| &own.id)),
            places: ids(archive.places.keys(), records.places.iter().map(|own| &own.id)),
            populations: ids(archive.populations.keys(), records.populations.iter().map(|own| &own.id)),
            claims: ids(archive.claims.keys(), claims),
        }
    }
}

fn ids<'a, T: ToString>(held: impl Iterator<Item = T>, new: impl Iterator<Item = &'a String>) -> BTreeSet<String> {
    held.map(|id| id.to_string()).chain(new.cloned()).collect()
}
