//! Actors: who acts on whose behalf, and when.

use super::block::{Block, Object};
use super::linked::Linked;
use crate::graph::Node;
use crate::model::{Actor, ActorKind, Representation, Standing};

/// An actor.
pub(in crate::export) fn actor(linked: &Linked<'_>, actor: &Actor) -> Block {
    let spoken_for = actor.speaks_for.iter().filter_map(|other| linked.link(&Node::Actor(other.actor.clone())));
    let dated = actor.speaks_for.iter().filter(|other| other.since.is_some() || other.until.is_some());
    named(linked, actor)
        .add("schema:identifier", [actor.id.as_str()])
        .add("schema:alternateName", &actor.aliases)
        .add("gainsay:spelling", spellings(linked, actor))
        .add("gainsay:kind", [actor.kind.word()])
        .add("gainsay:standing", actor.standing.map(Standing::word))
        .add("schema:knowsLanguage", &actor.languages)
        .add("prov:actedOnBehalfOf", spoken_for)
        .add("prov:qualifiedDelegation", dated.map(|other| delegation(linked, actor, other)))
        .add("skos:note", &actor.note)
}

/// An actor in short: what it is, and its name.
pub(in crate::export) fn named(linked: &Linked<'_>, actor: &Actor) -> Block {
    Block::new(linked.iri(&Node::Actor(actor.id.clone())), classes(actor.kind)).add("schema:name", [&actor.name])
}

/// What it is; to schema.org, whoever is no person is an organisation.
fn classes(kind: ActorKind) -> &'static [&'static str] {
    match kind {
        ActorKind::Person => &["schema:Person", "prov:Person", "gainsay:Actor"],
        ActorKind::Organisation | ActorKind::Government => {
            &["schema:Organization", "prov:Organization", "gainsay:Actor"]
        }
        ActorKind::Office | ActorKind::Group => &["schema:Organization", "prov:Agent", "gainsay:Actor"],
    }
}

fn spellings(linked: &Linked<'_>, actor: &Actor) -> Vec<Object> {
    let spelt = actor.spellings.iter().enumerate().map(|(at, spelling)| {
        let name = linked.name("actor", &[actor.id.as_str(), "spelling", &(at + 1).to_string()]);
        let source = linked.link(&Node::Source(spelling.source.clone()));
        Block::new(name, &["gainsay:Spelling"]).add("rdf:value", [&spelling.text]).add("dcterms:source", source).into()
    });
    spelt.collect()
}

/// For whom somebody speaks, and over what time.
fn delegation(linked: &Linked<'_>, actor: &Actor, other: &Representation) -> Block {
    Block::new(linked.name("actor", &[actor.id.as_str(), "for", other.actor.as_str()]), &["prov:Delegation"])
        .add("prov:agent", linked.link(&Node::Actor(other.actor.clone())))
        .add("schema:startDate", other.since)
        .add("schema:endDate", other.until)
}
