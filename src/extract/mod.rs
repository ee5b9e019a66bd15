//! From text to times, figures and claims, by rules kept as data beside the code that reads them. No language is known to the
//! code: whatever is a word stands in a table.

pub mod claims;
pub mod figures;
pub mod time;

pub use figures::{Change, Examples, Kind, Mention, Value, examples, extract};
