//! What a check finds, as Markdown to paste, and as a page.

use std::fmt::Write;

use pulldown_cmark::{Options, Parser, html};

use super::shared;
use crate::check::{Checked, quote, record, subject, value_text, why, would_decide};
use crate::compare::{Relation, clauses};
use crate::export::markdown::plain;
use crate::matching::{Entry, Match};
use crate::model::Archive;
use crate::readers::Document;
use crate::text::one_line;

/// A section for each finding, then what the texts share and where they name each other.
pub fn checked(documents: &[Document], graph: Option<&Archive>, checked: &Checked, findings: &[&Match]) -> String {
    let mut out = String::from("# Check\n");
    for document in documents {
        let title = document.title.as_ref().map_or_else(String::new, |title| format!(": {}", plain(&title.text)));
        let _ = write!(out, "\n- {}{title}", plain(&document.file));
    }
    out.push('\n');
    for one in findings {
        // Writing to a string cannot fail.
        let _ = section(&mut out, documents, graph, checked.corpus.entries(), one);
    }
    if findings.is_empty() {
        out.push_str("\nNothing contradicts.\n");
    }
    out.push_str(&shared::passages(documents, &checked.passages));
    out.push_str(&shared::citations(documents, &checked.citations));
    out
}

fn section(
    out: &mut String,
    documents: &[Document],
    graph: Option<&Archive>,
    entries: &[Entry],
    one: &Match,
) -> std::fmt::Result {
    let (a, b) = (&entries[one.a], &entries[one.b]);
    let of = subject(documents, graph, entries, one).map_or_else(String::new, |of| format!(" ({})", plain(&of)));
    let (left, right) = (plain(&value_text(a)), plain(&value_text(b)));
    writeln!(out, "\n## {}: {left} – {right}{of}\n", one.verdict.relation.word())?;
    let conditional = if one.verdict.conditions.is_empty() { "" } else { "Conditional. " };
    writeln!(out, "{conditional}Likelihood {:.0} %.\n", one.score * 100.0)?;
    writeln!(out, "| where | figure | says | on whose word |\n| --- | --- | --- | --- |")?;
    for entry in [a, b] {
        let [place, figure, says, word] = stands(documents, graph, entry).map(|cell| plain(&one_line(&cell)));
        writeln!(out, "| {place} | {figure} | {says} | {word} |")?;
    }
    reasons(out, one, a, b)
}

fn reasons(out: &mut String, one: &Match, a: &Entry, b: &Entry) -> std::fmt::Result {
    writeln!(out, "\n{}.", plain(&why(one, a, b)))?;
    for open in clauses(&one.verdict.conditions) {
        writeln!(out, "\nConditional: {}.", plain(&open.text))?;
    }
    if one.verdict.relation <= Relation::Tension {
        writeln!(out, "\nWould decide: {}.", plain(&would_decide(one, a, b).join("; ")))?;
    }
    Ok(())
}

/// Where a claim stands, its figure, what is said there, and on whose word.
fn stands(documents: &[Document], graph: Option<&Archive>, entry: &Entry) -> [String; 4] {
    let speaker = entry.claim.speaker.as_ref().map_or_else(|| "–".to_owned(), |speaker| speaker.name.clone());
    match (&entry.known, documents.get(entry.text)) {
        (Some(id), _) => match record(graph, id) {
            Some(found) => {
                let place = format!("{id}, {}", found.source);
                [place, value_text(entry), found.says.to_owned(), found.word.into_owned()]
            }
            None => [id.to_string(), value_text(entry), String::new(), speaker],
        },
        (None, Some(document)) => {
            let place = format!("{}:{}", document.file, document.place(entry.claim.fragment.start));
            let quote = quote(&document.text, &entry.claim);
            [place, format!("“{}”", one_line(quote.own)), format!("“{}”", quote.line()), speaker]
        }
        (None, None) => Default::default(),
    }
}

/// The same as a page that stands alone and loads nothing.
pub fn page(documents: &[Document], graph: Option<&Archive>, found: &Checked, findings: &[&Match]) -> String {
    let text = checked(documents, graph, found, findings);
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::check::check;

    fn read(name: &str, text: &str) -> Document {
        crate::ingest::documents(name, text.as_bytes()).unwrap().remove(0)
    }

    fn told(documents: &[Document], graph: Option<&Archive>) -> String {
        let found = check(documents, graph, &|_| {});
        checked(documents, graph, &found, &found.findings(|_| true))
    }

    #[test]
    fn a_finding_is_told_with_its_subject_sentences_and_conditions() {
        let texts = [
            read("a_1", "The mayor of Lorn said the repair of the bridge would cost 5 million euros."),
            read("b", "The repair of the bridge in Lorn cost 50 million euros, the council said."),
        ];
        let out = told(&texts, None);
        let heading = out.lines().find(|line| line.starts_with("## ")).unwrap();
        assert!(heading.contains("5 million EUR – 50 million EUR (") && heading.contains("bridge"), "{out}");
        assert!(out.contains("the bridge would cost 5 million euros” |"), "{out}");
        for words in ["Conditional. Likelihood ", "\nConditional: if a\\_1:1:", "| council |"] {
            assert!(out.contains(words), "{out}");
        }
    }

    #[test]
    fn a_claim_of_the_graph_is_told_with_its_source() {
        let graph = crate::store::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap();
        let text = "Some 250,000 Russians entered Kazakhstan in the two weeks after the order of 21 September 2022.";
        let out = told(&[read("a", text)], Some(&graph));
        let claim = &graph.claims["kz-arrivals-300k"];
        let source = plain(graph.sources[&claim.source].label());
        for words in [&format!("| kz-arrivals-300k, {source}"), &plain(&claim.says), "| some figures |"] {
            assert!(out.contains(words), "{words}: {out}");
        }
    }

    #[test]
    fn what_is_shared_is_told() {
        let text = |count: u32| {
            format!("The harbour was shut at noon on Sunday, and {count} lorries had to wait in the rain until dawn.")
        };
        let out = told(&[read("a_1", &text(300)), read("b", &text(500))], None);
        assert!(out.contains("\n## Shared passages\n\n- a\\_1:1:1 and b:1:1 share 18 words; changed: “300"), "{out}");
    }
}
