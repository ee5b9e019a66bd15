//! The chain of a claim as a tree: who has it from whom, up to where it ends, and why it ends there.

use std::collections::BTreeSet;

use super::ancestry::Ancestry;
use super::carriers::{Carrier, Carriers, speaking};
use super::proposal::proposals;
use crate::model::{ActorId, Archive, Attribution, Claim, ClaimId, SourceId, SourceKind};

/// How a step is reached from the one below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is the claim that was asked for.
    Asked,
    /// The text says that it is taken from there.
    TakenFrom,
    /// The text says who said it.
    AttributedTo,
    /// One actor speaks for the other.
    SpeaksFor,
    /// The passage is shared with a source that has it first, or may have.
    SharesPassage,
    /// Nobody says so: an earlier claim with the same figure.
    Proposed,
}

/// What stands at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A claim of a source.
    Claim(ClaimId),
    /// A source in which no such claim is held.
    Source(SourceId),
    /// An outlet that is only named.
    Outlet(String),
    /// An actor.
    Actor(ActorId),
}

/// Why a chain ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// With a named actor.
    NamedActor,
    /// With a source that speaks for itself.
    PrimarySource,
    /// With somebody who has no name, in these words.
    Unnamed(String),
    /// It returns to a claim below.
    Circular,
    /// Its further steps stand elsewhere in the tree.
    ShownBefore,
    /// It goes on for more steps than are shown.
    TooLong,
    /// With a source or outlet of which nothing is held here.
    NotHeld,
    /// The source does not say where from.
    Unknown,
}

/// A step of a chain, with the steps above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How it is reached.
    pub how: How,
    /// What stands there.
    pub what: What,
    /// Why the chain ends here, if it does.
    pub end: Option<End>,
    /// What it is taken from.
    pub above: Vec<Step>,
}

impl Step {
    fn last(how: How, what: What, end: End) -> Self {
        Self { how, what, end: Some(end), above: Vec::new() }
    }

    /// Every step of the tree, this one first.
    pub fn walk(&self) -> Vec<&Step> {
        std::iter::once(self).chain(self.above.iter().flat_map(Step::walk)).collect()
    }
}

/// The chain of a claim to its origins. Proposals stand at its first step only.
pub fn chain(archive: &Archive, ancestry: &Ancestry, claim: &Claim) -> Step {
    Chains::new(archive, ancestry).of(claim)
}

/// The chains of many claims: what they share is looked up once.
#[derive(Clone, Debug)]
pub struct Chains<'a> {
    archive: &'a Archive,
    ancestry: &'a Ancestry,
    carriers: Carriers<'a>,
}

impl<'a> Chains<'a> {
    /// Looks up the carriers of all claims.
    pub fn new(archive: &'a Archive, ancestry: &'a Ancestry) -> Self {
        Self { archive, ancestry, carriers: Carriers::new(archive) }
    }

    /// The chain of a claim, as [`chain`] gives it.
    pub fn of(&self, claim: &Claim) -> Step {
        let mut climber = Climber { archive: self.archive, carriers: &self.carriers, shown: BTreeSet::new() };
        let mut root = climber.claim(claim, How::Asked, &mut Vec::new());
        let proposed = proposals(self.archive, self.ancestry, claim);
        root.above.extend(proposed.into_iter().map(|proposal| Step {
            how: How::Proposed,
            what: What::Claim(proposal.from),
            end: None,
            above: Vec::new(),
        }));
        root
    }
}

struct Climber<'a> {
    archive: &'a Archive,
    carriers: &'a Carriers<'a>,
    shown: BTreeSet<ClaimId>,
}

/// Steps of a chain that are shown, one above the other.
const MOST_STEPS: usize = 200;

impl Climber<'_> {
    fn claim(&mut self, claim: &Claim, how: How, path: &mut Vec<ClaimId>) -> Step {
        let what = What::Claim(claim.id.clone());
        if path.contains(&claim.id) {
            return Step::last(how, what, End::Circular);
        }
        if !self.shown.insert(claim.id.clone()) {
            return Step::last(how, what, End::ShownBefore);
        }
        if path.len() >= MOST_STEPS {
            return Step::last(how, what, End::TooLong);
        }
        path.push(claim.id.clone());
        let carriers = self.carriers.of(&claim.id).to_vec();
        let mut above: Vec<Step> = carriers.iter().map(|carrier| self.carrier(carrier, path)).collect();
        path.pop();
        above.extend(speaking(self.archive, claim).iter().map(|chain| self.actor(chain, How::AttributedTo)));
        above.extend(self.shared(claim));
        let end = if above.is_empty() { Some(self.end(claim)) } else { None };
        Step { how, what, end, above }
    }

    fn carrier(&mut self, carrier: &Carrier<'_>, path: &mut Vec<ClaimId>) -> Step {
        match carrier {
            Carrier::Claim(claim) => self.claim(claim, How::TakenFrom, path),
            Carrier::Named(outlet) => Step::last(How::TakenFrom, What::Outlet((*outlet).to_owned()), End::NotHeld),
            Carrier::Source(source) => Step::last(How::TakenFrom, What::Source(source.id.clone()), End::NotHeld),
        }
    }

    fn actor(&self, chain: &[ActorId], how: How) -> Step {
        let Some((actor, rest)) = chain.split_first() else {
            return Step::last(how, What::Outlet(String::new()), End::Unknown);
        };
        let what = What::Actor(actor.clone());
        if rest.is_empty() {
            return Step::last(how, what, End::NamedActor);
        }
        Step { how, what, end: None, above: vec![self.actor(rest, How::SpeaksFor)] }
    }

    fn shared(&self, claim: &Claim) -> Option<Step> {
        let first = self.archive.first_with_passage(claim);
        let copied = *first != claim.source && claim.attribution.actors().is_empty();
        let kind = self.archive.sources.get(first).map(|source| source.kind)?;
        copied.then(|| Step::last(How::SharesPassage, What::Source(first.clone()), voice(kind)))
    }

    fn end(&self, claim: &Claim) -> End {
        match &claim.attribution {
            Attribution::Unnamed(words) => End::Unnamed(words.clone()),
            Attribution::Actors(_) => End::NamedActor,
            Attribution::OwnVoice => {
                self.archive.sources.get(&claim.source).map_or(End::Unknown, |source| voice(source.kind))
            }
        }
    }
}

fn voice(kind: SourceKind) -> End {
    if kind == SourceKind::Article { End::Unknown } else { End::PrimarySource }
}
