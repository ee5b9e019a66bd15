//! To be written.

use std::io::{self, Write};

use super::view::View;

/// Writes it.
pub(super) fn write(_view: &View<'_>, _out: &mut dyn Write) -> io::Result<()> {
    Ok(())
}
