//! Which files a graph directory holds, and which of them are none of a graph.

use crate::codes::Code;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::file::GraphFile;
use super::parse::Overlay;
use super::regular::is_link;
use crate::store::fault::{Fault, LoadError};

/// What a file of a graph holds, by its name or its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Graph,
    Sources,
    Actors,
    Places,
    Populations,
    Events,
    Measures,
    Propositions,
    Claims,
    Judgements,
    Reuse,
    Relocations,
    Added,
    Inbox,
}

/// The folder of what waits.
pub(in crate::store) const INBOX: &str = "inbox";

/// The kinds in the order in which they are read; the name is that of a file, or, without an ending, of a folder. The last
/// two folders are the program's own: what came with accepted claims, and candidates that wait to be accepted.
const KINDS: [(&str, Kind); 14] = [
    ("graph.ron", Kind::Graph),
    ("sources.ron", Kind::Sources),
    ("actors.ron", Kind::Actors),
    ("places.ron", Kind::Places),
    ("populations.ron", Kind::Populations),
    ("events.ron", Kind::Events),
    ("measures.ron", Kind::Measures),
    ("propositions.ron", Kind::Propositions),
    ("claims", Kind::Claims),
    ("judgements", Kind::Judgements),
    ("reuse.ron", Kind::Reuse),
    ("relocations.ron", Kind::Relocations),
    ("added", Kind::Added),
    (INBOX, Kind::Inbox),
];

/// A file of a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds.
    pub kind: Kind,
    /// Its length in bytes.
    pub bytes: u64,
    /// When it was last written, where the system tells.
    pub modified: Option<SystemTime>,
}

/// The files of the graph in `dir`, by kind and name.
pub(crate) fn files(dir: &Path) -> Result<Vec<Listed>, LoadError> {
    let mut listed = Vec::new();
    for (name, kind) in KINDS {
        let path = dir.join(name);
        if !is_folder(name) {
            listed.extend(known(&path).ok().map(|known| of(path, kind, &known)));
        } else if path.is_dir() && !is_link(&path) {
            for path in ron_files(&path)? {
                let known = known(&path).map_err(|error| LoadError::Io { path: path.clone(), error })?;
                listed.push(of(path, kind, &known));
            }
        }
    }
    Ok(listed)
}

/// Texts by their paths in the graph's folder, by kind and name, and faults of those that are none of a graph.
pub(crate) fn named(texts: &Overlay) -> (Vec<Listed>, Vec<Fault>) {
    let (mut listed, mut faults) = (Vec::new(), Vec::new());
    for (path, text) in texts.iter().filter(|(path, _)| !path.to_string_lossy().starts_with('.')) {
        let is_ron = path.extension().is_some_and(|end| end == "ron");
        match kind(&path.to_string_lossy()).filter(|_| is_ron) {
            Some(kind) => listed.push(Listed { path: path.clone(), kind, bytes: text.len() as u64, modified: None }),
            None => faults.push(stray(path, "no graph file has this name", "see docs/graph-format.md")),
        }
    }
    listed.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    (listed, faults)
}

/// The kind of a file by its path in the graph's folder.
pub(crate) fn kind(path: &str) -> Option<Kind> {
    let name = match path.split_once('/') {
        Some((folder, file)) if is_folder(folder) && file.ends_with(".ron") && !file.contains('/') => folder,
        None if !is_folder(path) => path,
        _ => return None,
    };
    KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// What is known of a file; of a link that leads nowhere, what is known of the link.
fn known(path: &Path) -> io::Result<fs::Metadata> {
    fs::metadata(path).or_else(|_| fs::symlink_metadata(path))
}

fn of(path: PathBuf, kind: Kind, known: &fs::Metadata) -> Listed {
    Listed { path, kind, bytes: known.len(), modified: known.modified().ok() }
}

fn is_folder(name: &str) -> bool {
    !name.contains('.')
}

/// Faults of files and folders that are not read: a misspelt name would leave one out in silence.
pub(crate) fn strays(dir: &Path) -> Result<Vec<Fault>, LoadError> {
    let names = |folders: bool| KINDS.iter().map(|(name, _)| *name).filter(move |name| is_folder(name) == folders);
    let mut faults = Vec::new();
    for path in ron_files(dir)? {
        faults.extend(misnamed(&path, "no graph file has this name", names(false).collect()));
    }
    let is_known = |name: &str| names(true).any(|known| known == name);
    for path in entries(dir)?.into_iter().filter(|path| path.is_dir() || is_known(&file_name(path))) {
        let name = file_name(&path);
        if is_known(&name) && (is_link(&path) || !path.is_dir()) {
            faults.push(stray(&path, "this is no folder of the graph's own", OWN_FOLDER));
        } else if is_known(&name) {
            faults.extend(unread(&path)?);
        } else if !name.starts_with('.') {
            faults.extend(misnamed(&path, "no graph folder has this name", names(true).collect()));
        }
    }
    Ok(faults)
}

/// What is told of a link or a file where a folder is to be: the program writes into folders, and never out of the graph.
const OWN_FOLDER: &str = "make it a folder: links to folders are not followed, since files are written into them";

fn misnamed(path: &Path, message: &str, known: Vec<&str>) -> Option<Fault> {
    let name = file_name(path);
    let near = meant(&name).map_or(String::new(), |near| format!("did you mean {near}? "));
    let rest = "anything else, such as notes, stands elsewhere, or in a file that does not end in .ron";
    let help = format!("{near}a graph has {}; {rest}", known.join(", "));
    (!known.contains(&name.as_str())).then(|| stray(path, message, &help))
}

/// So many letters may be wrong in a name for it still to be taken for a slip.
const WRONG_LETTERS: usize = 2;

/// The file or folder whose name is nearly that one, whatever their endings: `claim.ron` belongs among those of claims.
fn meant(name: &str) -> Option<String> {
    let stem = |name: &str| name.strip_suffix(".ron").unwrap_or(name).to_lowercase();
    let wrong = |known: &str| strsim::osa_distance(&stem(name), &stem(known));
    let (near, _) =
        KINDS.iter().min_by_key(|(known, _)| wrong(known)).filter(|(known, _)| wrong(known) <= WRONG_LETTERS)?;
    let belongs_inside = is_folder(near) && name.ends_with(".ron");
    Some(if belongs_inside { format!("{near}/{name}") } else { (*near).to_owned() })
}

fn unread(folder: &Path) -> Result<Vec<Fault>, LoadError> {
    let read = ron_files(folder)?;
    let left = entries(folder)?.into_iter().filter(|path| read.binary_search(path).is_err());
    let help = "a file here ends in .ron; folders hold no folders";
    Ok(left
        .filter(|path| !file_name(path).starts_with('.'))
        .map(|path| stray(&path, "this is not read", help))
        .collect())
}

fn stray(path: &Path, message: &str, help: &str) -> Fault {
    GraphFile::new(path, String::new()).fault_at(Code::StrayFile, 0..0, message).help(help)
}

fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron") && !path.is_dir());
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
