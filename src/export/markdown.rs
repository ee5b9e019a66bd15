//! Questions as Markdown (CommonMark with tables), to paste into a report.

use std::fmt::Write;
use std::io;

use super::view::View;
use crate::findings::{Desk, Position, Question};
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
        writeln!(out, "\n{}.", plain(&firmest.why))?;
    }
    for condition in &question.conditional_on {
        writeln!(out, "\nConditional: {}.", plain(&condition.text))?;
    }
    for judged in &question.judgements {
        let state = if judged.changed.is_empty() { "" } else { " (reopened: a claim has changed)" };
        writeln!(out, "\nJudged by {}: {}{state}", plain(&judged.by), plain(&judged.verdict))?;
    }
    Ok(())
}

fn sources(desk: &Desk<'_>, side: &Position) -> String {
    let label = |id| {
        desk.archive.sources.get(id).map_or_else(String::new, |source: &crate::model::Source| plain(source.label()))
    };
    side.sources.iter().map(label).collect::<Vec<_>>().join("; ")
}

fn origins(desk: &Desk<'_>, side: &Position) -> String {
    let texts: Vec<String> = side.origins.iter().map(|origin| plain(&origin.text(desk.archive))).collect();
    format!("{}: {}", count(&side.origins), texts.join("; "))
}

/// Text in which nothing is taken for markup.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            out.push('\\');
        }
        out.push(if letter == '\n' { ' ' } else { letter });
    }
    out
}

/// Writes the report.
pub(super) fn write(view: &View<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(questions_markdown(view.desk, &view.questions).as_bytes())
}
