//! Names in place of ids: sentences name sources and claims by id, which tells a reader nothing.

use maud::{Markup, html};

use super::known::Known;
use super::text::{bdi, first_words, sentence};
use crate::compare::stated_text;
use crate::model::{Claim, ClaimId, Source, SourceId};

/// Characters of a claim's words or a source's title within a sentence.
const LONGEST: usize = 50;

/// A sentence on some claims with names in place of the ids in it.
pub(super) fn named(known: &Known<'_>, on: &[&ClaimId], text: &str) -> Markup {
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (at, word) in words(text) {
        if let Some(name) = name(known, on, word) {
            pieces.push(bdi(text.get(rest..at).unwrap_or_default()));
            pieces.push(name);
            rest = at + word.len();
        }
    }
    pieces.push(bdi(text.get(rest..).unwrap_or_default()));
    html! { @for piece in pieces { (piece) } }
}

/// The same with a capital at its beginning, unless it begins with an id.
pub(super) fn named_sentence(known: &Known<'_>, on: &[&ClaimId], text: &str) -> Markup {
    let first = words(text).first().copied();
    let begins_with_id = first.is_some_and(|(at, word)| at == 0 && name(known, on, word).is_some());
    if begins_with_id { named(known, on, text) } else { named(known, on, &sentence(text)) }
}

/// A source by its outlet and date, as a link: “Evening Courier, 2031-06-04”.
pub(super) fn source_name(known: &Known<'_>, id: &SourceId) -> Markup {
    known.source_link_as(id, &known.source(id).map_or_else(|| id.to_string(), of_source))
}

/// A claim by its figure or first words and its outlet, as a link: “6.8 m”, Evening Courier.
pub(super) fn claim_name(known: &Known<'_>, id: &ClaimId) -> Markup {
    let text = known.claim(id).map_or_else(|| id.to_string(), |claim| of_claim(known, claim));
    known.claim_link(id, &text)
}

/// The same as text.
pub(super) fn of_source(source: &Source) -> String {
    match (outlet(source), source.published, &source.title) {
        (Some(outlet), Some(date), _) => format!("{outlet}, {date}"),
        (Some(outlet), None, _) => outlet,
        (None, _, Some(title)) => first_words(title, LONGEST),
        (None, _, None) => source.id.to_string(),
    }
}

fn outlet(source: &Source) -> Option<String> {
    let outlet = source.outlet.as_deref().filter(|outlet| !outlet.trim().is_empty())?;
    Some(first_words(outlet, LONGEST))
}

fn of_claim(known: &Known<'_>, claim: &Claim) -> String {
    let words = claim.about.as_quantity().map_or_else(|| claim.says.clone(), stated_text);
    let source = known.source(&claim.source);
    let outlet = source.and_then(|source| outlet(source).or_else(|| Some(of_source(source))));
    format!("“{}”, {}", first_words(&words, LONGEST), outlet.unwrap_or_else(|| claim.source.to_string()))
}

/// The name of a word that is an id. One without a hyphen may be any word; it counts only if the sentence is on it.
fn name(known: &Known<'_>, on: &[&ClaimId], word: &str) -> Option<Markup> {
    let is_on =
        |claim: &&&ClaimId| claim.as_str() == word || known.claim(claim).is_some_and(|own| own.source.as_str() == word);
    if !word.contains('-') && !on.iter().any(|claim| is_on(&claim)) {
        return None;
    }
    let archive = known.archive();
    let claim = archive.claims.get(word).map(|claim| claim_name(known, &claim.id));
    claim.or_else(|| archive.sources.get(word).map(|source| source_name(known, &source.id)))
}

/// The words of a sentence with their places; what stands between quotation marks is the word of a text, and no id.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let (mut quotes, mut start) = (0_usize, None);
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter.is_alphanumeric() || letter == '-' {
            start = start.or(Some(at));
            continue;
        }
        if let Some(from) = start.take().filter(|_| quotes == 0) {
            out.extend(text.get(from..at).map(|word| (from, word)));
        }
        match letter {
            '“' => quotes += 1,
            '”' => quotes = quotes.saturating_sub(1),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_outside_of_quotation_marks() {
        let all: Vec<&str> =
            words("if a-1, which says “a-1 or b”, means xa-1.").into_iter().map(|(_, word)| word).collect();
        assert_eq!(all, ["if", "a-1", "which", "says", "means", "xa-1"]);
        assert_eq!(words("où a-1"), [(0, "où"), (4, "a-1")]);
        assert!(words("“a-1").is_empty());
    }
}
