//! The table of claims.

use std::collections::BTreeMap;
use std::io;

use super::Rows;
use super::cell::{list, ron, text};
use crate::export::view::View;
use crate::model::{About, Claim, Method, Via};
use crate::quantity::{End, Interval};
use crate::store::claim_record;
use crate::store::record::{AboutRecord, AttributionRecord, ClaimRecord, SubjectRecord};

pub(super) const COLUMNS: [&str; 34] = [
    "id",
    "source",
    "kind",
    "says",
    "figure",
    "value",
    "unit",
    "counts",
    "measure",
    "population",
    "place",
    "period",
    "definition",
    "proposition",
    "stance",
    "event",
    "when",
    "subject",
    "rank",
    "rank_to",
    "rank_from",
    "speaker",
    "occasion",
    "passage",
    "attributed_to",
    "unnamed",
    "via",
    "fragments",
    "bytes",
    "inferred",
    "conversion_of",
    "supersedes",
    "method",
    "note",
];

pub(super) const DERIVED: [&str; 15] = [
    "measure_name",
    "basis",
    "measure_unit",
    "source_title",
    "population_name",
    "place_name",
    "period_text",
    "hedge",
    "logical_low",
    "logical_high",
    "expected_low",
    "expected_high",
    "open_ends",
    "origins",
    "fingerprint",
];

type Cells = BTreeMap<&'static str, String>;

pub(super) fn write(view: &View<'_>, rows: &mut Rows<'_>) -> io::Result<()> {
    for claim in view.claims() {
        let record = claim_record(view.archive(), claim);
        let mut cells = Cells::new();
        own(&record, claim, &mut cells);
        about(&record.about, &mut cells);
        derived(view, claim, &mut cells);
        let columns = COLUMNS.iter().chain(&DERIVED);
        rows.add(columns.map(|name| cells.remove(name).unwrap_or_default()))?;
    }
    Ok(())
}

fn own(record: &ClaimRecord, claim: &Claim, cells: &mut Cells) {
    let (actor, words) = match &record.attributed_to {
        Some(AttributionRecord::Actor(id)) => (id.clone(), String::new()),
        Some(AttributionRecord::Actors(ids)) => (list(ids), String::new()),
        Some(AttributionRecord::Unnamed(words)) => (String::new(), words.clone()),
        None => Default::default(),
    };
    let fragments: Vec<&str> = record.evidence.iter().map(|one| one.fragment.as_str()).collect();
    let bytes = record.evidence.iter().map(|one| one.bytes);
    let bytes: Vec<String> =
        bytes.map(|bytes| bytes.map_or_else(|| "?".to_owned(), |(start, end)| format!("{start}..{end}"))).collect();
    let quoted = fragments.iter().any(|fragment| !fragment.is_empty());
    let known = record.evidence.iter().any(|one| one.bytes.is_some());
    cells.extend([
        ("id", record.id.clone()),
        ("source", claim.source.to_string()),
        ("kind", claim.about.kind().to_owned()),
        ("says", record.says.clone()),
        ("attributed_to", actor),
        ("unnamed", words),
        ("via", list(&claim.via.iter().map(via).collect::<Vec<_>>())),
        ("fragments", if quoted { list(&fragments) } else { String::new() }),
        ("bytes", if known { list(&bytes) } else { String::new() }),
        ("inferred", list(&record.inferred)),
        ("conversion_of", text(record.conversion_of.as_ref())),
        ("supersedes", list(&record.supersedes)),
        ("method", record.method.map_or("", Method::word).to_owned()),
        ("note", text(record.note.as_ref())),
    ]);
}

fn via(via: &Via) -> String {
    match via {
        Via::Source(id) => format!("source:{id}"),
        Via::Claim(id) => format!("claim:{id}"),
        Via::Named(name) => format!("named:{name}"),
    }
}

fn about(record: &AboutRecord, cells: &mut Cells) {
    match record {
        AboutRecord::Quantity { measure, of, place, value, unit, counts, period, definition } => cells.extend([
            ("measure", measure.clone()),
            ("population", text(of.as_ref())),
            ("place", text(place.as_ref())),
            ("figure", value.text()),
            ("value", ron(Some(value))),
            ("unit", text(unit.as_ref())),
            ("counts", text(counts.as_ref())),
            ("period", ron(period.as_ref())),
            ("definition", text(definition.as_ref())),
        ]),
        AboutRecord::Date { event, when } => cells.extend([("event", event.clone()), ("when", ron(Some(when)))]),
        AboutRecord::Rank { measure, subject, rank, to, from, class, place, period, definition } => cells.extend([
            ("measure", measure.clone()),
            ("subject", ranked(subject)),
            ("rank", rank.to_string()),
            ("rank_to", text(to.as_ref())),
            ("rank_from", from.word().to_owned()),
            ("population", text(class.as_ref())),
            ("place", text(place.as_ref())),
            ("period", ron(period.as_ref())),
            ("definition", text(definition.as_ref())),
        ]),
        AboutRecord::Stance { proposition, stance, of, place, period, definition } => cells.extend([
            ("proposition", proposition.clone()),
            ("stance", stance.word().to_owned()),
            ("population", text(of.as_ref())),
            ("place", text(place.as_ref())),
            ("period", ron(period.as_ref())),
            ("definition", text(definition.as_ref())),
        ]),
        AboutRecord::Quote { speaker, occasion, passage } => cells.extend([
            ("speaker", speaker.clone()),
            ("occasion", text(occasion.as_ref())),
            ("passage", passage.clone()),
        ]),
    }
}

fn ranked(subject: &SubjectRecord) -> String {
    match subject {
        SubjectRecord::Place(id) => format!("place:{id}"),
        SubjectRecord::Population(id) => format!("population:{id}"),
    }
}

fn derived(view: &View<'_>, claim: &Claim, cells: &mut Cells) {
    let archive = view.archive();
    let measure = archive.measure_of(claim);
    cells.extend([
        ("measure_name", text(measure.map(|measure| &measure.name))),
        ("basis", measure.map_or_else(String::new, |measure| measure.basis.word().to_owned())),
        ("measure_unit", text(measure.map(|measure| &measure.unit))),
        ("source_title", archive.sources.get(&claim.source).map_or_else(String::new, |own| own.label().to_owned())),
        ("population_name", text(claim.scope.population.as_ref().map(|id| archive.population_name(id)).as_ref())),
        ("place_name", text(claim.scope.place.as_ref().map(|id| archive.place_name(id)).as_ref())),
        ("period_text", text(claim.scope.period.as_ref())),
        ("origins", view.desk.origins_text(claim)),
        ("fingerprint", claim.fingerprint.clone()),
    ]);
    if let About::Quantity(quantity) = &claim.about {
        let (logical, expected) = (&quantity.bounds.logical, &quantity.bounds.expected);
        cells.extend([
            ("hedge", quantity.stated.hedge_name().to_owned()),
            ("logical_low", text(logical.low().value().as_ref())),
            ("logical_high", text(logical.high().value().as_ref())),
            ("expected_low", text(expected.low().value().as_ref())),
            ("expected_high", text(expected.high().value().as_ref())),
            ("open_ends", open_ends(logical)),
        ]);
    }
}

/// Which of the logical ends do not belong: "almost 300,000" is less than that.
fn open_ends(interval: &Interval) -> String {
    let is_strict = |end: End| !matches!(end, End::Closed(_));
    let ends = [(is_strict(interval.low()), "low"), (is_strict(interval.high()), "high")];
    ends.into_iter().filter(|(strict, _)| *strict).map(|(_, name)| name).collect::<Vec<_>>().join("; ")
}
