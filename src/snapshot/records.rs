//! The records of an archive in bytes, each claim, source and actor on its own, so that one can be had without the others.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::links::{Link, links};
use super::pack::{Pack, Packer, Unpacker};
use super::siblings::Siblings;
use super::symbols::{Pool, Symbols, SymbolsMaker};
use crate::model::{Actor, ActorId, Archive, Claim, Evidence, Locus, Source, SourceId};

/// Packed records in the order of their ids, one after the other, and where each ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// The ids.
    pub ids: Pool,
    /// The records.
    pub bytes: Vec<u8>,
    /// Where each record ends in `bytes`.
    pub ends: Vec<u32>,
}

impl Packed {
    /// How many records there are.
    pub fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The number of the record of an id.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.ids.find(id)
    }

    /// The number of the record that has a byte.
    pub fn holding(&self, byte: usize) -> u32 {
        self.ends.partition_point(|end| *end as usize <= byte) as u32
    }

    pub(super) fn of(&self, number: u32) -> Option<&[u8]> {
        let end = *self.ends.get(number as usize)? as usize;
        let start = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before as usize).copied())?;
        self.bytes.get(start as usize..end)
    }

    /// Adds the record of the next id.
    pub(super) fn push(&mut self, id: &str, record: &[u8]) {
        self.ids.push(id.as_bytes());
        self.bytes.extend_from_slice(record);
        self.ends.push(self.bytes.len() as u32);
    }
}

/// An archive in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// The graph's folder.
    pub dir: PathBuf,
    /// Every text that comes often, and other values that do.
    pub symbols: Pool,
    /// Vocabulary, judgements, passages and whatever else there is little of.
    pub rest: Vec<u8>,
    /// Claims.
    pub claims: Packed,
    /// Sources.
    pub sources: Packed,
    /// Actors.
    pub actors: Packed,
    /// Claims that give one figure in one place.
    pub siblings: Siblings,
    /// Which claims name which, by those that are named.
    pub links: Vec<Link>,
}

impl Records {
    /// Packs the archive of the graph in `dir`; nothing if it is larger than the layout can hold.
    pub fn new(archive: &Archive, dir: &Path) -> Option<Self> {
        let mut symbols = SymbolsMaker::default();
        let claims = archive.claims.iter().map(|(id, claim)| (id.as_str(), claim));
        let claims = packed(claims, pack_claim, &mut symbols, dir);
        let mut records = Self { dir: dir.to_owned(), claims, ..Self::default() };
        (records.siblings, records.links) = (Siblings::new(archive), links(archive));
        records.pack_vocabulary(archive, &mut symbols);
        records.symbols = symbols.pool;
        records.fits().then_some(records)
    }

    /// Packs everything but claims.
    pub(super) fn pack_vocabulary(&mut self, archive: &Archive, symbols: &mut SymbolsMaker) {
        let sources = archive.sources.iter().map(|(id, source)| (id.as_str(), source));
        self.sources = packed(sources, Pack::pack, symbols, &self.dir);
        let actors = archive.actors.iter().map(|(id, actor)| (id.as_str(), actor));
        self.actors = packed(actors, Pack::pack, symbols, &self.dir);
        let mut out = Packer { bytes: Vec::new(), symbols, dir: &self.dir };
        rest(archive, &mut out);
        self.rest = out.bytes;
    }

    /// Whether places in all bytes are small enough numbers.
    pub(super) fn fits(&self) -> bool {
        let parts =
            [&self.symbols.bytes, &self.claims.bytes, &self.claims.ids.bytes, &self.sources.bytes, &self.actors.bytes];
        parts.iter().all(|bytes| u32::try_from(bytes.len()).is_ok())
    }

    /// The whole archive; nothing if the bytes are not what was packed.
    pub fn archive(&self) -> Option<Archive> {
        const SHARE: u32 = 8192;
        let count = self.claims.len();
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
            id: self.claims.ids.get(number)?.into(),
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
            fingerprint: fingerprint(from.plain()?),
            locus,
        })
    }

    pub(super) fn all_sources(&self, symbols: &Symbols<'_>) -> Option<BTreeMap<SourceId, Source>> {
        let all = (0..self.sources.len()).map(|number| self.source(number, symbols));
        all.map(|source| source.map(|source| (source.id.clone(), source))).collect()
    }

    pub(super) fn all_actors(&self, symbols: &Symbols<'_>) -> Option<BTreeMap<ActorId, Actor>> {
        let all = (0..self.actors.len()).map(|number| self.actor(number, symbols));
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

/// Packs records in the order of their ids.
pub(super) fn packed<'a, T: 'a>(
    all: impl Iterator<Item = (&'a str, &'a T)>,
    pack: impl Fn(&T, &mut Packer<'_>),
    symbols: &mut SymbolsMaker,
    dir: &Path,
) -> Packed {
    let mut packed = Packed::default();
    for (id, record) in all {
        let mut out = Packer { bytes: std::mem::take(&mut packed.bytes), symbols, dir };
        pack(record, &mut out);
        packed.bytes = out.bytes;
        packed.ids.push(id.as_bytes());
        packed.ends.push(packed.bytes.len() as u32);
    }
    packed
}

pub(super) fn pack_claim(claim: &Claim, out: &mut Packer<'_>) {
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
    out.plain(&digits(&claim.fingerprint));
}

/// Evidence stands near its claim in the graph's files.
fn pack_evidence(all: &[Evidence], near: &Locus, out: &mut Packer<'_>) {
    out.plain(&all.len());
    for evidence in all {
        // Ranges are short, however far into a text they lie.
        evidence.bytes.map(|(start, end)| (start, end.wrapping_sub(start))).pack(out);
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
        let (range, fragment): (Option<(usize, usize)>, _) = (Pack::unpack(from)?, Pack::unpack(from)?);
        let bytes = range.map(|(start, length)| (start, start.wrapping_add(length)));
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

/// The last twelve hexadecimal digits, two a byte.
fn digits(fingerprint: &str) -> [u8; 6] {
    let [.., a, b, c, d, e, f] = u64::from_str_radix(fingerprint, 16).unwrap_or_default().to_be_bytes();
    [a, b, c, d, e, f]
}

fn fingerprint([a, b, c, d, e, f]: [u8; 6]) -> String {
    format!("{:012x}", u64::from_be_bytes([0, 0, a, b, c, d, e, f]))
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
