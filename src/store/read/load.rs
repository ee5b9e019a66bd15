//! Loads a graph directory: lists its files, reads them, checks them, and tells every fault at once.

use crate::codes::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use super::file::GraphFile;
use super::files::Files;
use super::listing::{self, INBOX, Listed};
use super::parse;
use super::parse::Overlay;
use super::sheet::Sheets;
use crate::model::{Archive, Claim, ClaimId};
use crate::store::check;
use crate::store::fault::{Fault, LoadError};
use crate::store::record::InboxFile;

/// The version of the format that this program writes, and the newest that it reads.
pub const FORMAT: u32 = 1;

/// A graph with what waits to be accepted.
#[derive(Clone, Debug)]
pub struct Held {
    /// The graph.
    pub archive: Archive,
    /// The files of the inbox, in the order of their names.
    pub inbox: Vec<InboxFile>,
    /// The claims that the open candidates would add.
    pub waiting: BTreeMap<ClaimId, Claim>,
    /// The files of `added/` that hold more than claims, by their paths in the graph's folder.
    pub mixed: BTreeSet<String>,
}

impl Held {
    /// The claim of that id, in the graph or among the open candidates.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.archive.claims.get(id).or_else(|| self.waiting.get(id))
    }
}

/// What loading is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Loading {
    /// So many files are read.
    Files(usize),
    /// One of them has been.
    File,
    /// The claims of so many sources are checked.
    Check(usize),
    /// Those of one of them have been.
    Source,
}

/// Who is told what loading is at, from any thread.
pub type Watch<'a> = &'a (dyn Fn(Loading) + Sync);

/// Loads and checks the graph in `dir`.
///
/// # Errors
/// If `dir` holds no graph, a file cannot be read, or anything is wrong with what the files say: then all faults at once.
pub fn load(dir: &Path) -> Result<Archive, LoadError> {
    load_watched(dir, &|_| ())
}

/// Loads and checks the graph in `dir`, and tells what it is at.
///
/// # Errors
/// As [`load`].
pub fn load_watched(dir: &Path, watch: Watch<'_>) -> Result<Archive, LoadError> {
    held(dir, &Overlay::new(), watch).map(|held| held.archive)
}

/// Loads and checks the graph in `dir` as if its inbox were empty: no finding rests on what waits there.
///
/// # Errors
/// As [`load`].
pub fn load_without_inbox(dir: &Path, watch: Watch<'_>) -> Result<Archive, LoadError> {
    let gather = || {
        let read = |listed: &Listed| listed.kind != listing::Kind::Inbox;
        gathered_of(dir, &Overlay::new(), &read, watch).map(|(files, mut faults)| {
            faults.retain(|fault| !fault.is_in(&dir.join(INBOX)));
            (files, faults)
        })
    };
    checked(dir, &gather, watch).map(|held| held.archive)
}

/// Loads and checks the graph in `dir`, with its inbox.
///
/// # Errors
/// As [`load`].
pub fn open(dir: &Path) -> Result<Held, LoadError> {
    open_watched(dir, &|_| ())
}

/// Loads and checks the graph in `dir`, with its inbox, and tells what it is at.
///
/// # Errors
/// As [`load`].
pub fn open_watched(dir: &Path, watch: Watch<'_>) -> Result<Held, LoadError> {
    held(dir, &Overlay::new(), watch)
}

/// The graph, with its inbox, whose files have these texts, by their paths in its folder: as if they stood on disk.
///
/// # Errors
/// As [`load`].
pub fn load_texts(texts: &BTreeMap<String, String>) -> Result<Held, LoadError> {
    let overlay: Overlay = texts.iter().map(|(path, text)| (path.into(), text.clone())).collect();
    let dir = Path::new("");
    let gather = || {
        check_version(&parse::text(Path::new("graph.ron"), &overlay)?)?;
        let (listed, strays) = listing::named(&overlay);
        let (files, mut faults) = parse::read(&listed, &overlay, &|| ())?;
        faults.extend(strays);
        Ok((files, faults))
    };
    if !texts.contains_key("graph.ron") {
        return Err(LoadError::NotAGraph { dir: ".".into() });
    }
    checked(dir, &gather, &|_| ())
}

/// The graph and its inbox, with other texts in place of some on disk.
pub(crate) fn held(dir: &Path, overlay: &Overlay, watch: Watch<'_>) -> Result<Held, LoadError> {
    checked(dir, &|| gathered(dir, overlay, watch), watch)
}

/// Files as they are read, with the faults of those that cannot be.
type Gathered = Result<(Files, Vec<Fault>), LoadError>;

/// The graph and its inbox of files in `dir`, which may be gathered twice.
fn checked(dir: &Path, gather: &dyn Fn() -> Gathered, watch: Watch<'_>) -> Result<Held, LoadError> {
    let (mut files, mut faults) = gather()?;
    let sheets = Sheets::new(&files);
    watch(Loading::Check(sheets.claims.len()));
    let (draft, found) = check::draft(&files, &sheets, None, &|| watch(Loading::Source));
    faults.extend(found);
    if !faults.is_empty() {
        return Err(faulty(&files, faults));
    }
    drop(sheets);
    let mixed = files.mixed(dir);
    let inbox = Files { inbox: std::mem::take(&mut files.inbox), ..Files::default() };
    let (archive, ()) = rayon::join(|| draft.finish(), || files.discard());
    match waiting(&inbox, &archive) {
        Ok(waiting) => {
            let inbox = inbox.inbox.into_iter().filter_map(|loaded| loaded.record).collect();
            Ok(Held { archive, inbox, waiting, mixed })
        }
        // Every fault is told as if the candidates stood among the claims.
        Err(found) => Err(gather().map_or_else(|error| error, |(files, _)| faulty(&files, found))),
    }
}

/// The files of a folder.
fn gathered(dir: &Path, overlay: &Overlay, watch: Watch<'_>) -> Gathered {
    gathered_of(dir, overlay, &|_| true, watch)
}

/// Some of the files of a folder.
fn gathered_of(dir: &Path, overlay: &Overlay, read: &dyn Fn(&Listed) -> bool, watch: Watch<'_>) -> Gathered {
    check_format(dir, overlay)?;
    let strays = listing::strays(dir)?;
    let mut listed = with_overlay(dir, listing::files(dir)?, overlay);
    listed.retain(read);
    watch(Loading::Files(listed.len()));
    let (files, mut faults) = parse::read(&listed, overlay, &|| watch(Loading::File))?;
    faults.extend(strays);
    Ok((files, faults))
}

/// What the open candidates add to the graph.
pub(in crate::store) fn waiting(inbox: &Files, archive: &Archive) -> Result<BTreeMap<ClaimId, Claim>, Vec<Fault>> {
    let (draft, faults) = check::draft(inbox, &Sheets::with_inbox(inbox, Some(archive)), Some(archive), &|| ());
    if faults.is_empty() { Ok(draft.finish().claims) } else { Err(faults) }
}

/// All faults, also those that the graph would have with what waits.
fn faulty(files: &Files, mut faults: Vec<Fault>) -> LoadError {
    if !files.inbox.is_empty() {
        faults.extend(check::draft(files, &Sheets::with_inbox(files, None), None, &|| ()).1);
    }
    LoadError::Faulty(in_order(faults))
}

fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| (&a.path, a.span.start, &a.message).cmp(&(&b.path, b.span.start, &b.message)));
    // Texts, which are long, are those of the same paths.
    faults.dedup_by(|a, b| {
        (a.span == b.span && a.path == b.path && a.message == b.message) && (a.code, &a.help) == (b.code, &b.help)
    });
    faults
}

/// The files, and those that are only in the overlay.
fn with_overlay(dir: &Path, mut listed: Vec<Listed>, overlay: &Overlay) -> Vec<Listed> {
    let new = |path: &&std::path::PathBuf| !path.exists();
    for (path, text) in overlay.iter().filter(|(path, _)| new(path)) {
        let kind = path.strip_prefix(dir).ok().and_then(|own| listing::kind(&own.to_string_lossy().replace('\\', "/")));
        let bytes = text.len() as u64;
        listed.extend(kind.map(|kind| Listed { path: path.clone(), kind, bytes, modified: None }));
    }
    listed.sort_by(|a, b| (a.kind, &a.path).cmp(&(b.kind, &b.path)));
    listed
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

/// A newer format may hold anything, so its version is looked at before all else.
pub(in crate::store) fn check_format(dir: &Path, overlay: &Overlay) -> Result<(), LoadError> {
    if !dir.is_dir() {
        return Err(LoadError::Missing { dir: dir.to_path_buf() });
    }
    let path = dir.join("graph.ron");
    if !path.is_file() {
        return Err(LoadError::NotAGraph { dir: dir.to_path_buf() });
    }
    check_version(&parse::text(&path, overlay)?)
}

fn check_version(graph: &Result<GraphFile, Fault>) -> Result<(), LoadError> {
    let Ok(file) = graph else { return Ok(()) };
    match file.parse::<FormatOnly>() {
        Ok(FormatOnly { format }) if format > FORMAT => {
            let message = format!("the graph is of format {format}; this program reads formats up to {FORMAT}");
            let fault = file.root().field("format").fault(Code::NewerFormat, message).help("use a newer gainsay");
            Err(LoadError::Faulty(vec![fault]))
        }
        _ => Ok(()),
    }
}
