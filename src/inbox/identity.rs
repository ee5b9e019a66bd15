//! Which source a text is: one that is there already, one that has changed since, or a new one.

use std::path::Path;

use super::add::Incoming;
use super::error::InboxError;
use crate::model::is_id;
use crate::store::record::{SourceRecord, TextRecord};
use crate::store::{Held, is_file_name, sha256};
use crate::store::{free, slug};
use crate::text::one_line;

/// What is known of a text before it is read.
pub enum Identity {
    /// It is in the inbox already, with the same bytes.
    Same(String),
    /// The source is there, and its text was another.
    Changed(String),
    /// The graph has its source, but no candidates of it.
    Known(String),
    /// Nobody knows it.
    New,
}

/// Whether nothing is known of a text, so that it is worth asking about.
pub fn is_new(held: &Held, text: &Incoming) -> bool {
    matches!(identify(held, text), Identity::New)
}

/// Looks a text up by its digest, its id and its file.
pub fn identify(held: &Held, text: &Incoming) -> Identity {
    let digest = sha256(&text.raw);
    let same_number = |number: usize| number == text.number;
    let inbox = held.inbox.iter().filter(|file| same_number(file.read.document));
    if let Some(file) = inbox.clone().find(|file| file.read.sha256 == digest) {
        return Identity::Same(file.source.id.clone());
    }
    let wanted = text.id.as_deref();
    let is_it = |id: &str, file: &str| wanted.map_or(file == text.document.file, |wanted| wanted == id);
    if let Some(file) = inbox.clone().find(|file| is_it(&file.source.id, &file.read.file)) {
        return Identity::Changed(file.source.id.clone());
    }
    let known = || held.archive.sources.values().filter_map(|source| Some((source, source.text.as_ref()?)));
    if let Some((source, _)) = known().find(|(_, own)| text.number == 0 && own.sha256 == digest) {
        return Identity::Known(source.id.to_string());
    }
    let of_file = file_name(&text.document.file);
    let mut changed = known().filter(|(source, own)| wanted.map_or(own.file == of_file, |id| id == source.id.as_str()));
    changed.next().map_or(Identity::New, |(source, _)| Identity::Changed(source.id.to_string()))
}

/// The id of a new source: the one that was asked for, or one made of outlet and date, or of the file.
///
/// # Errors
/// If the one that was asked for is none, or another source has it; if no source can name the file of the text.
pub fn new_id(held: &Held, text: &Incoming, given: &[String]) -> Result<String, InboxError> {
    if let Some(own) = source(text, "").text.filter(|own| !is_file_name(&own.file)) {
        return Err(InboxError::FileName(own.file));
    }
    let waiting = |id: &str| held.inbox.iter().any(|file| file.source.id == id);
    let is_taken =
        |id: &str| held.archive.sources.contains_key(id) || waiting(id) || given.iter().any(|other| other == id);
    if let Some(id) = &text.id {
        return match () {
            () if !is_id(id) => Err(InboxError::NoId(id.clone())),
            () if is_taken(id) => Err(InboxError::Taken(id.clone())),
            () => Ok(id.clone()),
        };
    }
    let document = &text.document;
    let stem = Path::new(&document.file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let words = match (&document.id, &document.outlet, document.date) {
        (Some(id), ..) => id.clone(),
        (None, Some(outlet), Some(date)) => format!("{outlet} {date}"),
        _ => stem.unwrap_or_else(|| document.file.clone()),
    };
    Ok(free(&slug(&words), is_taken))
}

/// The source that a text is.
pub fn source(text: &Incoming, id: &str) -> SourceRecord {
    let document = &text.document;
    let in_file = document.source_range(0..0).is_some() && std::str::from_utf8(&text.raw).is_ok();
    let own = TextRecord { file: file_name(&document.file), sha256: sha256(&text.raw), bytes: Some(text.raw.len()) };
    let published = document.date.map(|date| date.to_string()).filter(|date| !date.contains('/'));
    SourceRecord {
        id: id.to_owned(),
        kind: crate::model::SourceKind::default(),
        title: document.title.as_ref().map(|title| one_line(&title.text)),
        outlet: document.outlet.clone(),
        authors: document.author.clone(),
        url: document.url.clone(),
        published,
        retrieved: None,
        language: None,
        text: in_file.then_some(own),
        cites: Vec::new(),
        links_to: Vec::new(),
        republishes: None,
        note: None,
    }
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}
