//! `review` in the terminal: a contradiction that is left to judge.

use std::path::Path;

use gainsay::compare::Reason;
use gainsay::inbox::{Dispute, Ruling, judge};
use gainsay::store::open;

use super::judge::{How, verdict};
use super::review_talk::{Next, decision, tell};
use crate::cli::error::CliError;
use crate::cli::terminal::dialogue::{Dialogue, LETTERS};
use crate::cli::terminal::paint;

/// The answers to a contradiction, and what each does.
const ANSWERS: [(&str, &str); 4] = [
    ("c NOTE", "confirm: the two contradict each other; the note may be left out"),
    ("d REASON NOTE", "dismiss: they do not, for one of the reasons; d alone lists them"),
    ("s", "skip it: it is left to judge"),
    ("q", "quit; what was answered is kept"),
];

/// Shows it and takes the answer.
pub fn dispute(dir: &Path, one: &Dispute, how: &How, talk: &mut Dialogue) -> Result<Next, CliError> {
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
                let Some(reason) = Reason::ALL.into_iter().find(|own| own.name().eq_ignore_ascii_case(reason)) else {
                    let all = Reason::ALL.map(Reason::name).join(", ");
                    talk.say(&format!("type: d REASON why; the reasons are {all}"))?;
                    continue;
                };
                (Ruling::Dismissed(reason), note)
            }
            "s" | "skip" => return Ok(Next::On),
            "q" | "quit" => return Ok(Next::Stop),
            "?" | "h" | "help" => {
                talk.explain(&ANSWERS)?;
                continue;
            }
            _ => {
                talk.say(LETTERS)?;
                continue;
            }
        };
        match judge(dir, (one.a.as_str(), one.b.as_str()), ruling, &how.by, &decision(how, note)) {
            Ok(ruled) => {
                talk.say(&format!("judged: {}", paint::id(&ruled.id)))?;
                talk.say(&format!("  {}", paint::shown(&verdict(ruling, how))))?;
                return Ok(Next::On);
            }
            Err(error) => tell(&error, talk)?,
        }
    }
}
