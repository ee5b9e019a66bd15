//! Claims of tables too large to be held: each is looked at once and passed on in batches, which are checked and written by
//! other threads. Only their ids are kept.

use crate::codes::Code;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::{Scope, ScopedJoinHandle};

use super::columns::Kind;
use super::row::{Row, Sheet};
use crate::import::compare::differences;
use crate::import::error::{ImportError, Trouble};
use crate::import::incoming::{Asserted, check_id};
use crate::import::plan::{asserted, by_source};
use crate::import::report::Conflict;
use crate::model::Archive;
use crate::store::record::AddedFile;
use crate::store::{Gate, Parts};

/// Claims of one file of the graph.
pub const MOST_CLAIMS: usize = 5_000;

/// What came of claims that were passed on.
#[derive(Debug, Default)]
pub struct Streamed {
    /// Ids of those that are new.
    pub added: Vec<String>,
    /// Ids of those that the graph has.
    pub present: Vec<String>,
    /// Those of which the graph says something else.
    pub conflicts: Vec<Conflict>,
    /// What is wrong with them.
    pub troubles: Vec<Trouble>,
}

/// What the threads share.
pub struct Shared<'a> {
    tables: &'a [(Kind, Sheet<'a>)],
    gate: RwLock<Gate>,
    parts: &'a Parts,
}

/// Claims with their rows: which table, and which line of it.
pub struct Batch {
    number: usize,
    claims: Vec<(Asserted, (usize, u64))>,
}

/// A row by which an id was given.
struct Seen {
    cells: u64,
    at: (usize, u64),
}

/// Where claims go that are not held.
pub struct Stream<'a> {
    archive: &'a Archive,
    shared: &'a Shared<'a>,
    /// The table that is being read.
    pub table: usize,
    seen: BTreeMap<Box<str>, Seen>,
    batch: Vec<(Asserted, (usize, u64))>,
    batches: usize,
    send: SyncSender<Batch>,
    streamed: Streamed,
}

/// Something wrong, with the number of its batch and its place there.
pub type Found = (usize, usize, Trouble);

/// Threads that check and write claims.
pub type Workers<'scope> = Vec<ScopedJoinHandle<'scope, Result<Vec<Found>, ImportError>>>;

/// Starts the threads, and says where they take batches from.
pub fn start<'scope, 'env>(
    scope: &'scope Scope<'scope, 'env>,
    shared: &'env Shared<'env>,
) -> (SyncSender<Batch>, Workers<'scope>) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (send, receive) = sync_channel(threads);
    let receive = Arc::new(Mutex::new(receive));
    let start = |_| {
        let batches = Arc::clone(&receive);
        scope.spawn(move || work(&batches, shared))
    };
    (send, (0..threads).map(start).collect())
}

impl<'a> Stream<'a> {
    /// Nothing was passed on yet.
    pub fn new(archive: &'a Archive, shared: &'a Shared<'a>, send: SyncSender<Batch>) -> Self {
        Self {
            archive,
            shared,
            table: 0,
            seen: BTreeMap::new(),
            batch: Vec::new(),
            batches: 0,
            send,
            streamed: Streamed::default(),
        }
    }

    /// Whether another row has given the id.
    pub fn has(&self, id: &str) -> bool {
        self.seen.contains_key(id)
    }

    /// Adds records that claims may name.
    pub fn learn(&self, added: &AddedFile) {
        self.shared.gate.write().unwrap_or_else(PoisonError::into_inner).learn(added);
    }

    /// Takes a claim. The same row twice is one claim.
    ///
    /// # Errors
    /// If its id is none, or another row has it.
    pub fn take(&mut self, row: &Row<'_>, claim: Asserted) -> Result<(), ImportError> {
        let id = claim.claim.id.as_str();
        let (cells, at) = (digest(row), (self.table, row.line));
        match self.seen.entry(id.into()) {
            Entry::Occupied(first) if first.get().cells == cells => return Ok(()),
            Entry::Occupied(first) => {
                let (table, line) = first.get().at;
                let first = self.shared.tables.get(table).map_or_else(String::new, |(_, sheet)| sheet.at(line));
                let message = format!("a second record has the id \"{id}\", and says something else");
                return Err(ImportError::at(
                    Code::DuplicateId,
                    row.at(),
                    message,
                    format!("the first is at {first}; rename or remove one of them"),
                ));
            }
            Entry::Vacant(free) => {
                check_id(id, row)?;
                free.insert(Seen { cells, at });
            }
        }
        match asserted(self.archive, id) {
            Some(held) => self.held(&held, &claim, row),
            None => self.batch.push((claim, at)),
        }
        Ok(())
    }

    fn held(&mut self, held: &Asserted, claim: &Asserted, row: &Row<'_>) {
        let id = &claim.claim.id;
        let found = differences(held, claim);
        if found.is_empty() {
            self.streamed.present.push(id.clone());
        }
        let conflict =
            |(field, graph, file)| Conflict { at: row.at(), kind: "claim", id: id.clone(), field, graph, file };
        self.streamed.conflicts.extend(found.into_iter().map(conflict));
    }

    /// Whether there are enough claims for a file.
    pub fn is_full(&self) -> bool {
        self.batch.len() >= MOST_CLAIMS
    }

    /// Passes on what there is. Nobody may be left to take it: why, is told at the end.
    pub fn pass(&mut self) {
        if !self.batch.is_empty() {
            let batch = Batch { number: self.batches, claims: std::mem::take(&mut self.batch) };
            self.batches += 1;
            drop(self.send.send(batch));
        }
    }

    /// Waits for the threads.
    ///
    /// # Errors
    /// If a file could not be written.
    pub fn end(self, workers: Workers<'_>) -> Result<Streamed, ImportError> {
        drop(self.send);
        let mut found = Vec::new();
        for worker in workers {
            found.extend(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        found.sort_by_key(|(batch, place, _)| (*batch, *place));
        let Streamed { mut present, mut conflicts, .. } = self.streamed;
        conflicts.sort_by(|a, b| a.id.cmp(&b.id));
        present.sort();
        let is_new = |id: &String| {
            present.binary_search(id).is_err() && conflicts.binary_search_by(|one| one.id.cmp(id)).is_err()
        };
        let added = self.seen.into_keys().map(String::from).filter(is_new).collect();
        Ok(Streamed { added, present, conflicts, troubles: found.into_iter().map(|(.., trouble)| trouble).collect() })
    }
}

fn digest(row: &Row<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.all().hash(&mut hasher);
    hasher.finish()
}

/// Checks and writes batches until there are no more. After a failure the rest is only taken, so that nobody waits for it.
fn work(batches: &Mutex<Receiver<Batch>>, shared: &Shared<'_>) -> Result<Vec<Found>, ImportError> {
    let (mut found, mut failed) = (Vec::new(), None);
    loop {
        let next = batches.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Err(_) => return failed.map_or(Ok(found), Err),
            Ok(batch) if failed.is_none() => failed = shared.keep(batch, &mut found).err(),
            Ok(_) => {}
        }
    }
}

impl<'a> Shared<'a> {
    /// With the records of a graph.
    pub fn new(tables: &'a [(Kind, Sheet<'a>)], archive: &Archive, parts: &'a Parts) -> Self {
        Self { tables, gate: RwLock::new(Gate::new(archive)), parts }
    }

    /// Checks the claims of a batch, and writes them if nothing was wrong so far.
    fn keep(&self, batch: Batch, found: &mut Vec<Found>) -> Result<(), ImportError> {
        let gate = self.gate.read().unwrap_or_else(PoisonError::into_inner);
        for (place, (claim, at)) in batch.claims.iter().enumerate() {
            let faults = gate.faults(&claim.source, &claim.claim).into_iter();
            found.extend(faults.map(|fault| (batch.number, place, self.trouble(fault, &claim.claim.id, *at))));
        }
        drop(gate);
        if found.is_empty() {
            let claims = batch.claims.into_iter().map(|(claim, _)| claim).collect();
            self.parts.write(batch.number, by_source(claims))?;
        }
        Ok(())
    }

    fn trouble(&self, fault: crate::store::Fault, id: &str, (table, line): (usize, u64)) -> Trouble {
        let at = self.tables.get(table).map_or_else(String::new, |(_, sheet)| sheet.at(line));
        let help = fault.help.unwrap_or_else(|| "correct the record in the file".to_owned());
        Trouble { code: fault.code, at: format!("{at}, record \"{id}\""), message: fault.message, help }
    }
}
