//! The names under which columns are written and read.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use super::image::{Column, Columns, Image, ImageError};
use super::numbers::Numbers;
use super::records::{Packed, Records};
use super::siblings::Siblings;
use super::symbols::Pool;
use crate::graph::{Citations, Rows};
use crate::sweep::{Ledger, Sweep};

pub(super) fn records(of: &Records) -> Columns<'_> {
    vec![
        ("symbols", of.symbols.bytes.as_slice()),
        ("symbols.ends", of.symbols.ends.bytes()),
        ("rest", &of.rest),
        ("claims.ids", &of.claims.ids.bytes),
        ("claims.ids.ends", of.claims.ids.ends.bytes()),
        ("claims", &of.claims.bytes),
        ("claims.ends", of.claims.ends.bytes()),
        ("sources.ids", &of.sources.ids.bytes),
        ("sources.ids.ends", of.sources.ids.ends.bytes()),
        ("sources", &of.sources.bytes),
        ("sources.ends", of.sources.ends.bytes()),
        ("actors.ids", &of.actors.ids.bytes),
        ("actors.ids.ends", of.actors.ids.ends.bytes()),
        ("actors", &of.actors.bytes),
        ("actors.ends", of.actors.ends.bytes()),
        ("siblings", of.siblings.claims.bytes()),
        ("siblings.of", of.siblings.of.bytes()),
        ("siblings.first", of.siblings.sets.first.bytes()),
        ("siblings.sets", of.siblings.sets.items.bytes()),
        ("links", of.links.bytes()),
    ]
}

pub(super) fn read_records(image: &Image, dir: &Path) -> Result<Records, ImageError> {
    let names = read_names(image, dir, true, true)?;
    let sets = Rows { first: image.column("siblings.first")?, items: image.column("siblings.sets")? };
    let siblings = Siblings { claims: image.column("siblings")?, of: image.column("siblings.of")?, sets };
    let claims = packed(image, ["claims.ids", "claims.ids.ends", "claims", "claims.ends"])?;
    Ok(Records { claims, siblings, links: image.column("links")?, ..names })
}

/// The records without claims, and with sources and actors only if they are asked for.
pub(super) fn read_names(image: &Image, dir: &Path, sources: bool, actors: bool) -> Result<Records, ImageError> {
    let of = |is_asked: bool, names| if is_asked { packed(image, names) } else { Ok(Packed::default()) };
    let sources = of(sources, ["sources.ids", "sources.ids.ends", "sources", "sources.ends"])?;
    let actors = of(actors, ["actors.ids", "actors.ids.ends", "actors", "actors.ends"])?;
    let symbols = pool(image, "symbols", "symbols.ends")?;
    Ok(Records { dir: dir.to_owned(), symbols, rest: image.column("rest")?, sources, actors, ..Records::default() })
}

fn packed(image: &Image, [ids, id_ends, bytes, ends]: [&str; 4]) -> Result<Packed, ImageError> {
    Ok(Packed { ids: pool(image, ids, id_ends)?, bytes: image.column(bytes)?, ends: image.column(ends)? })
}

fn pool(image: &Image, bytes: &str, ends: &str) -> Result<Pool, ImageError> {
    Ok(Pool { bytes: image.column(bytes)?, ends: image.column(ends)? })
}

pub(super) fn sweep(of: &Sweep) -> Columns<'_> {
    vec![
        ("sweep.first", of.first.bytes()),
        ("sweep.groups", of.groups.bytes()),
        ("sweep.rules", of.rules.bytes()),
        ("sweep.start", of.start.bytes()),
        ("sweep.end", of.end.bytes()),
        ("sweep.low", of.low.bytes()),
        ("sweep.high", of.high.bytes()),
        ("sweep.claim", of.claim.bytes()),
        ("sweep.blocks.first", of.blocks.first.bytes()),
        ("sweep.blocks", of.blocks.items.bytes()),
        ("sweep.places.first", of.places.first.bytes()),
        ("sweep.places", of.places.items.bytes()),
        ("sweep.measures.first", of.measures.first.bytes()),
        ("sweep.measures", of.measures.items.bytes()),
        ("sweep.sources.first", of.sources.first.bytes()),
        ("sweep.sources", of.sources.items.bytes()),
        ("sweep.actors.first", of.actors.first.bytes()),
        ("sweep.actors", of.actors.items.bytes()),
    ]
}

pub(super) fn read_sweep(image: &Image) -> Result<Sweep, ImageError> {
    let (rows, index) = rayon::join(|| read_rows(image), || read_whose(image));
    let (rows, index) = (rows?, index?);
    let Sweep { first, groups, rules, start, end, low, high, .. } = rows;
    Ok(Sweep { first, groups, rules, start, end, low, high, ..index })
}

/// Which claims the rows are, and of what and whom.
fn read_whose(image: &Image) -> Result<Sweep, ImageError> {
    let rows = |first, items| Ok::<_, ImageError>(Rows { first: image.column(first)?, items: image.column(items)? });
    Ok(Sweep {
        claim: image.column("sweep.claim")?,
        blocks: rows("sweep.blocks.first", "sweep.blocks")?,
        places: rows("sweep.places.first", "sweep.places")?,
        measures: rows("sweep.measures.first", "sweep.measures")?,
        sources: rows("sweep.sources.first", "sweep.sources")?,
        actors: rows("sweep.actors.first", "sweep.actors")?,
        ..Sweep::default()
    })
}

/// The days and ends of the rows, without a word of which claims they are; half of them by another thread.
pub(super) fn read_rows(image: &Image) -> Result<Sweep, ImageError> {
    let days = || {
        Ok::<_, ImageError>((image.column("sweep.start")?, image.column("sweep.end")?, image.column("sweep.first")?))
    };
    let ends = || Ok::<_, ImageError>((image.column("sweep.low")?, image.column("sweep.high")?));
    let (days, ends) = rayon::join(days, ends);
    let ((start, end, first), (low, high)) = (days?, ends?);
    let (groups, rules) = (image.column("sweep.groups")?, image.column("sweep.rules")?);
    Ok(Sweep { first, groups, rules, start, end, low, high, ..Sweep::default() })
}

/// Where groups begin, and of places, measures, sources and actors what is asked for.
pub(super) fn read_index(image: &Image, asked: &Numbers) -> Result<Sweep, ImageError> {
    let some = |first, items, asked: &[u32]| some_rows(image, first, items, asked);
    let places = some("sweep.places.first", "sweep.places", &asked.places)?;
    let measures = some("sweep.measures.first", "sweep.measures", &asked.measures)?;
    let sources = some("sweep.sources.first", "sweep.sources", &asked.sources)?;
    let actors = some("sweep.actors.first", "sweep.actors", &asked.actors)?;
    Ok(Sweep { first: image.column("sweep.first")?, places, measures, sources, actors, ..Sweep::default() })
}

/// Rows of which all but some, which are in order, are empty.
fn some_rows(image: &Image, first: &str, items: &str, asked: &[u32]) -> Result<Rows, ImageError> {
    if asked.is_empty() {
        return Ok(Rows::default());
    }
    let all: Vec<u32> = image.column(first)?;
    let ends = |row: &u32| Some((*all.get(*row as usize)?, *all.get(*row as usize + 1)?));
    let rows: Vec<(u32, (u32, u32))> = asked.iter().filter_map(|row| Some((*row, ends(row)?))).collect();
    let stretches: Vec<Range<usize>> = rows.iter().map(|(_, (start, end))| *start as usize..*end as usize).collect();
    let mut lengths = vec![0; all.len().saturating_sub(1)];
    rows.iter().for_each(|(row, (start, end))| lengths[*row as usize] = end - start);
    let mut at = 0;
    let so_far = lengths.iter().map(|length| {
        at += length;
        at
    });
    Ok(Rows { first: std::iter::once(0).chain(so_far).collect(), items: image.stretches(items, &stretches)? })
}

/// Some groups, which are in order: their days and ends, and which claims they are. They are numbered from nought on.
pub(super) fn read_groups(image: &Image, first: &[u32], groups: &[u32]) -> Result<Sweep, ImageError> {
    let row = |group: u32| first.get(group as usize).copied().unwrap_or_default() as usize;
    let runs = || groups.chunk_by(|a, b| a + 1 == *b).filter_map(|run| Some((*run.first()?, *run.last()? + 1)));
    let of_groups: Vec<Range<usize>> = runs().map(|(from, upto)| from as usize..upto as usize).collect();
    let of_rows: Vec<Range<usize>> = runs().map(|(from, upto)| row(from)..row(upto)).collect();
    let mut now = vec![0];
    for group in groups {
        now.push(now[now.len() - 1] + (row(*group + 1) - row(*group)) as u32);
    }
    Ok(Sweep {
        first: now,
        groups: image.stretches("sweep.groups", &of_groups)?,
        rules: image.column("sweep.rules")?,
        start: image.stretches("sweep.start", &of_rows)?,
        end: image.stretches("sweep.end", &of_rows)?,
        low: image.stretches("sweep.low", &of_rows)?,
        high: image.stretches("sweep.high", &of_rows)?,
        claim: image.stretches("sweep.claim", &of_rows)?,
        ..Sweep::default()
    })
}

pub(super) fn ledger<'a>(of: &'a Ledger, words: &'a [u8]) -> Columns<'a> {
    vec![
        ("ledger.lanes", of.lanes.bytes()),
        ("ledger.lane", of.lane.bytes()),
        ("ledger.flags", of.flags.bytes()),
        ("ledger.words", words),
    ]
}

/// How claims were put in columns, and the files of `added/` that hold more than claims.
pub(super) fn read_ledger(image: &Image) -> Result<(Ledger, BTreeSet<String>), ImageError> {
    let packed: Vec<u8> = image.column("ledger.words")?;
    let unpacked = postcard::from_bytes(&packed);
    let (words, mixed) = unpacked.map_err(|_| ImageError::Damaged("its words are not what was packed"))?;
    let (lanes, lane) = (image.column("ledger.lanes")?, image.column("ledger.lane")?);
    Ok((Ledger { lanes, lane, flags: image.column("ledger.flags")?, words }, mixed))
}

pub(super) fn citations(of: &Citations) -> Columns<'_> {
    vec![("cites.first", bytemuck::cast_slice(of.offsets())), ("cites", bytemuck::cast_slice(of.cited()))]
}

pub(super) fn read_citations(image: &Image) -> Result<Citations, ImageError> {
    let rows = Citations::from_rows(image.column("cites.first")?, image.column("cites")?);
    rows.ok_or(ImageError::Damaged("its citations do not fit together"))
}
