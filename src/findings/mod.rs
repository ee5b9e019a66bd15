//! Questions on which claims bear, the positions that sources take on them, and which disagreements come first.

mod cited;
mod desk;
mod diff;
mod filter;
mod later;
mod packed;
mod questions;
mod what_if;

pub use cited::{CitedBy, Cites, cited_by, cites, citing};
pub use desk::{DerivedFigure, Desk};
pub use diff::{Behind, Change, Diff, DisagreementChange, FieldChange, RecordChange, diff};
pub use filter::{Filter, FilterError};
pub use later::Later;
pub use packed::stacks::{Found, Stacks, StacksError};
pub use questions::gather::{MOST_COMPARED, MOST_SIDE_BY_SIDE, disagreements, questions};
pub use questions::question::{JudgedQuestion, Position, Question, letters};
pub use what_if::impact::{Impact, impact};
pub use what_if::view::{known_at, without};
