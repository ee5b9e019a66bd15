//! The table of all records that are neither claims nor sources.

use std::collections::BTreeMap;
use std::io;

use super::Rows;
use super::cell::{list, text};
use crate::export::view::View;
use crate::graph::Node;
use crate::model::{Actor, Event, Identity, Judgement, Measure, MeasureId, Region, Representation, Standing};

pub(super) const COLUMNS: [&str; 26] = [
    "id",
    "record",
    "name",
    "kind",
    "aliases",
    "spellings",
    "speaks_for",
    "languages",
    "standing",
    "part_of",
    "vague",
    "date",
    "until",
    "basis",
    "unit",
    "counts",
    "question",
    "stakes",
    "tolerance",
    "total",
    "part",
    "whole",
    "claims",
    "fingerprints",
    "by",
    "note",
];

type Cells = BTreeMap<&'static str, String>;

pub(super) fn write(view: &View<'_>, rows: &mut Rows<'_>) -> io::Result<()> {
    let archive = view.archive();
    let held = |id: &MeasureId| view.holds(&Node::Measure(id.clone()));
    let identities = archive.identities.iter().filter(|own| own.measures().into_iter().all(held));
    let claimed = |one: &&Judgement| one.on.iter().all(|on| view.holds(&Node::Claim(on.claim.clone())));
    let mut judgements: Vec<&Judgement> = archive.judgements.iter().filter(claimed).collect();
    judgements.sort_by(|a, b| a.id.cmp(&b.id));
    let all = (view.actors().map(actor))
        .chain(view.places().map(|place| region("place", place)))
        .chain(view.populations().map(|population| region("population", population)))
        .chain(view.events().map(event))
        .chain(view.measures().map(measure))
        .chain(identities.map(identity))
        .chain(view.propositions().map(|own| named("proposition", &own.id, &own.text)))
        .chain(judgements.into_iter().map(judgement));
    for mut cells in all {
        rows.add(columns(view).map(|name| cells.remove(name).unwrap_or_default()))?;
    }
    Ok(())
}

/// The columns of a graph: that of tolerances only where some measure has one.
pub(super) fn columns(view: &View<'_>) -> impl Iterator<Item = &'static str> {
    let tolerant = view.measures().any(|measure| measure.tolerance.is_some());
    COLUMNS.into_iter().filter(move |name| tolerant || *name != "tolerance")
}

fn named(record: &str, id: &impl ToString, name: &str) -> Cells {
    Cells::from([("record", record.to_owned()), ("id", id.to_string()), ("name", name.to_owned())])
}

fn actor(actor: &Actor) -> Cells {
    let mut cells = named("actor", &actor.id, &actor.name);
    let spellings: Vec<String> = actor.spellings.iter().map(|own| format!("{}: {}", own.source, own.text)).collect();
    cells.extend([
        ("kind", actor.kind.word().to_owned()),
        ("aliases", list(&actor.aliases)),
        ("spellings", list(&spellings)),
        ("speaks_for", list(&actor.speaks_for.iter().map(spoken_for).collect::<Vec<_>>())),
        ("languages", list(&actor.languages)),
        ("standing", actor.standing.map_or("", Standing::word).to_owned()),
        ("note", text(actor.note.as_ref())),
    ]);
    cells
}

/// `ID`, or `ID 2020-01..2023`.
fn spoken_for(other: &Representation) -> String {
    match (other.since, other.until) {
        (None, None) => other.actor.to_string(),
        (since, until) => format!("{} {}..{}", other.actor, text(since.as_ref()), text(until.as_ref())),
    }
}

fn region<Id: ToString + AsRef<str>>(record: &str, region: &Region<Id>) -> Cells {
    let mut cells = named(record, &region.id, &region.name);
    cells.extend([
        ("aliases", list(&region.aliases)),
        ("part_of", list(&region.part_of)),
        ("vague", if region.vague { "true".to_owned() } else { String::new() }),
        ("note", text(region.note.as_ref())),
    ]);
    cells
}

fn event(event: &Event) -> Cells {
    let mut cells = named("event", &event.id, &event.name);
    cells.extend([
        ("date", text(event.date.as_ref())),
        ("until", text(event.until.as_ref())),
        ("note", text(event.note.as_ref())),
    ]);
    cells
}

fn measure(measure: &Measure) -> Cells {
    let mut cells = named("measure", &measure.id, &measure.name);
    cells.extend([
        ("basis", measure.basis.word().to_owned()),
        ("unit", measure.unit.clone()),
        ("counts", text(measure.counts.as_ref())),
        ("question", text(measure.question.as_ref())),
        ("tolerance", text(measure.tolerance.as_ref())),
        ("stakes", if measure.stakes == 0 { String::new() } else { measure.stakes.to_string() }),
        ("note", text(measure.note.as_ref())),
    ]);
    cells
}

/// An identity has no id; the columns are read as `total` = `part` ∘ `whole`.
fn identity(identity: &Identity) -> Cells {
    let (kind, total, part, whole) = match identity {
        Identity::Difference { total, of, less } => ("difference", total, of, Some(less)),
        Identity::Share { share, part, whole } => ("share", share, part, Some(whole)),
        Identity::RateTotal { rate, total } => ("rate_total", total, rate, None),
    };
    Cells::from([
        ("record", "identity".to_owned()),
        ("kind", kind.to_owned()),
        ("total", total.to_string()),
        ("part", part.to_string()),
        ("whole", text(whole)),
    ])
}

fn judgement(judgement: &Judgement) -> Cells {
    let mut cells = named("judgement", &judgement.id, &judgement.verdict);
    let claims: Vec<&str> = judgement.on.iter().map(|on| on.claim.as_str()).collect();
    let fingerprints: Vec<&str> = judgement.on.iter().map(|on| on.fingerprint.as_deref().unwrap_or("?")).collect();
    cells.extend([
        ("claims", list(&claims)),
        ("fingerprints", list(&fingerprints)),
        ("by", judgement.by.clone()),
        ("date", judgement.date.to_string()),
    ]);
    cells
}
