//! Changes of a graph by the program: planned, tried in memory, and only then written, under a lock.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::lock::Lock;
use super::named::file_of;
use super::owned::{place, sealed};
use super::parts::Parts;
use super::staged::{Staged, sweep};
use super::trial::{Brings, Trial};
use super::whole::{WriteError, folder, to_ron};
use crate::codes::Code;
use crate::store::fault::{Fault, LoadError};
use crate::store::read::file::GraphFile;
use crate::store::read::load;
use crate::store::read::load::{Held, open};
use crate::store::read::parse::Overlay;
use crate::store::read::stamps::Stamps;
use crate::store::record::{
    AddedFile, ClaimFile, ClaimRecord, InboxFile, JudgementRecord, PassageRecord, RelocationRecord,
};

/// Why a graph was not changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
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
    /// Another process changes it, and does not come to an end.
    #[error("the graph is being changed by another process{0}; try again when that has ended")]
    Busy(String),
    /// Files of it have been changed since they were read, so that what was planned may no longer fit.
    #[error("changed meanwhile by another program: {}; nothing was written, do it again", .0.join(", "))]
    Meanwhile(Vec<String>),
}

impl ChangeError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            ChangeError::Load(error) => error.code(),
            ChangeError::Refused(_) => Code::WouldNotLoad,
            ChangeError::Write(error) => error.code(),
            ChangeError::Busy(_) => Code::GraphBusy,
            ChangeError::Meanwhile(_) => Code::ChangedMeanwhile,
        }
    }
}

/// A change that is planned: files in the order in which they are to be written. The graph loads after each of them, for
/// what claims name comes before the claims, and the inbox, which only remembers what was decided, comes last.
#[derive(Debug)]
pub struct Change<'a> {
    dir: &'a Path,
    files: Vec<Planned>,
    /// Claims that were written aside.
    parts: Option<Parts>,
    /// Whether nothing is to be written.
    rehearsed: bool,
}

/// A file that is to be written.
#[derive(Debug)]
struct Planned {
    path: PathBuf,
    text: String,
    /// What it brings that was not there; not if that is in doubt, as the text does not read back as it was meant, or another
    /// is written in its place.
    brings: Option<Brings>,
}

impl Change<'_> {
    /// Puts a file of the inbox in place.
    ///
    /// # Errors
    /// If it cannot be written as RON.
    pub fn inbox(&mut self, file: &InboxFile) -> Result<(), WriteError> {
        let head = "// Candidates of a text; written by `gainsay add`, decided with `gainsay review`.\n";
        let path = self.dir.join("inbox").join(file_of(&file.source.id));
        let brings = Brings::Inbox(Box::new(file.clone()), path.exists());
        self.put(path, format!("{head}{}", to_ron(file)?), file, brings);
        Ok(())
    }

    /// Adds claims of a source, and the records that come with them, to the program's own files.
    ///
    /// # Errors
    /// If a file that is there cannot be read, or the records cannot be written as RON.
    pub fn accept(&mut self, source: &str, added: AddedFile, claims: Vec<ClaimRecord>) -> Result<(), WriteError> {
        if !added.is_empty() {
            let (path, held) = place::<AddedFile>(&self.dir.join("added"), source)?;
            let file = joined(held.unwrap_or_default(), added.clone());
            self.put(path, sealed(&file, "review")?, &file, Brings::Added(added));
        }
        if !claims.is_empty() {
            let (path, held) = place::<ClaimFile>(&self.dir.join("claims"), source)?;
            let mut file = held.unwrap_or(ClaimFile { source: source.to_owned(), claims: Vec::new() });
            file.claims.extend(claims.iter().cloned());
            let brings = ClaimFile { source: file.source.clone(), claims };
            self.put(path, sealed(&file, "review")?, &file, Brings::Claims(brings));
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
            let file = joined(held.unwrap_or_default(), added.clone());
            self.put(path, sealed(&file, "import")?, &file, Brings::Added(added));
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
        let path = self.judgement_file(&judgement.id);
        if self.is_judged_in(&judgement.id) {
            return Err(WriteError::Exists(path));
        }
        let own = vec![judgement.clone()];
        self.put(path, to_ron(&own)?, &own, Brings::Judgement(judgement.clone()));
        Ok(())
    }

    /// Whether a file is there already that a judgement of this id would take.
    pub fn is_judged_in(&self, id: &str) -> bool {
        self.judgement_file(id).symlink_metadata().is_ok()
    }

    fn judgement_file(&self, id: &str) -> PathBuf {
        self.dir.join("judgements").join(file_of(id))
    }

    /// Puts the passages that the graph's texts share in place of those found before, and says in which file.
    ///
    /// # Errors
    /// If they cannot be written as RON.
    pub fn passages(&mut self, passages: &[PassageRecord]) -> Result<PathBuf, WriteError> {
        let head = "// Passages that texts share word for word; found and written by `gainsay reuse --record`.\n";
        Ok(self.whole("reuse.ron", format!("{head}{}", to_ron(&passages)?)))
    }

    /// Puts the new places of evidence in place of those found before.
    ///
    /// # Errors
    /// If they cannot be written as RON.
    pub(in crate::store) fn relocations(&mut self, all: &[RelocationRecord]) -> Result<(), WriteError> {
        let head = "// New places of evidence in texts that have changed; written by `gainsay verify --apply`.\n";
        self.whole("relocations.ron", format!("{head}{}", to_ron(&all)?));
        Ok(())
    }

    /// A file of the program's own that takes the place of what it held.
    fn whole(&mut self, name: &str, text: String) -> PathBuf {
        let path = self.dir.join(name);
        self.files.push(Planned { path: path.clone(), text, brings: None });
        path
    }

    fn put<T: DeserializeOwned + PartialEq>(&mut self, path: PathBuf, text: String, file: &T, brings: Brings) {
        let reads_back = GraphFile::new(&path, text.clone()).parse::<T>().is_ok_and(|read| read == *file);
        let is_first = self.files.iter().all(|other| other.path != path);
        self.files.push(Planned { path, text, brings: (reads_back && is_first).then_some(brings) });
    }

    /// Writes all files beside their places, and puts them there only if all could be written and nobody has touched the
    /// graph since.
    fn write(self, before: &Stamps) -> Result<(), ChangeError> {
        let folders: BTreeSet<&Path> = self.files.iter().map(|file| folder(&file.path)).collect();
        for folder in folders {
            sweep(folder).map_err(|error| WriteError::Io { path: folder.to_path_buf(), error })?;
        }
        let staged = self.files.into_iter().map(|file| Staged::new(file.path, &file.text));
        let staged = staged.collect::<Result<Vec<_>, _>>()?;
        unchanged(self.dir, before)?;
        for file in staged {
            file.place()?;
        }
        Ok(self.parts.map_or(Ok(()), Parts::place)?)
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
    let mut places: BTreeMap<String, usize> =
        held.claims.iter().enumerate().map(|(place, file)| (file.source.clone(), place)).collect();
    for own in added.claims {
        if let Some(file) = places.get(&own.source).and_then(|place| held.claims.get_mut(*place)) {
            file.claims.extend(own.claims);
        } else {
            places.insert(own.source.clone(), held.claims.len());
            held.claims.push(own);
        }
    }
    held
}

/// Changes the graph in `dir`: loads it, has the change planned, and writes it if the graph loads with it.
///
/// # Errors
/// Those of `plan`; if another process changes the graph and does not end, somebody has edited it meanwhile, it does not load
/// now or would not then, or a file cannot be written. Unless it is the last, nothing has changed.
pub fn change<T, E: From<ChangeError>>(
    dir: &Path,
    plan: impl FnOnce(&Held, &mut Change<'_>) -> Result<T, E>,
) -> Result<T, E> {
    // A lock is no use where there is no graph.
    if !dir.join("graph.ron").is_file() {
        open(dir).map_err(ChangeError::Load)?;
    }
    let _lock = Lock::take(dir)?;
    let before = stamps(dir)?;
    let held = open(dir).map_err(ChangeError::Load)?;
    let mut change = Change { dir, files: Vec::new(), parts: None, rehearsed: false };
    let done = plan(&held, &mut change)?;
    attempt(&held, &mut change)?;
    change.write(&before)?;
    Ok(done)
}

fn stamps(dir: &Path) -> Result<Stamps, ChangeError> {
    Stamps::of(dir).map_err(|error| ChangeError::Write(WriteError::Io { path: dir.to_path_buf(), error }))
}

/// Sees to it that nobody has touched the graph's files since: an editor asks for no lock.
fn unchanged(dir: &Path, before: &Stamps) -> Result<(), ChangeError> {
    let changed = stamps(dir)?.unlike(before);
    if changed.is_empty() { Ok(()) } else { Err(ChangeError::Meanwhile(changed)) }
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
    attempt(&held, &mut change)?;
    Ok(done)
}

/// Sees to it that the graph loads after each file: by what the file brings, or else by loading it as it would be then.
fn attempt(held: &Held, change: &mut Change<'_>) -> Result<(), ChangeError> {
    let mut trial = Trial::new(held);
    for number in 0..change.files.len() {
        let brings = change.files[number].brings.take();
        if !brings.is_some_and(|brings| trial.holds_with(brings)) {
            return attempt_whole(change, number);
        }
    }
    Ok(())
}

/// Loads the graph as it would be after that file, and after each that follows.
fn attempt_whole(change: &Change<'_>, number: usize) -> Result<(), ChangeError> {
    let mut overlay = Overlay::new();
    for (place, file) in change.files.iter().enumerate() {
        overlay.insert(file.path.clone(), file.text.clone());
        if place >= number {
            load::held(change.dir, &overlay, &|_| ()).map_err(|error| match error {
                LoadError::Faulty(faults) => ChangeError::Refused(faults),
                other => ChangeError::Load(other),
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::{Contents, init};

    #[test]
    fn what_was_edited_meanwhile_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("graph");
        init(&dir, Contents::Example).unwrap();
        for edited in ["events.ron", "judgements/by-hand.ron"] {
            let path = dir.join(edited);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = format!("{}\n// edited\n", fs::read_to_string(&path).unwrap_or("[]".to_owned()));
            let before = open(&dir).unwrap().archive;
            let done = change(&dir, |_, change| {
                change.import("more", new_place())?;
                fs::write(&path, &text).unwrap();
                Ok::<_, ChangeError>(())
            });
            let Err(ChangeError::Meanwhile(files)) = done else { panic!("{done:?}") };
            assert_eq!(files, [edited]);
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            assert_eq!(open(&dir).unwrap().archive, before, "nothing was written");
        }
        change(&dir, |_, change| change.import("more", new_place()).map_err(ChangeError::Write)).unwrap();
        assert!(open(&dir).unwrap().archive.places.contains_key("elsewhere"));
    }

    fn new_place() -> AddedFile {
        crate::quantity::options().from_str(r#"(places: [(id: "elsewhere", name: "elsewhere")])"#).unwrap()
    }
}
