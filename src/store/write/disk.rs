//! What the program does to files of a graph, step by step. Tests let any of the steps fail, as a full disk would.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Called before each step that changes something on disk.
#[cfg(not(test))]
pub(crate) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(crate) use self::failing::step;

/// Makes a folder and those above it that are not there, each known to the disk.
pub(crate) fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make(above)?;
    step()?;
    match fs::create_dir(folder) {
        Err(error) if !(error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir()) => Err(error),
        _ => sync(above),
    }
}

/// Makes known to the disk which files a folder has.
#[cfg(unix)]
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    step()?;
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file; the system sees to it.
#[cfg(not(unix))]
pub(crate) fn sync(_: &Path) -> io::Result<()> {
    step()
}

/// Passes on what is written, a step each time.
#[derive(Debug)]
pub(crate) struct Out<W>(pub W);

impl<W: Write> Write for Out<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = step() {
            // A disk that fills up takes some of it.
            self.0.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Steps that fail.
#[cfg(test)]
pub(crate) mod failing {
    use std::cell::Cell;
    use std::io;

    /// The exit code of a process that dies at a step.
    pub const DEATH: i32 = 77;

    thread_local! {
        /// How many steps are left until one fails.
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
        static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
        /// Whether the process dies instead of failing.
        static IS_DEADLY: Cell<bool> = const { Cell::new(false) };
    }

    /// Lets this process die at a step of this thread, without any of its destructors.
    pub fn die_after(steps: usize) {
        LEFT.set(Some(steps));
        IS_DEADLY.set(true);
    }

    /// Lets a step of this thread fail after so many that do not, and all that follow.
    pub fn after(steps: usize) {
        LEFT.set(Some(steps));
        HAS_FAILED.set(false);
    }

    /// Lets all steps succeed again. Whether one has failed.
    pub fn never() -> bool {
        LEFT.set(None);
        HAS_FAILED.get()
    }

    #[expect(clippy::disallowed_methods, reason = "a process that dies is what is tried")]
    pub fn step() -> io::Result<()> {
        match LEFT.get() {
            None => Ok(()),
            Some(0) if IS_DEADLY.get() => std::process::exit(DEATH),
            Some(0) => {
                HAS_FAILED.set(true);
                Err(io::Error::from(io::ErrorKind::StorageFull))
            }
            Some(left) => {
                LEFT.set(Some(left - 1));
                Ok(())
            }
        }
    }
}
