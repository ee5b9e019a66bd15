//! The codes of faults, errors and findings, and what is to be said of each.

mod code;
mod explanation;

pub use code::Code;
pub use explanation::{Explanation, FAMILIES, Family};
