//! The graph directory: reading and checking it, and writing new files into it. Nothing else touches graph files.

mod check;
mod digest;
mod fault;
pub(crate) mod read;
pub mod record;
mod slug;
mod texts;
pub(crate) mod write;

pub use check::Gate;
pub use digest::sha256;
pub use fault::{Fault, Listed, LoadError};
pub use read::again::Again;
pub use read::find::{NotFound, find};
pub use read::load::{
    FORMAT, Held, Loading, Watch, load, load_texts, load_watched, load_without_inbox, open, open_watched,
};
pub use read::regular::LARGEST;
pub use read::stamps::Stamps;
pub use read::waiting::waiting;
pub(crate) use slug::{free, slug};
pub use texts::{
    Fate, Relocated, TextFinding, TextProblem, TextReport, relocate, text_bytes, texts_in, unchanged, verify,
};
pub use write::change::{Change, ChangeError, change, rehearse};
pub use write::init::{Contents, InitError, init};
pub use write::named::{file_of, is_file_name};
pub use write::parts::Parts;
pub use write::unload::{claim_record, records};
pub use write::whole::{WriteError, outside, read_claims, read_record, replace, to_ron, writable};
