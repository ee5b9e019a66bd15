//! Questions on which claims bear, the positions that sources take on them, and which disagreements come first.

mod filter;
mod gather;
mod lineage;
mod order;
mod positions;
mod question;
mod title;

pub use filter::{Filter, FilterError};
pub use gather::questions;
pub use lineage::{DerivedFigure, Desk};
pub use question::{JudgedQuestion, Position, Question};
