//! What the options of a filter name, looked up in an archive.

use std::collections::{BTreeMap, BTreeSet};

use super::{Filter, FilterError};
use crate::graph::Node;
use crate::model::{ActorId, Archive, Claim};

/// Ids that the options name.
pub(in crate::findings) struct Known {
    pub measure: Option<String>,
    pub place: Option<String>,
    /// The actor and all who speak for it.
    pub actor: Option<BTreeSet<ActorId>>,
    pub source: Option<String>,
}

impl Known {
    /// Looks the options up.
    pub fn resolve(filter: &Filter, archive: &Archive) -> Result<Self, FilterError> {
        let find =
            |option, value: &Option<String>| value.as_deref().map(|value| find(archive, option, value)).transpose();
        Ok(Self {
            measure: find("measure", &filter.measure)?,
            place: find("place", &filter.place)?,
            actor: find("actor", &filter.actor)?.map(|id| speaking_for(archive, id)),
            source: find("source", &filter.source)?,
        })
    }

    /// Whether a claim alone is all that is asked for.
    pub fn pass(&self, archive: &Archive, claim: &Claim) -> bool {
        let measured = |id: &String| claim.about.measure().is_some_and(|own| own.as_str() == id);
        self.measure.as_ref().is_none_or(measured)
            && self.source.as_ref().is_none_or(|id| claim.source.as_str() == id)
            && self.place.as_ref().is_none_or(|id| is_in(archive, claim, id))
            && self.actor.as_ref().is_none_or(|id| rests_on(claim, id))
    }
}

/// The id of what an option names, which is of the kind that the option is called by.
fn find(archive: &Archive, option: &'static str, value: &str) -> Result<String, FilterError> {
    let is_meant = |node: &Node| node.kind() == option;
    let found = Node::named(archive, value, is_meant).first().map(|node| node.id().to_owned());
    found.ok_or_else(|| {
        let near = Node::nearest_name(archive, value, is_meant);
        FilterError::Unknown { option, value: value.to_owned(), near }
    })
}

pub(in crate::findings) fn is_in(archive: &Archive, claim: &Claim, place: &str) -> bool {
    claim.scope.place.as_ref().is_some_and(|own| archive.place_nesting.is_within(own, &place.into()))
}

/// Whether a claim is attributed to one of the actors.
pub(in crate::findings) fn rests_on(claim: &Claim, actors: &BTreeSet<ActorId>) -> bool {
    claim.attribution.actors().iter().any(|own| actors.contains(own))
}

/// An actor and all who speak for it, however many steps away.
fn speaking_for(archive: &Archive, actor: String) -> BTreeSet<ActorId> {
    let mut speaking: BTreeMap<&ActorId, Vec<&ActorId>> = BTreeMap::new();
    for own in archive.actors.values() {
        own.speaks_for.iter().for_each(|other| speaking.entry(&other.actor).or_default().push(&own.id));
    }
    let actor = ActorId::from(actor.as_str());
    let (mut found, mut open) = (BTreeSet::from([actor.clone()]), vec![&actor]);
    while let Some(next) = open.pop() {
        let others = speaking.get(next).into_iter().flatten().copied();
        open.extend(others.filter(|other| found.insert((*other).clone())));
    }
    found
}
