//! What a check of texts, or of two statements, finds, as JSON and as Markdown.

mod json;
mod markdown;
mod shared;
mod statements;

pub use json::checked as check_json;
pub use markdown::{checked as check_markdown, page as check_html};
pub use statements::statements as statements_json;
