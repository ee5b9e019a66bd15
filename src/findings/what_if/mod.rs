//! The graph as if a record were gone, or as it stood on a day, and what that does to its disagreements.

pub(super) mod impact;
pub(super) mod view;
