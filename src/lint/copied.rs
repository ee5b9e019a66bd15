//! Passages that texts of the graph share word for word, and figures that differ inside them.

use std::path::Path;

use super::{Code, Lint};
use crate::model::{Archive, Source};
use crate::reuse::{Passage, PassageKind, passages};
use crate::store::text_bytes;
use crate::text::Document;

/// Copied passages of the texts in the folder. A changed word in a copied passage is the most telling thing there is.
pub(super) fn check(archive: &Archive, texts: &Path) -> Vec<Lint> {
    let read = |source: &'_ Source| {
        let bytes = text_bytes(&texts.join(&source.text.as_ref()?.file)).ok()?;
        String::from_utf8(bytes).ok()
    };
    let held: Vec<(&Source, String)> =
        archive.sources.values().filter_map(|source| read(source).map(|text| (source, text))).collect();
    let documents: Vec<Document<'_>> = held.iter().map(|(_, text)| Document::new(text)).collect();
    let found = passages(&documents);
    found.iter().filter(|passage| passage.kind == PassageKind::Copied).map(|passage| lint(passage, &held)).collect()
}

fn lint(passage: &Passage, held: &[(&Source, String)]) -> Lint {
    let ((a, text_a), (b, text_b)) = (&held[passage.a.document], &held[passage.b.document]);
    let differing: Vec<String> = passage
        .differences
        .iter()
        .map(|one| format!("“{}” | “{}”", &text_a[one.a.clone()], &text_b[one.b.clone()]))
        .collect();
    let state = if differing.is_empty() { String::new() } else { format!("; they differ in {}", differing.join(", ")) };
    let place = |bytes: &std::ops::Range<usize>| format!("bytes {} to {}", bytes.start, bytes.end);
    let (at_a, at_b) = (place(&passage.a.bytes), place(&passage.b.bytes));
    Lint {
        code: Code::SharedPassage,
        id: a.id.to_string(),
        locus: None,
        message: format!("{} ({at_a}) and {} ({at_b}) share {} words in a row{state}", a.id, b.id, passage.words),
        help: "they are one witness for what stands there; `gainsay reuse --texts DIR --record` makes them count so"
            .to_owned(),
    }
}
