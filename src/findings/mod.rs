//! Questions on which claims bear, the positions that sources take on them, and which disagreements come first.

mod assemble;
mod cited;
mod crowd;
mod desk;
mod diff;
mod excerpt;
mod filter;
mod gather;
mod glance;
mod impact;
mod known;
mod later;
mod opposed;
mod order;
mod positions;
mod question;
mod room;
mod sides;
mod stacks;
mod table;
mod tally;
mod title;
mod view;

pub use cited::{CitedBy, Cites, cited_by, cites, citing};
pub use desk::{DerivedFigure, Desk};
pub use diff::{Behind, Change, Diff, DisagreementChange, FieldChange, RecordChange, diff};
pub use filter::{Filter, FilterError};
pub use gather::{MOST_COMPARED, MOST_SIDE_BY_SIDE, disagreements, questions};
pub use impact::{Impact, impact};
pub use later::Later;
pub use question::{JudgedQuestion, Position, Question};
pub use stacks::{Found, Stacks, StacksError};
pub use view::{known_at, without};
