//! The names under which columns are written and read.

use std::path::Path;

use super::records::{Packed, Records};
use super::symbols::Pool;
use crate::graph::Citations;
use crate::store::image::{Column, Columns, Image, ImageError};
use crate::sweep::{Rows, Sweep};

pub(super) fn records(of: &Records) -> Columns<'_> {
    vec![
        ("symbols", of.symbols.bytes.as_slice()),
        ("symbols.ends", of.symbols.ends.bytes()),
        ("rest", &of.rest),
        ("claims", &of.claims.bytes),
        ("claims.ends", of.claims.ends.bytes()),
        ("sources", &of.sources.bytes),
        ("sources.ends", of.sources.ends.bytes()),
        ("actors", &of.actors.bytes),
        ("actors.ends", of.actors.ends.bytes()),
    ]
}

pub(super) fn read_records(image: &mut Image, dir: &Path) -> Result<Records, ImageError> {
    let mut packed = |bytes, ends| Ok::<_, ImageError>(Packed { bytes: image.column(bytes)?, ends: image.column(ends)? });
    let (claims, sources, actors) =
        (packed("claims", "claims.ends")?, packed("sources", "sources.ends")?, packed("actors", "actors.ends")?);
    let symbols = Pool { bytes: image.column("symbols")?, ends: image.column("symbols.ends")? };
    Ok(Records { dir: dir.to_owned(), symbols, rest: image.column("rest")?, claims, sources, actors })
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

pub(super) fn read_sweep(image: &mut Image) -> Result<Sweep, ImageError> {
    let mut rows = |first, items| Ok::<_, ImageError>(Rows { first: image.column(first)?, items: image.column(items)? });
    let blocks = rows("sweep.blocks.first", "sweep.blocks")?;
    let places = rows("sweep.places.first", "sweep.places")?;
    let measures = rows("sweep.measures.first", "sweep.measures")?;
    let sources = rows("sweep.sources.first", "sweep.sources")?;
    let actors = rows("sweep.actors.first", "sweep.actors")?;
    Ok(Sweep { blocks, places, measures, sources, actors, ..read_rows(image)? })
}

/// The rows without the lists of which are whose.
pub(super) fn read_rows(image: &mut Image) -> Result<Sweep, ImageError> {
    Ok(Sweep {
        first: image.column("sweep.first")?,
        groups: image.column("sweep.groups")?,
        rules: image.column("sweep.rules")?,
        start: image.column("sweep.start")?,
        end: image.column("sweep.end")?,
        low: image.column("sweep.low")?,
        high: image.column("sweep.high")?,
        claim: image.column("sweep.claim")?,
        ..Sweep::default()
    })
}

pub(super) fn citations(of: &Citations) -> Columns<'_> {
    vec![
        ("cites.first", bytemuck::cast_slice(of.offsets())),
        ("cites", bytemuck::cast_slice(of.cited())),
    ]
}

pub(super) fn read_citations(image: &mut Image) -> Result<Citations, ImageError> {
    let rows = Citations::from_rows(image.column("cites.first")?, image.column("cites")?);
    rows.ok_or(ImageError::Damaged("its citations do not fit together"))
}
