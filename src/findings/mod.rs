//! Questions on which claims bear, the positions that sources take on them, and which disagreements come first.

mod desk;
mod filter;
mod gather;
mod order;
mod positions;
mod question;
mod title;

pub use desk::{DerivedFigure, Desk};
pub use filter::{Filter, FilterError};
pub use gather::questions;
pub use question::{JudgedQuestion, Position, Question};
