//! Reads a graph directory: every file, every fault.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check;
use super::fault::{Fault, LoadError};
use super::file::GraphFile;
use super::record::{
    ActorRecord, AddedFile, ClaimFile, EventRecord, GraphRecord, InboxFile, JudgementRecord, MeasuresRecord,
    PassageRecord, PropositionRecord, RegionRecord, RelocationRecord, SourceRecord,
};
use super::sheet::Sheets;
use crate::model::Archive;
use crate::model::nearest;

/// The version of the format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

const FILES: [&str; 10] = [
    "graph.ron",
    "sources.ron",
    "actors.ron",
    "places.ron",
    "populations.ron",
    "events.ron",
    "measures.ron",
    "propositions.ron",
    "reuse.ron",
    "relocations.ron",
];

/// The last two are the program's own: what came with accepted claims, and candidates that wait to be accepted.
const FOLDERS: [&str; 4] = ["claims", "judgements", "added", "inbox"];

/// Texts that stand in place of those on disk, by path: a graph as it would be.
pub(crate) type Overlay = BTreeMap<PathBuf, String>;

/// A file and the record in it; no record if the file is missing or broken.
pub(crate) struct Loaded<T> {
    /// The file, if it is there.
    pub file: Option<GraphFile>,
    /// Its record, if it could be read.
    pub record: Option<T>,
}

impl<T> Loaded<T> {
    /// Whether the file is there but could not be read, so that nothing can be said of what it defines.
    pub fn is_broken(&self) -> bool {
        self.file.is_some() && self.record.is_none()
    }
}

/// All files of a graph, as read.
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

/// A graph with what waits to be accepted.
#[derive(Clone, Debug)]
pub struct Held {
    /// The graph.
    pub archive: Archive,
    /// The files of the inbox, in the order of their names.
    pub inbox: Vec<InboxFile>,
    /// The graph as it would be if every open candidate were accepted.
    pub supposed: Archive,
}

/// Loads and checks the graph in `dir`.
///
/// # Errors
/// If `dir` holds no graph, a file cannot be read, or anything is wrong with what the files say: then all faults at once.
pub fn load(dir: &Path) -> Result<Archive, LoadError> {
    read(dir, &Overlay::new()).map(|(archive, ..)| archive)
}

/// Loads and checks the graph in `dir`, with its inbox.
///
/// # Errors
/// As [`load`].
pub fn open(dir: &Path) -> Result<Held, LoadError> {
    let (archive, supposed, inbox) = read(dir, &Overlay::new())?;
    Ok(Held { supposed: supposed.unwrap_or_else(|| archive.clone()), archive, inbox })
}

/// The graph, the graph with its inbox if it has one, and the inbox; with other texts in place of some on disk.
pub(crate) fn read(dir: &Path, overlay: &Overlay) -> Result<(Archive, Option<Archive>, Vec<InboxFile>), LoadError> {
    if !dir.is_dir() {
        return Err(LoadError::Missing { dir: dir.to_path_buf() });
    }
    if !dir.join("graph.ron").is_file() {
        return Err(LoadError::NotAGraph { dir: dir.to_path_buf() });
    }
    let mut reader = Reader { dir, overlay, faults: Vec::new() };
    reader.check_format()?;
    let files = reader.read_all()?;
    let (archive, mut faults) = check::archive(&files, &Sheets::new(&files));
    let waits = !files.inbox.is_empty();
    let (supposed, found) = waits.then(|| check::archive(&files, &Sheets::with_inbox(&files))).unzip();
    faults.extend(found.into_iter().flatten());
    faults.append(&mut reader.faults);
    if faults.is_empty() {
        Ok((archive, supposed, files.inbox.into_iter().filter_map(|loaded| loaded.record).collect()))
    } else {
        Err(LoadError::Faulty(in_order(faults)))
    }
}

fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| (&a.path, a.span.start, &a.message).cmp(&(&b.path, b.span.start, &b.message)));
    faults.dedup();
    faults
}

struct Reader<'a> {
    dir: &'a Path,
    overlay: &'a Overlay,
    faults: Vec<Fault>,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

impl Reader<'_> {
    /// A newer format may hold anything, so its version is looked at before all else.
    fn check_format(&self) -> Result<(), LoadError> {
        let Ok(file) = self.text(&self.dir.join("graph.ron"))? else { return Ok(()) };
        match file.parse::<FormatOnly>() {
            Ok(FormatOnly { format }) if format > FORMAT => {
                let message = format!("the graph is of format {format}; this program reads formats up to {FORMAT}");
                let fault = file.root().field("format").fault(message).help("use a newer gainsay");
                Err(LoadError::Faulty(vec![fault]))
            }
            _ => Ok(()),
        }
    }

    fn read_all(&mut self) -> Result<Files, LoadError> {
        self.check_names()?;
        self.check_folders()?;
        Ok(Files {
            graph: self.read("graph.ron")?,
            sources: self.read("sources.ron")?,
            actors: self.read("actors.ron")?,
            places: self.read("places.ron")?,
            populations: self.read("populations.ron")?,
            events: self.read("events.ron")?,
            measures: self.read("measures.ron")?,
            propositions: self.read("propositions.ron")?,
            claims: self.read_folder("claims")?,
            judgements: self.read_folder("judgements")?,
            reuse: self.read("reuse.ron")?,
            relocations: self.read("relocations.ron")?,
            added: self.read_folder("added")?,
            inbox: self.read_folder("inbox")?,
        })
    }

    /// A misspelt file name would leave a file out in silence.
    fn check_names(&mut self) -> Result<(), LoadError> {
        for path in ron_files(self.dir)? {
            let name = file_name(&path);
            if !FILES.contains(&name.as_str()) {
                let near = nearest(&name, FILES).map_or(String::new(), |near| format!("did you mean {near}? "));
                self.stray(
                    &path,
                    "no graph file has this name",
                    &format!("{near}expected one of {}", FILES.join(", ")),
                );
            }
        }
        Ok(())
    }

    /// So would a misspelt folder, or a file in one that is not read.
    fn check_folders(&mut self) -> Result<(), LoadError> {
        for path in entries(self.dir)?.into_iter().filter(|path| path.is_dir()) {
            let name = file_name(&path);
            if FOLDERS.contains(&name.as_str()) {
                self.check_folder(&path)?;
            } else if !name.starts_with('.') {
                let near = nearest(&name, FOLDERS).map_or(String::new(), |near| format!("did you mean {near}? "));
                self.stray(
                    &path,
                    "no graph folder has this name",
                    &format!("{near}expected one of {}", FOLDERS.join(", ")),
                );
            }
        }
        Ok(())
    }

    fn check_folder(&mut self, folder: &Path) -> Result<(), LoadError> {
        let read = ron_files(folder)?;
        let left =
            entries(folder)?.into_iter().filter(|path| !read.contains(path) && !file_name(path).starts_with('.'));
        left.for_each(|path| {
            self.stray(&path, "this is not read", "a file here ends in .ron; folders hold no folders")
        });
        Ok(())
    }

    fn stray(&mut self, path: &Path, message: &str, help: &str) {
        self.faults.push(GraphFile::new(path, String::new()).fault_at(0..0, message).help(help));
    }

    fn read<T: DeserializeOwned>(&mut self, name: &str) -> Result<Loaded<T>, LoadError> {
        let path = self.dir.join(name);
        if path.exists() { self.read_file(&path) } else { Ok(Loaded { file: None, record: None }) }
    }

    fn read_folder<T: DeserializeOwned>(&mut self, name: &str) -> Result<Vec<Loaded<T>>, LoadError> {
        let folder = self.dir.join(name);
        let mut paths = if folder.is_dir() { ron_files(&folder)? } else { Vec::new() };
        paths.extend(self.overlay.keys().filter(|path| path.parent() == Some(&folder)).cloned());
        paths.sort();
        paths.dedup();
        paths.iter().map(|path| self.read_file(path)).collect()
    }

    fn read_file<T: DeserializeOwned>(&mut self, path: &Path) -> Result<Loaded<T>, LoadError> {
        let file = match self.text(path)? {
            Ok(file) => file,
            Err(fault) => {
                self.faults.push(fault);
                return Ok(Loaded { file: Some(GraphFile::new(path, String::new())), record: None });
            }
        };
        let record = file.parse().map_err(|fault| self.faults.push(fault)).ok();
        Ok(Loaded { file: Some(file), record })
    }

    fn text(&self, path: &Path) -> Result<Result<GraphFile, Fault>, LoadError> {
        if let Some(text) = self.overlay.get(path) {
            return Ok(Ok(GraphFile::new(path, text.clone())));
        }
        let bytes = fs::read(path).map_err(|error| LoadError::Io { path: path.to_path_buf(), error })?;
        Ok(match String::from_utf8(bytes) {
            // Some editors begin a file with a byte order mark, which nobody sees.
            Ok(text) => Ok(GraphFile::new(path, text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned())),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let byte = error.as_bytes()[at];
                let file = GraphFile::new(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
                let fault = file.fault_at(at..at, format!("the byte 0x{byte:02X} is not UTF-8"));
                Err(fault.help("save the file as UTF-8"))
            }
        })
    }
}

fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron") && path.is_file());
    Ok(paths)
}

/// Everything in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let error = |error| LoadError::Io { path: folder.to_path_buf(), error };
    let entries = fs::read_dir(folder).map_err(error)?.collect::<Result<Vec<_>, _>>().map_err(error)?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
