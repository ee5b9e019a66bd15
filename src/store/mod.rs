//! The graph directory: reading and checking it, and writing new files into it. Nothing else touches graph files.

mod again;
mod breaking;
mod change;
mod check;
mod digest;
pub(crate) mod disk;
mod fault;
mod file;
mod files;
mod find;
pub mod image;
mod init;
mod listing;
mod load;
mod lock;
mod named;
mod outline;
mod owned;
mod parts;
mod read;
pub mod record;
mod regular;
mod sheet;
mod staged;
mod stamps;
mod texts;
mod trial;
mod unload;
mod write;

pub use again::Again;
pub use change::{Change, ChangeError, change, rehearse};
pub use check::Gate;
pub use digest::sha256;
pub use fault::{Fault, LoadError};
pub use find::{NotFound, find};
pub use init::{Contents, InitError, init};
pub use load::{FORMAT, Held, Loading, Watch, load, load_texts, load_watched, open, open_watched};
pub use named::{file_of, is_file_name};
pub use parts::Parts;
pub use regular::LARGEST;
pub use stamps::{Note, Stamps};
pub use texts::{
    Fate, Relocated, TextFinding, TextProblem, TextReport, relocate, sentence_around, text_bytes, texts_in, unchanged,
    verify,
};
pub use unload::{claim_record, records};
pub use write::{WriteError, outside, read_claims, read_record, replace, to_ron, writable};
