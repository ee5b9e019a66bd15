//! `review`: candidates and contradictions, decided one by one or by their ids.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use gainsay::export::json;
use gainsay::inbox::{Status, accept, disputes, edit, merge, reject, reopen, status};
use gainsay::store::record::StateRecord;
use gainsay::store::{Held, LARGEST, open};

use super::judge::How;
use super::review_talk;
use crate::cli::Done;
use crate::cli::args::{Color, Format};
use crate::cli::error::CliError;
use crate::cli::opening::source;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::shown::counted;
use crate::cli::terminal::{editor, paint};

const EXAMPLES: &str = "Examples:
  gainsay review                               one by one, in the terminal
  gainsay review --list
  gainsay review --accept harbour-2031-arrivals-4200 --note \"read twice\"
  gainsay review --merge harbor-office --into harbour-office
  gainsay review --all --yes
  gainsay review --status --format json";

/// What to decide.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Review {
    /// Accept these candidates
    #[arg(long, num_args = 1.., value_name = "ID", group = "what")]
    pub accept: Vec<String>,
    /// Reject these candidates
    #[arg(long, num_args = 1.., value_name = "ID", group = "what")]
    pub reject: Vec<String>,
    /// Take these candidates back that were rejected: they wait again
    #[arg(long, num_args = 1.., value_name = "ID", group = "what")]
    pub reopen: Vec<String>,
    /// Accept all candidates that wait; needs --yes
    #[arg(long, requires = "yes", group = "what")]
    pub all: bool,
    /// Put another claim in place of a candidate's
    #[arg(long, value_name = "ID", group = "what")]
    pub edit: Option<String>,
    /// With --edit: the claim as RON, from this file; left out, $EDITOR opens it
    #[arg(long, value_name = "FILE", requires = "edit")]
    pub with: Option<PathBuf>,
    /// Put a known record (--into) in place of a proposed measure, actor, place or population
    #[arg(long, value_name = "ID", requires = "into", group = "what")]
    pub merge: Option<String>,
    /// With --merge: the record to take
    #[arg(long, value_name = "ID", requires = "merge")]
    pub into: Option<String>,
    /// Count what is left
    #[arg(long, group = "what")]
    pub status: bool,
    /// List the candidates that wait
    #[arg(long, group = "what")]
    pub list: bool,
    /// Ask nothing
    #[arg(long)]
    pub yes: bool,
    /// How it was decided
    #[command(flatten)]
    pub how: How,
    /// How to print, with --status and --list
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Decides as the options say; without any, asks.
pub fn run(dir: &Path, options: &Review, color: Color, out: &mut Output) -> Done {
    let decision = options.how.decision();
    match options {
        Review { status: true, .. } => show(&status(&open(dir)?), options.format, out)?,
        Review { list: true, .. } => list(&open(dir)?, options.format, out)?,
        Review { all: true, .. } => {
            let ids = waiting(&open(dir)?);
            accept(dir, &ids, &decision)?;
            out.line(format!("accepted {}", ids.len()));
        }
        Review { accept: ids, .. } if !ids.is_empty() => {
            accept(dir, ids, &decision)?;
            ids.iter().for_each(|id| out.line(format!("accepted {}", paint::id(id))));
        }
        Review { reject: ids, .. } if !ids.is_empty() => {
            reject(dir, ids, &decision)?;
            ids.iter().for_each(|id| out.line(format!("rejected {}", paint::id(id))));
        }
        Review { reopen: ids, .. } if !ids.is_empty() => {
            reopen(dir, ids)?;
            ids.iter().for_each(|id| out.line(format!("{} waits again", paint::id(id))));
        }
        Review { edit: Some(id), with: Some(path), .. } => {
            let text = source::text(path, LARGEST)?;
            out.line(format!("edited {}", paint::id(&edit(dir, id, path, &text)?)));
        }
        Review { edit: Some(id), .. } => {
            out.line(format!("edited {}", paint::id(&editor::edit_by_hand(dir, id)?)));
        }
        Review { merge: Some(proposed), into: Some(into), .. } => {
            let changed = merge(dir, proposed, into)?;
            out.line(merged(proposed, into, changed));
        }
        _ => review_talk::run(dir, &options.how, color)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The ids of the candidates that wait, in the order of files.
pub fn waiting(held: &Held) -> Vec<String> {
    let all = held.inbox.iter().flat_map(|file| &file.candidates).filter(|one| one.state.is_open());
    let ids = all.map(|one| one.claim.id.clone());
    ids.filter(|id| !held.archive.claims.contains_key(id.as_str())).collect()
}

/// The ids of the candidates that are rejected.
pub fn rejected(held: &Held) -> BTreeSet<&str> {
    let all = held.inbox.iter().flat_map(|file| &file.candidates);
    all.filter(|one| matches!(one.state, StateRecord::Rejected(_))).map(|one| one.claim.id.as_str()).collect()
}

fn list(held: &Held, format: Format, out: &mut Output) -> Result<(), CliError> {
    let open: BTreeSet<String> = waiting(held).into_iter().collect();
    let all = held.inbox.iter().flat_map(|file| file.candidates.iter().map(move |one| (file, one)));
    let left = all.filter(|(_, one)| open.contains(&one.claim.id));
    let rejected = rejected(held);
    if format == Format::Json {
        return out.json(&left.map(|(file, one)| json::candidate(file, one, &rejected)).collect::<Vec<_>>());
    }
    if open.is_empty() {
        let left = disputes(held).len();
        let judged = counted(left, "contradiction", "contradictions");
        out.line(if left > 0 { format!("no candidate waits; {judged} to judge") } else { "nothing waits".to_owned() });
    }
    for (_, one) in left {
        out.line(format!("{}  {}", paint::id(&one.claim.id), paint::shown(&one.claim.says)));
        for other in one.against.iter().filter(|other| !rejected.contains(other.claim.as_str())) {
            out.line(format!("  {} with {}", paint::shown(&other.relation.to_string()), paint::id(&other.claim)));
        }
    }
    if !rejected.is_empty() {
        out.line(format!("{} rejected, which review --reopen ID takes back:", rejected.len()));
        rejected.iter().for_each(|id| out.line(format!("  {}", paint::id(id))));
    }
    Ok(())
}

fn show(status: &Status, format: Format, out: &mut Output) -> Result<(), CliError> {
    if format == Format::Json {
        return out.json(status);
    }
    out.line(format!("{} open, {} accepted, {} rejected", status.open, status.accepted, status.rejected));
    for one in &status.sources {
        let changed = if one.changed { "; the text has changed" } else { "" };
        let (id, counts) = (paint::id(&one.source), [one.open, one.accepted, one.rejected]);
        out.line(format!("  {id} {} open, {} accepted, {} rejected{changed}", counts[0], counts[1], counts[2]));
    }
    let reopened = if status.reopened > 0 { format!(", {} of them reopened", status.reopened) } else { String::new() };
    let to_judge = counted(status.to_judge, "contradiction", "contradictions");
    out.line(format!("{to_judge} to judge{reopened}"));
    Ok(())
}

/// That one record stands in place of another in so many candidates.
pub fn merged(proposed: &str, into: &str, changed: usize) -> String {
    format!(
        "{} in place of {} in {}",
        paint::id(into),
        paint::id(proposed),
        counted(changed, "candidate", "candidates")
    )
}
