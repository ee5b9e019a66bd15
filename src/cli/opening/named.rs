//! Records by what people call them.

use gainsay::graph::Node;
use gainsay::model::Archive;

/// The records of an id, or, if it is none, those of that name or title, whatever its case.
pub fn known(archive: &Archive, text: &str) -> Vec<Node> {
    let of_id: Vec<Node> = Node::known(archive, text).collect();
    if of_id.is_empty() { named(archive, text) } else { of_id }
}

fn named(archive: &Archive, text: &str) -> Vec<Node> {
    let is_it = |name: &str| name.to_lowercase() == text.to_lowercase();
    let any = |name: &str, aliases: &[String]| is_it(name) || aliases.iter().any(|alias| is_it(alias));
    let titled = archive.sources.values().filter(|own| own.title.as_deref().is_some_and(is_it));
    let actors = archive.actors.values().filter(|own| any(&own.name, &own.aliases));
    let places = archive.places.values().filter(|own| any(&own.name, &own.aliases));
    let populations = archive.populations.values().filter(|own| any(&own.name, &own.aliases));
    let events = archive.events.values().filter(|own| is_it(&own.name));
    let measures = archive.measures.values().filter(|own| is_it(&own.name));
    (titled.map(|own| Node::Source(own.id.clone())))
        .chain(actors.map(|own| Node::Actor(own.id.clone())))
        .chain(measures.map(|own| Node::Measure(own.id.clone())))
        .chain(places.map(|own| Node::Place(own.id.clone())))
        .chain(populations.map(|own| Node::Population(own.id.clone())))
        .chain(events.map(|own| Node::Event(own.id.clone())))
        .collect()
}
