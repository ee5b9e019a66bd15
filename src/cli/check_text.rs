//! What `check` finds, for people: each pair with its places and the words around its figures.

use std::ops::Range;

use gainsay::check::{Checked, flat, why, would_decide};
use gainsay::compare::Relation;
use gainsay::matching::{Entry, Match};
use gainsay::model::Archive;
use gainsay::readers::Document;
use gainsay::trace::reuse::Passage;

use super::output::Output;
use super::paint;

/// Bytes of a sentence shown before and after a figure.
const AROUND: usize = 44;

/// Prints the findings, what the texts share, and a count.
pub fn print(
    documents: &[Document],
    graph: Option<&Archive>,
    checked: &Checked,
    findings: &[&Match],
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
        out.line(format!("{} {from}:{place} names {to}", paint::dim("cites")));
    }
    summary(documents, checked, findings, out);
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
    for open in &one.verdict.conditions {
        line("conditional", &open.text, out);
    }
    if matches!(one.verdict.relation, Relation::Contradiction | Relation::Tension) {
        line("would decide", &would_decide(one, a, b).join("; "), out);
    }
    out.line("");
}

fn line(word: &str, text: &str, out: &mut Output) {
    let text = paint::wrap(&paint::shown(text), paint::width(), 16);
    out.line(format!("  {} {text}", paint::dim(&format!("{word:<13}"))));
}

fn side(documents: &[Document], graph: Option<&Archive>, entry: &Entry, out: &mut Output) {
    let speaker = entry.claim.speaker.as_ref().map_or_else(|| "nobody named".to_owned(), |one| flat(&one.name));
    match (&entry.known, documents.get(entry.text)) {
        (Some(id), _) => {
            let says = graph.and_then(|graph| graph.claims.get(id)).map_or("", |claim| claim.says.as_str());
            out.line(format!("  {} {}", paint::id(id.as_str()), paint::dim(&paint::shown(&speaker))));
            out.line(format!("    {}", paint::wrap(&paint::shown(says), paint::width(), 4)));
        }
        (None, Some(document)) => {
            let place = document.place(entry.claim.fragment.start);
            let stands = format!("{}:{place}", document.file);
            out.line(format!("  {} {}", paint::bold(&paint::shown(&stands)), paint::dim(&paint::shown(&speaker))));
            quote(document, entry, out);
        }
        (None, None) => {}
    }
}

/// The words around a figure, and marks below it.
fn quote(document: &Document, entry: &Entry, out: &mut Output) {
    let text = &document.text;
    let (sentence, fragment) = (&entry.claim.sentence, &entry.claim.fragment);
    let first = sentence.start.min(fragment.start);
    let start = match fragment.start.saturating_sub(AROUND) {
        early if early <= first => first,
        cut => border(text, cut).min(fragment.start),
    };
    let end = border(text, (fragment.end + AROUND).min(sentence.end.max(fragment.end)));
    let shown = |range: Range<usize>| paint::shown(&text[range]).replace('\n', " ");
    let (before, own, after) = (shown(start..fragment.start), shown(fragment.clone()), shown(fragment.end..end));
    let (opens, closes) = (if start > sentence.start { "…" } else { "" }, if end < sentence.end { "…" } else { "" });
    out.line(format!("    {opens}{before}{}{after}{closes}", paint::bold(&own)));
    let blank = " ".repeat(opens.chars().count() + before.chars().count());
    out.line(format!("    {blank}{}", paint::marks(&"^".repeat(own.chars().count()))));
}

/// The border of the word that a byte is in: its end, or the byte itself between words.
fn border(text: &str, at: usize) -> usize {
    let end = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let rest = &text[end..];
    let inside = |letter: char| letter.is_alphanumeric();
    if text[..end].ends_with(inside) { end + rest.find(|letter| !inside(letter)).unwrap_or(rest.len()) } else { end }
}

fn reuse(documents: &[Document], passage: &Passage, out: &mut Output) {
    let place = |side: &gainsay::trace::reuse::Side| {
        let document = &documents[side.document];
        format!("{}:{}", document.file, document.place(side.bytes.start))
    };
    let words = format!("{} words", passage.words);
    out.line(format!("{} {} and {} share {words}", paint::dim("shared"), place(&passage.a), place(&passage.b)));
    for one in &passage.differences {
        let word = |side: &gainsay::trace::reuse::Side, bytes: &Range<usize>| {
            paint::shown(&documents[side.document].text[bytes.clone()])
        };
        let (a, b) = (word(&passage.a, &one.a), word(&passage.b, &one.b));
        out.line(format!("  changed: “{}” – “{}”", flat(&a), flat(&b)));
    }
}

fn summary(documents: &[Document], checked: &Checked, findings: &[&Match], out: &mut Output) {
    let count = |relation: Relation| findings.iter().filter(|one| one.verdict.relation == relation).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let own = checked.corpus.entries().iter().filter(|entry| entry.known.is_none()).count();
    let mut parts =
        vec![plural(count(Relation::Contradiction), "contradiction"), plural(count(Relation::Tension), "tension")];
    let hidden = checked.matches.len() - findings.len();
    if hidden > 0 {
        parts.push(format!("{hidden} more with --all"));
    }
    let of = format!("{} in {}", plural(own, "figure"), plural(documents.len(), "text"));
    out.line(format!("{}; {of}", parts.join(", ")));
}
