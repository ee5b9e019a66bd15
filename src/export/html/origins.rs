//! Whose word stands behind claims, in words for people who have never counted origins.

use maud::{Markup, html};

use super::known::Known;
use super::names::source_name;
use super::text::{bdi, short};
use super::words::count;
use crate::trace::{self, Origin};

/// “3 sources, 1 origin: Interior Ministry”; sources none of which says where from say so instead.
pub(super) fn behind(known: &Known<'_>, sources: usize, origins: &[&Origin]) -> Markup {
    html! {
        (count(sources, "source", "sources")) ", "
        @if are_silent(origins) {
            @if sources == 1 { "which does not say where it has it from" } @else { "which do not say where they have it from" }
        } @else {
            (trace::count(origins.iter().copied())) ": " (each(known, origins))
        }
    }
}

/// The same of one claim, after “Where it comes from: ”.
pub(super) fn of_one(known: &Known<'_>, origins: &[&Origin]) -> Markup {
    html! {
        @if are_silent(origins) { "the source does not say" } @else {
            (trace::count(origins.iter().copied())) " (" (each(known, origins)) ")"
        }
    }
}

fn are_silent(origins: &[&Origin]) -> bool {
    !origins.is_empty() && origins.iter().all(|origin| matches!(origin, Origin::Unattributed(_)))
}

/// Origins that read alike stand once.
fn each(known: &Known<'_>, origins: &[&Origin]) -> Markup {
    let mut texts: Vec<String> = origins.iter().map(|origin| one(known, origin).into_string()).collect();
    texts.dedup();
    html! { @for (at, text) in texts.into_iter().enumerate() { @if at > 0 { "; " } (maud::PreEscaped(text)) } }
}

fn one(known: &Known<'_>, origin: &Origin) -> Markup {
    match origin {
        Origin::Unnamed(_, words) => html! { "somebody without a name (“" (bdi(&short(words))) "”)" },
        Origin::Unattributed(_) => html! { "a source that does not say where from" },
        Origin::Circular(id) => html! { "none: the chain returns to " (source_name(known, id)) },
        Origin::Actor(_) | Origin::Primary(_) | Origin::Outlet(_) => bdi(&short(&origin.text(known.archive()))),
    }
}
