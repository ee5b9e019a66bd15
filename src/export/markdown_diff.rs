//! What changed between two states of a graph as Markdown (CommonMark with tables), to comment on a change under review.

use std::fmt::{Result, Write};

use super::markdown::plain;
use crate::compare::Comparison;
use crate::findings::{Behind, Change, Diff, DisagreementChange, FieldChange, RecordChange};

/// A list of disagreements, and a table of records.
pub fn diff_markdown(from: &str, to: &str, diff: &Diff) -> String {
    let mut out = format!("## From {} to {}\n", plain(from), plain(to));
    if diff.is_empty() {
        out.push_str("\nNothing changed.\n");
    }
    for (change, title) in
        [(Change::Added, "that appear"), (Change::Changed, "that change"), (Change::Removed, "that vanish")]
    {
        let found: Vec<&DisagreementChange> = diff.that(change).collect();
        // Writing to a string cannot fail.
        let _ = disagreements(&mut out, title, &found);
    }
    let _ = records(&mut out, &diff.records);
    out
}

fn disagreements(out: &mut String, title: &str, found: &[&DisagreementChange]) -> Result {
    if found.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### Disagreements {title}: {}\n", found.len())?;
    found.iter().try_for_each(|found| disagreement(out, found))
}

fn disagreement(out: &mut String, found: &DisagreementChange) -> Result {
    let Some(question) = found.question() else { return Ok(()) };
    writeln!(out, "- **{}** {}", plain(&question.title), question.relation.word())?;
    let whole = found.change() != Change::Changed;
    // The heading has the relation, unless it changed.
    for change in found.fields.iter().filter(|change| !whole || change.field != "relation") {
        let items = change.old.iter().chain(&change.new).map(|item| plain(item));
        let told = if whole { joined(items) } else { difference(change) };
        writeln!(out, "  - {}: {told}", change.field.replace('_', " "))?;
    }
    if let Some(pair) = &found.otherwise {
        let when = if found.after.is_some() { "before" } else { "now" };
        writeln!(out, "  - {when}: {}", otherwise(pair))?;
    }
    if !found.behind.is_empty() {
        writeln!(out, "  - behind it: {}", joined(found.behind.iter().map(behind)))?;
    }
    Ok(())
}

fn otherwise(pair: &Comparison) -> String {
    let ids = format!("{} and {}", plain(pair.a.as_str()), plain(pair.b.as_str()));
    format!("{ids} {}: {}", pair.relation.word(), plain(&pair.why))
}

fn behind(behind: &Behind) -> String {
    let fields: Vec<String> = behind.changed.iter().map(|field| field.replace('_', " ")).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
    format!("{} {} {}{fields}", behind.record, plain(&behind.id), behind.change.word())
}

fn records(out: &mut String, records: &[RecordChange]) -> Result {
    if records.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "\n### Records: {}\n\n| change | record | field | old and new |\n| --- | --- | --- | --- |",
        records.len()
    )?;
    records.iter().try_for_each(|record| rows(out, record))
}

/// One row for a record that is new or gone; for one that changed, a row for each field.
fn rows(out: &mut String, record: &RecordChange) -> Result {
    let name = format!("{} | {} {}", record.change.word(), record.record, plain(&record.id));
    if record.change != Change::Changed {
        return writeln!(out, "| {name} | | {} |", plain(&record.label));
    }
    if record.fields.is_empty() {
        return writeln!(out, "| {name} | | written otherwise; no field differs |");
    }
    let mut rows = record.fields.iter();
    rows.try_for_each(|change| {
        writeln!(out, "| {name} | {} | {} |", change.field.replace('_', " "), difference(change))
    })
}

/// One thing for another; of lists, what is gone (struck out) and what is new (bold), unless only the order is.
fn difference(change: &FieldChange) -> String {
    if change.is_plain() && !change.old.is_empty() && !change.new.is_empty() {
        return format!(
            "{} → {}",
            joined(change.old.iter().map(|item| plain(item))),
            joined(change.new.iter().map(|item| plain(item)))
        );
    }
    let (gone, new) = change.items();
    let gone = gone.into_iter().map(|item| format!("~~{}~~", plain(item)));
    joined(gone.chain(new.into_iter().map(|item| format!("**{}**", plain(item)))))
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}
