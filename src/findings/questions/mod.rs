//! From claims to questions: which may be held against each other, what their positions are, which disagreements come first.

mod assemble;
mod crowd;
pub(super) mod gather;
mod opposed;
pub(super) mod order;
mod positions;
pub(super) mod question;
pub(super) mod room;
mod sides;
pub(super) mod table;
mod title;
