//! What claims draw on: places, populations, events, measures with their identities, propositions.

use super::block::{Block, Object};
use super::linked::Linked;
use crate::graph::Node;
use crate::model::{Event, Identity, Measure, MeasureId, Region};

/// All of it, kind after kind.
pub(in crate::export) fn vocabulary<'a>(linked: &'a Linked<'a>) -> impl Iterator<Item = Block> + 'a {
    let view = linked.view;
    let places = view.places().map(|place| {
        let wholes = || place.part_of.iter().filter_map(|id| linked.link(&Node::Place(id.clone())));
        let block = Block::new(linked.iri(&Node::Place(place.id.clone())), &["schema:Place", "gainsay:Place"]);
        region(place, block).add("schema:containedInPlace", wholes()).add("dcterms:isPartOf", wholes())
    });
    let populations = view.populations().map(|population| {
        let wholes = population.part_of.iter().filter_map(|id| linked.link(&Node::Population(id.clone())));
        let id = linked.iri(&Node::Population(population.id.clone()));
        region(population, Block::new(id, &["schema:DefinedTerm", "skos:Concept", "gainsay:Population"]))
            .add("skos:prefLabel", [&population.name])
            .add("skos:broader", wholes)
    });
    let propositions = view.propositions().map(|one| {
        let id = linked.iri(&Node::Proposition(one.id.clone()));
        Block::new(id, &["gainsay:Proposition"])
            .add("schema:identifier", [one.id.as_str()])
            .add("rdfs:label", [&one.text])
    });
    places
        .chain(populations)
        .chain(view.events().map(|record| event(linked, record)))
        .chain(view.measures().map(|record| measure(linked, record)))
        .chain(view.identities().map(|record| identity(linked, record)))
        .chain(propositions)
}

fn region<Id: AsRef<str>>(region: &Region<Id>, block: Block) -> Block {
    block
        .add("schema:identifier", [region.id.as_ref()])
        .add("schema:name", [&region.name])
        .add("schema:alternateName", &region.aliases)
        .add("gainsay:vague", region.vague.then_some(true))
        .add("skos:note", &region.note)
}

fn event(linked: &Linked<'_>, event: &Event) -> Block {
    Block::new(linked.iri(&Node::Event(event.id.clone())), &["schema:Event", "gainsay:Event"])
        .add("schema:identifier", [event.id.as_str()])
        .add("schema:name", [&event.name])
        .add("schema:startDate", event.date)
        .add("schema:endDate", event.until)
        .add("skos:note", &event.note)
}

fn measure(linked: &Linked<'_>, measure: &Measure) -> Block {
    Block::new(
        linked.iri(&Node::Measure(measure.id.clone())),
        &["schema:DefinedTerm", "skos:Concept", "gainsay:Measure"],
    )
    .add("schema:identifier", [measure.id.as_str()])
    .add("schema:name", [&measure.name])
    .add("skos:prefLabel", [&measure.name])
    .add("gainsay:basis", [measure.basis.word()])
    .add("schema:unitText", [&measure.unit])
    .add("gainsay:counts", &measure.counts)
    .add("gainsay:question", &measure.question)
    .add("gainsay:stakes", [f64::from(measure.stakes)])
    .add("gainsay:tolerance", measure.tolerance)
    .add("skos:note", &measure.note)
}

fn identity(linked: &Linked<'_>, identity: &Identity) -> Block {
    let (kind, terms): (&str, Vec<(&'static str, &MeasureId)>) = match identity {
        Identity::Difference { total, of, less } => {
            ("difference", vec![("gainsay:total", total), ("gainsay:of", of), ("gainsay:less", less)])
        }
        Identity::Share { share, part, whole } => {
            ("share", vec![("gainsay:share", share), ("gainsay:part", part), ("gainsay:whole", whole)])
        }
        Identity::RateTotal { rate, total } => ("rate_total", vec![("gainsay:rate", rate), ("gainsay:total", total)]),
    };
    let ids: Vec<&str> = std::iter::once(kind).chain(terms.iter().map(|(_, id)| id.as_str())).collect();
    let block = Block::new(linked.name("identity", &ids), &["gainsay:Identity"]).add("gainsay:kind", [kind]);
    let link = |id: &MeasureId| Object::Iri(linked.iri(&Node::Measure(id.clone())));
    terms.into_iter().fold(block, |block, (term, id)| block.add(term, [link(id)]))
}
