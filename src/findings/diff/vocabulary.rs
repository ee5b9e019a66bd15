//! The fields of all records but claims in words.

use super::field::Fields;
use super::fields::{all, maybe, one};
use crate::model::{
    Actor, Event, Identity, Judgement, Measure, Proposition, Region, Representation, SharedPassage, Source, Spelling,
    Stretch, Text,
};

pub(super) fn source(source: &Source) -> Fields {
    vec![
        ("kind", word(source.kind)),
        ("title", maybe(source.title.as_ref())),
        ("outlet", maybe(source.outlet.as_ref())),
        ("authors", source.authors.clone()),
        ("url", maybe(source.url.as_ref())),
        ("published", maybe(source.published.as_ref())),
        ("retrieved", maybe(source.retrieved.as_ref())),
        ("language", one(&source.language)),
        ("text", source.text.as_ref().map(text).into_iter().collect()),
        ("cites", all(&source.cites)),
        ("links_to", all(&source.links_to)),
        ("republishes", maybe(source.republishes.as_ref())),
        ("note", maybe(source.note.as_ref())),
    ]
}

/// A variant without fields as JSON writes it.
fn word(variant: impl std::fmt::Debug) -> Vec<String> {
    one(format!("{variant:?}").to_lowercase())
}

fn text(text: &Text) -> String {
    let bytes = text.bytes.map_or_else(String::new, |bytes| format!(", {bytes} bytes"));
    format!("{}{bytes}, {}", text.file, text.sha256)
}

pub(super) fn actor(actor: &Actor) -> Fields {
    vec![
        ("name", one(&actor.name)),
        ("kind", word(actor.kind)),
        ("aliases", actor.aliases.clone()),
        ("spellings", actor.spellings.iter().map(spelling).collect()),
        ("speaks_for", actor.speaks_for.iter().map(representation).collect()),
        ("languages", actor.languages.clone()),
        ("standing", actor.standing.map(word).unwrap_or_default()),
        ("note", maybe(actor.note.as_ref())),
    ]
}

fn spelling(spelling: &Spelling) -> String {
    format!("{} ({})", spelling.text, spelling.source)
}

fn representation(other: &Representation) -> String {
    let since = other.since.map_or_else(String::new, |date| format!(", since {date}"));
    let until = other.until.map_or_else(String::new, |date| format!(", until {date}"));
    format!("{}{since}{until}", other.actor)
}

pub(super) fn region<Id: ToString>(region: &Region<Id>) -> Fields {
    vec![
        ("name", one(&region.name)),
        ("aliases", region.aliases.clone()),
        ("part_of", all(&region.part_of)),
        ("vague", if region.vague { one("yes") } else { Vec::new() }),
        ("note", maybe(region.note.as_ref())),
    ]
}

pub(super) fn event(event: &Event) -> Fields {
    vec![
        ("name", one(&event.name)),
        ("date", maybe(event.date.as_ref())),
        ("until", maybe(event.until.as_ref())),
        ("note", maybe(event.note.as_ref())),
    ]
}

pub(super) fn measure(measure: &Measure) -> Fields {
    vec![
        ("name", one(&measure.name)),
        ("basis", one(measure.basis.word())),
        ("unit", one(&measure.unit)),
        ("counts", maybe(measure.counts.as_ref())),
        ("question", maybe(measure.question.as_ref())),
        ("stakes", one(measure.stakes)),
        ("tolerance", maybe(measure.tolerance.as_ref())),
        ("note", maybe(measure.note.as_ref())),
    ]
}

pub(super) fn proposition(proposition: &Proposition) -> Fields {
    vec![("text", one(&proposition.text))]
}

pub(super) fn judgement(judgement: &Judgement) -> Fields {
    let on = judgement.on.iter().map(|on| {
        let fingerprint = on.fingerprint.as_ref().map_or_else(String::new, |print| format!(" ({print})"));
        format!("{}{fingerprint}", on.claim)
    });
    vec![
        ("on", on.collect()),
        ("verdict", one(&judgement.verdict)),
        ("by", one(&judgement.by)),
        ("date", one(judgement.date)),
    ]
}

/// The identity as an equation, which is its id.
pub(super) fn equation(identity: &Identity) -> String {
    match identity {
        Identity::Difference { total, of, less } => format!("{total} = {of} - {less}"),
        Identity::Share { share, part, whole } => format!("{share} = {part} / {whole}"),
        Identity::RateTotal { rate, total } => format!("{total} = {rate} * time"),
    }
}

pub(super) fn identity(identity: &Identity) -> Fields {
    vec![("measures", all(identity.measures()))]
}

/// Where the passage stands in both sources, which is its id.
pub(super) fn places(passage: &SharedPassage) -> String {
    let place = |side: &Stretch| format!("{} {} to {}", side.source, side.bytes.0, side.bytes.1);
    format!("{}, {}", place(&passage.a), place(&passage.b))
}

pub(super) fn passage(passage: &SharedPassage) -> Fields {
    vec![("sources", all([&passage.a.source, &passage.b.source])), ("words", one(passage.words))]
}
