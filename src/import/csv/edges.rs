//! Tables of ties. Those between sources, regions and actors are added to the records that the other tables give; those of
//! claims are said by the table of claims.

use super::reader::Reader;
use super::row::{Row, Sheet};
use crate::import::error::ImportError;
use crate::import::names::Kind;
use crate::store::record::RepresentationRecord;

/// A table of which source cites which.
///
/// # Errors
/// If a row names no two sources.
pub fn cites(sheet: &Sheet<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    reader.each(sheet, |row, reader| {
        let (from, to) = (row.need("citing", "the source that cites")?, row.need("cited", "the source that is cited")?);
        let id = |name: &str| reader.naming.names.find(Kind::Source, name).unwrap_or_else(|| name.to_owned());
        let (from, to) = (id(from), id(to));
        tie(row, &from, "cites", &to, reader);
        Ok(())
    })
}

/// A table of ties of all kinds.
///
/// # Errors
/// If a row names no two records.
pub fn read(sheet: &Sheet<'_>, reader: &mut Reader<'_>) -> Result<(), ImportError> {
    reader.each(sheet, |row, reader| {
        let from = row.need("from", "the record that the tie begins with")?;
        let to = row.need("to", "the record that it leads to")?;
        let edge = row.need("edge", "the kind of tie")?;
        tie(row, from, edge, to, reader);
        Ok(())
    })
}

fn tie(row: &Row<'_>, from: &str, edge: &str, to: &str, reader: &mut Reader<'_>) {
    if is_held(from, edge, to, reader) || add(row, from, edge, to, reader) || is_said(from, edge, to, reader) {
        return;
    }
    let what = format!("{from} {edge} {to}");
    reader.naming.incoming.unmapped(row.at(), what, "no row of the other tables is of the record that it begins with");
}

/// Whether the graph has the tie.
fn is_held(from: &str, edge: &str, to: &str, reader: &Reader<'_>) -> bool {
    let archive = reader.naming.archive;
    let source = archive.sources.get(from);
    match edge {
        "cites" => source.is_some_and(|own| own.cites.iter().any(|id| id.as_str() == to)),
        "links_to" => source.is_some_and(|own| own.links_to.iter().any(|id| id.as_str() == to)),
        "republishes" => source.is_some_and(|own| own.republishes.as_ref().is_some_and(|id| id.as_str() == to)),
        "part_of" => {
            let place = archive.places.get(from).is_some_and(|own| own.part_of.iter().any(|id| id.as_str() == to));
            let other = archive.populations.get(from);
            place || other.is_some_and(|own| own.part_of.iter().any(|id| id.as_str() == to))
        }
        "speaks_for" => {
            let actor = archive.actors.get(from);
            actor.is_some_and(|own| own.speaks_for.iter().any(|other| other.actor.as_str() == to))
        }
        _ => false,
    }
}

/// Adds the tie to a record that was read.
fn add(row: &Row<'_>, from: &str, edge: &str, to: &str, reader: &mut Reader<'_>) -> bool {
    let incoming = &mut *reader.naming.incoming;
    let source = incoming.sources.get_mut(from).map(|(own, _)| own);
    let list = match (edge, source) {
        ("cites", Some(own)) => &mut own.cites,
        ("links_to", Some(own)) => &mut own.links_to,
        ("republishes", Some(own)) if own.republishes.as_deref().is_none_or(|held| held == to) => {
            own.republishes = Some(to.to_owned());
            return true;
        }
        ("part_of", _) => {
            let is_place = row.get("from_kind") != Some("population") && incoming.places.contains_key(from);
            let shelf = if is_place { &mut incoming.places } else { &mut incoming.populations };
            match shelf.get_mut(from) {
                Some((own, _)) => &mut own.part_of,
                None => return false,
            }
        }
        ("speaks_for", _) => return speaks_for(row, from, to, reader),
        _ => return false,
    };
    if !list.iter().any(|held| held == to) {
        list.push(to.to_owned());
    }
    true
}

fn speaks_for(row: &Row<'_>, from: &str, to: &str, reader: &mut Reader<'_>) -> bool {
    let Some((own, _)) = reader.naming.incoming.actors.get_mut(from) else { return false };
    if !own.speaks_for.iter().any(|other| other.actor == to) {
        let (since, until) = (row.text("since"), row.text("until"));
        own.speaks_for.push(RepresentationRecord { actor: to.to_owned(), since, until });
    }
    true
}

/// Whether it is a tie of a claim, which the table of claims says.
fn is_said(from: &str, edge: &str, to: &str, reader: &Reader<'_>) -> bool {
    let claim = if edge == "asserts" { to } else { from };
    let of_claims = !["cites", "links_to", "republishes", "part_of", "speaks_for"].contains(&edge);
    of_claims && reader.naming.names.has(Kind::Claim, claim)
}
