//! What the formats share about sources: ids for those that have none, dates, kinds.

use super::error::ImportError;
use super::incoming::{Incoming, Shelf, put};
use crate::model::PartialDate;
use crate::model::is_id;
use crate::store::record::SourceRecord;
use crate::store::{free, slug};

/// An id for a source: the one that the file gives, or one made of it, or of title, address or outlet, and of the date.
/// An address that is given as an id, as Zotero does, says nothing to people; it is the last resort.
/// What is made of the same words is the same, so that a file that is read twice adds nothing.
pub fn id(given: Option<&str>, source: &SourceRecord, shelf: &Shelf<SourceRecord>) -> String {
    if let Some(given) = given.filter(|given| is_id(given)) {
        return given.to_owned();
    }
    let url = source.url.as_deref().map(bare_address);
    let (address, given) = (given.filter(|own| is_address(own)), given.filter(|own| !is_address(own)));
    let words = [given, source.title.as_deref(), url, source.outlet.as_deref(), address.map(bare_address)];
    let words = words.into_iter().flatten().next().unwrap_or("source");
    let made = match (&source.published, given) {
        (Some(date), None) => format!("{}-{date}", slug(words)),
        _ => slug(words),
    };
    let is_other = |id: &str| shelf.get(id).is_some_and(|(held, _)| !held.says_the_same(source));
    free(&made, is_other)
}

/// An address without the beginning that most of them have.
fn bare_address(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

fn is_address(given: &str) -> bool {
    given.contains("://")
}

/// Puts a source on its shelf under an id of its own, and says which.
///
/// # Errors
/// If the file gives an id that another source has.
pub fn shelve(
    given: Option<&str>,
    mut source: SourceRecord,
    at: &str,
    incoming: &mut Incoming,
) -> Result<String, ImportError> {
    source.id = id(given, &source, &incoming.sources);
    let id = source.id.clone();
    if let Some(given) = given.filter(|given| *given != id) {
        incoming.assumed(
            at,
            format!("the id \"{given}\""),
            if is_address(given) {
                format!("an id is no address; made of what is known of the source: {id}")
            } else {
                format!("ids are lower-case letters, digits and hyphens: {id}")
            },
        );
    }
    put(&mut incoming.sources, &id, source, at)?;
    Ok(id)
}

/// A date as the graph writes it, of an ISO date that may have a time.
pub fn date(text: &str) -> Option<String> {
    let (day, time) = text.trim().split_once(['T', ' ']).unwrap_or((text.trim(), ""));
    let day = Some(day).filter(|_| time.is_empty() || time.contains(':'))?;
    day.parse::<PartialDate>().ok().map(|date| date.to_string())
}
