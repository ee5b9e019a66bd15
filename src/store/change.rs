//! Changes of a graph by the program: planned, tried in memory, and only then written, under a lock.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use super::fault::{Fault, LoadError};
use super::load::{Held, held, open};
use super::owned::{place, sealed};
use super::parts::Parts;
use super::read::Overlay;
use super::record::{AddedFile, ClaimFile, ClaimRecord, InboxFile, JudgementRecord};
use super::write::{WriteError, replace_own, to_ron, write_new};

/// Why a graph was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// It does not load.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// It would not load afterwards.
    #[error("the graph would not load: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Refused(Vec<Fault>),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// A change that is planned: files in the order in which they are to be written. The graph loads after each of them, for
/// what claims name comes before the claims, and the inbox, which only remembers what was decided, comes last.
#[derive(Debug)]
pub struct Change<'a> {
    dir: &'a Path,
    files: Vec<(PathBuf, String)>,
    /// Claims that were written aside.
    parts: Option<Parts>,
    /// Whether nothing is to be written.
    rehearsed: bool,
}

impl Change<'_> {
    /// Puts a file of the inbox in place.
    ///
    /// # Errors
    /// If it cannot be written as RON.
    pub fn inbox(&mut self, file: &InboxFile) -> Result<(), WriteError> {
        let head = "// Candidates of a text; written by `gainsay add`, decided with `gainsay review`.\n";
        let path = self.dir.join("inbox").join(format!("{}.ron", file.source.id));
        self.put(path, format!("{head}{}", to_ron(file)?));
        Ok(())
    }

    /// Adds claims of a source, and the records that come with them, to the program's own files.
    ///
    /// # Errors
    /// If a file that is there cannot be read, or the records cannot be written as RON.
    pub fn accept(&mut self, source: &str, added: AddedFile, claims: Vec<ClaimRecord>) -> Result<(), WriteError> {
        if !added.is_empty() {
            let (path, held) = place::<AddedFile>(&self.dir.join("added"), source)?;
            self.put(path, sealed(&joined(held.unwrap_or_default(), added), "review")?);
        }
        if !claims.is_empty() {
            let (path, held) = place::<ClaimFile>(&self.dir.join("claims"), source)?;
            let mut file = held.unwrap_or(ClaimFile { source: source.to_owned(), claims: Vec::new() });
            file.claims.extend(claims);
            self.put(path, sealed(&file, "review")?);
        }
        Ok(())
    }

    /// Adds all records of an import in one file of `added/`, so that it is written whole or not at all.
    ///
    /// # Errors
    /// If a file that is there cannot be read, or the records cannot be written as RON.
    pub fn import(&mut self, name: &str, added: AddedFile) -> Result<(), WriteError> {
        if !added.is_empty() {
            let (path, held) = place::<AddedFile>(&self.dir.join("added"), name)?;
            self.put(path, sealed(&joined(held.unwrap_or_default(), added), "import")?);
        }
        Ok(())
    }

    /// Files for the claims of an import that has too many for one. Whoever writes them has checked them.
    ///
    /// # Errors
    /// If no folder can be made for them.
    pub fn parts(&self, name: &str) -> Result<Parts, WriteError> {
        Parts::new(self.dir, name, !self.rehearsed)
    }

    /// Puts these files in place, after all others.
    pub fn place(&mut self, parts: Parts) {
        self.parts = Some(parts);
    }

    /// Adds a judgement, in a file of its own.
    ///
    /// # Errors
    /// If it cannot be written as RON, or a file of its name is there.
    pub fn judge(&mut self, judgement: &JudgementRecord) -> Result<(), WriteError> {
        let path = self.dir.join("judgements").join(format!("{}.ron", judgement.id));
        if path.exists() {
            return Err(WriteError::Exists(path));
        }
        self.put(path, to_ron(&vec![judgement])?);
        Ok(())
    }

    fn put(&mut self, path: PathBuf, text: String) {
        self.files.push((path, text));
    }

    fn write(self) -> Result<(), WriteError> {
        for (path, text) in self.files {
            let folder = path.parent().unwrap_or(self.dir);
            fs::create_dir_all(folder).map_err(|error| WriteError::Io { path: folder.to_path_buf(), error })?;
            if path.exists() { replace_own(&path, &text)? } else { write_new(&path, &text)? }
        }
        self.parts.map_or(Ok(()), Parts::place)
    }
}

fn joined(mut held: AddedFile, added: AddedFile) -> AddedFile {
    held.sources.extend(added.sources);
    held.actors.extend(added.actors);
    held.places.extend(added.places);
    held.populations.extend(added.populations);
    held.measures.extend(added.measures);
    held.identities.extend(added.identities);
    held.events.extend(added.events);
    held.propositions.extend(added.propositions);
    held.judgements.extend(added.judgements);
    for own in added.claims {
        match held.claims.iter_mut().find(|file| file.source == own.source) {
            Some(file) => file.claims.extend(own.claims),
            None => held.claims.push(own),
        }
    }
    held
}

/// Changes the graph in `dir`: loads it, has the change planned, and writes it if the graph loads with it.
///
/// # Errors
/// Those of `plan`; if another process changes the graph, it does not load now or would not then, or a file cannot be written.
pub fn change<T, E: From<ChangeError>>(
    dir: &Path,
    plan: impl FnOnce(&Held, &mut Change<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A lock is no use where there is no graph.
    if !dir.join("graph.ron").is_file() {
        open(dir).map_err(ChangeError::Load)?;
    }
    locked(dir, || {
        let held = open(dir).map_err(ChangeError::Load)?;
        let mut change = Change { dir, files: Vec::new(), parts: None, rehearsed: false };
        let done = plan(&held, &mut change)?;
        attempt(dir, &change)?;
        change.write().map_err(ChangeError::Write)?;
        Ok(done)
    })
}

/// Does all that [`change`] does, but writes nothing.
///
/// # Errors
/// As [`change`].
pub fn rehearse<T, E: From<ChangeError>>(
    dir: &Path,
    plan: impl FnOnce(&Held, &mut Change<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let held = open(dir).map_err(ChangeError::Load)?;
    let mut change = Change { dir, files: Vec::new(), parts: None, rehearsed: true };
    let done = plan(&held, &mut change)?;
    attempt(dir, &change)?;
    Ok(done)
}

/// Loads the graph as it would be after each file.
fn attempt(dir: &Path, change: &Change<'_>) -> Result<(), ChangeError> {
    let mut overlay = Overlay::new();
    for (path, text) in &change.files {
        overlay.insert(path.clone(), text.clone());
        held(dir, &overlay, &|_| ()).map_err(|error| match error {
            LoadError::Faulty(faults) => ChangeError::Refused(faults),
            other => ChangeError::Load(other),
        })?;
    }
    Ok(())
}

/// Does something while no other process changes the graph, for which it waits. The lock goes with the process, however it ends.
fn locked<T, E: From<ChangeError>>(dir: &Path, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let path = dir.join(".lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let io = |error| ChangeError::Write(WriteError::Io { path: path.clone(), error });
    let mut lock = fd_lock::RwLock::new(file.map_err(io)?);
    let _guard = lock.write().map_err(io)?;
    work()
}
