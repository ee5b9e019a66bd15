//! `explain`: two claims side by side, rung by rung.

use std::process::ExitCode;

use clap::Args;
use gainsay::compare::{Change, Comparison, HintKind, clauses};
use gainsay::export::json;
use gainsay::findings::Desk;
use gainsay::model::nearest;
use gainsay::model::{Archive, Claim, ClaimId};

use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;
use crate::cli::terminal::table::table;

const EXAMPLES: &str = "Examples:
  gainsay explain kz-arrivals-300k kz-arrivals-200k-ministry
  gainsay explain --format json kz-visa-free-90 kz-visa-free-30";

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Explain {
    /// Id of a claim, as `list claims` shows it, or the end of one
    pub a: String,
    /// Id of another claim
    pub b: String,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Holds two claims side by side.
pub fn run(archive: &Archive, options: &Explain, out: &mut Output) -> Done {
    let (a, b) = (claim(archive, &options.a)?, claim(archive, &options.b)?);
    let desk = Desk::new(archive);
    let comparison = desk.compare(a, b);
    match options.format {
        Format::Json => out.json(&json::comparison(&desk, &comparison, a, b))?,
        Format::Text => text(&desk, a, b, &comparison, out),
    }
    Ok(ExitCode::SUCCESS)
}

/// The claim of that id or of the end of one, or an error that names the nearest one.
pub fn claim<'a>(archive: &'a Archive, id: &str) -> Result<&'a Claim, CliError> {
    archive.claim_named(id).ok_or_else(|| CliError::Unknown {
        what: "claim",
        id: id.to_owned(),
        near: nearest(id, archive.claims.keys().map(ClaimId::as_str)).map(str::to_owned),
    })
}

fn text(desk: &Desk<'_>, a: &Claim, b: &Claim, comparison: &Comparison, out: &mut Output) {
    side(desk, "A", a, out);
    side(desk, "B", b, out);
    out.line("");
    let dash = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let rows = comparison
        .rungs
        .iter()
        .map(|rung| vec![rung.rung.word().to_owned(), dash(&rung.a), dash(&rung.b), rung.outcome.word().to_owned()]);
    out.line(table(&["rung", "A", "B", ""], rows));
    out.line("");
    let gap = comparison.gap.map_or_else(String::new, |gap| format!(" · gap {gap}"));
    let conditional = if comparison.conditional_on.is_empty() { "" } else { " · conditional" };
    out.line(format!("{}{gap}{conditional}", paint::relation(comparison.relation)));
    details(comparison, out);
    judged(desk.archive, a, b, out);
}

fn side(desk: &Desk<'_>, letter: &str, claim: &Claim, out: &mut Output) {
    let source = desk.archive.sources.get(&claim.source).map_or(claim.source.as_str(), |source| source.label());
    out.line(format!("{letter}  {}  {}", paint::id(claim.id.as_str()), paint::bold(&paint::shown(&claim.says))));
    let fragments: Vec<String> = claim.fragments().map(|fragment| format!("“{fragment}”")).collect();
    let origin = desk.origins_text(claim);
    let line = format!("{source} · {} · origin: {origin}", fragments.join(" … "));
    out.line(format!("   {}", paint::dim(&paint::wrap(&paint::shown(&line.replace('\n', " ")), paint::width(), 3))));
}

fn details(comparison: &Comparison, out: &mut Output) {
    let mut line = |word: &str, text: &str| line(word, text, out);
    line("why", &comparison.why);
    for condition in clauses(&comparison.conditional_on) {
        line("conditional", &condition.text);
    }
    if let Some(derived) = &comparison.derived {
        line("follows", &derived.text);
    }
    if !comparison.wording.is_empty() {
        line("wording", &wording(comparison));
    }
    for hint in &comparison.hints {
        line(if hint.kind == HintKind::Note { "note" } else { "hint" }, &hint.text);
    }
    for open in &comparison.would_decide {
        line("would decide", open);
    }
}

/// What editors decided about the two, the last one last.
fn judged(archive: &Archive, a: &Claim, b: &Claim, out: &mut Output) {
    for own in archive.judgements_on(&a.id, &b.id) {
        let state = if own.is_reopened(archive) { " (reopened: a claim has changed since)" } else { "" };
        line("judged", &format!("{} · {}, {}{state}", own.verdict, own.by, own.date), out);
    }
}

fn line(word: &str, text: &str, out: &mut Output) {
    let text = paint::wrap(&paint::shown(text), paint::width(), 14);
    out.line(format!("  {} {text}", paint::dim(&format!("{word:<11}"))));
}

/// Both wordings in one line: [-only the first-] {+only the second+}.
fn wording(comparison: &Comparison) -> String {
    let runs = comparison.wording.iter().map(|run| match run.change {
        Change::Both => run.words.clone(),
        Change::OnlyA => format!("[-{}-]", run.words),
        Change::OnlyB => format!("{{+{}+}}", run.words),
    });
    runs.collect::<Vec<_>>().join(" ")
}
