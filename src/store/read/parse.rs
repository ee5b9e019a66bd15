//! Reads and parses files of a graph, on as many threads as there are; what comes out does not depend on how many.

use crate::codes::Code;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::file::GraphFile;
use super::files::{Files, Loaded};
use super::listing::{Kind, Listed};
use super::regular;
use crate::store::fault::{Fault, LoadError};

/// Texts that stand in place of those on disk, by path: a graph as it would be.
pub(crate) type Overlay = BTreeMap<PathBuf, String>;

/// A file that was parsed, on its way to its place among the others.
struct Parsed {
    place: Box<dyn FnOnce(&mut Files) + Send>,
    fault: Option<Fault>,
}

/// Reads the files, and tells of each when it is done. Those that are no text or no records of their kind are faults.
pub(crate) fn read(
    listed: &[Listed],
    overlay: &Overlay,
    done: &(dyn Fn() + Sync),
) -> Result<(Files, Vec<Fault>), LoadError> {
    let one = |listed: &Listed| {
        let parsed = parse(listed, overlay);
        done();
        parsed
    };
    let all: Vec<Result<Parsed, LoadError>> = listed.par_iter().with_max_len(1).map(one).collect();
    let (mut files, mut faults) = (Files::default(), Vec::new());
    for parsed in all {
        let parsed = parsed?;
        (parsed.place)(&mut files);
        faults.extend(parsed.fault);
    }
    Ok((files, faults))
}

fn parse(listed: &Listed, overlay: &Overlay) -> Result<Parsed, LoadError> {
    let path = &listed.path;
    let text = text(path, overlay)?;
    Ok(match listed.kind {
        Kind::Graph => into(path, text, |files, own| files.graph = own),
        Kind::Sources => into(path, text, |files, own| files.sources = own),
        Kind::Actors => into(path, text, |files, own| files.actors = own),
        Kind::Places => into(path, text, |files, own| files.places = own),
        Kind::Populations => into(path, text, |files, own| files.populations = own),
        Kind::Events => into(path, text, |files, own| files.events = own),
        Kind::Measures => into(path, text, |files, own| files.measures = own),
        Kind::Propositions => into(path, text, |files, own| files.propositions = own),
        Kind::Claims => into(path, text, |files, own| files.claims.push(own)),
        Kind::Judgements => into(path, text, |files, own| files.judgements.push(own)),
        Kind::Reuse => into(path, text, |files, own| files.reuse = own),
        Kind::Relocations => into(path, text, |files, own| files.relocations = own),
        Kind::Added => into(path, text, |files, own| files.added.push(own)),
        Kind::Inbox => into(path, text, |files, own| files.inbox.push(own)),
    })
}

fn into<T: DeserializeOwned + Send + 'static>(
    path: &Path,
    text: Result<GraphFile, Fault>,
    put: impl FnOnce(&mut Files, Loaded<T>) + Send + 'static,
) -> Parsed {
    let (file, record) = match text {
        Ok(file) => {
            let record = file.parse::<T>();
            (file, record)
        }
        Err(fault) => (GraphFile::new(path, String::new()), Err(fault)),
    };
    let (record, fault) = record.map_or_else(|fault| (None, Some(fault)), |record| (Some(record), None));
    Parsed { place: Box::new(move |files| put(files, Loaded { file: Some(file), record })), fault }
}

/// The text of a file; a fault if it is no file that is read, or not UTF-8.
pub(in crate::store) fn text(path: &Path, overlay: &Overlay) -> Result<Result<GraphFile, Fault>, LoadError> {
    if let Some(text) = overlay.get(path) {
        return Ok(Ok(GraphFile::new(path, text.clone())));
    }
    if let Some((message, help)) = regular::refused(path) {
        return Ok(Err(GraphFile::new(path, String::new()).fault_at(Code::IrregularFile, 0..0, message).help(help)));
    }
    let bytes = fs::read(path).map_err(|error| LoadError::Io { path: path.to_path_buf(), error })?;
    Ok(match String::from_utf8(bytes) {
        // Some editors begin a file with a byte order mark, which nobody sees.
        Ok(text) => Ok(GraphFile::new(path, text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            let file = GraphFile::new(path, String::from_utf8_lossy(error.as_bytes()).into_owned());
            let fault = file.fault_at(Code::NotUtf8, at..at, format!("the byte 0x{byte:02X} is not UTF-8"));
            Err(fault.help("save the file as UTF-8"))
        }
    })
}
