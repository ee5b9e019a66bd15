//! What records name: each tie with what is at its other end. Nothing is copied.

use super::node::{Edge, Node};
use crate::model::{About, Actor, Claim, PeriodForm, Region, Source, Stance, Subject, Via};

/// A record by its kind and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Name<'a> {
    Source(&'a str),
    Claim(&'a str),
    Actor(&'a str),
    Measure(&'a str),
    Place(&'a str),
    Population(&'a str),
    Event(&'a str),
    Proposition(&'a str),
}

impl<'a> From<&'a Node> for Name<'a> {
    fn from(node: &'a Node) -> Self {
        let id = node.id();
        match node {
            Node::Source(_) => Name::Source(id),
            Node::Claim(_) => Name::Claim(id),
            Node::Actor(_) => Name::Actor(id),
            Node::Measure(_) => Name::Measure(id),
            Node::Place(_) => Name::Place(id),
            Node::Population(_) => Name::Population(id),
            Node::Event(_) => Name::Event(id),
            Node::Proposition(_) => Name::Proposition(id),
        }
    }
}

/// A tie from a record to another.
pub(super) type Tie<'a> = (Edge, Name<'a>);

/// Whom an actor speaks for.
pub(super) fn of_actor(actor: &Actor) -> impl Iterator<Item = Tie<'_>> {
    actor.speaks_for.iter().map(|other| (Edge::SpeaksFor, Name::Actor(other.actor.as_str())))
}

/// What a place or a population is part of.
pub(super) fn of_region<'a, Id: AsRef<str>>(
    region: &'a Region<Id>,
    name: fn(&'a str) -> Name<'a>,
) -> impl Iterator<Item = Tie<'a>> {
    region.part_of.iter().map(move |whole| (Edge::PartOf, name(whole.as_ref())))
}

/// What a source cites, links to and republishes.
pub(super) fn of_source(source: &Source) -> impl Iterator<Item = Tie<'_>> {
    let cited = source.cites.iter().map(|id| (Edge::Cites, id));
    let linked = source.links_to.iter().map(|id| (Edge::LinksTo, id));
    let original = source.republishes.iter().map(|id| (Edge::Republishes, id));
    cited.chain(linked).chain(original).map(|(edge, id)| (edge, Name::Source(id.as_str())))
}

/// Who said a claim, what it is about, what narrows it, and the claims and sources that it names.
pub(super) fn of_claim(claim: &Claim) -> impl Iterator<Item = Tie<'_>> {
    let via = claim.via.iter().filter_map(|via| match via {
        Via::Source(id) => Some((Edge::TakenFrom, Name::Source(id.as_str()))),
        Via::Claim(id) => Some((Edge::TakenFrom, Name::Claim(id.as_str()))),
        Via::Named(_) => None,
    });
    let old = claim.supersedes.iter().map(|old| (Edge::Supersedes, Name::Claim(old.as_str())));
    let original = claim.conversion_of.iter().map(|id| (Edge::Converts, Name::Claim(id.as_str())));
    said_by(claim).chain(about(&claim.about)).chain(narrowed(claim)).chain(via).chain(old).chain(original)
}

fn said_by(claim: &Claim) -> impl Iterator<Item = Tie<'_>> {
    claim.attribution.actors().iter().map(|id| (Edge::AttributedTo, Name::Actor(id.as_str())))
}

fn narrowed(claim: &Claim) -> impl Iterator<Item = Tie<'_>> {
    let scope = &claim.scope;
    let place = scope.place.as_ref().map(|id| (Edge::In, Name::Place(id.as_str())));
    let population = scope.population.as_ref().map(|id| (Edge::Of, Name::Population(id.as_str())));
    let event = scope.period.as_ref().and_then(|period| anchor(&period.form));
    [place, population, event].into_iter().flatten()
}

fn about(about: &About) -> impl Iterator<Item = Tie<'_>> {
    let ties = match about {
        About::Quantity(quantity) => [Some((Edge::Measures, Name::Measure(quantity.measure.as_str()))), None],
        About::Date(date) => [Some((Edge::Dates, Name::Event(date.event.as_str()))), anchor(&date.when.form)],
        About::Rank(rank) => {
            let subject = match &rank.subject {
                Subject::Place(id) => Name::Place(id.as_str()),
                Subject::Population(id) => Name::Population(id.as_str()),
            };
            [Some((Edge::Measures, Name::Measure(rank.measure.as_str()))), Some((Edge::Ranks, subject))]
        }
        About::Stance(stance) => {
            let edge = if stance.stance == Stance::Affirms { Edge::Affirms } else { Edge::Denies };
            [Some((edge, Name::Proposition(stance.proposition.as_str()))), None]
        }
        About::Quote(quote) => {
            let occasion = quote.occasion.as_ref().map(|event| (Edge::HangsOn, Name::Event(event.as_str())));
            [Some((Edge::Quotes, Name::Actor(quote.speaker.as_str()))), occasion]
        }
    };
    ties.into_iter().flatten()
}

fn anchor(form: &PeriodForm) -> Option<Tie<'_>> {
    form.event().map(|id| (Edge::HangsOn, Name::Event(id)))
}
