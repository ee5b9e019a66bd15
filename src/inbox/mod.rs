//! From a text into the graph: candidates that wait in the inbox, what an editor decides about them, and which contradictions
//! are left to judge.

mod add;
mod decide;
mod dispute;
mod draft;
mod error;
mod evidence;
mod identity;
mod left_out;
mod merge;
mod names;
mod place;
mod pool;
mod propose;
mod proposed;
mod reread;
mod status;
mod words;

pub use add::{Added, Incoming, Outcome, add};
pub use decide::{Decision, accept, edit, find, reject, reopen};
pub use dispute::{Dispute, Ruled, Ruling, disputes, judge};
pub use error::InboxError;
pub use identity::{is_new, new_id};
pub use left_out::{LeftOut, Why};
pub use merge::merge;
pub use names::names;
pub use reread::{reread, sentence};
pub use status::{SourceStatus, Status, status};
pub(crate) use words::WORDS;
