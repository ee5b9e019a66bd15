//! Parts of an archive: a few claims, with all that must be known to say where they come from and how they relate.

use std::collections::BTreeSet;

use super::records::Records;
use super::symbols::Symbols;
use crate::model::{ActorId, Archive, Claim, ClaimId, Source, SourceId, Via};
use crate::sweep::Sweep;

impl Records {
    /// The archive with only these claims and those on which they rest: from which they are taken, which they revise or
    /// convert, and which give the same figure of the same passage. Nothing if the bytes are not what was packed.
    pub fn part(&self, sweep: &Sweep, claims: &[u32]) -> Option<Archive> {
        let mut part = Part {
            records: self,
            sweep,
            symbols: Symbols::new(&self.symbols, &self.dir),
            claims: BTreeSet::new(),
            open: Vec::new(),
        };
        claims.iter().for_each(|claim| part.ask(*claim));
        part.archive()
    }

    /// The archive without claims; with its actors and sources only if they are asked for.
    pub fn vocabulary(&self, actors: bool, sources: bool) -> Option<Archive> {
        let symbols = Symbols::new(&self.symbols, &self.dir);
        let mut archive = self.bare(&symbols)?;
        if actors {
            archive.actors = self.all_actors(&symbols)?;
        }
        if sources {
            archive.sources = self.all_sources(&symbols)?;
        }
        Some(archive)
    }

    /// The source of an id.
    pub fn source_of(&self, id: &str) -> Option<Source> {
        self.source(self.sources.find(id)?, &Symbols::new(&self.symbols, &self.dir))
    }
}

struct Part<'a> {
    records: &'a Records,
    sweep: &'a Sweep,
    symbols: Symbols<'a>,
    claims: BTreeSet<u32>,
    open: Vec<u32>,
}

impl Part<'_> {
    fn ask(&mut self, claim: u32) {
        if self.claims.insert(claim) {
            self.open.push(claim);
        }
    }

    fn ask_id(&mut self, id: &ClaimId) {
        if let Some(number) = self.records.claims.find(id.as_str()) {
            self.ask(number);
        }
    }

    /// All claims of a source: what somebody has from it may be any of them.
    fn ask_source(&mut self, id: &SourceId) {
        let Some(number) = self.records.sources.find(id.as_str()) else { return };
        for row in self.sweep.sources.row(number) {
            self.ask(self.sweep.claim[*row as usize]);
        }
    }

    fn archive(mut self) -> Option<Archive> {
        let mut archive = self.records.bare(&self.symbols)?;
        let mut actors: BTreeSet<ActorId> = BTreeSet::new();
        let shared: BTreeSet<SourceId> =
            archive.passages.iter().flat_map(|own| [own.a.source.clone(), own.b.source.clone()]).collect();
        shared.iter().try_for_each(|id| self.source(&mut archive, id))?;
        while let Some(number) = self.open.pop() {
            let claim = self.records.claim(number, &self.symbols)?;
            self.records.siblings.beside(number).iter().for_each(|sibling| self.ask(*sibling));
            self.follow(&mut archive, &claim)?;
            actors.extend(claim.attribution.actors().iter().cloned());
            if let crate::model::About::Quote(quote) = &claim.about {
                actors.insert(quote.speaker.clone());
            }
            archive.claims.insert(claim.id.clone(), claim);
        }
        self.actors(&mut archive, actors)?;
        archive.judgements.retain(|judgement| judgement.on.iter().all(|on| archive.claims.contains_key(&on.claim)));
        archive.sort_claims();
        Some(archive)
    }

    /// Asks for whatever a claim rests on.
    fn follow(&mut self, archive: &mut Archive, claim: &Claim) -> Option<()> {
        self.source(archive, &claim.source)?;
        for via in &claim.via {
            match via {
                Via::Claim(id) => self.ask_id(id),
                Via::Source(id) => {
                    self.source(archive, id)?;
                    self.ask_source(id);
                }
                Via::Named(_) => {}
            }
        }
        let original = archive.sources.get(&claim.source).and_then(|source| source.republishes.clone());
        if let Some(id) = original.filter(|_| claim.via.is_empty()) {
            self.source(archive, &id)?;
            self.ask_source(&id);
        }
        claim.supersedes.iter().chain(&claim.conversion_of).for_each(|id| self.ask_id(id));
        Some(())
    }

    fn source(&self, archive: &mut Archive, id: &SourceId) -> Option<()> {
        if !archive.sources.contains_key(id) {
            let number = self.records.sources.find(id.as_str())?;
            archive.sources.insert(id.clone(), self.records.source(number, &self.symbols)?);
        }
        Some(())
    }

    /// The actors, and whomever they speak for.
    fn actors(&self, archive: &mut Archive, actors: BTreeSet<ActorId>) -> Option<()> {
        let mut open: Vec<ActorId> = actors.into_iter().collect();
        while let Some(id) = open.pop() {
            if archive.actors.contains_key(&id) {
                continue;
            }
            let actor = self.records.actor(self.records.actors.find(id.as_str())?, &self.symbols)?;
            open.extend(actor.speaks_for.iter().map(|other| other.actor.clone()));
            archive.actors.insert(id, actor);
        }
        Some(())
    }
}
