//! Outlets that are only named, though a source of theirs is held.

use std::collections::BTreeMap;

use super::{Code, Lint};
use crate::model::{Archive, Claim, Source, Via};
use crate::trace::Subjects;

/// A claim by way of a named outlet, of which a source with a claim on the same subject is in the graph.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let named = archive.claims.values().flat_map(|claim| claim.via.iter().map(move |via| (claim, via)));
    let mut held = Held { outlets: outlets(archive), subjects: BTreeMap::new(), archive };
    named
        .filter_map(|(claim, via)| {
            let Via::Named(name) = via else { return None };
            let held = held.of(name, claim)?;
            Some(Lint {
                code: Code::OutletHeld,
                id: claim.id.to_string(),
                locus: Some(claim.locus.clone()),
                message: format!("{} has it from “{name}”, the outlet of the source {}", claim.id, held.id),
                help: format!(
                    "if it is that one, write via: [Source(\"{}\")]; as a mere name it counts as another origin",
                    held.id
                ),
            })
        })
        .collect()
}

/// The sources of each outlet, by its name in small letters, in the order of their ids.
fn outlets(archive: &Archive) -> BTreeMap<String, Vec<&Source>> {
    let mut outlets: BTreeMap<String, Vec<&Source>> = BTreeMap::new();
    for source in archive.sources.values() {
        if let Some(outlet) = &source.outlet {
            outlets.entry(outlet.to_ascii_lowercase()).or_default().push(source);
        }
    }
    outlets
}

/// Sources by outlet, and of those that were asked for the claims by subject.
struct Held<'a> {
    archive: &'a Archive,
    outlets: BTreeMap<String, Vec<&'a Source>>,
    subjects: BTreeMap<&'a str, Subjects<'a>>,
}

impl<'a> Held<'a> {
    /// The first source of an outlet that has a claim on the subject of a claim, and is not its own.
    fn of(&mut self, outlet: &str, claim: &'a Claim) -> Option<&'a Source> {
        let sources = self.outlets.get(&outlet.to_ascii_lowercase())?.iter().copied();
        sources.filter(|source| source.id != claim.source).find(|source| {
            let subjects = self.subjects.entry(source.id.as_str());
            let subjects = subjects.or_insert_with(|| Subjects::new(self.archive.claims_of(&source.id)));
            subjects.like(claim).next().is_some()
        })
    }
}
