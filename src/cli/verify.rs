//! `verify`: all evidence against the texts on disk.

use std::process::ExitCode;

use gainsay::model::Archive;
use gainsay::store::{TextFinding, TextReport, verify};
use serde_json::json;

use super::args::{Format, Verify};
use super::error::CliError;
use super::output::Output;
use super::{Done, paint};

/// Compares, and says what no longer stands.
pub fn run(archive: &Archive, options: &Verify, out: &mut Output) -> Done {
    if !options.texts.is_dir() {
        let error = std::io::Error::new(std::io::ErrorKind::NotFound, "no such folder");
        return Err(CliError::Io { path: options.texts.clone(), error });
    }
    let report = verify(archive, &options.texts);
    match options.format {
        Format::Json => out.json(&as_json(&report))?,
        Format::Text => text(&report, out),
    }
    let fault = report.findings.iter().any(|finding| finding.problem.is_fault());
    Ok(match (report.findings.is_empty(), fault) {
        (true, _) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
        (false, true) => ExitCode::from(2),
    })
}

fn text(report: &TextReport, out: &mut Output) {
    for TextFinding { source, evidence, problem } in &report.findings {
        let id = evidence.as_ref().map_or(source.as_str(), |(claim, _)| claim.as_str());
        out.line(format!("{} {}", paint::id(id), paint::shown(&problem.to_string())));
        if let Some((_, evidence)) = evidence {
            out.line(format!("  {}", paint::dim(&format!("in {source}, written at {}", evidence.locus))));
        }
    }
    let broken = report.findings.iter().filter(|finding| finding.evidence.is_some()).count();
    let plural = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    let pieces = |count: usize| plural(count, "piece of evidence", "pieces of evidence");
    let texts = plural(report.texts, "text", "texts");
    out.line(format!("{} found where the graph says, in {texts}", pieces(report.stands)));
    if broken > 0 {
        out.line(format!("{} no longer found there", pieces(broken)));
    }
    if report.without_text > 0 {
        let claims = plural(report.without_text, "claim rests", "claims rest");
        out.line(format!("{claims} on sources without a text here"));
    }
}

fn as_json(report: &TextReport) -> serde_json::Value {
    let one = |finding: &TextFinding| {
        let claim = finding.evidence.as_ref().map(|(claim, _)| claim.as_str());
        let written_at = finding.evidence.as_ref().map(|(_, evidence)| evidence.locus.to_string());
        json!({"source": finding.source, "claim": claim, "written_at": written_at, "problem": finding.problem.to_string()})
    };
    json!({
        "texts": report.texts, "stands": report.stands, "without_text": report.without_text,
        "findings": report.findings.iter().map(one).collect::<Vec<_>>(),
    })
}
