//! The key below bars: their shapes, as far as they occur, with what they mean.

use maud::{Markup, html};

use super::band::Band;
use super::bars::{arrow, dot, single, stands_at};
use super::span::Span;

/// The key of some bars.
pub(super) fn key(spans: &[&Span], band: Option<Band>) -> Markup {
    let wide = |ends: fn(&Span) -> super::span::Ends| spans.iter().any(|span| single(ends(span)).is_none());
    let is_open = spans.iter().any(|span| span.logical.0.is_none() || span.logical.1.is_none());
    html! {
        ul.key {
            @if wide(|span| span.logical) { (item("what the words allow", html! { rect.logical x="2" y="8" width="28" height="8" {} })) }
            @if is_open { (item("no limit at that end", arrow("16", "M-4 7L4 13L-4 19"))) }
            @if wide(|span| span.expected) { (item("what a reader takes", html! { rect.expected x="2" y="5" width="28" height="14" {} })) }
            @if spans.iter().any(|span| !stands_at(span).is_empty()) { (item("as printed", dot("16"))) }
            @if let Some(band) = band {
                (item(meaning(band), html! { rect class=(band.class()) x="2" y="2" width="28" height="20" {} }))
            }
        }
    }
}

fn meaning(band: Band) -> &'static str {
    if band.is_clash { "gap: no value fits both sides" } else { "gap: only the edges of the wording bridge it" }
}

fn item(meaning: &str, shape: Markup) -> Markup {
    html! { li { svg aria-hidden="true" width="32" height="24" { (shape) } " " (meaning) } }
}
