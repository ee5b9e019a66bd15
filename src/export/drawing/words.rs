//! The words of a picture: heads and bodies of claims, addresses, and what no picture can hold.

use std::borrow::Cow;

use super::Shape;
use super::palette::Kind;
use crate::compare::{stated_text, value_text};
use crate::graph::Node;
use crate::model::{About, Archive, Claim};

/// A claim as a shape.
pub(super) fn claim<'a>(archive: &'a Archive, claim: &'a Claim) -> Shape<'a> {
    let (kind, head) = match &claim.about {
        About::Quantity(quantity) => (Kind::Quantity, stated_text(quantity)),
        About::Date(_) => (Kind::Date, value_text(archive, claim)),
        About::Rank(_) => (Kind::Rank, value_text(archive, claim)),
        About::Stance(_) => (Kind::Stance, value_text(archive, claim)),
        About::Quote(_) => (Kind::Quote, value_text(archive, claim)),
    };
    let body = if kind == Kind::Quantity { subject(archive, claim) } else { Cow::Borrowed(claim.says.as_str()) };
    let id = claim.id.as_str();
    Shape { kind, id: Cow::Borrowed(id), claim: Some(id), head: Cow::Owned(head), body, says: &claim.says }
}

/// What is measured, and where.
fn subject<'a>(archive: &'a Archive, claim: &'a Claim) -> Cow<'a, str> {
    let measure = archive.measure_of(claim).map_or("", |measure| measure.name.as_str());
    match &claim.scope.place {
        Some(place) => Cow::Owned([measure, archive.place_name(place)].join(", ")),
        None => Cow::Borrowed(measure),
    }
}

/// A record that is neither source nor claim.
pub(super) fn record<'a>(archive: &'a Archive, node: &'a Node) -> Shape<'a> {
    let (kind, name) = match node {
        Node::Actor(id) => (Kind::Actor, archive.actor_name(id)),
        Node::Place(id) => (Kind::Place, archive.place_name(id)),
        Node::Population(id) => (Kind::Population, archive.population_name(id)),
        Node::Event(id) => (Kind::Event, archive.event_name(id)),
        Node::Measure(id) => {
            (Kind::Measure, archive.measures.get(id).map_or(id.as_str(), |measure| measure.name.as_str()))
        }
        Node::Proposition(id) => {
            (Kind::Proposition, archive.propositions.get(id).map_or(id.as_str(), |known| known.text.as_str()))
        }
        Node::Source(id) => (Kind::Source, id.as_str()),
        Node::Claim(id) => (Kind::Quantity, id.as_str()),
    };
    let id = Cow::Borrowed(node.id());
    Shape { kind, id, claim: None, head: Cow::Borrowed(name), body: Cow::Borrowed(""), says: "" }
}

/// An address that may be followed: no scripts, no files.
pub(super) fn address(url: &str) -> Option<&str> {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme)?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (is_web && !url.chars().any(char::is_control)).then_some(url)
}

/// The letter itself, or U+FFFD in place of what XML and labels cannot hold: control characters but for the line break.
pub(in super::super) fn printable(letter: char) -> char {
    match letter {
        '\n' => '\n',
        '\t' => ' ',
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        assert_eq!(address("https://a.example/b"), Some("https://a.example/b"));
        assert_eq!(address("HTTP://a.example"), Some("HTTP://a.example"));
        for wrong in ["javascript:alert(1)", "javascript://a.example", "data:text/html,x", "file:///a", "a", ""] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
        assert_eq!(address("https://a.example/\u{1b}"), None);
    }
}
