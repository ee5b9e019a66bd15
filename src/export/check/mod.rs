//! What a check of texts finds, as JSON and as Markdown.

mod json;
mod markdown;
mod shared;

pub use json::checked as check_json;
pub use markdown::{checked as check_markdown, page as check_html};
