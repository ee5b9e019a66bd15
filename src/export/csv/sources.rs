//! The table of sources.

use std::io;

use super::Rows;
use super::cell::{list, text};
use crate::export::view::View;
use crate::model::Source;

pub(super) const COLUMNS: [&str; 16] = [
    "id",
    "kind",
    "title",
    "outlet",
    "authors",
    "url",
    "published",
    "retrieved",
    "language",
    "text_file",
    "text_sha256",
    "text_bytes",
    "cites",
    "links_to",
    "republishes",
    "note",
];

pub(super) fn write(view: &View<'_>, rows: &mut Rows<'_>) -> io::Result<()> {
    view.sources().try_for_each(|source| rows.add(row(source)))
}

fn row(source: &Source) -> [String; 16] {
    let file = source.text.as_ref();
    [
        source.id.to_string(),
        source.kind.word().to_owned(),
        text(source.title.as_ref()),
        text(source.outlet.as_ref()),
        list(&source.authors),
        text(source.url.as_ref()),
        text(source.published.as_ref()),
        text(source.retrieved.as_ref()),
        source.language.clone(),
        text(file.map(|file| &file.file)),
        text(file.map(|file| &file.sha256)),
        text(file.and_then(|file| file.bytes.as_ref())),
        list(&source.cites),
        list(&source.links_to),
        text(source.republishes.as_ref()),
        text(source.note.as_ref()),
    ]
}
