//! The records of an archive in bytes, each claim, source and actor on its own, so that one can be had without the others.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::pack::{Pack, Packer, Unpacker};
use super::siblings::Siblings;
use super::symbols::{Pool, Symbols, SymbolsMaker};
use crate::model::{Actor, ActorId, Archive, Claim, Evidence, Locus, Source, SourceId};

/// Packed records, one after the other, and where each ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The records.
    pub bytes: Vec<u8>,
    /// Where each record ends in `bytes`.
    pub ends: Vec<u32>,
}

impl Packed {
    /// The number of the record that has a byte.
    pub fn holding(&self, byte: usize) -> u32 {
        self.ends.partition_point(|end| *end as usize <= byte) as u32
    }

    fn of(&self, number: u32) -> Option<&[u8]> {
        let end = *self.ends.get(number as usize)? as usize;
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before as usize).copied())?;
        self.bytes.get(start as usize..end)
    }
}

/// An archive in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// The graph's folder.
    pub dir: PathBuf,
    /// How many claims, sources and actors there are.
    pub counts: [u32; 3],
    /// Ids of claims, sources and actors, each kind in its order, then every other text that comes often.
    pub symbols: Pool,
    /// Vocabulary, judgements, passages and whatever else there is little of.
    pub rest: Vec<u8>,
    /// Claims in the order of ids.
    pub claims: Packed,
    /// Sources in the order of ids.
    pub sources: Packed,
    /// Actors in the order of ids.
    pub actors: Packed,
    /// Claims that give one figure in one place.
    pub siblings: Siblings,
}

impl Records {
    /// Packs the archive of the graph in `dir`; nothing if it is larger than the layout can hold.
    pub fn new(archive: &Archive, dir: &Path) -> Option<Self> {
        let mut symbols = SymbolsMaker::default();
        archive.claims.keys().for_each(|id| symbols.place(id.as_str().as_bytes()));
        archive.sources.keys().for_each(|id| symbols.place(id.as_str().as_bytes()));
        archive.actors.keys().for_each(|id| symbols.place(id.as_str().as_bytes()));
        let claims = packed(archive.claims.values(), claim, &mut symbols, dir);
        let sources = packed(archive.sources.values(), Pack::pack, &mut symbols, dir);
        let actors = packed(archive.actors.values(), Pack::pack, &mut symbols, dir);
        let mut out = Packer { bytes: Vec::new(), symbols: &mut symbols, dir };
        rest(archive, &mut out);
        let rest = out.bytes;
        let counts = [&claims, &sources, &actors].map(|packed| packed.ends.len() as u32);
        let siblings = Siblings::new(archive);
        let records =
            Self { dir: dir.to_owned(), siblings, counts, rest, claims, sources, actors, symbols: symbols.pool };
        let fits = |bytes: &[u8]| u32::try_from(bytes.len()).is_ok();
        let parts = [&records.symbols.bytes, &records.claims.bytes, &records.sources.bytes, &records.actors.bytes];
        parts.iter().all(|bytes| fits(bytes)).then_some(records)
    }

    /// The numbers of the ids of claims among the symbols.
    pub fn ids_of_claims(&self) -> Range<u32> {
        0..self.counts[0]
    }

    /// Those of sources.
    pub fn ids_of_sources(&self) -> Range<u32> {
        let start = self.counts[0];
        start..start.saturating_add(self.counts[1])
    }

    /// Those of actors.
    pub fn ids_of_actors(&self) -> Range<u32> {
        let start = self.ids_of_sources().end;
        start..start.saturating_add(self.counts[2])
    }

    /// The whole archive; nothing if the bytes are not what was packed.
    pub fn archive(&self) -> Option<Archive> {
        const SHARE: u32 = 8192;
        let count = self.counts[0];
        let shares: Vec<Range<u32>> =
            (0..count).step_by(SHARE as usize).map(|from| from..(from + SHARE).min(count)).collect();
        let share = |numbers: Range<u32>| {
            let symbols = Symbols::new(&self.symbols, &self.dir);
            numbers.map(|number| self.claim(number, &symbols)).collect::<Option<Vec<Claim>>>()
        };
        let claims: Vec<Vec<Claim>> = shares.into_par_iter().map(share).collect::<Option<_>>()?;
        let symbols = Symbols::new(&self.symbols, &self.dir);
        let mut archive = self.bare(&symbols)?;
        archive.sources = self.all_sources(&symbols)?;
        archive.actors = self.all_actors(&symbols)?;
        archive.claims = claims.into_iter().flatten().map(|claim| (claim.id.clone(), claim)).collect();
        archive.sort_claims();
        Some(archive)
    }

    /// A claim.
    pub(super) fn claim(&self, number: u32, symbols: &Symbols<'_>) -> Option<Claim> {
        let mut from = Unpacker { bytes: self.claims.of(number)?, symbols };
        let locus: Locus = Pack::unpack(&mut from)?;
        Some(Claim {
            id: symbols.shared(number)?.into(),
            source: Pack::unpack(&mut from)?,
            says: Pack::unpack(&mut from)?,
            about: Pack::unpack(&mut from)?,
            scope: Pack::unpack(&mut from)?,
            inferred: Pack::unpack(&mut from)?,
            attribution: Pack::unpack(&mut from)?,
            via: Pack::unpack(&mut from)?,
            evidence: evidence(&mut from, &locus)?,
            conversion_of: Pack::unpack(&mut from)?,
            supersedes: Pack::unpack(&mut from)?,
            method: Pack::unpack(&mut from)?,
            note: Pack::unpack(&mut from)?,
            fingerprint: fingerprint(Pack::unpack(&mut from)?),
            locus,
        })
    }

    pub(super) fn all_sources(&self, symbols: &Symbols<'_>) -> Option<BTreeMap<SourceId, Source>> {
        let all = (0..self.counts[1]).map(|number| self.source(number, symbols));
        all.map(|source| source.map(|source| (source.id.clone(), source))).collect()
    }

    pub(super) fn all_actors(&self, symbols: &Symbols<'_>) -> Option<BTreeMap<ActorId, Actor>> {
        let all = (0..self.counts[2]).map(|number| self.actor(number, symbols));
        all.map(|actor| actor.map(|actor| (actor.id.clone(), actor))).collect()
    }

    /// A source.
    pub(super) fn source(&self, number: u32, symbols: &Symbols<'_>) -> Option<Source> {
        Source::unpack(&mut Unpacker { bytes: self.sources.of(number)?, symbols })
    }

    /// An actor.
    pub(super) fn actor(&self, number: u32, symbols: &Symbols<'_>) -> Option<Actor> {
        Actor::unpack(&mut Unpacker { bytes: self.actors.of(number)?, symbols })
    }

    /// The archive without claims, sources and actors.
    pub(super) fn bare(&self, symbols: &Symbols<'_>) -> Option<Archive> {
        let mut from = Unpacker { bytes: &self.rest, symbols };
        let mut archive = Archive {
            title: Pack::unpack(&mut from)?,
            places: Pack::unpack(&mut from)?,
            populations: Pack::unpack(&mut from)?,
            events: Pack::unpack(&mut from)?,
            measures: Pack::unpack(&mut from)?,
            identities: Pack::unpack(&mut from)?,
            propositions: Pack::unpack(&mut from)?,
            judgements: Pack::unpack(&mut from)?,
            passages: Pack::unpack(&mut from)?,
            relocations: Pack::unpack(&mut from)?,
            ..Archive::default()
        };
        archive.place_nesting = crate::model::Nesting::new(archive.places.values());
        archive.population_nesting = crate::model::Nesting::new(archive.populations.values());
        Some(archive)
    }
}

fn packed<'a, T: 'a>(
    all: impl Iterator<Item = &'a T>,
    pack: impl Fn(&T, &mut Packer<'_>),
    symbols: &mut SymbolsMaker,
    dir: &Path,
) -> Packed {
    let mut out = Packer { bytes: Vec::new(), symbols, dir };
    let mut ends = Vec::new();
    for record in all {
        pack(record, &mut out);
        ends.push(out.bytes.len() as u32);
    }
    Packed { bytes: out.bytes, ends }
}

fn claim(claim: &Claim, out: &mut Packer<'_>) {
    claim.locus.pack(out);
    claim.source.pack(out);
    claim.says.pack(out);
    claim.about.pack(out);
    claim.scope.pack(out);
    claim.inferred.pack(out);
    claim.attribution.pack(out);
    claim.via.pack(out);
    pack_evidence(&claim.evidence, &claim.locus, out);
    claim.conversion_of.pack(out);
    claim.supersedes.pack(out);
    claim.method.pack(out);
    claim.note.pack(out);
    u64::from_str_radix(&claim.fingerprint, 16).unwrap_or_default().pack(out);
}

/// Evidence stands near its claim in the graph's files.
fn pack_evidence(all: &[Evidence], near: &Locus, out: &mut Packer<'_>) {
    out.plain(&all.len());
    for evidence in all {
        evidence.bytes.pack(out);
        evidence.fragment.pack(out);
        let own = &evidence.locus;
        let is_near = own.file == near.file && own.line >= near.line;
        out.plain(&is_near);
        if is_near {
            (own.line - near.line, own.column).pack(out);
        } else {
            own.pack(out);
        }
    }
}

fn evidence(from: &mut Unpacker<'_>, near: &Locus) -> Option<Vec<Evidence>> {
    let count = from.plain::<usize>()?;
    let one = |_| {
        let (bytes, fragment) = (Pack::unpack(from)?, Pack::unpack(from)?);
        let locus = if from.plain::<bool>()? {
            let (below, column): (usize, usize) = Pack::unpack(from)?;
            Locus { file: near.file.clone(), line: near.line.checked_add(below)?, column }
        } else {
            Pack::unpack(from)?
        };
        Some(Evidence { bytes, fragment, locus })
    };
    (0..count).map(one).collect()
}

/// Twelve hexadecimal digits.
fn fingerprint(number: u64) -> String {
    format!("{number:012x}")
}

fn rest(archive: &Archive, out: &mut Packer<'_>) {
    archive.title.pack(out);
    archive.places.pack(out);
    archive.populations.pack(out);
    archive.events.pack(out);
    archive.measures.pack(out);
    archive.identities.pack(out);
    archive.propositions.pack(out);
    archive.judgements.pack(out);
    archive.passages.pack(out);
    archive.relocations.pack(out);
}
