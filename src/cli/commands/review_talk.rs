//! `review` in the terminal: each candidate with its sentence, then each contradiction that is left to judge.

use std::path::Path;

use gainsay::inbox::{Decision, InboxError, accept, disputes, find, merge, names, reject, reread, sentence};
use gainsay::store::record::{AttributionRecord, CandidateRecord, InboxFile, SourceRecord};
use gainsay::store::{ChangeError, Held, open, writable};

use super::dispute_talk::dispute;
use super::judge::How;
use super::review::{merged, rejected, waiting};
use crate::cli::args::Color;
use crate::cli::error::CliError;
use crate::cli::terminal::dialogue::{Dialogue, LETTERS};
use crate::cli::terminal::editor::edit_by_hand;
use crate::cli::terminal::paint;

/// Whether to go on.
#[derive(PartialEq, Eq)]
pub enum Next {
    Again,
    On,
    Stop,
}

/// The answers to a candidate, and what each does.
const ANSWERS: [(&str, &str); 6] = [
    ("a NOTE", "accept it: it becomes a claim of the graph; the note may be left out"),
    ("e", "edit it in an editor ($EDITOR); it waits on"),
    ("r NOTE", "reject it: it stays in the inbox with the note and is not asked for again"),
    ("m NEW KNOWN", "merge: take a known measure, actor, place or population for the new one"),
    ("s", "skip it: it waits for the next review"),
    ("q", "quit; what was answered is kept"),
];

/// Goes through what waits. Every answer is written before the next question, so that stopping loses nothing.
pub fn run(dir: &Path, how: &How, color: Color) -> Result<(), CliError> {
    let mut talk = Dialogue::new(color);
    let held = open(dir)?;
    let ids = waiting(&held);
    if !ids.is_empty() {
        heard(dir)?;
    }
    for (number, id) in ids.iter().enumerate() {
        let left = format!("{} of {}", number + 1, ids.len());
        if candidate(dir, id, &left, how, &mut talk)? == Next::Stop {
            return Ok(());
        }
    }
    let left = disputes(&open(dir)?);
    if ids.is_empty() && !left.is_empty() {
        heard(dir)?;
    }
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

/// What decides without questions.
const INSTEAD: &str = "use gainsay review --list, then --accept ID, --reject ID or --all --yes, and gainsay judge A B";

/// That there is somebody to answer, and that what they answer can be kept, before anything is asked.
fn heard(dir: &Path) -> Result<(), CliError> {
    if !Dialogue::is_heard()? {
        return Err(CliError::NoAnswers { command: "review", instead: INSTEAD });
    }
    Ok(writable(dir).map_err(ChangeError::Write)?)
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
            "a" | "accept" => {
                let told = |()| format!("accepted: {} is a claim of the graph now", paint::id(&id));
                said(accept(dir, &ids, &decision).map(told), Next::On, talk)?
            }
            "r" | "reject" => {
                let told =
                    |()| format!("rejected: {} waits no more, unless review --reopen takes it back", paint::id(&id));
                said(reject(dir, &ids, &decision).map(told), Next::On, talk)?
            }
            "e" | "edit" => match edit_by_hand(dir, &id) {
                Ok(new) => {
                    id = new;
                    Ok(Next::Again)
                }
                Err(CliError::Inbox(error)) => Err(error),
                Err(error) => return Err(error),
            },
            "m" | "merge" => match rest.split_once(' ') {
                Some((proposed, into)) => {
                    let told = |changed| merged(proposed, into, changed);
                    said(merge(dir, proposed, into.trim()).map(told), Next::Again, talk)?
                }
                None => {
                    talk.say("type: m NEW KNOWN")?;
                    Ok(Next::Again)
                }
            },
            "s" | "skip" => Ok(Next::On),
            "q" | "quit" => Ok(Next::Stop),
            "?" | "h" | "help" => {
                talk.explain(&ANSWERS)?;
                Ok(Next::Again)
            }
            _ => {
                talk.say(LETTERS)?;
                Ok(Next::Again)
            }
        };
        match done {
            Ok(Next::Again) => {}
            Ok(next) => return Ok(next),
            Err(error) => tell(&error, talk)?,
        }
    }
}

/// Says what was done, if it was, before it goes on.
fn said(
    done: Result<String, InboxError>,
    next: Next,
    talk: &mut Dialogue,
) -> Result<Result<Next, InboxError>, CliError> {
    match done {
        Ok(told) => talk.say(&told).map(|()| Ok(next)),
        Err(error) => Ok(Err(error)),
    }
}

/// Says why something was not done.
pub fn tell(error: &InboxError, talk: &mut Dialogue) -> Result<(), CliError> {
    let title = paint::bold(&format!("not done[{}]", error.code()));
    talk.say(&format!("{title}: {}", paint::shown(&error.to_string())))
}

/// The decision, with what was typed after the letter as its note.
pub fn decision(how: &How, rest: &str) -> Decision {
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
    if !claim.inferred.is_empty() {
        talk.say(&format!("  inferred, not said in the text: {}", paint::shown(&claim.inferred.join(", "))))?;
    }
    let rejected = rejected(held);
    for other in one.against.iter().filter(|other| !rejected.contains(other.claim.as_str())) {
        let known = held.claim(&other.claim).map_or("", |claim| claim.says.as_str());
        talk.say(&format!("  {} with {} {}", other.relation, paint::id(&other.claim), paint::shown(known)))?;
    }
    Ok(())
}

/// What is known of a text whose source is new: it was read from its head, and is accepted with the first of its claims.
fn source(new: &SourceRecord) -> String {
    let or =
        |known: &Option<String>, not: &str| known.as_ref().map_or_else(|| not.to_owned(), |known| paint::shown(known));
    let title = new.title.as_ref().map_or_else(String::new, |title| format!("“{}”, ", paint::shown(title)));
    format!("{title}{}, {}", or(&new.outlet, "outlet not known"), or(&new.published, "date not known"))
}

/// What the claim names: whether it is new, and what known record it may be.
fn named(held: &Held, file: &InboxFile, one: &CandidateRecord, talk: &mut Dialogue) -> Result<(), CliError> {
    use gainsay::store::record::ProposedKind;
    if !held.archive.sources.contains_key(file.source.id.as_str()) {
        talk.say(&format!("  source {} (new)", source(&file.source)))?;
    }
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
