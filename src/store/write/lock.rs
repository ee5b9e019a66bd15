//! One process at a time changes a graph; the lock says which.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::change::ChangeError;
use super::disk;
use super::whole::WriteError;
use crate::store::read::regular::no_link;

/// How long a process waits for another to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// The right to change a graph. It goes with the process, however that ends.
#[derive(Debug)]
pub(in crate::store) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other process changes the graph in `dir`.
    pub fn take(dir: &Path) -> Result<Self, ChangeError> {
        Self::within(dir, PATIENCE)
    }

    fn within(dir: &Path, patience: Duration) -> Result<Self, ChangeError> {
        let path = dir.join(".lock");
        let io = |error| ChangeError::Write(WriteError::of_graph(dir, &path, error));
        no_link(&path)?;
        disk::step().map_err(io)?;
        let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).map_err(io)?;
        let file = match file.try_lock() {
            Ok(()) => file,
            Err(TryLockError::WouldBlock) => match wait(file, patience) {
                Some(locked) => locked.map_err(io)?,
                None => return Err(ChangeError::Busy(holder(&path))),
            },
            Err(TryLockError::Error(error)) => return Err(io(error)),
        };
        // That the others cannot be told who holds it is no reason not to hold it.
        let _ = sign(&file);
        Ok(Self { _file: file })
    }
}

/// Waits for the lock in the system's own queue, so that one who changes the graph again and again does not always come first.
/// Nothing if that takes too long; whoever still waits then lets go of the lock as soon as it has it.
fn wait(file: File, patience: Duration) -> Option<io::Result<File>> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || tell.send(file.lock().map(|()| file)));
    told.recv_timeout(patience).ok()
}

/// Writes who holds the lock.
fn sign(mut file: &File) -> io::Result<()> {
    let words: Vec<String> = std::env::args_os().take(2).map(|word| name(Path::new(&word))).collect();
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("process {} ({})", std::process::id(), words.join(" ")).as_bytes())
}

/// The last part of a path, or a word as it is.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn holder(path: &Path) -> String {
    let told = std::fs::read_to_string(path).ok().filter(|told| told.starts_with("process "));
    // Whoever signed last may have ended, and a process that it started hold the lock for it.
    told.map_or_else(String::new, |told| format!(" (the last to take the lock was {told})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_too_long_is_told_who_holds_it() {
        let dir = tempfile::tempdir().unwrap();
        let held = Lock::take(dir.path()).unwrap();
        let Err(ChangeError::Busy(by)) = Lock::within(dir.path(), Duration::from_millis(60)) else {
            panic!("it is held")
        };
        assert!(by.starts_with(&format!(" (the last to take the lock was process {} (", std::process::id())), "{by}");
        drop(held);
        // Whoever gave up may get it first, and lets go of it at once.
        Lock::take(dir.path()).unwrap();
    }

    #[test]
    fn who_waits_gets_it_in_the_end() {
        let dir = tempfile::tempdir().unwrap();
        let held = Lock::take(dir.path()).unwrap();
        thread::scope(|scope| {
            let other = scope.spawn(|| Lock::take(dir.path()).is_ok());
            thread::sleep(Duration::from_millis(60));
            drop(held);
            assert!(other.join().unwrap());
        });
    }
}
