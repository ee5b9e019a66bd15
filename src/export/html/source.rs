//! A source with what is known of it, and its claims.

use maud::{Markup, html};

use super::known::{Known, name, permalink, web};
use super::text::bdi;
use super::words;
use crate::model::{Claim, Source, SourceId};

/// A source; `claims` are those of it that the page lists.
pub(super) fn source(known: &Known<'_>, source: &Source, claims: &[&Claim]) -> Markup {
    let anchor = format!("source-{}", source.id);
    html! {
        article.source id=(anchor) data-source=(source.id) {
            h3 { (bdi(name(source))) " " (permalink(&anchor, "source")) }
            (imprint(source))
            @if let Some(url) = &source.url { p { (web(url, &source_words(url))) } }
            (others(known, "Republishes", source.republishes.as_slice()))
            (others(known, "Cites", &source.cites))
            (others(known, "Links to", &source.links_to))
            @if let Some(note) = &source.note { p.hint { "Note: " (bdi(note)) } }
            @if !claims.is_empty() {
                details {
                    summary { "What it claims: " (words::count(claims.len(), "claim", "claims")) }
                    ul { @for claim in claims { li { (known.claim_link(&claim.id, &claim.says)) } } }
                }
            }
        }
        "\n"
    }
}

fn imprint(source: &Source) -> Markup {
    html! {
        p.scope {
            @if let Some(outlet) = source.outlet.as_deref().filter(|outlet| *outlet != name(source)) { (bdi(outlet)) " · " }
            @if !source.authors.is_empty() { "by " (bdi(&source.authors.join(", "))) " · " }
            (source.kind.word()) " · "
            @if let Some(date) = source.published { "published " (bdi(&date.to_string())) } @else { "date not known" }
            " · language " (bdi(&source.language)) " · id " code { (source.id) }
        }
    }
}

/// The address as words, without what every address begins with.
fn source_words(url: &str) -> String {
    let bare = url.trim().trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    super::text::shown(&super::text::short(bare))
}

fn others(known: &Known<'_>, how: &str, ids: &[SourceId]) -> Markup {
    html! {
        @if !ids.is_empty() {
            p { (how) " " @for (at, id) in ids.iter().enumerate() { @if at > 0 { ", " } (known.source_link(id)) } }
        }
    }
}
