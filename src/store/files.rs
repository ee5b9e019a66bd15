//! The files of a graph as they were read: texts and records, nothing checked.

use rayon::prelude::*;

use super::file::GraphFile;
use super::record::{
    ActorRecord, AddedFile, ClaimFile, EventRecord, GraphRecord, InboxFile, JudgementRecord, MeasuresRecord,
    PassageRecord, PropositionRecord, RegionRecord, RelocationRecord, SourceRecord,
};

/// A file and the record in it; no record if the file is missing or broken.
pub(crate) struct Loaded<T> {
    /// The file, if it is there.
    pub file: Option<GraphFile>,
    /// Its record, if it could be read.
    pub record: Option<T>,
}

impl<T> Default for Loaded<T> {
    fn default() -> Self {
        Self { file: None, record: None }
    }
}

impl<T> Loaded<T> {
    /// Whether the file is there but could not be read, so that nothing can be said of what it defines.
    pub fn is_broken(&self) -> bool {
        self.file.is_some() && self.record.is_none()
    }
}

/// All files of a graph, as read.
#[derive(Default)]
pub(crate) struct Files {
    pub graph: Loaded<GraphRecord>,
    pub sources: Loaded<Vec<SourceRecord>>,
    pub actors: Loaded<Vec<ActorRecord>>,
    pub places: Loaded<Vec<RegionRecord>>,
    pub populations: Loaded<Vec<RegionRecord>>,
    pub events: Loaded<Vec<EventRecord>>,
    pub measures: Loaded<MeasuresRecord>,
    pub propositions: Loaded<Vec<PropositionRecord>>,
    pub claims: Vec<Loaded<ClaimFile>>,
    pub judgements: Vec<Loaded<Vec<JudgementRecord>>>,
    pub reuse: Loaded<Vec<PassageRecord>>,
    pub relocations: Loaded<Vec<RelocationRecord>>,
    pub added: Vec<Loaded<AddedFile>>,
    pub inbox: Vec<Loaded<InboxFile>>,
}

impl Files {
    /// Lets go of everything, on all threads: many records take long to be freed.
    pub fn discard(self) {
        let Self { claims, added, .. } = self;
        rayon::join(|| claims.into_par_iter().for_each(drop), || added.into_par_iter().for_each(drop));
    }
}
