//! The table of claims, of an export or of a person.

use super::about::about;
use super::reader::Reader;
use super::row::{Row, Sheet};
use crate::export::csv::cell::values;
use crate::import::error::ImportError;
use crate::import::incoming::{Asserted, put};
use crate::import::names::Kind;
use crate::model::FRAGMENT_WORDS;
use crate::store::record::{AttributionRecord, ClaimRecord, EvidenceRecord, ViaRecord};
use crate::store::slug;

/// Reads the rows.
///
/// # Errors
/// If one is no claim.
pub fn read(sheet: &Sheet<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    if reader.stream.is_none() {
        // Claims name one another.
        sheet.each(|row| {
            if let Some(given) = row.get("id") {
                let id = reader.own_id(Kind::Claim, given, row);
                let given = Some(given.to_owned()).filter(|given| *given != id);
                reader.naming.names.add(Kind::Claim, &id, &given);
            }
            Ok(())
        })?;
    }
    reader.each(sheet, claim)
}

fn claim(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let id = row.get("id").map(|given| own_id(given, row, reader));
    // What is wrong with one part of a row says nothing of the others.
    let source = reader.source(row);
    let source = reader.naming.incoming.faults.kept(source)?;
    let about = about(row, reader);
    let about = reader.naming.incoming.faults.kept(about)?;
    let (Some(source), Some(about)) = (source, about) else { return Ok(()) };
    let says = row.text("says").unwrap_or_else(|| said(row));
    let conversion_of = row.get("conversion_of").map(|id| other(id, reader));
    let mut record = ClaimRecord {
        id: String::new(),
        about,
        attributed_to: attribution(row, reader)?,
        via: row.list("via").iter().map(|name| via(name, reader)).collect(),
        evidence: evidence(row, &says, reader)?,
        says,
        inferred: row.list("inferred"),
        conversion_of,
        supersedes: row.list("supersedes").iter().map(|id| other(id, reader)).collect(),
        method: row.word("method")?,
        note: row.text("note"),
    };
    record.id = id.unwrap_or_else(|| made_id(&source, &record, reader));
    let claim = Asserted { source, claim: record };
    if reader.stream.is_some() {
        return pass(row, claim, reader);
    }
    let id = claim.claim.id.clone();
    put(&mut reader.naming.incoming.claims, &id, claim, &row.at())
}

/// Passes a claim on, with what its rows have made for it to name.
fn pass(row: &Row<'_>, claim: Asserted, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    let Some(stream) = &mut reader.stream else { return Ok(()) };
    stream.take(row, claim)?;
    if stream.is_full() {
        stream.learn(&std::mem::take(&mut reader.naming.incoming.made));
        stream.pass();
    }
    Ok(())
}

/// The id of a claim that has one.
fn own_id(given: &str, row: &Row<'_>, reader: &mut Reader<'_>) -> String {
    reader.naming.names.find(Kind::Claim, given).unwrap_or_else(|| reader.own_id(Kind::Claim, given, row))
}

/// The id of another claim, as the graph has it.
fn other(id: &str, reader: &Reader<'_>) -> String {
    reader.naming.names.find(Kind::Claim, id).unwrap_or_else(|| id.to_owned())
}

/// An id of source and words; the same for the same row.
fn made_id(source: &str, record: &ClaimRecord, reader: &mut Reader<'_>) -> String {
    let wanted = format!("{source}-{}", slug(&record.says));
    let same = |held: &Asserted| held.source == source && held.claim.says_the_same(record);
    let Reader { naming, stream, numbering, .. } = reader;
    numbering.id(&wanted, &format!("{record:?}"), |id| {
        let streamed = stream.as_ref().is_some_and(|stream| stream.has(id));
        streamed || naming.incoming.claims.get(id).is_some_and(|(held, _)| !same(held))
    })
}

/// What a row without words says.
fn said(row: &Row<'_>) -> String {
    let parts = ["figure", "value", "measure", "population", "place", "period", "proposition", "event", "when"];
    let words: Vec<&str> = parts.into_iter().filter_map(|column| row.get(column)).collect();
    words.join(", ")
}

fn attribution(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<Option<AttributionRecord>, ImportError> {
    match (row.get("attributed_to"), row.get("unnamed")) {
        (Some(_), Some(words)) => Err(row.wrong("unnamed", words, "nothing, since attributed_to names an actor")),
        (Some(cell), None) => {
            let names = named(cell, reader);
            let ids: Result<_, _> = names.iter().map(|name| reader.naming.actor(name, row)).collect();
            ids.map(AttributionRecord::actors)
        }
        (None, words) => Ok(words.map(|words| AttributionRecord::Unnamed(words.to_owned()))),
    }
}

/// The names in a cell: one name, a list, or ids with blanks between them.
fn named(cell: &str, reader: &Reader<'_>) -> Vec<String> {
    if reader.naming.names.find(Kind::Actor, cell).is_some() {
        return vec![cell.to_owned()];
    }
    let ids: Vec<&str> = cell.split_whitespace().collect();
    let are_known = ids.iter().all(|id| reader.naming.names.find(Kind::Actor, id).is_some());
    if are_known { ids.into_iter().map(str::to_owned).collect() } else { values(cell) }
}

/// From whom the source has it: a source, a claim, or an outlet that is only named.
fn via(name: &str, reader: &Reader<'_>) -> ViaRecord {
    match name.split_once(':') {
        Some(("source", id)) => return ViaRecord::Source(id.to_owned()),
        Some(("claim", id)) => return ViaRecord::Claim(id.to_owned()),
        Some(("named", name)) => return ViaRecord::Named(name.to_owned()),
        _ => {}
    }
    if let Some(id) = reader.naming.names.find(Kind::Source, name) {
        return ViaRecord::Source(id);
    }
    let claim = reader.naming.names.find(Kind::Claim, name).map(ViaRecord::Claim);
    claim.unwrap_or_else(|| ViaRecord::Named(name.to_owned()))
}

fn evidence(row: &Row<'_>, says: &str, reader: &mut Reader<'_>) -> Result<Vec<EvidenceRecord>, ImportError> {
    let (mut fragments, mut bytes) = (row.list("fragments"), row.list("bytes"));
    if let (Some(start), Some(end), true) = (row.get("evidence_start"), row.get("evidence_end"), bytes.is_empty()) {
        bytes = vec![format!("{start}..{end}")];
    }
    if fragments.is_empty() && !bytes.is_empty() {
        fragments = vec![String::new(); bytes.len()];
    }
    if fragments.is_empty() {
        let first: Vec<&str> = says.split_whitespace().take(FRAGMENT_WORDS).collect();
        let fragment = row.text("figure").unwrap_or_else(|| first.join(" "));
        let why = "taken for the words of the source; a column fragments gives them as they stand";
        reader.naming.incoming.assumed(row.at(), crate::import::json::short(&fragment), why);
        return Ok(vec![EvidenceRecord { bytes: None, fragment }]);
    }
    if !bytes.is_empty() && bytes.len() != fragments.len() {
        let expected = format!("as many as fragments: {}", fragments.len());
        return Err(row.wrong("bytes", &bytes.join("; "), &expected));
    }
    let of = |number: usize| bytes.get(number).filter(|text| *text != "?").map(|text| range(text, row)).transpose();
    let all = fragments.into_iter().enumerate();
    all.map(|(number, fragment)| Ok(EvidenceRecord { bytes: of(number)?, fragment })).collect()
}

fn range(text: &str, row: &Row<'_>) -> Result<(usize, usize), ImportError> {
    let ends = text.split_once("..").or_else(|| text.split_once('-'));
    let parsed = ends.and_then(|(start, end)| Some((start.trim().parse().ok()?, end.trim().parse().ok()?)));
    parsed.ok_or_else(|| row.wrong("bytes", text, "a range of bytes such as 1905..1918, or ? where it is not known"))
}
