//! What a check finds, as Markdown to paste, and as a page.

use std::fmt::Write;

use pulldown_cmark::{Options, Parser, html};

use crate::check::{flat, value_text, why, would_decide};
use crate::export::markdown::plain;
use crate::matching::{Corpus, Entry, Match};
use crate::model::Archive;
use crate::readers::Document;

/// A section for each finding.
pub fn checked(documents: &[Document], graph: Option<&Archive>, corpus: &Corpus, findings: &[&Match]) -> String {
    let mut out = String::from("# Check\n");
    for document in documents {
        let title = document.title.as_ref().map_or_else(String::new, |title| format!(": {}", plain(&title.text)));
        let _ = write!(out, "\n- {}{title}", plain(&document.file));
    }
    out.push('\n');
    for one in findings {
        // Writing to a string cannot fail.
        let _ = section(&mut out, documents, graph, corpus, one);
    }
    if findings.is_empty() {
        out.push_str("\nNothing contradicts.\n");
    }
    out
}

fn section(
    out: &mut String,
    documents: &[Document],
    graph: Option<&Archive>,
    corpus: &Corpus,
    one: &Match,
) -> std::fmt::Result {
    let (a, b) = (&corpus.entries()[one.a], &corpus.entries()[one.b]);
    let (left, right) = (plain(&value_text(a)), plain(&value_text(b)));
    writeln!(out, "\n## {}: {left} – {right}\n", one.verdict.relation.word())?;
    writeln!(out, "| where | says | on whose word |\n| --- | --- | --- |")?;
    for entry in [a, b] {
        let (place, words) = stands(documents, graph, entry);
        let speaker =
            entry.claim.speaker.as_ref().map_or_else(|| "–".to_owned(), |speaker| plain(&flat(&speaker.name)));
        writeln!(out, "| {} | {} | {speaker} |", plain(&place), plain(&words))?;
    }
    writeln!(out, "\n{}.", plain(&why(one, a, b)))?;
    if one.verdict.relation <= crate::compare::Relation::Tension {
        writeln!(out, "\nWould decide: {}.", plain(&would_decide(one, a, b).join("; ")))?;
    }
    Ok(())
}

/// Where a claim stands, and its words.
fn stands(documents: &[Document], graph: Option<&Archive>, entry: &Entry) -> (String, String) {
    match (&entry.known, documents.get(entry.text)) {
        (Some(id), _) => {
            let says =
                graph.and_then(|graph| graph.claims.get(id)).map_or_else(String::new, |claim| claim.says.clone());
            (id.to_string(), says)
        }
        (None, Some(document)) => {
            let place = document.place(entry.claim.fragment.start);
            let words = document.text.get(entry.claim.fragment.clone()).unwrap_or_default();
            (format!("{}:{place}", document.file), format!("“{}”", flat(words)))
        }
        (None, None) => Default::default(),
    }
}

/// The same as a page that stands alone and loads nothing.
pub fn page(documents: &[Document], graph: Option<&Archive>, corpus: &Corpus, findings: &[&Match]) -> String {
    let text = checked(documents, graph, corpus, findings);
    let mut body = String::new();
    html::push_html(&mut body, Parser::new_ext(&text, Options::ENABLE_TABLES));
    format!("{HEAD}{body}</main></body></html>\n")
}

const HEAD: &str = concat!(
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Check</title>",
    "<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:50rem;padding:0 1rem;color-scheme:light dark}",
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:.3rem .6rem;text-align:left}</style></head>",
    "<body><main>\n"
);
