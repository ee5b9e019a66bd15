//! What the program does to files of a graph, step by step. Tests let any of the steps fail, as a full disk would.

use std::io::{self, Write};

/// Called before each step that changes something on disk.
#[cfg(not(test))]
pub(super) fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use self::failing::step;

/// Passes on what is written, a step each time.
#[derive(Debug)]
pub(super) struct Out<W>(pub W);

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
pub(super) mod failing {
    use std::cell::Cell;
    use std::io;

    thread_local! {
        /// How many steps are left until one fails.
        static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
        static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
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

    pub fn step() -> io::Result<()> {
        match LEFT.get() {
            None => Ok(()),
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
