//! The whole page: its head, what it opens with, and its sections.

use std::collections::{BTreeMap, BTreeSet};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::card::card;
use super::claim::claim;
use super::filters::filters;
use super::known::Known;
use super::picture::{self, picture};
use super::security::policy;
use super::source::source;
use super::text::{bdi, shown};
use super::words::count;
use crate::findings::Question;
use crate::model::{Claim, SourceId};
use crate::trace::Chains;

const SCRIPT: &str = concat!(include_str!("script.js"), include_str!("picture.js"));

/// The page. Without the script it can be read, but not searched.
pub(super) fn page(known: &Known<'_>) -> Markup {
    let style = format!("{}{}", include_str!("style.css"), picture::style());
    html! {
        (DOCTYPE)
        html lang="en" { "\n"
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style, SCRIPT));
                meta name="referrer" content="no-referrer";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark"; "\n"
                title { (shown(&known.archive().title)) }
                style { (PreEscaped(&style)) }
            } "\n"
            body { (body(known)) script { (PreEscaped(SCRIPT)) } } "\n"
        } "\n"
    }
}

fn body(known: &Known<'_>) -> Markup {
    let (disagreements, rest): (Vec<_>, Vec<_>) =
        known.questions().partition(|(question, _)| question.is_disagreement());
    let (look, settled): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(question, _)| question.worth_a_look);
    html! {
        a.skip href="#main" { "Skip to search and disagreements" }
        (masthead(known, disagreements.len())) "\n"
        main #main tabindex="-1" {
            (filters(known))
            (section(known, "disagreements", "Where sources disagree", &disagreements))
            @if !look.is_empty() {
                (section(known, "look", "Worth a look: opposite claims that only one thing keeps apart", &look))
            }
            @if !settled.is_empty() { (folded(known, &settled)) }
            (picture(known.view))
            (claims(known))
            (sources(known))
        } "\n"
        footer {
            p { "Made by Gainsay. This page reports who says what, where, and on whose word. It is no verdict on who is right." }
        } "\n"
    }
}

fn masthead(known: &Known<'_>, disagreements: usize) -> Markup {
    let carrying: BTreeSet<&SourceId> = known.view.claims().map(|claim| &claim.source).collect();
    let (claims, sources) = (known.view.claims().count(), carrying.len());
    let more = known.view.sources().count().saturating_sub(sources);
    html! {
        header.masthead {
            p.kicker { "Who says what, and where sources disagree" }
            h1 { (bdi(&known.archive().title)) } "\n"
            p.lead { (count(disagreements, "disagreement", "disagreements")) " among " (count(claims, "claim", "claims")) " of " (count(sources, "source", "sources"))
                @if more > 0 { ", which name " (count(more, "more", "more")) }
                "."
            } "\n"
            div.bar-top {
                nav aria-label="On this page" {
                    a href="#disagreements" { "Disagreements" } " "
                    a href="#picture" { "Graph" } " "
                    a href="#claims" { "Claims" } " "
                    a href="#sources" { "Sources" }
                }
                (colours())
            }
            (help())
        }
    }
}

fn colours() -> Markup {
    html! {
        p.script.look {
            label for="theme" { "Colours" } " "
            select #theme {
                option value="" { "As the device" }
                option value="light" { "Light" }
                option value="dark" { "Dark" }
            }
        }
    }
}

fn help() -> Markup {
    html! {
        details.help {
            summary { "How to read this page" }
            ul {
                li { "Each card is one question that several sources answer. The answers that fit together are one " b { "position" } ": A, B, C." }
                li { "A " b { "bar" } " shows what a figure allows. Its light part is what the words can mean, its dark part what a reader takes from them, its dot the figure as printed. An arrow says that nothing bounds that end, as in “more than”." }
                li { "A " b { "red frame" } " is the gap between two figures, and no figure itself: no value fits both sides. A dashed frame is one that only the edges of the wording bridge." }
                li { b { "Origins" } " are counted, not articles: six articles that repeat one ministry rest on one origin." }
                li { "“Could not both be true, if …” stands where a text leaves something open. If it means something else, the claims do not clash." }
                li { "Every question, claim and source has a link of its own, to copy and send." }
            }
        }
    }
}

type Listed<'a> = (&'a Question, &'a str);

fn section(known: &Known<'_>, id: &str, title: &str, questions: &[Listed<'_>]) -> Markup {
    html! {
        section.cards id=(id) aria-labelledby=(format!("{id}-title")) {
            h2 id=(format!("{id}-title")) { (title) } "\n"
            @if questions.is_empty() { p { "None." } }
            @for (question, anchor) in questions { (card(known, question, anchor)) }
            p.none hidden { "Nothing here fits the search and filters." }
        }
        "\n"
    }
}

/// Questions on which nobody disagrees, behind a switch.
fn folded(known: &Known<'_>, questions: &[Listed<'_>]) -> Markup {
    html! {
        section.cards #settled aria-labelledby="settled-title" {
            h2 #settled-title { "Where sources agree, or differ for a reason" } "\n"
            details.switch {
                summary { "Show " span #settled-count { (count(questions.len(), "question", "questions")) } " without a disagreement" } "\n"
                @for (question, anchor) in questions { (card(known, question, anchor)) }
            }
        }
        "\n"
    }
}

fn claims(known: &Known<'_>) -> Markup {
    let desk = known.view.desk;
    let chains = Chains::new(desk.archive, &desk.ancestry);
    html! {
        section #claims aria-labelledby="claims-title" {
            h2 #claims-title { "Claims" } "\n"
            @for one in known.view.claims() { (claim(known, &chains, one)) }
            p.none hidden { "Nothing here fits the search and filters." }
        }
        "\n"
    }
}

fn sources(known: &Known<'_>) -> Markup {
    let mut of: BTreeMap<&SourceId, Vec<&Claim>> = BTreeMap::new();
    for claim in known.view.claims() {
        of.entry(&claim.source).or_default().push(claim);
    }
    html! {
        section #sources aria-labelledby="sources-title" {
            h2 #sources-title { "Sources" } "\n"
            @for one in known.view.sources() { (source(known, one, of.get(&one.id).map_or(&[], Vec::as_slice))) }
            p.none hidden { "Nothing here fits the search and filters." }
        }
    }
}
