//! Writes files, of a graph and of exports, whole or not at all.

use crate::codes::Code;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::NamedTempFile;

use super::disk::{self, Out};
use crate::quantity::options;
use crate::store::fault::Fault;
use crate::store::read::file::GraphFile;
use crate::store::record::ClaimFile;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// A file of that name is there already; files of people are never rewritten.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// It was changed while the program was writing.
    #[error(
        "{}: it was changed meanwhile by another program, and is left as that wrote it; do it again, what was done \
         already is not done twice", .0.display()
    )]
    Touched(PathBuf),
    /// The record cannot be written as RON.
    #[error("the record cannot be written: {0}")]
    Record(#[from] ron::Error),
    /// A folder stands where a file is to be written.
    #[error("{}: a folder was found, a file was expected; name a file in it", .0.display())]
    Folder(PathBuf),
    /// The folder of the file is not there.
    #[error("{}: there is no such folder; make it, or name another", .0.display())]
    NoFolder(PathBuf),
    /// The file that is there may not be written.
    #[error("{}: the file is read-only; name another, or let it be written (chmod u+w)", .0.display())]
    ReadOnly(PathBuf),
    /// An export would stand among the files of a graph.
    #[error("{}: this is a place of a graph's own files; name a file outside the graph", .0.display())]
    InGraph(PathBuf),
    /// A link stands where the program writes a file of its own.
    #[error("{}: this is a link, and nothing is written through one; put the file itself there, or remove it", .0.display())]
    Link(PathBuf),
    /// The graph is there to be read alone.
    #[error("{}: this graph cannot be written: {error}", dir.display())]
    Shut {
        /// The directory of the graph.
        dir: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The system refused.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl WriteError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            WriteError::Exists(_) => Code::FileExists,
            WriteError::InGraph(_) => Code::IntoTheGraph,
            WriteError::Link(_) => Code::LinkInTheWay,
            WriteError::Touched(_) => Code::ChangedMeanwhile,
            WriteError::Record(_) => Code::UnwritableValue,
            WriteError::Folder(_) => Code::FolderNotFile,
            WriteError::NoFolder(_) => Code::NoFolder,
            WriteError::ReadOnly(_) => Code::ReadOnly,
            WriteError::Shut { .. } | WriteError::Io { .. } => Code::DiskRefused,
        }
    }

    /// What the system said of a file of the program's own in a graph: where nobody may write there, of the graph.
    pub(super) fn of_graph(dir: &Path, path: &Path, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::Shut { dir: dir.to_path_buf(), error }
            }
            _ => Self::Io { path: path.to_path_buf(), error },
        }
    }
}

/// A record as RON, laid out for people.
///
/// # Errors
/// If the record holds what RON cannot say.
pub fn to_ron<T: Serialize>(record: &T) -> Result<String, ron::Error> {
    let layout = PrettyConfig::new().indentor("    ").extensions(Extensions::IMPLICIT_SOME).depth_limit(5);
    let mut text = options().to_string_pretty(record, layout)?;
    text.push('\n');
    Ok(text)
}

/// A record of many claims as RON, one claim a line.
pub(in crate::store) fn to_lines<T: Serialize>(record: &T) -> Result<String, ron::Error> {
    let layout = PrettyConfig::new().indentor(" ").extensions(Extensions::IMPLICIT_SOME).depth_limit(4);
    let mut text = options().to_string_pretty(record, layout)?;
    text.push('\n');
    Ok(text)
}

/// Reads the text of a claims file.
///
/// # Errors
/// The first thing in the text that is not as it must be.
pub fn read_claims(path: &Path, text: &str) -> Result<ClaimFile, Fault> {
    GraphFile::new(path, text.to_owned()).parse()
}

/// Reads the text of a record of any kind.
///
/// # Errors
/// The first thing in the text that is not as it must be.
pub fn read_record<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, Fault> {
    GraphFile::new(path, text.to_owned()).parse()
}

/// Writes a file whole or not at all, in place of an older one of that name if there is one; a link leads to the file that is
/// written. What is no file, as a pipe or a device, is written to as it is.
///
/// # Errors
/// If it cannot be written; then no file has changed.
pub fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), WriteError> {
    let io = |error| WriteError::Io { path: path.to_path_buf(), error };
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if target.is_dir() {
        return Err(WriteError::Folder(path.to_path_buf()));
    }
    outside(&target)?;
    if !folder(&target).is_dir() {
        return Err(WriteError::NoFolder(folder(&target).to_path_buf()));
    }
    if target.exists() && !target.is_file() {
        let mut out = BufWriter::new(File::options().write(true).open(&target).map_err(io)?);
        return fill(&mut out).and_then(|()| out.flush()).map_err(io);
    }
    if target.metadata().is_ok_and(|known| known.permissions().readonly()) {
        return Err(WriteError::ReadOnly(path.to_path_buf()));
    }
    let path = &target;
    let file = beside(path, ".tmp", fill).map_err(io)?;
    disk::step().map_err(io)?;
    file.persist(path).map_err(|error| io(error.error))?;
    disk::sync(folder(path)).map_err(io)
}

/// That the program may write in the folders of the graph in `dir`, found out by making a file without a name in each.
///
/// # Errors
/// If it may not, so that nothing needs to be asked that would be refused in the end.
pub fn writable(dir: &Path) -> Result<(), WriteError> {
    let folders = ["", "inbox"].map(|name| dir.join(name));
    folders.iter().filter(|folder| folder.is_dir()).try_for_each(|folder| {
        let made = tempfile::tempfile_in(folder).map_err(unnamed);
        made.map(drop).map_err(|error| WriteError::of_graph(dir, folder, error))
    })
}

/// That a file which is written for others stands in no place of a graph's own files.
///
/// # Errors
/// If it does: a `.ron` file beside a `graph.ron`, or any file in a folder beside one.
pub fn outside(path: &Path) -> Result<(), WriteError> {
    let place = folder(path);
    let place = std::fs::canonicalize(place).unwrap_or_else(|_| place.to_path_buf());
    let is_graph = |folder: &Path| folder.join("graph.ron").is_file();
    let is_hidden = place.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let beside = is_graph(&place) && path.extension().is_some_and(|extension| extension == "ron");
    let inside = !is_hidden && place.parent().is_some_and(is_graph);
    if beside || inside { Err(WriteError::InGraph(path.to_path_buf())) } else { Ok(()) }
}

pub(in crate::store) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A synced temporary file in the folder of the one to be written.
pub(in crate::store) fn beside(
    path: &Path,
    prefix: &str,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    disk::step()?;
    let made = builder().prefix(prefix).tempfile_in(folder(path)).map_err(unnamed)?;
    let mut out = BufWriter::new(Out(made));
    fill(&mut out)?;
    let Out(file) = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    disk::step()?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The error without the name of the temporary file, which is not that of the file that was asked for.
fn unnamed(error: io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}

/// Temporary files are their owner's alone; these are to be as readable as any other file.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{WriteError, replace};
    #[cfg(unix)]
    use crate::store::write::staged::Staged;

    fn put(path: &Path, text: &str) -> Result<(), WriteError> {
        replace(path, |out| out.write_all(text.as_bytes()))
    }

    #[test]
    fn a_file_is_replaced_only_where_a_file_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        put(&at("plain"), "old").unwrap();
        put(&at("plain"), "new").unwrap();
        assert_eq!(std::fs::read_to_string(at("plain")).unwrap(), "new");
        assert!(matches!(put(folder.path(), "x"), Err(WriteError::Folder(_))));
        assert!(matches!(put(&at("none/plain"), "x"), Err(WriteError::NoFolder(_))));
        let mut kept = std::fs::metadata(at("plain")).unwrap().permissions();
        kept.set_readonly(true);
        std::fs::set_permissions(at("plain"), kept).unwrap();
        assert!(matches!(put(&at("plain"), "x"), Err(WriteError::ReadOnly(_))));
        let broken = |_: &mut dyn std::io::Write| Err(std::io::Error::other("no more"));
        assert!(replace(&at("other"), broken).is_err());
        assert!(!at("other").exists());
    }

    #[test]
    fn a_graph_that_may_only_be_read_is_told_as_one() {
        let of = |kind: std::io::ErrorKind| {
            WriteError::of_graph(Path::new("g"), Path::new("g/.lock"), kind.into()).to_string()
        };
        for kind in [std::io::ErrorKind::PermissionDenied, std::io::ErrorKind::ReadOnlyFilesystem] {
            assert!(of(kind).starts_with("g: this graph cannot be written"), "{}", of(kind));
        }
        assert!(of(std::io::ErrorKind::StorageFull).starts_with("g/.lock: "));
        let folder = tempfile::tempdir().unwrap();
        assert!(super::writable(folder.path()).is_ok());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing stays behind");
    }

    #[test]
    fn the_system_is_told_without_the_name_of_a_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let error = super::beside(&folder.path().join("none/page.html"), ".tmp", |_| Ok(())).unwrap_err();
        assert!(!error.to_string().contains(".tmp"), "{error}");
    }

    #[test]
    fn nothing_is_written_among_the_files_of_a_graph() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["graph", "graph/claims", "graph/.cache"] {
            std::fs::create_dir(at(name)).unwrap();
        }
        put(&at("graph/graph.ron.new"), "(title: \"t\", format: 1)").unwrap();
        std::fs::rename(at("graph/graph.ron.new"), at("graph/graph.ron")).unwrap();
        for name in ["graph/graph.ron", "graph/new.ron", "graph/claims/one.ron", "graph/claims/one.csv"] {
            assert!(matches!(put(&at(name), "x"), Err(WriteError::InGraph(_))), "{name}");
        }
        assert!(matches!(super::outside(&at("graph/tables/claims.csv")), Err(WriteError::InGraph(_))));
        for name in ["graph/page.html", "page.html", "graph/.cache/x"] {
            put(&at(name), "x").unwrap();
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_to_the_file_that_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        put(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        put(&link, "new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read_to_string(&real).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_written_is_as_readable_as_any_file() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        std::fs::write(folder.path().join("plain"), "x").unwrap();
        Staged::new(folder.path().join("new"), "x").unwrap().place().unwrap();
        put(&folder.path().join("own"), "x").unwrap();
        assert_eq!((mode("new"), mode("own")), (mode("plain"), mode("plain")));
    }
}
