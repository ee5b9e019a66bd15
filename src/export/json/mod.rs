//! Records and findings as JSON values; `docs/json.md` describes them.

mod claim;
mod comparison;
mod diff;
mod origin;
mod question;
mod source;
mod trace;

pub use claim::{ClaimJson, claim};
pub use comparison::{ComparisonJson, comparison};
pub use diff::{DiffJson, diff};
pub use question::{QuestionsJson, questions};
pub use source::{SourceJson, source};
pub use trace::{TraceJson, trace};

use std::io::{self, Write};

use super::view::View;

/// To be written.
pub(super) fn write(_view: &View<'_>, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
