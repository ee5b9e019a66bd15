//! What `check` finds, for people: each pair with its places and the words around its figures.

use std::ops::Range;

use gainsay::check::{Checked, quote, record, why, would_decide};
use gainsay::compare::{Relation, clauses};
use gainsay::extract::claims::open_day;
use gainsay::matching::{Entry, Match};
use gainsay::model::{Archive, ClaimId};
use gainsay::readers::Document;
use gainsay::reuse::Passage;
use gainsay::text::one_line;

use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;

/// Prints the findings, what the texts share, and a count. `asked` is whether all was asked for, and how likely at least.
pub fn print(
    documents: &[Document],
    graph: Option<&Archive>,
    checked: &Checked,
    findings: &[&Match],
    asked: (bool, f64),
    out: &mut Output,
) {
    for one in findings {
        finding(documents, graph, checked, one, out);
    }
    for passage in &checked.passages {
        reuse(documents, passage, out);
    }
    for one in &checked.citations {
        let place = documents[one.from].place(one.bytes.start);
        let (from, to) = (&documents[one.from].file, &documents[one.to].file);
        out.line(format!("{} {}:{place} names {}", paint::dim("cites"), paint::shown(from), paint::shown(to)));
    }
    summary(documents, graph, checked, findings, asked, out);
}

fn finding(documents: &[Document], graph: Option<&Archive>, checked: &Checked, one: &Match, out: &mut Output) {
    let (a, b) = (&checked.corpus.entries()[one.a], &checked.corpus.entries()[one.b]);
    let conditional = if one.verdict.conditions.is_empty() { "" } else { " · conditional" };
    let sure = format!("likelihood {:.0} %", one.score * 100.0);
    out.line(format!("{}{conditional} · {}", paint::relation(one.verdict.relation), paint::dim(&sure)));
    for entry in [a, b] {
        side(documents, graph, entry, out);
    }
    line("why", &why(one, a, b), out);
    for open in clauses(&one.verdict.conditions) {
        line("conditional", &open.text, out);
    }
    if one.verdict.relation.is_disagreement() {
        line("would decide", &would_decide(one, a, b).join("; "), out);
    }
    out.line("");
}

fn line(word: &str, text: &str, out: &mut Output) {
    let text = paint::wrap(&paint::shown(text), paint::width(), 16);
    out.line(format!("  {} {text}", paint::dim(&format!("{word:<13}"))));
}

fn side(documents: &[Document], graph: Option<&Archive>, entry: &Entry, out: &mut Output) {
    let speaker = entry.claim.speaker.as_ref().map_or_else(|| "nobody named".to_owned(), |one| one_line(&one.name));
    match (&entry.known, documents.get(entry.text)) {
        (Some(id), _) => recorded(graph, id, &speaker, out),
        (None, Some(document)) => {
            let place = document.place(entry.claim.fragment.start);
            let stands = format!("{}:{place}", document.file);
            out.line(format!("  {} {}", paint::bold(&paint::shown(&stands)), paint::dim(&paint::shown(&speaker))));
            quoted(document, entry, out);
        }
        (None, None) => {}
    }
}

/// What the graph has of a claim: what it says, where, and on whose word.
fn recorded(graph: Option<&Archive>, id: &ClaimId, speaker: &str, out: &mut Output) {
    let Some(found) = record(graph, id) else {
        return out.line(format!("  {} {}", paint::id(id.as_str()), paint::dim(&paint::shown(speaker))));
    };
    out.line(format!("  {} {}", paint::id(id.as_str()), paint::dim(&paint::shown(&found.word))));
    for words in [found.says, &found.source] {
        out.line(format!("    {}", paint::wrap(&paint::shown(words), paint::width(), 4)));
    }
}

/// The words around a figure, and marks below it.
fn quoted(document: &Document, entry: &Entry, out: &mut Output) {
    let quote = quote(&document.text, &entry.claim);
    let shown = |words: &str| paint::shown(words).replace('\n', " ");
    let (before, own, after) = (shown(quote.before), shown(quote.own), shown(quote.after));
    let whole = (quote.opening().to_owned() + &before, own, after + quote.closing());
    let (before, own, after) = match paint::limit() {
        Some(width) => squeezed(whole, width.saturating_sub(4)),
        None => whole,
    };
    out.line(format!("    {before}{}{after}", paint::bold(&own)));
    let blank = " ".repeat(before.chars().count());
    out.line(format!("    {blank}{}", paint::marks(&"^".repeat(own.chars().count()))));
}

/// The words around a figure, cut where they are too wide for a line, and an ellipsis in their place. The figure stays whole.
fn squeezed((before, own, after): (String, String, String), width: usize) -> (String, String, String) {
    let count = |text: &str| text.chars().count();
    let room = width.saturating_sub(count(&own));
    if count(&before) + count(&after) <= room {
        return (before, own, after);
    }
    let ahead = count(&before).min((room / 2).max(room.saturating_sub(count(&after))));
    (ending(&before, ahead), own, beginning(&after, room - ahead))
}

/// The last words of a text that fit.
fn ending(text: &str, room: usize) -> String {
    let cut = text.chars().count().saturating_sub(room);
    if cut == 0 {
        return text.to_owned();
    }
    let rest: String = text.chars().skip(cut + 1).collect();
    format!("… {}", rest.split_once(' ').map_or("", |(_, words)| words))
}

/// The first words of a text that fit.
fn beginning(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let rest: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", rest.rsplit_once(' ').map_or("", |(words, _)| words))
}

fn reuse(documents: &[Document], passage: &Passage, out: &mut Output) {
    let place = |side: &gainsay::reuse::Side| {
        let document = &documents[side.document];
        format!("{}:{}", paint::shown(&document.file), document.place(side.bytes.start))
    };
    let words = format!("{} words", passage.words);
    out.line(format!("{} {} and {} share {words}", paint::dim("shared"), place(&passage.a), place(&passage.b)));
    for one in &passage.differences {
        let word = |side: &gainsay::reuse::Side, bytes: &Range<usize>| {
            paint::shown(&documents[side.document].text[bytes.clone()])
        };
        let (a, b) = (word(&passage.a, &one.a), word(&passage.b, &one.b));
        out.line(format!("  changed: “{}” – “{}”", one_line(&a), one_line(&b)));
    }
}

fn summary(
    documents: &[Document],
    graph: Option<&Archive>,
    checked: &Checked,
    findings: &[&Match],
    (shows_all, least): (bool, f64),
    out: &mut Output,
) {
    let count = |relation: Relation| findings.iter().filter(|one| one.verdict.relation == relation).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let own = checked.corpus.entries().iter().filter(|entry| entry.known.is_none()).count();
    let mut parts =
        vec![plural(count(Relation::Contradiction), "contradiction"), plural(count(Relation::Tension), "tension")];
    parts.extend(lower(checked, least));
    let others = if shows_all { String::new() } else { others(checked, least) };
    let of = format!("{} in {}", plural(own, "figure"), plural(documents.len(), "text"));
    out.line(format!("{}{others}; {of}", parts.join(", ")));
    if documents.len() == 1 && graph.is_none() {
        out.line(paint::wrap(ALONE, paint::width(), 0));
    }
    if let Some(undated) = undated(documents) {
        out.line(paint::wrap(&undated, paint::width(), 2));
    }
}

/// Texts of which it is told that they have no date; the others are counted.
const MOST_UNDATED: usize = 3;

/// Texts whose days cannot be told, with one of these days, and what to do about it.
fn undated(documents: &[Document]) -> Option<String> {
    let open = documents.iter().filter(|document| document.date.is_none()).filter_map(|document| {
        let day = open_day(&document.text, document.body)?;
        Some(format!("{} (“{}”)", paint::shown(&document.file), one_line(&paint::shown(&document.text[day]))))
    });
    let mut open: Vec<String> = open.collect();
    let more = open.len().saturating_sub(MOST_UNDATED);
    open.truncate(MOST_UNDATED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    (!open.is_empty()).then(|| format!("no date is known of {}{more}: {UNDATED}", open.join(", ")))
}

/// What becomes of days without a year, and what to do.
const UNDATED: &str = "days without a year and days of the week are not compared there; \
    write the date above the text, as in “Harbour Courier, 4 October 2022”";

/// What is said of a text that stands alone: it may agree with itself and still be wrong.
const ALONE: &str = "held against itself only: name another text, or a graph (--against DIR), to compare it with";

/// How many disagreements are less likely than was asked for.
fn lower(checked: &Checked, least: f64) -> Option<String> {
    let is_lower = |one: &&Match| one.verdict.relation.is_disagreement() && one.score < least;
    let count = checked.matches.iter().filter(is_lower).count();
    (count > 0).then(|| format!("{count} more with a lower --min-score"))
}

/// What `--all` would show, too.
fn others(checked: &Checked, least: f64) -> String {
    let is_other = |one: &&Match| one.is_for_people() && one.score >= least && !one.verdict.relation.is_disagreement();
    let count = |relation: Relation| {
        checked.matches.iter().filter(is_other).filter(|one| one.verdict.relation == relation).count()
    };
    let agreements = count(Relation::Agreement);
    let agreement = if agreements == 1 { "agreement" } else { "agreements" };
    let all = [
        (count(Relation::Explained), "explained"),
        (agreements, agreement),
        (count(Relation::NotComparable), "not comparable"),
    ];
    let told: Vec<String> =
        all.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    if told.is_empty() { String::new() } else { format!("; with --all {}", told.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_figure_are_cut_to_the_width_and_say_so() {
        let squeezed = |width| {
            let (before, own, after) =
                squeezed(("Nobody had seen ".to_owned(), "300 boats".to_owned(), " in the old port".to_owned()), width);
            format!("{before}|{own}|{after}")
        };
        assert_eq!(squeezed(41), "Nobody had seen |300 boats| in the old port");
        assert_eq!(squeezed(30), "… seen |300 boats| in the…");
        assert_eq!(squeezed(11), "… |300 boats|…");
        for width in 12..41 {
            assert!(squeezed(width).chars().count() <= width + 2, "{}", squeezed(width));
        }
    }
}
