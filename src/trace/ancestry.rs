//! The origins that the chains of claims come to.

use super::carriers::{Carrier, Carriers};
use super::firsts::Firsts;
use super::origin::Origin;
use super::origins::Origins;
use super::speaking::Speakers;
use crate::graph::{Rows, components, members};
use crate::model::{Archive, Attribution, Claim, ClaimId, Source, SourceKind};

/// The origins of every claim of an archive, worked out once.
#[derive(Clone, Debug)]
pub struct Ancestry {
    /// All claims, in order.
    claims: Vec<ClaimId>,
    /// The set of origins of each.
    sets: Vec<u32>,
    origins: Origins,
}

impl Ancestry {
    /// Follows every chain of the archive, in time linear in its claims and what they are taken from.
    pub fn new(archive: &Archive) -> Self {
        let carriers = Carriers::new(archive);
        let ends =
            Ends { archive, carriers: &carriers, speakers: Speakers::new(archive), firsts: Firsts::new(archive) };
        let flow = flow(&carriers);
        let component = components(&flow);
        let members = members(&component);
        let mut origins = Origins::default();
        let mut of_component: Vec<u32> = Vec::with_capacity(members.len());
        // Strongly connected components come with those first from which the others are taken.
        for own in 0..members.len() as u32 {
            let claims = members.row(own);
            let above = claims.iter().flat_map(|claim| flow.row(*claim)).map(|above| component[*above as usize]);
            let mut sets: Vec<u32> =
                above.filter(|above| *above != own).map(|above| of_component[above as usize]).collect();
            sets.extend(claims.iter().flat_map(|claim| ends.of(*claim)).map(|end| origins.single(end)));
            if sets.is_empty() {
                let sources = claims.iter().map(|claim| &carriers.claim(*claim).source);
                sets.extend(sources.min().map(|id| origins.single(Origin::Circular(id.clone()))));
            }
            of_component.push(origins.all_of(sets));
        }
        let sets = component.into_iter().map(|own| of_component[own as usize]).collect();
        Self { claims: archive.claims.keys().cloned().collect(), sets, origins }
    }

    /// The origins of a claim, in order. It has several if it is taken from several others.
    pub fn origins(&self, claim: &ClaimId) -> impl Iterator<Item = &Origin> {
        self.set(claim).map(|set| self.origins.of(set)).unwrap_or_default().into_iter()
    }

    /// The named origin that a claim rests on, if it rests on nothing else.
    pub fn one_named(&self, claim: &ClaimId) -> Option<&Origin> {
        self.origins.only(self.set(claim)?).filter(|origin| origin.is_named())
    }

    /// Whether two claims rest on one and the same named origin, and on nothing else.
    pub fn is_one_named(&self, a: &ClaimId, b: &ClaimId) -> bool {
        self.one_named(a).is_some_and(|origin| self.one_named(b) == Some(origin))
    }

    /// The first without a name of the origins of a claim.
    pub fn unnamed(&self, claim: &ClaimId) -> Option<&Origin> {
        self.origins.unnamed(self.set(claim)?)
    }

    fn set(&self, claim: &ClaimId) -> Option<u32> {
        self.claims.binary_search(claim).ok().map(|at| self.sets[at])
    }
}

/// From each claim the claims that it is taken from. Whoever is named as having said a claim is its origin, through however
/// many hands it went, so that its chain goes no further.
fn flow(carriers: &Carriers<'_>) -> Rows {
    let above = |(claim, number): (&&Claim, u32)| {
        let goes_on = claim.attribution.actors().is_empty();
        goes_on.then(|| carriers.claims_above(number)).into_iter().flatten()
    };
    Rows::of(carriers.claims().iter().zip(0..).map(above))
}

/// The ends that claims reach by themselves.
struct Ends<'a> {
    archive: &'a Archive,
    carriers: &'a Carriers<'a>,
    speakers: Speakers<'a>,
    firsts: Firsts<'a>,
}

impl Ends<'_> {
    /// The actors whom a claim names, outlets and sources of which no claim is held, or itself, if it is taken from nobody.
    fn of(&self, number: u32) -> Vec<Origin> {
        let claim = self.carriers.claim(number);
        if !claim.attribution.actors().is_empty() {
            return self.speakers.lasts(claim).cloned().map(Origin::Actor).collect();
        }
        let carriers = self.carriers.of(number);
        if carriers.is_empty() {
            return vec![self.own(claim)];
        }
        let end = |carrier: &Carrier<'_>| match carrier {
            Carrier::Claim(_) => None,
            Carrier::Source(source) => Some(own_voice(source)),
            Carrier::Named(outlet) => Some(Origin::Outlet((*outlet).to_owned())),
        };
        carriers.iter().filter_map(end).collect()
    }

    /// A copied passage is nobody's own: it counts for the source that has it first.
    fn own(&self, claim: &Claim) -> Origin {
        let first = self.firsts.of(claim);
        match &claim.attribution {
            Attribution::Unnamed(words) => Origin::Unnamed(first.clone(), words.clone()),
            Attribution::OwnVoice | Attribution::Actors(_) => {
                self.archive.sources.get(first).map_or_else(|| Origin::Unattributed(first.clone()), own_voice)
            }
        }
    }
}

fn own_voice(source: &Source) -> Origin {
    if source.kind == SourceKind::Article {
        Origin::Unattributed(source.id.clone())
    } else {
        Origin::Primary(source.id.clone())
    }
}
