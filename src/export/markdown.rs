//! Questions as Markdown (CommonMark with tables), and a report to paste: the questions, then the sources.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::io;

use super::markdown_text::link;
pub(super) use super::markdown_text::plain;
use super::view::View;
use crate::compare::clauses;
use crate::findings::{Desk, Position, Question};
use crate::model::{Judgement, Source};
use crate::trace::count;

/// A section for each question, with a table of its positions.
pub fn questions_markdown(desk: &Desk<'_>, questions: &[Question]) -> String {
    let mut out = format!("# {}\n", plain(&desk.archive.title));
    for question in questions {
        // Writing to a string cannot fail.
        let _ = section(&mut out, desk, question);
    }
    out
}

fn section(out: &mut String, desk: &Desk<'_>, question: &Question) -> std::fmt::Result {
    let gap = question.gap.map_or_else(String::new, |gap| format!(", gap {gap}"));
    writeln!(out, "\n## {}\n\n**{}**{gap}; {}.\n", plain(&question.title), question.relation.word(), question.origins)?;
    writeln!(out, "| position | sources | origins |\n| --- | --- | --- |")?;
    for side in &question.positions {
        writeln!(out, "| {} | {} | {} |", plain(&side.text), sources(desk, side), origins(desk, side))?;
    }
    if let Some(firmest) = question.comparisons.first() {
        writeln!(out, "\n{}.", sentence(&plain(&firmest.why)))?;
    }
    for condition in clauses(&question.conditional_on) {
        writeln!(out, "\nConditional: {}.", plain(&condition.text))?;
    }
    let open = would_decide(question);
    if !open.is_empty() {
        writeln!(out, "\nWould decide:\n")?;
    }
    for open in open {
        writeln!(out, "- {}", plain(open))?;
    }
    for judged in &question.judgements {
        let state = if judged.changed.is_empty() { "" } else { " (reopened: a claim has changed)" };
        writeln!(out, "\nJudged by {}: {}{state}", plain(&judged.by), plain(&judged.verdict))?;
    }
    Ok(())
}

/// The text with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Judgements on a claim alone, which no question tells of.
fn judged(out: &mut String, view: &View<'_>) -> std::fmt::Result {
    let judgements = view.judgements();
    let alone: Vec<&Judgement> = judgements.into_iter().filter(|own| own.on.len() == 1).collect();
    if !alone.is_empty() {
        writeln!(out, "\n## Claims that were judged\n")?;
    }
    for own in alone {
        let claim = own.on.first().and_then(|on| view.archive().claims.get(&on.claim));
        let says = claim.map_or("", |claim| claim.says.as_str());
        let state = if own.is_reopened(view.archive()) { " (reopened: the claim has changed)" } else { "" };
        writeln!(out, "- {}: **{}** ({}, {}){state}", plain(says), plain(&own.verdict), plain(&own.by), own.date)?;
    }
    Ok(())
}

/// What would decide the disagreements of a question, each once, the firmest first.
fn would_decide(question: &Question) -> Vec<&str> {
    let disagreements = question.comparisons.iter().filter(|pair| pair.is_disagreement());
    let mut seen = BTreeSet::new();
    let all = disagreements.flat_map(|pair| &pair.would_decide);
    all.map(String::as_str).filter(|open| seen.insert(*open)).collect()
}

fn sources(desk: &Desk<'_>, side: &Position) -> String {
    let found = side.sources.iter().filter_map(|id| desk.archive.sources.get(id));
    found.map(|source| link(source.label(), source.url.as_deref())).collect::<Vec<_>>().join("; ")
}

fn origins(desk: &Desk<'_>, side: &Position) -> String {
    let texts: Vec<String> = side.origins.iter().map(|origin| plain(&origin.text(desk.archive))).collect();
    format!("{}: {}", count(&side.origins), texts.join("; "))
}

/// Writes the report.
pub(super) fn write(view: &View<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut text = questions_markdown(view.desk, &view.questions);
    // Writing to a string cannot fail.
    let _ = judged(&mut text, view);
    out.write_all(text.as_bytes())?;
    let mut sources = view.sources().peekable();
    if sources.peek().is_some() {
        writeln!(out, "\n## Sources\n")?;
    }
    sources.try_for_each(|source| writeln!(out, "- {}", entry(source)))
}

/// Who published what, when and where; with the id, by which commands know it.
fn entry(source: &Source) -> String {
    let label = link(source.label(), source.url.as_deref());
    let authors = source.authors.join(", ");
    let date = source.published.map(|date| date.to_string());
    let parts = [Some(authors), source.outlet.clone(), date, Some(source.id.to_string())];
    let parts: Vec<String> =
        parts.into_iter().flatten().filter(|part| !part.is_empty()).map(|part| plain(&part)).collect();
    format!("{label} ({})", parts.join("; "))
}
