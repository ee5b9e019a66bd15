//! The table of records that are neither claims nor sources, and tables of one kind of them.

use super::date::date;
use super::reader::Reader;
use super::row::{Row, Sheet};
use crate::import::error::ImportError;
use crate::import::incoming::put;
use crate::import::names::Kind;
use crate::inbox::WORDS;
use crate::store::record::{
    ActorRecord, EventRecord, IdentityRecord, JudgedRecord, JudgementRecord, MeasureRecord, PropositionRecord,
    RegionRecord, RepresentationRecord, SpellingRecord,
};
use crate::store::slug;

/// Reads the rows; all are of the one kind, if there is one.
///
/// # Errors
/// If one is no record of its kind.
pub fn read(sheet: &Sheet<'_>, only: Option<Kind>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    reader.each(sheet, |row, reader| {
        let kind = match only {
            Some(only) => only.word(),
            None => row.need("record", "the kind of record: actor, place, measure")?,
        };
        record(kind, row, reader)
    })
}

fn record(kind: &str, row: &Row<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let at = row.at();
    if kind == "identity" {
        reader.naming.incoming.identities.push(identity(row)?);
        return Ok(());
    }
    let name = row.need("name", "the name, or the text of a proposition or judgement")?.to_owned();
    let given = row.text("id");
    let mut own =
        |kind: &str, id: &str| Kind::named(kind).map_or_else(|| id.to_owned(), |kind| reader.own_id(kind, id, row));
    let id = given.as_deref().map_or_else(|| slug(&name), |id| own(kind, id));
    let given = given.filter(|given| *given != id);
    let names: Vec<String> = std::iter::once(name.clone()).chain(row.list("aliases")).chain(given).collect();
    let kind = match kind {
        "actor" => {
            put(&mut reader.naming.incoming.actors, &id, actor(row, &id, name)?, &at)?;
            Kind::Actor
        }
        "place" => {
            put(&mut reader.naming.incoming.places, &id, region(row, &id, name)?, &at)?;
            Kind::Place
        }
        "population" => {
            put(&mut reader.naming.incoming.populations, &id, region(row, &id, name)?, &at)?;
            Kind::Population
        }
        "event" => {
            let (date, until) = (date(row, "date", reader)?, date(row, "until", reader)?);
            let note = row.text("note");
            put(&mut reader.naming.incoming.events, &id, EventRecord { id: id.clone(), name, date, until, note }, &at)?;
            Kind::Event
        }
        "measure" => {
            put(&mut reader.naming.incoming.measures, &id, measure(row, &id, name)?, &at)?;
            Kind::Measure
        }
        "proposition" => {
            put(&mut reader.naming.incoming.propositions, &id, PropositionRecord { id: id.clone(), text: name }, &at)?;
            Kind::Proposition
        }
        "judgement" => {
            let own = judgement(row, &id, name, reader)?;
            return put(&mut reader.naming.incoming.judgements, &id, own, &at);
        }
        other => {
            let expected = "one of actor, place, population, event, measure, identity, proposition, judgement";
            return Err(row.wrong("record", other, expected));
        }
    };
    reader.naming.names.add(kind, &id, &names);
    Ok(())
}

fn actor(row: &Row<'_>, id: &str, name: String) -> Result<ActorRecord, ImportError> {
    let kind = row.word("kind")?.unwrap_or_else(|| WORDS.kind(&name));
    let spellings = row.list("spellings");
    let speaks_for = row.list("speaks_for");
    Ok(ActorRecord {
        id: id.to_owned(),
        name,
        kind,
        aliases: row.list("aliases"),
        spellings: spellings.iter().map(|text| spelling(text, row)).collect::<Result<_, _>>()?,
        speaks_for: speaks_for.iter().map(|text| spoken_for(text)).collect(),
        languages: row.list("languages"),
        standing: row.word("standing")?,
        note: row.text("note"),
    })
}

/// `SOURCE: name as spelt`.
fn spelling(text: &str, row: &Row<'_>) -> Result<SpellingRecord, ImportError> {
    let (source, spelt) = text
        .split_once(": ")
        .ok_or_else(|| row.wrong("spellings", text, "the id of a source, a colon, and the spelling"))?;
    Ok(SpellingRecord { text: spelt.to_owned(), source: source.to_owned() })
}

/// `ID`, or `ID 2020-01..2023` with the dates that are known.
fn spoken_for(text: &str) -> RepresentationRecord {
    let (actor, times) = text.split_once(' ').unwrap_or((text, ""));
    let (since, until) = times.split_once("..").unwrap_or((times, ""));
    let known = |date: &str| Some(date.trim().to_owned()).filter(|date| !date.is_empty());
    RepresentationRecord { actor: actor.to_owned(), since: known(since), until: known(until) }
}

fn region(row: &Row<'_>, id: &str, name: String) -> Result<RegionRecord, ImportError> {
    let vague = match row.get("vague").map(str::to_lowercase).as_deref() {
        None | Some("false" | "no" | "0") => false,
        Some("true" | "yes" | "1") => true,
        Some(other) => return Err(row.wrong("vague", other, "true or false")),
    };
    let (aliases, part_of, note) = (row.list("aliases"), row.list("part_of"), row.text("note"));
    Ok(RegionRecord { id: id.to_owned(), name, aliases, part_of, vague, note })
}

fn measure(row: &Row<'_>, id: &str, name: String) -> Result<MeasureRecord, ImportError> {
    row.need(
        "basis",
        "the basis of the measure: stock, flow, net, rate, share, ratio, price, limit, length, duration, amount",
    )?;
    let Some(basis) = row.word("basis")? else { return Err(row.wrong("basis", "", "a basis")) };
    Ok(MeasureRecord {
        id: id.to_owned(),
        name,
        basis,
        unit: row.text("unit").unwrap_or_else(|| "count".to_owned()),
        counts: row.text("counts"),
        question: row.text("question"),
        stakes: row.whole("stakes")?.unwrap_or_default(),
        tolerance: row.number("tolerance", "a number of percent, such as 5 or 2.5")?,
        note: row.text("note"),
    })
}

fn identity(row: &Row<'_>) -> Result<IdentityRecord, ImportError> {
    let total = row.need("total", "the id of the measure that comes of the others")?.to_owned();
    let part = row.need("part", "the id of the measure that it is made of")?.to_owned();
    let whole = || row.need("whole", "the id of the other measure that it is made of").map(str::to_owned);
    match row.need("kind", "difference, share or rate_total")? {
        "difference" => Ok(IdentityRecord::Difference { total, of: part, less: whole()? }),
        "share" => Ok(IdentityRecord::Share { share: total, part, whole: whole()? }),
        "rate_total" => Ok(IdentityRecord::RateTotal { rate: part, total }),
        other => Err(row.wrong("kind", other, "one of difference, share, rate_total")),
    }
}

fn judgement(
    row: &Row<'_>,
    id: &str,
    verdict: String,
    reader: &mut Reader<'_>,
) -> Result<JudgementRecord, ImportError> {
    row.need("date", "the day of the judgement")?;

    let fingerprints = row.list("fingerprints");
    let of = |number: usize| fingerprints.get(number).filter(|text| *text != "?").cloned();
    let on = row.list("claims").into_iter().enumerate();
    Ok(JudgementRecord {
        id: id.to_owned(),
        on: on.map(|(number, claim)| JudgedRecord { claim, fingerprint: of(number) }).collect(),
        verdict,
        by: row.need("by", "who judged")?.to_owned(),
        date: date(row, "date", reader)?.unwrap_or_default(),
    })
}
