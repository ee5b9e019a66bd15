//! One process at a time changes a graph; the lock says which.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::change::ChangeError;
use super::disk;
use super::regular::no_link;
use super::write::WriteError;

/// How long a process waits for another to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it waits before it looks again.
const STEP: Duration = Duration::from_millis(20);

/// The right to change a graph. It goes with the process, however that ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until no other process changes the graph in `dir`.
    pub fn take(dir: &Path) -> Result<Self, ChangeError> {
        Self::within(dir, PATIENCE)
    }

    fn within(dir: &Path, patience: Duration) -> Result<Self, ChangeError> {
        let path = dir.join(".lock");
        let io = |error| ChangeError::Write(WriteError::Io { path: path.clone(), error });
        no_link(&path)?;
        disk::step().map_err(io)?;
        let file = OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path).map_err(io)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => sleep(STEP),
                Err(TryLockError::WouldBlock) => return Err(ChangeError::Busy(holder(&path))),
                Err(TryLockError::Error(error)) => return Err(io(error)),
            }
        }
        // That the others cannot be told who holds it is no reason not to hold it.
        let _ = sign(&file);
        Ok(Self { _file: file })
    }
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
    told.unwrap_or_else(|| "another process".to_owned())
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
        assert!(by.starts_with(&format!("process {} (", std::process::id())), "{by}");
        drop(held);
        Lock::within(dir.path(), Duration::ZERO).unwrap();
    }

    #[test]
    fn who_waits_gets_it_in_the_end() {
        let dir = tempfile::tempdir().unwrap();
        let held = Lock::take(dir.path()).unwrap();
        std::thread::scope(|scope| {
            let other = scope.spawn(|| Lock::take(dir.path()).is_ok());
            sleep(3 * STEP);
            drop(held);
            assert!(other.join().unwrap());
        });
    }
}
