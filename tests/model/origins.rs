//! Where claims come from and what falls without a record, as docs/origins.md has it: by looking at all, again and again.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::model::PeriodForm;
use gainsay::store::record::{AboutRecord, AttributionRecord, ViaRecord};
use gainsay::trace::Origin;

use crate::days::{self, span};
use crate::figures::tidy;
use crate::ladder::{figure, prints};
use crate::world::{Claim, World};

/// From whom a claim is taken.
#[derive(Clone, Debug, PartialEq)]
pub enum From {
    Claim(String),
    Source(String),
    Outlet(String),
}

/// What is taken out of a graph.
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    Source(String),
    Actor(String),
    Claim(String),
}

/// Who has what from whom.
pub struct Descents<'a> {
    world: &'a World,
    from: BTreeMap<&'a str, Vec<From>>,
}

/// Whether two claims speak of the same thing, as far as both say.
pub fn is_one_subject(a: &Claim, b: &Claim) -> bool {
    use AboutRecord::{Date, Quantity, Quote, Rank, Stance};
    let agree = |one: Option<&str>, other: Option<&str>| one.is_none() || other.is_none() || one == other;
    let counts = |claim: &Claim, own: &Option<String>| {
        own.clone().or_else(|| claim.quantity().and_then(|measure| measure.counts).map(str::to_owned))
    };
    let is_one = match (&a.record.about, &b.record.about) {
        (Quantity { measure: one, counts: left, .. }, Quantity { measure: other, counts: right, .. }) => {
            one == other && counts(a, left) == counts(b, right)
        }
        (Date { event: one, .. }, Date { event: other, .. }) => one == other,
        (Rank { measure: one, subject: what, .. }, Rank { measure: other, subject, .. }) => {
            one == other && what == subject
        }
        (Stance { proposition: one, .. }, Stance { proposition: other, .. }) => one == other,
        (Quote { speaker: one, passage: what, .. }, Quote { speaker: other, passage, .. }) => {
            one == other && what == passage
        }
        _ => false,
    };
    is_one && agree(a.place(), b.place()) && agree(a.population(), b.population())
}

/// Whether `fine`, written with no more digits than `coarse`, is `coarse`.
fn rounds_to(fine: f64, coarse: f64) -> bool {
    let digits = format!("{coarse:e}");
    let (mantissa, exponent) = digits.split_once('e').unwrap();
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let half: f64 =
        format!("5e{}", exponent.parse::<i64>().unwrap() - i64::try_from(decimals).unwrap() - 1).parse().unwrap();
    let half = if coarse == 0.0 { 0.5 } else { half };
    let apart = tidy((fine - coarse).abs());
    apart <= half && apart <= tidy(0.05 * coarse.abs())
}

/// Whether two claims print one figure, or say the same.
pub fn is_one_figure(a: &Claim, b: &Claim) -> bool {
    let (Some((one, of_one)), Some((other, of_other))) = (prints(a), prints(b)) else {
        let quotes = matches!(a.record.about, AboutRecord::Quote { .. }) && is_one_subject(a, b);
        return quotes || says_the_same(a, b);
    };
    let alike = |a: f64, b: f64| tidy(a) == tidy(b) || rounds_to(a, b) || rounds_to(b, a);
    of_one == of_other && one.len() == other.len() && one.iter().zip(&other).all(|(a, b)| alike(*a, *b))
}

/// Whether two claims are about the same, whatever narrows them.
fn says_the_same(a: &Claim, b: &Claim) -> bool {
    use AboutRecord::{Date, Quantity, Quote, Rank, Stance};
    match (&a.record.about, &b.record.about) {
        (Quantity { value: one, .. }, Quantity { value: other, .. }) => {
            is_one_kind(a, b) && one == other && figure(a).map(|it| it.unit) == figure(b).map(|it| it.unit)
        }
        (Date { event: one, when: left }, Date { event: other, when: right }) => {
            one == other && left == right && *left != PeriodForm::Now
        }
        (
            Rank { measure: one, subject: what, rank: first, to: last, from: end, .. },
            Rank { measure: other, subject, rank, to, from, .. },
        ) => {
            let (last, to) = (last.unwrap_or(*first), to.unwrap_or(*rank));
            one == other && what == subject && first == rank && last == to && end == from
        }
        (Stance { proposition: one, stance: left, .. }, Stance { proposition: other, stance: right, .. }) => {
            one == other && left == right
        }
        (Quote { .. }, Quote { .. }) => a.record.about == b.record.about,
        _ => false,
    }
}

/// Whether two quantities are of one measure and count one thing.
fn is_one_kind(a: &Claim, b: &Claim) -> bool {
    let counts = |claim: &Claim| match &claim.record.about {
        AboutRecord::Quantity { measure, counts, .. } => {
            Some((measure.clone(), counts.clone().or(claim.quantity()?.counts.map(str::to_owned))))
        }
        _ => None,
    };
    counts(a) == counts(b)
}

impl<'a> Descents<'a> {
    pub fn new(world: &'a World) -> Self {
        let from = world.claims.iter().map(|claim| (claim.id(), carriers(world, claim))).collect();
        Self { world, from }
    }

    /// From whom a claim is taken.
    pub fn from(&self, id: &str) -> &[From] {
        &self.from[id]
    }

    fn claims_above(&self, id: &str) -> Vec<&str> {
        let claims =
            self.from[id].iter().map(|from| if let From::Claim(above) = from { Some(above.as_str()) } else { None });
        claims.flatten().collect()
    }

    /// The claims that a chain goes on to: where an actor is named, none.
    fn next(&self, id: &str) -> Vec<&str> {
        let named = self.world.claim(id).is_some_and(|claim| !claim.actors().is_empty());
        if named { Vec::new() } else { self.claims_above(id) }
    }

    /// All claims on the chains of one, itself included.
    fn reached<'b>(&'b self, id: &'b str) -> BTreeSet<&'b str> {
        let mut all = BTreeSet::from([id]);
        loop {
            let more: BTreeSet<&str> = all.iter().flat_map(|one| self.next(one)).collect();
            if more.is_subset(&all) {
                return all;
            }
            all.extend(more);
        }
    }

    /// The ends that a claim comes to by itself.
    fn ends(&self, id: &str) -> Vec<Origin> {
        let claim = self.world.claim(id).unwrap();
        if !claim.actors().is_empty() {
            let last = |actor: &String| spoken_for(self.world, claim, actor).pop().expect("itself at least");
            return claim.actors().iter().map(|actor| Origin::Actor(last(actor).as_str().into())).collect();
        }
        if self.from[id].is_empty() {
            let first = first_with_passage(self.world, claim);
            return vec![match &claim.record.attributed_to {
                Some(AttributionRecord::Unnamed(words)) => Origin::Unnamed(first.as_str().into(), words.clone()),
                _ => own_voice(self.world, &first),
            }];
        }
        let end = |from: &From| match from {
            From::Claim(_) => None,
            From::Source(id) => Some(own_voice(self.world, id)),
            From::Outlet(name) => Some(Origin::Outlet(name.clone())),
        };
        self.from[id].iter().filter_map(end).collect()
    }

    /// The origins of a claim: the ends of all claims on its chains. Claims that only lead to each other are a circle, which
    /// ends nowhere and is one.
    pub fn origins(&self, id: &str) -> BTreeSet<Origin> {
        let mut found = BTreeSet::new();
        for one in self.reached(id) {
            found.extend(self.ends(one));
            let circle = self.reached(one);
            if circle.iter().all(|other| self.ends(other).is_empty() && self.reached(other) == circle) {
                let sources = circle.iter().map(|other| &self.world.claim(other).unwrap().source);
                found.insert(Origin::Circular(sources.min().expect("a claim").as_str().into()));
            }
        }
        found
    }

    /// The named origin of a claim that has no other.
    pub fn one_named(&self, id: &str) -> Option<Origin> {
        let origins = self.origins(id);
        let one = origins.first().filter(|_| origins.len() == 1)?;
        matches!(one, Origin::Actor(_) | Origin::Primary(_) | Origin::Outlet(_)).then(|| one.clone())
    }

    /// Whether a claim was said by an actor, or for it: by all whom it names, or by some.
    fn is_said_by(&self, claim: &Claim, actor: &String, all: bool) -> bool {
        let actors = claim.actors();
        let is_it = |own: &String| spoken_for(self.world, claim, own).contains(actor);
        if all { !actors.is_empty() && actors.iter().all(is_it) } else { actors.iter().any(is_it) }
    }

    /// The claims that fall with a record, and those that rest on it partly.
    pub fn fall(&self, out: &Out) -> (BTreeSet<String>, BTreeSet<String>) {
        let is_own = |claim: &&Claim| match out {
            Out::Source(id) => claim.source == *id,
            Out::Claim(id) => claim.id() == id,
            Out::Actor(id) => self.is_said_by(claim, id, true),
        };
        let own: BTreeSet<&str> = self.world.claims.iter().filter(is_own).map(Claim::id).collect();
        let nobody = BTreeSet::new();
        let none = Out::Claim(String::new());
        // In a circle that no chain reaches, whoever is named is where its chains end.
        let plain = self.reached_from_ends(&none, &nobody, &nobody);
        let is_way_out = |claim: &&Claim| !plain.contains(claim.id()) && !claim.actors().is_empty();
        let ways_out: BTreeSet<&str> = self.world.claims.iter().filter(is_way_out).map(Claim::id).collect();
        let before = self.reached_from_ends(&none, &nobody, &ways_out);
        let after = self.reached_from_ends(out, &own, &ways_out);
        let mut alone: BTreeSet<&str> = own.union(&(&before - &after)).copied().collect();
        // Of circles falls what is taken from nothing that stands.
        let stands = |from: &From, alone: &BTreeSet<&str>| match from {
            From::Claim(above) => !alone.contains(above.as_str()),
            From::Source(id) => *out != Out::Source(id.clone()),
            From::Outlet(_) => true,
        };
        loop {
            let falls = |claim: &&Claim| {
                !before.contains(claim.id()) && !self.from[claim.id()].iter().any(|from| stands(from, &alone))
            };
            let more: BTreeSet<&str> = self.world.claims.iter().filter(falls).map(Claim::id).collect();
            if more.is_subset(&alone) {
                break;
            }
            alone.extend(more);
        }
        let is_touched = |claim: &&Claim| {
            let with_others = if let Out::Actor(id) = out { self.is_said_by(claim, id, false) } else { false };
            with_others || self.from[claim.id()].iter().any(|from| !stands(from, &alone))
        };
        let rest = self.world.claims.iter().filter(|claim| !alone.contains(claim.id()));
        let partly = rest.filter(is_touched).map(|claim| claim.id().to_owned()).collect();
        (alone.into_iter().map(str::to_owned).collect(), partly)
    }

    /// The claims to which some end comes down, if a record and some claims are taken out.
    fn reached_from_ends(&self, out: &Out, gone: &BTreeSet<&str>, ways_out: &BTreeSet<&str>) -> BTreeSet<&str> {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        loop {
            let comes = |from: &From| match from {
                From::Claim(above) => reached.contains(above.as_str()),
                From::Source(id) => *out != Out::Source(id.clone()),
                From::Outlet(_) => true,
            };
            let is_reached = |id: &&str| {
                let from = &self.from[*id];
                !gone.contains(id) && (from.is_empty() || ways_out.contains(id) || from.iter().any(comes))
            };
            let all: BTreeSet<&str> = self.world.claims.iter().map(Claim::id).filter(is_reached).collect();
            if all == reached {
                return reached;
            }
            reached = all;
        }
    }

    /// Claims that stand, on the subject of one that falls and of the same named origin.
    pub fn same_origin(&self, alone: &BTreeSet<String>, partly: &BTreeSet<String>) -> BTreeSet<String> {
        let fallen: Vec<&Claim> = alone.iter().map(|id| self.world.claim(id).unwrap()).collect();
        let is_kin = |claim: &&Claim| {
            let own = self.one_named(claim.id());
            let stands = !alone.contains(claim.id()) && !partly.contains(claim.id());
            stands
                && own.is_some()
                && fallen.iter().any(|other| is_one_subject(claim, other) && self.one_named(other.id()) == own)
        };
        self.world.claims.iter().filter(is_kin).map(|claim| claim.id().to_owned()).collect()
    }

    /// The world without a record and all that falls with it.
    pub fn without(&self, out: &Out) -> World {
        let (alone, _) = self.fall(out);
        let mut left = self.world.clone();
        left.claims.retain(|claim| !alone.contains(claim.id()));
        for claim in &mut left.claims {
            let original = self.world.claim(claim.id()).unwrap();
            let gone = |id: &String| alone.contains(id);
            claim.record.supersedes.retain(|id| !gone(id));
            let from = self.from[claim.id()].clone();
            let mut named = from.iter();
            claim.record.via.retain(|via| {
                let carrier = named.next().expect("each is a carrier");
                let is_out = |id: &String| *out == Out::Source(id.clone());
                !matches!(carrier, From::Claim(id) if gone(id))
                    && !matches!(carrier, From::Source(id) if is_out(id))
                    && !matches!(via, ViaRecord::Source(id) if is_out(id))
            });
            if let Out::Actor(id) = out
                && original.actors().len() > 1
            {
                let stay = original.actors().into_iter();
                let stay = stay.filter(|actor| !spoken_for(self.world, original, actor).contains(id)).collect();
                claim.record.attributed_to = Some(AttributionRecord::Actors(stay));
            }
        }
        if let Out::Source(id) = out {
            left.sources.retain(|source| source.id != *id);
            left.passages.retain(|passage| passage.iter().all(|(source, _)| source != id));
            for source in &mut left.sources {
                source.cites.retain(|cited| cited != id);
                source.republishes = source.republishes.take().filter(|original| original != id);
            }
        }
        left
    }
}

/// From whom a claim is taken: what its text names, or else what its source republishes.
fn carriers(world: &World, claim: &Claim) -> Vec<From> {
    let held_by = |id: &String| {
        let own = world.claims.iter().filter(|other| other.source == *id && is_one_subject(claim, other));
        let unlike = |other: &&Claim| {
            let scope = |claim: &Claim| {
                let period = claim.period().cloned().zip(days::of_claim(world, claim).map(|days| format!("{days:?}")));
                let text = |value: Option<&str>| value.map(str::to_owned);
                (text(claim.place()), text(claim.population()), text(claim.definition()), period)
            };
            (
                !is_one_figure(claim, other),
                scope(claim) != scope(other),
                !says_the_same(claim, other),
                other.id().to_owned(),
            )
        };
        own.min_by_key(unlike).map_or_else(|| From::Source(id.clone()), |other| From::Claim(other.id().to_owned()))
    };
    if claim.record.via.is_empty() {
        return world
            .source(&claim.source)
            .and_then(|source| source.republishes.as_ref())
            .map(held_by)
            .into_iter()
            .collect();
    }
    let one = |via: &ViaRecord| match via {
        ViaRecord::Source(id) => held_by(id),
        ViaRecord::Claim(id) => From::Claim(id.clone()),
        ViaRecord::Named(name) => From::Outlet(name.clone()),
    };
    claim.record.via.iter().map(one).collect()
}

/// An actor and all for whom it spoke, step by step, when the claim was published. A circle ends where it would begin anew.
pub fn spoken_for(world: &World, claim: &Claim, actor: &str) -> Vec<String> {
    let day = world.source(&claim.source).and_then(|source| source.published).map(span);
    let held = |since: Option<&str>, until: Option<&str>| {
        let Some((first, last)) = day else { return true };
        since.is_none_or(|since| span(since).0 <= last) && until.is_none_or(|until| span(until).1 >= first)
    };
    let mut chain = vec![actor.to_owned()];
    loop {
        let own = world.actors.iter().find(|one| Some(&one.id) == chain.last()).expect("an actor");
        let links = own.speaks_for.iter().filter(|(_, since, until)| held(*since, *until));
        match links.map(|(other, ..)| other).min() {
            Some(next) if !chain.contains(next) => chain.push(next.clone()),
            _ => return chain,
        }
    }
}

/// The source that has the passage first in which a claim stands: by date, or where dates do not tell, by id.
pub fn first_with_passage(world: &World, claim: &Claim) -> String {
    let mut sharing = vec![claim.source.clone()];
    if let Some((start, end)) = claim.record.evidence.first().and_then(|evidence| evidence.bytes) {
        let holds =
            |(source, bytes): &(String, (usize, usize))| *source == claim.source && bytes.0 <= start && end <= bytes.1;
        for [a, b] in &world.passages {
            if holds(a) {
                sharing.push(b.0.clone());
            } else if holds(b) {
                sharing.push(a.0.clone());
            }
        }
    }
    sharing.sort();
    let days = |id: &String| world.source(id).and_then(|source| source.published).map(span);
    // One is out if another was surely published before it, or has a date where it has none.
    let later =
        |id: &String| sharing.iter().filter_map(days).any(|(_, end)| days(id).is_none_or(|(start, _)| end < start));
    sharing.iter().find(|id| !later(id)).expect("one at least").clone()
}

fn own_voice(world: &World, id: &str) -> Origin {
    if world.source(id).is_some_and(|source| source.is_report) {
        Origin::Primary(id.into())
    } else {
        Origin::Unattributed(id.into())
    }
}

/// The sources that cite each other in circles, of each circle all of them, and those that cite themselves.
pub fn circles(world: &World) -> BTreeSet<BTreeSet<String>> {
    let leads: BTreeMap<&str, BTreeSet<String>> =
        world.sources.iter().map(|source| (source.id.as_str(), cited(world, &source.id))).collect();
    let circling = world.sources.iter().filter(|source| leads[source.id.as_str()].contains(&source.id));
    let circle = |source: &crate::world::Source| {
        let back = leads[source.id.as_str()].iter().filter(|other| leads[other.as_str()].contains(&source.id));
        back.cloned().collect()
    };
    circling.map(circle).collect()
}

/// All that a source cites, directly or through others; itself only if it comes back to itself.
pub fn cited(world: &World, id: &str) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = world.source(id).expect("a source").cites.iter().cloned().collect();
    loop {
        let more: BTreeSet<String> =
            all.iter().flat_map(|one| world.source(one).expect("a source").cites.iter().cloned()).collect();
        if more.is_subset(&all) {
            return all;
        }
        all.extend(more);
    }
}
