//! The chain of a claim as a tree: who has it from whom, up to where it ends, and why it ends there.

use std::collections::BTreeSet;

use super::ancestry::Ancestry;
use super::carriers::{Carrier, Carriers};
use super::firsts::Firsts;
use super::proposal::{Proposal, proposals, proposals_among};
use super::speaking::speaking;
use super::subjects::Subjects;
use crate::model::{ActorId, Archive, Attribution, Claim, ClaimId, SourceId, SourceKind, words};

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

words!(How {
    Asked: "asked",
    TakenFrom: "taken_from",
    AttributedTo: "attributed_to",
    SpeaksFor: "speaks_for",
    SharesPassage: "shares_passage",
    Proposed: "proposed",
});

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

impl End {
    /// The word for it, as data have it.
    pub fn word(&self) -> &'static str {
        match self {
            End::NamedActor => "named_actor",
            End::PrimarySource => "primary_source",
            End::Unnamed(_) => "unnamed",
            End::Circular => "circular",
            End::ShownBefore => "shown_before",
            End::TooLong => "too_long",
            End::NotHeld => "not_held",
            End::Unknown => "unknown",
        }
    }
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
        let mut found = Vec::new();
        let mut open = vec![self];
        while let Some(step) = open.pop() {
            found.push(step);
            open.extend(step.above.iter().rev());
        }
        found
    }
}

/// The chain of a claim to its origins. Proposals stand at its first step only.
pub fn chain(archive: &Archive, ancestry: &Ancestry, claim: &Claim) -> Step {
    let root = Climber::new(archive, &Carriers::new(archive), &Firsts::new(archive)).climb(claim);
    proposed(root, proposals(archive, ancestry, claim))
}

/// Adds proposals to the first step of a chain.
fn proposed(mut root: Step, proposals: Vec<Proposal>) -> Step {
    root.above.extend(proposals.into_iter().map(|proposal| Step {
        how: How::Proposed,
        what: What::Claim(proposal.from),
        end: None,
        above: Vec::new(),
    }));
    root
}

/// The chains of many claims: what they share is looked up once.
#[derive(Clone, Debug)]
pub struct Chains<'a> {
    archive: &'a Archive,
    ancestry: &'a Ancestry,
    carriers: Carriers<'a>,
    firsts: Firsts<'a>,
    subjects: Subjects<'a>,
}

impl<'a> Chains<'a> {
    /// Looks up the carriers of all claims, and what they speak of.
    pub fn new(archive: &'a Archive, ancestry: &'a Ancestry) -> Self {
        let subjects = Subjects::new(archive.claims.values());
        Self { archive, ancestry, carriers: Carriers::new(archive), firsts: Firsts::new(archive), subjects }
    }

    /// The chain of a claim, as [`chain`] gives it.
    pub fn of(&self, claim: &'a Claim) -> Step {
        let root = Climber::new(self.archive, &self.carriers, &self.firsts).climb(claim);
        proposed(root, proposals_among(self.archive, self.ancestry, claim, self.subjects.like(claim)))
    }
}

struct Climber<'a, 'b> {
    archive: &'a Archive,
    carriers: &'b Carriers<'a>,
    firsts: &'b Firsts<'a>,
    shown: BTreeSet<u32>,
    /// From the claim that was asked for to where the climber is.
    path: Vec<u32>,
}

/// Steps of a chain that are shown, one above the other.
const MOST_STEPS: usize = 200;

impl<'a, 'b> Climber<'a, 'b> {
    fn new(archive: &'a Archive, carriers: &'b Carriers<'a>, firsts: &'b Firsts<'a>) -> Self {
        Self { archive, carriers, firsts, shown: BTreeSet::new(), path: Vec::new() }
    }

    fn climb(&mut self, claim: &Claim) -> Step {
        match self.carriers.number(&claim.id) {
            Some(number) => self.claim(number, How::Asked),
            None => Step::last(How::Asked, What::Claim(claim.id.clone()), End::Unknown),
        }
    }

    fn claim(&mut self, number: u32, how: How) -> Step {
        let claim = self.carriers.claim(number);
        let what = What::Claim(claim.id.clone());
        if self.path.contains(&number) {
            return Step::last(how, what, End::Circular);
        }
        if !self.shown.insert(number) {
            return Step::last(how, what, End::ShownBefore);
        }
        if self.path.len() >= MOST_STEPS {
            return Step::last(how, what, End::TooLong);
        }
        self.path.push(number);
        let carriers = self.carriers;
        let mut above: Vec<Step> = carriers.of(number).iter().map(|carrier| self.carrier(*carrier)).collect();
        self.path.pop();
        above.extend(speaking(self.archive, claim).iter().filter_map(|chain| actors(chain)));
        above.extend(self.shared(claim));
        let end = if above.is_empty() { Some(self.end(claim)) } else { None };
        Step { how, what, end, above }
    }

    fn carrier(&mut self, carrier: Carrier<'_>) -> Step {
        match carrier {
            Carrier::Claim(claim) => self.claim(claim, How::TakenFrom),
            Carrier::Named(outlet) => Step::last(How::TakenFrom, What::Outlet(outlet.to_owned()), End::NotHeld),
            Carrier::Source(source) => Step::last(How::TakenFrom, What::Source(source.id.clone()), End::NotHeld),
        }
    }

    fn shared(&self, claim: &'a Claim) -> Option<Step> {
        let first = self.firsts.of(claim);
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

/// The actor who said it and those for whom it spoke, one above the other.
fn actors(chain: &[ActorId]) -> Option<Step> {
    let shown = &chain[..chain.len().min(MOST_STEPS)];
    let (last, below) = shown.split_last()?;
    let end = if shown.len() < chain.len() { End::TooLong } else { End::NamedActor };
    let how = |at| if at == 0 { How::AttributedTo } else { How::SpeaksFor };
    let top = Step::last(how(below.len()), What::Actor(last.clone()), end);
    let add = |above, (at, actor): (usize, &ActorId)| Step {
        how: how(at),
        what: What::Actor(actor.clone()),
        end: None,
        above: vec![above],
    };
    Some(below.iter().enumerate().rev().fold(top, add))
}

fn voice(kind: SourceKind) -> End {
    if kind == SourceKind::Article { End::Unknown } else { End::PrimarySource }
}
