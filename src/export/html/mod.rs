//! A page to look at, in one file: opens from disk, needs no network, and can be mailed.

mod band;
mod bars;
mod card;
mod chain;
mod claim;
mod dates;
mod days;
mod draw;
mod facets;
mod filters;
mod judged;
mod key;
mod known;
mod ladder;
mod names;
mod origins;
mod page;
mod pairs;
mod picture;
mod scale;
mod security;
mod source;
mod span;
mod text;
mod timeline;
mod units;
mod words;

use std::io::{self, Write};

use super::view::View;
use known::Known;

/// Writes the page.
pub(super) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page::page(&Known::new(view)).into_string().as_bytes())
}
