//! Texts: words with byte-true places, lines and columns, quotation marks. Knows nothing of claims.

mod address;
pub(crate) mod dictionary;
mod document;
mod fold;
mod lines;
mod number;
pub(crate) mod numeral;
mod one_line;
mod quotes;
mod words;

pub use document::Document;
pub use fold::{fold, is_same_but_for_case};
pub use lines::{LineStarts, Lines, Place};
pub use one_line::one_line;
pub(crate) use quotes::quotation_at;
pub use quotes::quoted;
pub use words::{Word, key, words};
