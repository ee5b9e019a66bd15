//! What the graph and its findings look like elsewhere: one file a format.

mod check;
mod csv;
mod dot;
pub mod json;
mod markdown;
mod markdown_diff;

pub use check::{check_html, check_json, check_markdown};
pub use csv::questions_csv;
pub use dot::{DotError, Selection, dot, trace_dot};
pub use markdown::questions_markdown;
pub use markdown_diff::diff_markdown;
