//! Which files of a graph are read, and which are written: those that are files. A link is followed for reading where it leads to
//! another `.ron` file, so that graphs can share one; nothing is written through a link, for it may lead out of the graph.

use std::fs;
use std::path::Path;

use crate::store::write::whole::WriteError;

/// The largest file of a graph that is read, in bytes. Imports of a million claims are in files of some megabytes each; what is
/// larger than this would not fit into memory once it is read.
pub const LARGEST: u64 = 2_000_000_000;

/// Why a file is not read, and what to do; nothing if it is read, or if opening it will tell.
pub(in crate::store) fn refused(path: &Path) -> Option<(String, &'static str)> {
    let link = fs::symlink_metadata(path).ok()?.is_symlink();
    let what = if link { "a link to " } else { "" };
    let Ok(known) = fs::metadata(path) else {
        return link.then(|| ("this is a link that leads nowhere".to_owned(), "put the file itself here"));
    };
    if known.is_dir() {
        return Some((format!("this is {what}a folder, a file was expected"), "put a file here, or remove it"));
    }
    if !known.is_file() {
        return Some((format!("this is {what}a pipe, a socket or a device, a file was expected"), "put a file here"));
    }
    if link && !leads_to_ron(path) {
        let message = "this is a link to a file whose name does not end in .ron";
        return Some((message.to_owned(), "links are followed to other .ron files only; put the file itself here"));
    }
    (known.len() > LARGEST).then(|| {
        let (size, most) = (known.len() / 1_000_000, LARGEST / 1_000_000);
        (format!("the file has {size} MB, and {most} MB are the most that is read"), "split it into several")
    })
}

fn leads_to_ron(path: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|target| target.extension().is_some_and(|extension| extension == "ron"))
}

/// Whether a path is a link, wherever it leads.
pub(in crate::store) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|known| known.is_symlink())
}

/// That a file of the program's own is no link, before it is written.
///
/// # Errors
/// If it is one.
pub(in crate::store) fn no_link(path: &Path) -> Result<(), WriteError> {
    if is_link(path) { Err(WriteError::Link(path.to_path_buf())) } else { Ok(()) }
}
