//! `verify`: all evidence against the texts on disk.

use std::process::ExitCode;

use gainsay::model::{Archive, ClaimId, Evidence};
use gainsay::store::{TextReport, verify};
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
    let fault = report.problems.iter().any(|(_, _, problem)| problem.is_fault());
    Ok(match (report.problems.is_empty(), fault) {
        (true, _) => ExitCode::SUCCESS,
        (false, false) => ExitCode::from(1),
        (false, true) => ExitCode::from(2),
    })
}

fn text(report: &TextReport, out: &mut Output) {
    for (source, claim, problem) in &report.problems {
        match claim {
            Some((claim, evidence)) => {
                out.line(format!("{} {}", paint::id(claim.as_str()), paint::shown(&problem.to_string())));
                out.line(format!("  {}", paint::dim(&format!("in {source}, written at {}", evidence.locus))));
            }
            None => out.line(format!("{} {}", paint::id(source.as_str()), paint::shown(&problem.to_string()))),
        }
    }
    let broken = report.problems.iter().filter(|(_, claim, _)| claim.is_some()).count();
    let pieces = |count: usize| if count == 1 { "piece" } else { "pieces" };
    out.line(format!("{} {} of evidence stand in {} texts", report.stands, pieces(report.stands), report.texts));
    if broken > 0 {
        out.line(format!("{broken} {} of evidence do not", pieces(broken)));
    }
    if report.without_text > 0 {
        out.line(format!("{} claims rest on sources without a text here", report.without_text));
    }
}

fn as_json(report: &TextReport) -> serde_json::Value {
    let claim = |found: &Option<(ClaimId, Evidence)>| found.as_ref().map(|(id, _)| id.to_string());
    let place = |found: &Option<(ClaimId, Evidence)>| found.as_ref().map(|(_, evidence)| evidence.locus.to_string());
    let problem = report.problems.iter().map(|(source, found, problem)| {
        json!({"source": source, "claim": claim(found), "written_at": place(found), "problem": problem.to_string()})
    });
    json!({
        "texts": report.texts, "stands": report.stands, "without_text": report.without_text,
        "problems": problem.collect::<Vec<_>>(),
    })
}
