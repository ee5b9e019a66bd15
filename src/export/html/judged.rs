//! Judgements: what somebody decided about one claim, as fact checks do, or about claims against each other.

use maud::{Markup, html};

use super::known::Known;
use super::text::bdi;
use crate::findings::Question;
use crate::model::Claim;

/// The judgements on a claim alone.
pub(super) fn on_claim(known: &Known<'_>, claim: &Claim) -> Markup {
    html! {
        @for judgement in known.judgements_on(&claim.id) {
            p.judged {
                "Judged: “" (bdi(&judgement.verdict)) "” by " (bdi(&judgement.by)) ", " (bdi(&judgement.date.to_string())) "."
                (reopened(judgement.changed(known.archive()).any(|id| *id == claim.id), "the claim has changed since"))
            }
        }
    }
}

/// The judgements on several claims of a question.
pub(super) fn on_question(question: &Question) -> Markup {
    html! {
        @for judged in question.judgements.iter().filter(|judged| judged.on.len() > 1) {
            p.judged {
                "An editor decided: " (bdi(&judged.verdict)) " (" (bdi(&judged.by)) ")."
                (reopened(!judged.changed.is_empty(), "a claim has changed since"))
            }
        }
    }
}

fn reopened(is: bool, why: &str) -> Markup {
    html! { @if is { " Reopened: " (why) "." } }
}
