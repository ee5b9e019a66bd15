//! What changed between two states, for people.

use gainsay::compare::Comparison;
use gainsay::findings::{Behind, Change, Diff, DisagreementChange, FieldChange, RecordChange};

use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;

/// Where what stands in a field begins.
const INDENT: usize = 21;

/// Shows disagreements first, then records by kind.
pub fn text(from: &str, to: &str, diff: &Diff, out: &mut Output) {
    out.line(paint::bold(&paint::shown(&format!("from {from} to {to}"))));
    if diff.is_empty() {
        out.line("nothing changed");
    }
    for (change, title) in [
        (Change::Added, "disagreements that appear"),
        (Change::Changed, "disagreements that change"),
        (Change::Removed, "disagreements that vanish"),
    ] {
        let found: Vec<&DisagreementChange> = diff.that(change).collect();
        if !found.is_empty() {
            heading(&format!("{title}: {}", found.len()), out);
        }
        found.iter().for_each(|found| disagreement(found, out));
    }
    for records in diff.records.chunk_by(|a, b| a.record == b.record) {
        heading(&counted(records), out);
        records.iter().for_each(|record| self::record(record, out));
    }
}

fn heading(text: &str, out: &mut Output) {
    out.line("");
    out.line(paint::bold(text));
}

/// The plural of a kind of record; there is one graph.
fn plural(record: &str) -> String {
    match record.strip_suffix('y') {
        _ if record == "graph" => record.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{record}s"),
    }
}

/// "claims: 2 added, 1 changed"
fn counted(records: &[RecordChange]) -> String {
    let of = |change: Change| records.iter().filter(|record| record.change == change).count();
    let counts = [Change::Added, Change::Changed, Change::Removed].map(|change| (of(change), change));
    let told =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, change)| format!("{count} {}", change.word()));
    format!(
        "{}: {}",
        records.first().map_or(String::new(), |record| plural(record.record)),
        told.collect::<Vec<_>>().join(", ")
    )
}

fn disagreement(found: &DisagreementChange, out: &mut Output) {
    let Some(question) = found.question() else { return };
    let title = paint::bold(&paint::shown(&question.title));
    out.line(format!("  {} {title} · {}", paint::change(found.change()), paint::relation(question.relation)));
    // The heading has the relation, unless it changed.
    let whole = found.change() != Change::Changed;
    let told = found.fields.iter().filter(|change| !whole || change.field != "relation");
    told.for_each(|change| field(change, whole, out));
    if let Some(pair) = &found.otherwise {
        line(if found.after.is_some() { "before" } else { "now" }, &otherwise(pair), out);
    }
    for (at, one) in found.behind.iter().enumerate() {
        line(if at == 0 { "behind it" } else { "" }, &behind(one), out);
    }
}

fn otherwise(pair: &Comparison) -> String {
    format!("{} and {} {}: {}", pair.a, pair.b, pair.relation.word(), pair.why)
}

fn behind(behind: &Behind) -> String {
    let fields: Vec<String> = behind.changed.iter().map(|field| field.replace('_', " ")).collect();
    let fields = if fields.is_empty() { String::new() } else { format!(" ({})", fields.join(", ")) };
    format!("{} {} {}{fields}", behind.record, behind.id, behind.change.word())
}

/// What is new or gone is shown by its name; a claim with its value, too.
fn record(record: &RecordChange, out: &mut Output) {
    let whole = record.change != Change::Changed;
    let label = if whole && record.label != record.id { paint::shown(&record.label) } else { String::new() };
    let id = paint::id(&paint::shown(&record.id));
    out.line(format!("  {} {id}  {}", paint::change(record.change), paint::wrap(&label, paint::width(), 6)).trim_end());
    let told =
        |change: &&FieldChange| !whole || (record.record == "claim" && matches!(change.field, "source" | "value"));
    record.fields.iter().filter(told).for_each(|change| field(change, whole, out));
    if record.fields.is_empty() {
        line("written otherwise", "no field differs", out);
    }
}

/// What differs: one thing for another; of lists, what is gone and what is new, unless only the order is. Of what is new
/// or gone as a whole, what stands there.
fn field(change: &FieldChange, whole: bool, out: &mut Output) {
    let name = change.field.replace('_', " ");
    let items = if whole { [&change.old[..], &change.new[..]].concat() } else { differences(change) };
    for (at, item) in items.iter().enumerate() {
        line(if at == 0 { &name } else { "" }, item, out);
    }
}

fn differences(change: &FieldChange) -> Vec<String> {
    match (change.is_plain(), &change.old[..], &change.new[..]) {
        (true, [_, ..], [_, ..]) => vec![format!("{} → {}", change.old.join("; "), change.new.join("; "))],
        _ => {
            let (gone, new) = change.items();
            let gone = gone.iter().map(|item| format!("- {item}"));
            gone.chain(new.iter().map(|item| format!("+ {item}"))).collect()
        }
    }
}

fn line(name: &str, text: &str, out: &mut Output) {
    let text = paint::shown(&text.replace('\n', " "));
    let name = paint::dim(&format!("{name:<14}"));
    out.line(format!("      {name} {}", paint::wrap(&text, paint::width(), INDENT)));
}
