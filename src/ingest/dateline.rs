//! The dateline of an agency: `ROSTOCK, Germany, 3 May (Seapress) —` before the first sentence.

use std::ops::Range;

use super::credit::days;
use super::head::Head;
use crate::extract::time::times;

/// Letters before the dash, at most.
const LENGTH: usize = 90;
/// Words of a place, at most.
const WORDS: usize = 5;
/// The dashes that end a dateline, the longest first.
const DASHES: [&str; 7] = [" -- ", " – ", " — ", " - ", "— ", "– ", "—"];

/// Takes the dateline from the beginning of the body, if one stands there.
pub(super) fn dateline(text: &str, head: &mut Head) {
    let Some((found, start, body)) = find(text, head.body) else { return };
    let moved = |range: Range<usize>| range.start + start..range.end + start;
    head.place = Some(moved(found.place));
    head.agency = found.agency.map(moved);
    let date = found.date.map(|(days, span)| (days, moved(span)));
    head.date = head.date.take().or(date);
    head.body = body;
}

/// Whether a dateline stands at a byte.
pub(super) fn is_dateline(text: &str, start: usize) -> bool {
    find(text, start).is_some()
}

/// The dateline that begins after a byte, where it begins, and where the text after it does.
fn find(text: &str, start: usize) -> Option<(Dateline, usize, usize)> {
    let rest = text[start..].trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let start = text.len() - rest.len();
    let near = rest.char_indices().nth(LENGTH).map_or(rest.len(), |(at, _)| at);
    let line = rest[..near].lines().next().unwrap_or_default();
    let dashes = DASHES.iter().filter_map(|dash| Some((line.find(dash)?, dash.len())));
    let (dash, len) = dashes.min_by_key(|(at, len)| (*at, std::cmp::Reverse(*len)))?;
    let found = read(&line[..dash])?;
    let body = start + dash + len;
    Some((found, start, body + text[body..].len() - text[body..].trim_start().len()))
}

struct Dateline {
    place: Range<usize>,
    agency: Option<Range<usize>>,
    date: Option<(crate::readers::Days, Range<usize>)>,
}

/// A place in capitals, or one that a date or an agency in brackets follows.
fn read(words: &str) -> Option<Dateline> {
    let (before, agency) = match words.trim_end().strip_suffix(')').and_then(|inside| inside.rsplit_once('(')) {
        Some((before, agency)) => (before, Some(before.len() + 1..before.len() + 1 + agency.len())),
        None => (words, None),
    };
    let found = times(before, None);
    let end = found.first().map_or(before.len(), |time| time.span.start);
    let after = found.last().map_or("", |time| &before[time.span.end..]);
    let place = before[..end].trim_end_matches([' ', ',']);
    let first = place.split(',').next()?.trim();
    let in_capitals =
        first.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && !first.contains(char::is_lowercase);
    let names =
        place.split([',', ' ']).filter(|word| !word.is_empty()).all(|word| !word.starts_with(char::is_lowercase));
    let is_place =
        !place.is_empty() && place.split_whitespace().count() <= WORDS && names && !place.contains(['(', '"', '“']);
    let is_agency = agency.as_ref().is_none_or(|agency| !words[agency.clone()].starts_with(char::is_lowercase));
    let told = in_capitals || !found.is_empty();
    (is_place
        && told
        && is_agency
        && after.trim_matches([' ', ',']).is_empty()
        && place.starts_with(char::is_alphabetic))
    .then(|| Dateline {
        place: 0..place.len(),
        agency,
        date: found.iter().find_map(|time| Some((days(time)?, time.span.clone()))),
    })
}
