//! Why two claims can or cannot both hold: the rungs of the ladder, both sides beside each other.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::known::Known;
use super::names::{claim_name, named};
use super::pairs::others;
use super::text::bdi;
use super::words;
use crate::compare::{Change, Comparison, HintKind, Outcome, Relation, RungResult, clauses};
use crate::findings::{Question, letters};

/// Pairs of positions whose ladder is shown in full.
const MOST_LADDERS: usize = 3;

/// The ladders of a question, folded: of each two positions the firmest pair, and the other pairs in a line each.
pub(super) fn why(known: &Known<'_>, question: &Question) -> Markup {
    if question.comparisons.is_empty() {
        return html! {};
    }
    let (full, rest) = chosen(question);
    html! {
        details.why {
            summary { @if question.is_disagreement() { "Why they clash" } @else { "Why they do not clash" } }
            @for pair in full { (ladder(known, question, pair)) }
            (others(known, "Other pairs of claims:", &rest))
        }
    }
}

fn chosen(question: &Question) -> (Vec<&Comparison>, Vec<&Comparison>) {
    let mut seen = BTreeSet::new();
    let (mut full, mut rest) = (Vec::new(), Vec::new());
    for pair in &question.comparisons {
        let sides = question.side_of(&pair.a).zip(question.side_of(&pair.b));
        let apart = sides.filter(|(a, b)| a != b).is_some_and(|(a, b)| seen.insert((a.min(b), a.max(b))));
        if full.len() < MOST_LADDERS && (apart || full.is_empty()) {
            full.push(pair);
        } else {
            rest.push(pair);
        }
    }
    (full, rest)
}

fn ladder(known: &Known<'_>, question: &Question, pair: &Comparison) -> Markup {
    let (silent, spoken): (Vec<&RungResult>, Vec<&RungResult>) =
        pair.rungs.iter().partition(|rung| rung.a.is_none() && rung.b.is_none());
    let sides = question.side_of(&pair.a).zip(question.side_of(&pair.b));
    html! {
        div.ladder {
            table {
                caption {
                    @if let Some((a, b)) = sides { b.side { (letters(a)) } " and " b.side { (letters(b)) } ": " }
                    (relation(pair))
                    @if let Some(gap) = pair.gap { ", " (words::gap(gap)) }
                }
                thead {
                    tr {
                        td {}
                        th scope="col" { (claim_name(known, &pair.a)) }
                        th scope="col" { (claim_name(known, &pair.b)) }
                        th scope="col" { "Together" }
                    }
                }
                tbody { @for rung in spoken { (rung_row(rung)) } }
            }
        }
        p.silent {
            (silent_on("Neither says", &silent, |outcome| outcome == Outcome::Unspoken))
            (silent_on("Nothing to compare", &silent, |outcome| outcome != Outcome::Unspoken))
        }
        (after(known, pair))
    }
}

/// The rungs on which neither side has anything.
fn silent_on(what: &str, silent: &[&RungResult], is_meant: impl Fn(Outcome) -> bool) -> Markup {
    let words: Vec<&str> = silent.iter().filter(|rung| is_meant(rung.outcome)).map(|rung| rung.rung.word()).collect();
    html! { @if !words.is_empty() { (what) ": " (words.join(", ")) ". " } }
}

/// What both sides have alike stands once.
fn rung_row(rung: &RungResult) -> Markup {
    let said = |text: &Option<String>| html! { @if let Some(text) = text { (bdi(text)) } @else { "–" } };
    html! {
        tr class=[(rung.outcome != Outcome::Same).then_some("other")] {
            th scope="row" { (words::rung(rung.rung)) " " span.term { "(" (rung.rung.word()) ")" } }
            @if rung.a == rung.b { td colspan="2" { (said(&rung.a)) } } @else { td { (said(&rung.a)) } td { (said(&rung.b)) } }
            td { (words::outcome(rung.outcome)) }
        }
    }
}

/// What follows from both, how two wordings differ, and notes.
fn after(known: &Known<'_>, pair: &Comparison) -> Markup {
    let notes = pair.hints.iter().filter(|hint| hint.kind == HintKind::Note);
    html! {
        @for condition in clauses(&pair.conditional_on) { p.hint { "… " (named(known, &[&condition.claim], &condition.text)) "." } }
        @if let Some(derived) = &pair.derived { p { "What follows from both: " (named(known, &[&pair.a, &pair.b], &derived.text)) "." } }
        @if !pair.wording.is_empty() {
            p.wording {
                "Word by word: "
                @for run in &pair.wording {
                    @match run.change {
                        Change::Both => { (bdi(&run.words)) }
                        Change::OnlyA => { del { (bdi(&run.words)) } }
                        Change::OnlyB => { ins { (bdi(&run.words)) } }
                    }
                    " "
                }
            }
        }
        @for note in notes { p.hint { "Note on " (named(known, &[&pair.a, &pair.b], &note.text)) } }
    }
}

/// How a pair relates, in plain words with the exact ones.
pub(super) fn relation(pair: &Comparison) -> Markup {
    let is_conditional = !pair.conditional_on.is_empty();
    html! {
        @if pair.relation == Relation::Explained {
            "Explained by "
            @for (at, reason) in pair.reasons.iter().enumerate() {
                @if at > 0 { " and " }
                (words::reason(*reason)) " " span.term { "(" (reason.word()) ")" }
            }
        } @else {
            (words::how_related(pair.relation, is_conditional)) " " span.term { "(" (words::term(pair.relation, is_conditional)) ")" }
        }
    }
}
