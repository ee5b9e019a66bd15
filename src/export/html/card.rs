//! A question as a card: what is asked, how far apart the answers are, who gives which, and why they clash.

use maud::{Markup, html};

use super::bars::bars;
use super::judged::{on_claim, on_question};
use super::known::{Known, name, permalink, web};
use super::ladder::why;
use super::names::{named, named_sentence};
use super::origins::behind;
use super::pairs::explained;
use super::text::{bdi, short, shown};
use super::timeline::timeline;
use super::words;
use crate::compare::{HintKind, Relation, clauses};
use crate::findings::{Position, Question, letters};
use crate::model::{Attribution, Claim, ClaimId};
use crate::trace::Origin;

/// The card of a question. Its anchor and its claims are what the script goes by.
pub(super) fn card(known: &Known<'_>, question: &Question, anchor: &str) -> Markup {
    let claims: Vec<&str> = question.claims().into_iter().map(ClaimId::as_str).collect();
    let relation = question.relation.word().replace(' ', "-");
    let is_conditional = !question.conditional_on.is_empty();
    html! {
        article.card id=(anchor) data-relation=(relation) data-conditional[is_conditional] data-claims=(claims.join(" ")) {
            h3 { (bdi(&question.title)) " " (permalink(anchor, "question")) }
            (verdict(question))
            (conditions(known, question))
            @if !question.periods.is_empty() { p.periods { (bdi(&short(&question.periods.join(" · ")))) } }
            (bars(known, question)) "\n"
            div.sides { @for (at, side) in question.positions.iter().enumerate() { (position(known, at, side)) "\n" } }
            (reasons(known, question))
            (on_question(question)) "\n"
            (why(known, question)) "\n"
            (timeline(known, question)) "\n"
            (explained(known, question))
        }
        "\n"
    }
}

fn verdict(question: &Question) -> Markup {
    let relation = question.relation;
    let is_conditional = !question.conditional_on.is_empty();
    html! {
        p.verdict.(relation.word().replace(' ', "-")).conditional[is_conditional] {
            strong { (words::how_related(relation, is_conditional)) } " " span.term { "(" (words::term(relation, is_conditional)) ")" }
            @if let Some(gap) = question.gap { " · " (words::gap(gap)) " " span.term { "(gap " (gap) ")" } }
            @if question.is_dismissed() { " · dismissed by an editor" }
            " · " (question.origins) " in all"
        }
    }
}

fn position(known: &Known<'_>, at: usize, side: &Position) -> Markup {
    let origins: Vec<&Origin> = side.origins.iter().collect();
    html! {
        section.position {
            h4 { b.side { (letters(at)) } " " (bdi(&side.text)) }
            p.origins { (behind(known, side.sources.len(), &origins)) }
            ul { @for id in &side.claims { @if let Some(claim) = known.claim(id) { (claim_line(known, claim)) } } }
            @if !side.compatible.is_empty() {
                p.allowed {
                    "These fit this answer too, and do not count as support for it: "
                    @for (at, id) in side.compatible.iter().enumerate() {
                        @if at > 0 { ", " }
                        (known.claim_link(id, known.claim(id).map_or("", |claim| &claim.says)))
                    }
                }
            }
        }
    }
}

fn claim_line(known: &Known<'_>, claim: &Claim) -> Markup {
    let words = claim.fragments().next().unwrap_or(&claim.says);
    html! {
        li {
            (known.claim_link(&claim.id, &format!("“{words}”"))) " "
            span.by { (said_by(known, claim)) ", in " (source(known, claim)) }
            (on_claim(known, claim))
        }
    }
}

fn source(known: &Known<'_>, claim: &Claim) -> Markup {
    let source = known.source(&claim.source);
    html! {
        (known.source_link(&claim.source))
        @if let Some(date) = source.and_then(|source| source.published) { " (" (bdi(&date.to_string())) ")" }
        @if let Some(source) = source && let Some(url) = &source.url {
            " " (web(url, "original")) span.unseen { ": " (shown(&short(name(source)))) }
        }
    }
}

/// On whose word a source asserts a claim.
pub(super) fn said_by(known: &Known<'_>, claim: &Claim) -> Markup {
    match &claim.attribution {
        Attribution::OwnVoice => html! { "in the source’s own voice" },
        Attribution::Actors(ids) => html! { "said by " (bdi(&short(&known.archive().actor_names(ids)))) },
        Attribution::Unnamed(words) => html! { "attributed only to “" (bdi(&short(words))) "”" },
    }
}

/// What the relation hangs on.
fn conditions(known: &Known<'_>, question: &Question) -> Markup {
    html! {
        @if !question.conditional_on.is_empty() {
            ul.conditions { @for condition in clauses(&question.conditional_on) { li { "… " (named(known, &[&condition.claim], &condition.text)) "." } } }
        }
    }
}

/// Why, what to know when judging it, and what would decide it.
fn reasons(known: &Known<'_>, question: &Question) -> Markup {
    let Some(firmest) = question.comparisons.first() else { return html! {} };
    let on = [&firmest.a, &firmest.b];
    let is_conditional = !question.conditional_on.is_empty();
    let hints = firmest.hints.iter().filter(|hint| hint.kind != HintKind::Note);
    html! {
        @if question.is_disagreement() || question.relation == Relation::Explained { p.because {
                @if is_conditional { "If so, " (named(known, &on, &firmest.why)) } @else { (named_sentence(known, &on, &firmest.why)) }
                "."
            } }
        @for hint in hints { p.hint { "Worth knowing: " (named(known, &on, &hint.text)) "." } }
        @if question.is_disagreement() && !firmest.would_decide.is_empty() {
            p { "What would decide it:" }
            ul.decide { @for open in &firmest.would_decide { li { (named_sentence(known, &on, open)) } } }
        }
    }
}
