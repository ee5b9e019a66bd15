//! The files of a graph as they were read: texts and records, nothing checked.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::file::GraphFile;
use crate::store::record::{
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
    /// The files of `added/` that hold more than claims, by their paths in the graph's folder.
    pub fn mixed(&self, dir: &Path) -> BTreeSet<String> {
        let is_mixed =
            |loaded: &&Loaded<AddedFile>| loaded.record.as_ref().is_none_or(|record| !record.has_only_claims());
        let files = self.added.iter().filter(is_mixed).filter_map(|loaded| loaded.file.as_ref());
        files.filter_map(|file| inside(dir, Path::new(&*file.path))).collect()
    }

    /// Lets go of everything, on all threads: many records take long to be freed.
    pub fn discard(self) {
        let Self { claims, added, .. } = self;
        rayon::join(|| claims.into_par_iter().for_each(drop), || added.into_par_iter().for_each(drop));
    }
}

/// The path of a file in a folder, with slashes.
pub(crate) fn inside(dir: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(dir).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}
