//! `review` in the terminal: each candidate with its sentence, then each contradiction that is left to judge.

use std::path::Path;
use std::process::Command;

use clap::ValueEnum;
use gainsay::inbox::{
    Decision, Dispute, InboxError, Ruling, accept, disputes, edit, find, judge, merge, names, reject, reread, sentence,
};
use gainsay::store::record::{AttributionRecord, CandidateRecord, InboxFile};
use gainsay::store::{Held, open, to_ron};

use super::args::Color;
use super::dialogue::Dialogue;
use super::error::CliError;
use super::judge::{How, ReasonArg};
use super::paint;
use super::review::waiting;

/// Whether to go on.
#[derive(PartialEq, Eq)]
enum Next {
    Again,
    On,
    Stop,
}

/// Goes through what waits. Every answer is written before the next question, so that stopping loses nothing.
pub fn run(dir: &Path, how: &How, color: Color) -> Result<(), CliError> {
    let mut talk = Dialogue::new(color);
    let held = open(dir)?;
    let ids = waiting(&held);
    for (number, id) in ids.iter().enumerate() {
        let left = format!("{} of {}", number + 1, ids.len());
        if candidate(dir, id, &left, how, &mut talk)? == Next::Stop {
            return Ok(());
        }
    }
    let left = disputes(&open(dir)?);
    for one in &left {
        if dispute(dir, one, how, &mut talk)? == Next::Stop {
            return Ok(());
        }
    }
    if ids.is_empty() && left.is_empty() {
        talk.say("nothing waits")?;
    }
    Ok(())
}

fn candidate(dir: &Path, id: &str, left: &str, how: &How, talk: &mut Dialogue) -> Result<Next, CliError> {
    let mut id = id.to_owned();
    loop {
        let held = open(dir)?;
        let Ok((file, place)) = find(&held, &id) else { return Ok(Next::On) };
        let file = &held.inbox[file];
        show(&held, file, &file.candidates[place], left, talk)?;
        let Some(answer) = talk.ask("[a]ccept [e]dit [r]eject [m]erge [s]kip [q]uit? ")? else {
            return Ok(Next::Stop);
        };
        let (word, rest) = answer.split_once(' ').unwrap_or((&answer, ""));
        let decision = decision(how, rest);
        let ids = [id.clone()];
        let done = match word {
            "a" | "accept" => accept(dir, &ids, &decision).map(|()| Next::On),
            "r" | "reject" => reject(dir, &ids, &decision).map(|()| Next::On),
            "e" | "edit" => match edit_by_hand(dir, &id) {
                Ok(new) => {
                    id = new;
                    Ok(Next::Again)
                }
                Err(CliError::Inbox(error)) => Err(error),
                Err(error) => return Err(error),
            },
            "m" | "merge" => match rest.split_once(' ') {
                Some((proposed, into)) => match merge(dir, proposed, into.trim()) {
                    Ok(changed) => {
                        talk.say(&format!("{into} in place of {proposed} in {changed}"))?;
                        Ok(Next::Again)
                    }
                    Err(error) => Err(error),
                },
                None => {
                    talk.say("type: m PROPOSED KNOWN")?;
                    Ok(Next::Again)
                }
            },
            "s" | "skip" => Ok(Next::On),
            "q" | "quit" => Ok(Next::Stop),
            _ => Ok(Next::Again),
        };
        match done {
            Ok(Next::Again) => {}
            Ok(next) => return Ok(next),
            Err(error) => tell(&error, talk)?,
        }
    }
}

fn tell(error: &InboxError, talk: &mut Dialogue) -> Result<(), CliError> {
    talk.say(&format!("{}: {}", paint::bold("not done"), paint::shown(&error.to_string())))
}

/// The decision, with what was typed after the letter as its note.
fn decision(how: &How, rest: &str) -> Decision {
    let own = how.decision();
    let note = Some(rest.trim().to_owned()).filter(|note| !note.is_empty());
    Decision { note: note.or(own.note), ..own }
}

fn show(held: &Held, file: &InboxFile, one: &CandidateRecord, left: &str, talk: &mut Dialogue) -> Result<(), CliError> {
    let claim = &one.claim;
    talk.say("")?;
    talk.say(&format!("{} {}", paint::id(&claim.id), paint::dim(&format!("({left}, {})", file.source.id))))?;
    talk.say(&format!("  {}", paint::bold(&paint::shown(&claim.says))))?;
    let sentence = reread(file).and_then(|document| sentence(&document, one.at.0));
    match sentence {
        Some(sentence) => {
            talk.say(&format!("  “{}”", paint::wrap(&paint::shown(&sentence), paint::width(), 3)))?;
        }
        None => {
            let fragment = claim.evidence.first().map_or("", |evidence| evidence.fragment.as_str());
            let shown = paint::shown(fragment).replace('\n', " ");
            talk.say(&format!("  “{shown}” {}", paint::dim("(the text has changed or is not here)")))?;
        }
    }
    named(held, file, one, talk)?;
    if let Some(AttributionRecord::Unnamed(words)) = &claim.attributed_to {
        talk.say(&format!("  on the word of “{}”", paint::shown(words)))?;
    }
    for other in &one.against {
        let known = held.supposed.claims.get(other.claim.as_str()).map_or("", |claim| claim.says.as_str());
        talk.say(&format!("  {} with {} {}", other.relation, paint::id(&other.claim), paint::shown(known)))?;
    }
    Ok(())
}

/// What the claim names: whether it is new, and what known record it may be.
fn named(held: &Held, file: &InboxFile, one: &CandidateRecord, talk: &mut Dialogue) -> Result<(), CliError> {
    use gainsay::store::record::ProposedKind;
    for (kind, id) in names(&one.claim) {
        let (word, known) = match kind {
            ProposedKind::Measure => ("measure", held.archive.measures.contains_key(id.as_str())),
            ProposedKind::Actor => ("actor", held.archive.actors.contains_key(id.as_str())),
            ProposedKind::Place => ("place", held.archive.places.contains_key(id.as_str())),
            ProposedKind::Population => ("population", held.archive.populations.contains_key(id.as_str())),
        };
        let new = if known { "" } else { " (new)" };
        let near = file.near.iter().find(|near| near.kind == kind && near.id == id);
        let like = near.map_or(String::new(), |near| format!(", perhaps {}", paint::id(&near.like)));
        talk.say(&format!("  {word} {}{new}{like}", paint::id(&id)))?;
    }
    Ok(())
}

/// Opens a candidate's claim in $EDITOR and puts what comes of it in its place.
pub fn edit_by_hand(dir: &Path, id: &str) -> Result<String, CliError> {
    let held = open(dir)?;
    let (file, place) = find(&held, id)?;
    let claim = &held.inbox[file].candidates[place].claim;
    let text = to_ron(claim).map_err(gainsay::store::WriteError::from)?;
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error| CliError::Io { path, error }
    };
    let folder = tempfile::tempdir().map_err(io(Path::new("the temporary folder")))?;
    let path = folder.path().join(format!("{id}.ron"));
    std::fs::write(&path, text).map_err(io(&path))?;
    let editor = std::env::var("EDITOR").ok().filter(|editor| !editor.trim().is_empty());
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let status =
        Command::new(words.next().unwrap_or("vi")).args(words).arg(&path).status().map_err(io(Path::new(&editor)))?;
    if !status.success() {
        let error = std::io::Error::other(format!("the editor ended with {status}"));
        return Err(CliError::Io { path: editor.into(), error });
    }
    let text = std::fs::read_to_string(&path).map_err(io(&path))?;
    let done = edit(dir, id, &path, &text);
    if done.is_err() {
        // What was typed is not lost.
        let _ = folder.keep();
    }
    Ok(done?)
}

fn dispute(dir: &Path, one: &Dispute, how: &How, talk: &mut Dialogue) -> Result<Next, CliError> {
    let held = open(dir)?;
    loop {
        talk.say("")?;
        talk.say(&paint::bold(&paint::shown(&one.question)))?;
        for id in [&one.a, &one.b] {
            let says = held.archive.claims.get(id).map_or("", |claim| claim.says.as_str());
            talk.say(&format!("  {} {}", paint::id(id.as_str()), paint::shown(says)))?;
        }
        talk.say(&format!("  {}", paint::wrap(&paint::shown(&one.why), paint::width(), 2)))?;
        if let Some(id) = &one.reopened {
            talk.say(&format!("  judged before: {}; a claim has changed since", paint::id(id.as_str())))?;
        }
        let Some(answer) = talk.ask("[c]onfirm [d]ismiss REASON [s]kip [q]uit? ")? else { return Ok(Next::Stop) };
        let (word, rest) = answer.split_once(' ').unwrap_or((&answer, ""));
        let (ruling, note) = match word {
            "c" | "confirm" => (Ruling::Confirmed, rest),
            "d" | "dismiss" => {
                let (reason, note) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
                let Ok(reason) = ReasonArg::from_str(reason, true) else {
                    let all: Vec<String> = ReasonArg::value_variants()
                        .iter()
                        .filter_map(|reason| Some(reason.to_possible_value()?.get_name().to_owned()))
                        .collect();
                    talk.say(&format!("type: d REASON why; the reasons are {}", all.join(", ")))?;
                    continue;
                };
                (Ruling::Dismissed(reason.into()), note)
            }
            "s" | "skip" => return Ok(Next::On),
            "q" | "quit" => return Ok(Next::Stop),
            _ => continue,
        };
        match judge(dir, (one.a.as_str(), one.b.as_str()), ruling, &how.by, &decision(how, note)) {
            Ok(_) => return Ok(Next::On),
            Err(error) => tell(&error, talk)?,
        }
    }
}
