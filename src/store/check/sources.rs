//! Sources and their texts.

use crate::codes::Code;
use std::collections::BTreeMap;

use super::checker::Checker;
use super::names::Names;
use crate::model::{Source, SourceId, Text};
use crate::store::file::At;
use crate::store::named::is_file_name;
use crate::store::record::{SourceRecord, TextRecord};
use crate::store::sheet::Sheet;

/// The sources; `language` is that of sources which do not name theirs.
pub(crate) fn check(
    sheet: &Sheet<'_, SourceRecord>,
    language: Option<&str>,
    names: &Names<'_>,
    checker: &mut Checker,
) -> BTreeMap<SourceId, Source> {
    let mut sources = BTreeMap::new();
    for (at, record) in &sheet.rows {
        check_links(record, at, names, checker);
        check_itself(record, at, checker);
        let source = source(record, at, language.unwrap_or("en"), checker);
        sources.insert(source.id.clone(), source);
    }
    sources
}

fn check_links(record: &SourceRecord, at: &At<'_>, names: &Names<'_>, checker: &mut Checker) {
    for (index, id) in record.cites.iter().enumerate() {
        checker.known(&at.field("cites").index(index), names, id);
    }
    for (index, id) in record.links_to.iter().enumerate() {
        checker.known(&at.field("links_to").index(index), names, id);
    }
    if let Some(id) = &record.republishes {
        checker.known(&at.field("republishes"), names, id);
    }
}

/// A source that republishes itself would be its own original. One may cite itself, which is a circle of one.
fn check_itself(record: &SourceRecord, at: &At<'_>, checker: &mut Checker) {
    if record.republishes.as_ref() == Some(&record.id) {
        checker.push(
            at.field("republishes")
                .fault(Code::FromItself, format!("\"{}\" cannot republish itself", record.id))
                .help("name another source, or leave it out"),
        );
    }
}

fn source(record: &SourceRecord, at: &At<'_>, language: &str, checker: &mut Checker) -> Source {
    Source {
        id: record.id.as_str().into(),
        kind: record.kind,
        title: record.title.clone(),
        outlet: record.outlet.clone(),
        authors: record.authors.clone(),
        url: record.url.clone(),
        published: checker.date(&at.field("published"), record.published.as_ref()),
        retrieved: checker.date(&at.field("retrieved"), record.retrieved.as_ref()),
        language: record.language.as_deref().unwrap_or(language).to_owned(),
        text: record.text.as_ref().map(|record| text(record, &at.field("text"), checker)),
        cites: ids(&record.cites),
        links_to: ids(&record.links_to),
        republishes: record.republishes.as_deref().map(Into::into),
        note: record.note.clone(),
    }
}

fn ids(written: &[String]) -> Vec<SourceId> {
    written.iter().map(|id| id.as_str().into()).collect()
}

fn text(record: &TextRecord, at: &At<'_>, checker: &mut Checker) -> Text {
    let digits = record.sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    if record.sha256.len() != 64 || !digits {
        let fault = at.field("sha256").fault(Code::NotADigest, "this is not a SHA-256");
        checker.push(fault.help("write its 64 lower-case hexadecimal digits, as sha256sum prints them"));
    }
    if !is_file_name(&record.file) {
        let fault = at.field("file").fault(Code::NotAFileName, format!("\"{}\" is not a file name", record.file));
        checker.push(fault.help("write the name alone; `verify --texts DIR` says where the texts are"));
    }
    Text { file: record.file.clone(), sha256: record.sha256.clone(), bytes: record.bytes }
}
