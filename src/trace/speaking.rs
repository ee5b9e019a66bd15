//! Whom actors speak for, step by step.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ActorId, Archive, Claim, PartialDate, Representation};

/// Each actor who is named as having said a claim and whomever it spoke for then. Nobody, if the claim names no actor.
pub(super) fn speaking(archive: &Archive, claim: &Claim) -> Vec<Vec<ActorId>> {
    let day = archive.published(&claim.source);
    let said = claim.attribution.actors().iter();
    said.map(|actor| chain_of(archive, actor, day).into_iter().cloned().collect()).collect()
}

/// An actor and whomever it spoke for; where it spoke for several, the first by id. A circle ends before it begins anew.
fn chain_of<'a>(archive: &'a Archive, actor: &'a ActorId, day: Option<PartialDate>) -> Vec<&'a ActorId> {
    let mut chain = vec![actor];
    let mut seen = BTreeSet::from([actor]);
    while let Some(next) = chain.last().and_then(|last| spoken_for(archive, last, day)).filter(|next| seen.insert(next))
    {
        chain.push(next);
    }
    chain
}

/// Whom an actor spoke for on a day; of what has no dates, or if the day is not known, it is taken to have held.
fn spoken_for<'a>(archive: &'a Archive, actor: &ActorId, day: Option<PartialDate>) -> Option<&'a ActorId> {
    let held = |other: &&Representation| day.is_none_or(|day| other.held_on(day));
    let links = archive.actors.get(actor)?.speaks_for.iter();
    links.filter(held).map(|other| &other.actor).min()
}

type Spoken<'a, T> = BTreeMap<(&'a ActorId, Option<PartialDate>), T>;

/// The same for many claims: each link is followed once for each day, however many chains lead over it.
#[derive(Debug)]
pub(super) struct Speakers<'a> {
    archive: &'a Archive,
    /// Those who speak for anybody.
    speaking: BTreeSet<&'a ActorId>,
    lasts: RefCell<Spoken<'a, &'a ActorId>>,
}

impl<'a> Speakers<'a> {
    /// Finds out who speaks for anybody.
    pub fn new(archive: &'a Archive) -> Self {
        let speaking = archive.actors.values().filter(|actor| !actor.speaks_for.is_empty()).map(|actor| &actor.id);
        Self { archive, speaking: speaking.collect(), lasts: RefCell::default() }
    }

    /// For each actor who is named as having said a claim, the last in the chain of those whom it spoke for.
    pub fn lasts(&self, claim: &'a Claim) -> impl Iterator<Item = &'a ActorId> {
        claim.attribution.actors().iter().map(|actor| self.last(actor, claim))
    }

    fn last(&self, actor: &'a ActorId, claim: &Claim) -> &'a ActorId {
        if !self.speaking.contains(actor) {
            return actor;
        }
        let day = self.archive.published(&claim.source);
        let mut lasts = self.lasts.borrow_mut();
        self.follow(&mut lasts, actor, day, |_| None, |last| last)
    }

    /// Whether actors said a claim who are somebody or speak for it; `all` of them, or any.
    pub fn is_said_by(&self, who: &Said<'a>, claim: &'a Claim, all: bool) -> bool {
        let actors = claim.attribution.actors();
        let is_it = |actor: &'a ActorId| self.leads_to(who, actor, claim);
        if all { !actors.is_empty() && actors.iter().all(is_it) } else { actors.iter().any(is_it) }
    }

    fn leads_to(&self, who: &Said<'a>, actor: &'a ActorId, claim: &Claim) -> bool {
        if actor == who.id || !self.speaking.contains(actor) {
            return actor == who.id;
        }
        let day = self.archive.published(&claim.source);
        let stop = |actor: &ActorId| (actor == who.id).then_some(true);
        self.follow(&mut who.known.borrow_mut(), actor, day, stop, |_| false)
    }

    /// What a chain comes to: at an actor of whom it is known, at one that stops it, or at its last.
    fn follow<T: Copy>(
        &self,
        known: &mut Spoken<'a, T>,
        actor: &'a ActorId,
        day: Option<PartialDate>,
        stop: impl Fn(&'a ActorId) -> Option<T>,
        end: impl Fn(&'a ActorId) -> T,
    ) -> T {
        let mut chain = vec![actor];
        let mut seen = BTreeSet::from([actor]);
        let mut at = actor;
        loop {
            if let Some(found) = known.get(&(at, day)).copied().or_else(|| stop(at)) {
                known.extend(chain.into_iter().map(|actor| ((actor, day), found)));
                return found;
            }
            match spoken_for(self.archive, at, day) {
                Some(next) if seen.insert(next) => {
                    chain.push(next);
                    at = next;
                }
                // Where a circle ends depends on where it was entered, so that nothing is kept of it.
                Some(_) => return end(at),
                None => {
                    let found = end(at);
                    known.extend(chain.into_iter().map(|actor| ((actor, day), found)));
                    return found;
                }
            }
        }
    }
}

/// Somebody of whom it is asked who speaks for him, and what is known of it already.
#[derive(Debug)]
pub(super) struct Said<'a> {
    id: &'a ActorId,
    known: RefCell<Spoken<'a, bool>>,
}

impl<'a> Said<'a> {
    /// Nothing is known yet.
    pub fn by(id: &'a ActorId) -> Self {
        Self { id, known: RefCell::default() }
    }
}
