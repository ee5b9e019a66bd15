//! What is done to all claims of a text, or to its figures before there are claims: each file one pass.

pub(super) mod aside;
pub(super) mod clock;
pub(super) mod ellipsis;
pub(super) mod parted;
pub(super) mod superlative;
pub(super) mod total;
