//! What the options of a filter name, looked up in an archive.

use std::collections::{BTreeMap, BTreeSet};

use super::{Filter, FilterError};
use crate::model::{ActorId, Archive, Claim, nearest};

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
        let measures = archive.measures.values().map(|known| (known.id.as_str(), vec![known.name.as_str()]));
        let places = archive.places.values().map(|known| (known.id.as_str(), names(&known.name, &known.aliases)));
        let actors = archive.actors.values().map(|known| (known.id.as_str(), names(&known.name, &known.aliases)));
        let sources =
            archive.sources.values().map(|known| (known.id.as_str(), known.title.as_deref().into_iter().collect()));
        Ok(Self {
            measure: find("measure", filter.measure.as_deref(), measures)?,
            place: find("place", filter.place.as_deref(), places)?,
            actor: find("actor", filter.actor.as_deref(), actors)?.map(|id| speaking_for(archive, id)),
            source: find("source", filter.source.as_deref(), sources)?,
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

fn names<'a>(name: &'a str, aliases: &'a [String]) -> Vec<&'a str> {
    std::iter::once(name).chain(aliases.iter().map(String::as_str)).collect()
}

fn find<'a>(
    option: &'static str,
    value: Option<&str>,
    known: impl Iterator<Item = (&'a str, Vec<&'a str>)>,
) -> Result<Option<String>, FilterError> {
    let Some(value) = value else { return Ok(None) };
    let known: Vec<(&str, Vec<&str>)> = known.collect();
    let is_it =
        |(id, names): &&(&str, Vec<&str>)| *id == value || names.iter().any(|name| name.eq_ignore_ascii_case(value));
    if let Some((id, _)) = known.iter().find(is_it) {
        return Ok(Some((*id).to_owned()));
    }
    let names = known.iter().flat_map(|(id, names)| names.iter().chain([id]).copied());
    let near = nearest(value, names).map(str::to_owned);
    Err(FilterError::Unknown { option, value: value.to_owned(), near })
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
