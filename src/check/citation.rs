//! Citations between documents: one names the publisher of another, or links to it.

use std::ops::Range;

use crate::readers::Document;

/// The shortest name of a publisher that is looked for.
const SHORTEST_NAME: usize = 5;

/// A document that cites another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The number of the document that cites.
    pub from: usize,
    /// The number of the document that is cited.
    pub to: usize,
    /// Where it does, in bytes of its text.
    pub bytes: Range<usize>,
}

/// All citations between documents, by document and place; of one document by another the first.
pub fn citations(documents: &[Document]) -> Vec<Citation> {
    let mut found = Vec::new();
    for (from, citing) in documents.iter().enumerate() {
        for (to, cited) in documents.iter().enumerate().filter(|(to, _)| *to != from) {
            let bytes = named(citing, cited).or_else(|| linked(citing, cited));
            found.extend(bytes.map(|bytes| Citation { from, to, bytes }));
        }
    }
    found.sort_by_key(|one| (one.from, one.bytes.start, one.to));
    found
}

fn named(citing: &Document, cited: &Document) -> Option<Range<usize>> {
    let name = cited.outlet.as_deref()?.trim();
    if name.len() < SHORTEST_NAME || citing.outlet.as_deref() == Some(name) {
        return None;
    }
    let body = citing.text.get(citing.body..)?;
    let at = body.find(name)? + citing.body;
    Some(at..at + name.len())
}

fn linked(citing: &Document, cited: &Document) -> Option<Range<usize>> {
    let url = cited.url.as_deref()?;
    citing.links.iter().find(|link| link.url == url).map(|link| link.span.clone())
}
