//! The graph directory: reading and checking it, and writing new files into it. Nothing else touches graph files.

mod check;
mod digest;
mod fault;
mod file;
mod find;
mod init;
mod load;
mod outline;
pub mod record;
mod texts;
mod write;

pub(crate) use check::circles;
pub use digest::sha256;
pub use fault::{Fault, LoadError};
pub use find::{NotFound, find};
pub use init::{InitError, init};
pub use load::{FORMAT, load};
pub use texts::{Fate, Relocated, TextFinding, TextProblem, TextReport, relocate, sentence_around, texts_in, verify};
pub use write::{WriteError, read_claims, to_ron, write_claims, write_passages};
