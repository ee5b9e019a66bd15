//! Opens the files that commands are given.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use gainsay::readers::ReadError;

use crate::cli::error::CliError;

/// The most that is read of a file that is no text but data of many: tables, fact checks, lines of JSON. In memory it takes some
/// ten times as much.
pub const MOST: u64 = 1_000_000_000;

/// The file, or standard input for "-". A folder is told as one: systems open it, and fail only when it is read.
pub fn open(path: &Path) -> Result<Box<dyn Read>, CliError> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    if path.is_dir() {
        return Err(CliError::Folder { path: path.to_owned() });
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => CliError::NoFile { path: path.to_owned() },
        _ => CliError::Io { path: path.to_owned(), error },
    })?;
    Ok(Box::new(file))
}

/// That a file which is to be read as a text is none of a graph, and no graph.
pub fn is_text(path: &Path) -> Result<(), CliError> {
    let is_graph = |folder: &&Path| folder.join("graph.ron").is_file();
    let told = |what, graph: &Path| {
        let graph = if graph.as_os_str().is_empty() { Path::new(".") } else { graph };
        CliError::GraphNotText { path: path.to_owned(), what, graph: graph.to_owned() }
    };
    if is_graph(&path) {
        return Err(told("a graph", path));
    }
    let is_record = path.extension().is_some_and(|extension| extension == "ron");
    match path.ancestors().skip(1).take(2).find(is_graph).filter(|_| is_record) {
        Some(graph) => Err(told("a file of a graph", graph)),
        None => Ok(()),
    }
}

/// The folder of a graph as it was named, unless it is a file.
pub fn graph(path: PathBuf) -> Result<PathBuf, CliError> {
    if path.is_file() { Err(CliError::GraphIsFile { path }) } else { Ok(path) }
}

/// That a folder of texts is one.
pub fn is_folder(path: &Path) -> Result<(), CliError> {
    match path {
        _ if path.is_dir() => Ok(()),
        _ if path.exists() => Err(CliError::TextsAreFile { path: path.to_owned() }),
        _ => Err(CliError::NoFolder { path: path.to_owned() }),
    }
}

/// All bytes of a file or of standard input, if there are no more than that.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| CliError::Io { path: path.to_owned(), error })?;
    if bytes.len() as u64 > most {
        let error = ReadError::TooLarge { what: "the file is", limit: most };
        return Err(CliError::Read { path: path.to_owned(), error });
    }
    Ok(bytes)
}

/// The text of a file or of standard input, if it has no more bytes than that.
pub fn text(path: &Path, most: u64) -> Result<String, CliError> {
    String::from_utf8(bytes(path, most)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let message =
            format!("not UTF-8 but another encoding, perhaps Latin-1: byte {at} is 0x{:02X}", error.as_bytes()[at]);
        CliError::Io { path: path.to_owned(), error: io::Error::new(io::ErrorKind::InvalidData, message) }
    })
}
