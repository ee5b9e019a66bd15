//! What is told of a claim's way: its chain step by step, what it may have been taken from, and what became of its figure.

use gainsay::store::record::{AboutRecord, AttributionRecord};
use gainsay::trace::{DriftKind, End, How, What};

use crate::days::span;
use crate::figures::printed;
use crate::origins::{Descents, From, first_with_passage, is_one_figure, is_one_subject, spoken_for};
use crate::world::{Claim, World};

/// A step of a chain, with how many lie below it.
pub type Told = (usize, How, What, Option<End>);

/// A claim that another may have been taken from; same speaker, rounded, earlier.
pub type Likely = (String, bool, bool, bool);

/// The chain of a claim, the steps in the order in which they are shown.
pub fn chain(world: &World, descents: &Descents<'_>, id: &str) -> Vec<Told> {
    let mut steps = Vec::new();
    let mut climb = Climb { world, descents, shown: Vec::new(), steps: &mut steps };
    climb.claim(id, How::Asked, &[]);
    let proposed = likely(world, descents, id).into_iter();
    steps.extend(proposed.map(|(from, ..)| (1, How::Proposed, What::Claim(from.as_str().into()), None)));
    steps
}

struct Climb<'a> {
    world: &'a World,
    descents: &'a Descents<'a>,
    shown: Vec<String>,
    steps: &'a mut Vec<Told>,
}

impl Climb<'_> {
    /// A claim and all above it; what is shown already is not shown again.
    fn claim(&mut self, id: &str, how: How, path: &[String]) {
        let (claim, below) = (self.world.claim(id).expect("a claim"), path.len());
        let at = self.steps.len();
        self.steps.push((below, how, What::Claim(id.into()), None));
        if path.iter().any(|one| one == id) {
            self.steps[at].3 = Some(End::Circular);
            return;
        }
        if self.shown.iter().any(|one| one == id) {
            self.steps[at].3 = Some(End::ShownBefore);
            return;
        }
        self.shown.push(id.to_owned());
        let path = [path, &[id.to_owned()]].concat();
        for from in self.descents.from(id).to_vec() {
            let what = match from {
                From::Claim(above) => {
                    self.claim(&above, How::TakenFrom, &path);
                    continue;
                }
                From::Source(source) => What::Source(source.as_str().into()),
                From::Outlet(name) => What::Outlet(name),
            };
            self.steps.push((path.len(), How::TakenFrom, what, Some(End::NotHeld)));
        }
        for actor in claim.actors() {
            let chain = spoken_for(self.world, claim, &actor);
            for (at, actor) in chain.iter().enumerate() {
                let how = if at == 0 { How::AttributedTo } else { How::SpeaksFor };
                let end = (at + 1 == chain.len()).then_some(End::NamedActor);
                self.steps.push((path.len() + at, how, What::Actor(actor.as_str().into()), end));
            }
        }
        let first = first_with_passage(self.world, claim);
        if first != claim.source && claim.actors().is_empty() {
            let what = What::Source(first.as_str().into());
            self.steps.push((path.len(), How::SharesPassage, what, Some(self.voice(&first))));
        }
        if self.steps.len() == at + 1 {
            self.steps[at].3 = Some(match &claim.record.attributed_to {
                Some(AttributionRecord::Unnamed(words)) => End::Unnamed(words.clone()),
                _ => self.voice(&claim.source),
            });
        }
    }

    fn voice(&self, source: &str) -> End {
        if self.world.source(source).expect("a source").is_report { End::PrimarySource } else { End::Unknown }
    }
}

/// The days of a source's publication.
fn published(world: &World, claim: &Claim) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    world.source(&claim.source).and_then(|source| source.published).map(span)
}

/// Claims with the same figure from which one may have been taken that does not say from whom: not later ones, and only those
/// of the same speaker, or, if it names no actor, those that have a name behind them.
pub fn likely(world: &World, descents: &Descents<'_>, id: &str) -> Vec<Likely> {
    let claim = world.claim(id).expect("a claim");
    let AboutRecord::Quantity { value, .. } = &claim.record.about else { return Vec::new() };
    if !claim.record.via.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for other in world.claims.iter().filter(|other| other.source != claim.source) {
        let AboutRecord::Quantity { value: theirs, .. } = &other.record.about else { continue };
        if !is_one_subject(claim, other) || !is_one_figure(claim, other) {
            continue;
        }
        let (earlier, later) = match (published(world, other), published(world, claim)) {
            (Some(theirs), Some(own)) => (theirs.1 < own.0, theirs.0 > own.1),
            (None, _) => (false, true),
            (Some(_), None) => (false, false),
        };
        let one = descents.one_named(id);
        let same_speaker = one.is_some() && one == descents.one_named(other.id());
        let is_named = descents.origins(other.id()).iter().any(gainsay::trace::Origin::is_named);
        if !later && (same_speaker || (claim.actors().is_empty() && is_named)) {
            found.push((other.id().to_owned(), same_speaker, printed(value) != printed(theirs), earlier));
        }
    }
    found.sort_by_key(|(from, same, rounded, earlier)| (!earlier, !same, *rounded, from.clone()));
    found
}

/// What became of the figure of a claim: its hedges in the order of dates, of whom it is told, and whether dates run backwards.
pub fn drifts(world: &World, descents: &Descents<'_>, id: &str) -> Vec<(DriftKind, Vec<String>)> {
    let claim = world.claim(id).expect("a claim");
    let one = descents.one_named(id);
    let is_one_named = |other: &&Claim| one.is_some() && one == descents.one_named(other.id());
    let mut found = Vec::new();
    let alike = |other: &&Claim| is_one_subject(claim, other) && is_one_figure(claim, other) && is_one_named(other);
    let mut family: Vec<&Claim> = world.claims.iter().filter(|other| other.id() == id || alike(other)).collect();
    let day = |claim: &Claim| published(world, claim).map(|days| days.1);
    family.sort_by_key(|claim| (day(claim).is_none(), day(claim), claim.id().to_owned()));
    let words = |claim: &&Claim| match &claim.record.about {
        AboutRecord::Quantity { value, .. } => Some(value.text()),
        _ => None,
    };
    let texts: Option<Vec<String>> = family.iter().map(words).collect();
    if texts.is_some_and(|texts| texts.iter().any(|text| *text != texts[0])) {
        found.push((DriftKind::Hedge, family.iter().map(|claim| claim.id().to_owned()).collect()));
    }
    let of = |claim: &Claim| (claim.population().map(str::to_owned), claim.definition().map(str::to_owned));
    let same_measure = |other: &&Claim| {
        claim.measure().is_some_and(|own| other.measure().is_some_and(|measure| measure.id == own.id))
            && is_one_figure(claim, other)
    };
    let others =
        world.claims.iter().filter(|other| same_measure(other) && is_one_named(other) && of(other) != of(claim));
    let mut others: Vec<String> = others.map(|other| other.id().to_owned()).collect();
    if !others.is_empty() {
        others.insert(0, id.to_owned());
        found.push((DriftKind::Population, others));
    }
    found.extend(backwards(world, descents, claim).map(|claims| (DriftKind::Backwards, claims)));
    found
}

/// The first from which a claim is taken that was published later, if there is one.
fn backwards(world: &World, descents: &Descents<'_>, claim: &Claim) -> Option<Vec<String>> {
    let (_, last) = published(world, claim)?;
    for from in descents.from(claim.id()) {
        let (source, mut claims) = match from {
            From::Claim(above) => (world.claim(above)?.source.clone(), vec![above.clone()]),
            From::Source(source) => (source.clone(), Vec::new()),
            From::Outlet(_) => continue,
        };
        let theirs = world.source(&source).and_then(|source| source.published).map(span);
        if theirs.is_some_and(|(first, _)| first > last) {
            claims.push(claim.id().to_owned());
            return Some(claims);
        }
    }
    None
}
