//! What lint finds, as JSON.

use serde::Serialize;

use crate::codes::Code;
use crate::lint::Lint;

/// A finding of lint.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LintJson<'a> {
    code: Code,
    help: &'a str,
    id: &'a str,
    message: &'a str,
    written_at: Option<String>,
}

/// A finding of lint.
pub fn lint(found: &Lint) -> LintJson<'_> {
    LintJson {
        code: found.code,
        help: &found.help,
        id: &found.id,
        message: &found.message,
        written_at: found.locus.as_ref().map(ToString::to_string),
    }
}
