//! Passages that sources share, as they were found.

use super::checker::Checker;
use super::names::Vocabulary;
use crate::codes::Code;
use crate::model::{SharedPassage, Stretch};
use crate::store::read::file::At;
use crate::store::read::files::Loaded;
use crate::store::record::{PassageRecord, StretchRecord};

/// The passages of `reuse.ron`.
pub(crate) fn check(
    loaded: &Loaded<Vec<PassageRecord>>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Vec<SharedPassage> {
    let Loaded { file: Some(file), record: Some(records) } = loaded else { return Vec::new() };
    let listed = records.iter().enumerate();
    listed
        .map(|(index, record)| {
            let at = file.root().index(index);
            let a = stretch(&record.a, &at.field("a"), names, checker);
            SharedPassage { a, b: stretch(&record.b, &at.field("b"), names, checker), words: record.words }
        })
        .collect()
}

fn stretch(record: &StretchRecord, at: &At<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Stretch {
    checker.known(&at.field("source"), &names.sources, &record.source);
    if record.bytes.0 >= record.bytes.1 {
        checker.push(
            at.field("bytes")
                .fault(Code::EmptyRange, "the range holds nothing")
                .help("find the passages again: gainsay reuse --texts DIR --record"),
        );
    }
    Stretch { source: record.source.as_str().into(), bytes: record.bytes }
}
