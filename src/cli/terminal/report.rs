//! How errors are shown: each with its code, its place and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use gainsay::codes::Code;
use gainsay::import::{ImportError, MOST_TOLD, Trouble};
use gainsay::inbox::InboxError;
use gainsay::store::{ChangeError, Fault, LoadError, NotFound};

use super::output::choice;
use super::paint::{dim, is_obeyed, shown, walled};
use super::shown::{counted, number};
use crate::cli::args::Color;
use crate::cli::error::CliError;

/// Shows errors on standard error; where a person looks, also how to learn more.
pub fn report(errors: &[CliError], color: Color) {
    let mut stream = anstream::AutoStream::new(io::stderr(), choice(color));
    // Nothing is left to tell it to if this fails.
    let _ = stream.write_all(walled(&cut(&told(errors, io::stderr().is_terminal()))).as_bytes());
}

/// Shows on standard error what is wrong with an inbox that is left out.
pub fn inbox_left_out(error: &LoadError, color: Color) {
    let LoadError::Faulty(faults) = error else { return };
    let told = listed(faults, &Level::WARNING, Some(LEFT_OUT));
    let mut stream = anstream::AutoStream::new(io::stderr(), choice(color));
    // Nothing is left to tell it to if this fails.
    let _ = stream.write_all(walled(&cut(&told)).as_bytes());
}

/// What is said of an inbox at fault by commands that only read.
const LEFT_OUT: &str = "the inbox is left out; nothing shown here rests on it";

/// Letters of a line of an error, at most: an id or a name may be of any length.
const MOST_LETTERS: usize = 2_000;

/// The error with its long lines cut.
pub fn cut(text: &str) -> String {
    let line = |line: &str| match line.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…\n", &line[..end]),
        None => line.to_owned(),
    };
    text.split_inclusive('\n').map(line).collect()
}

/// All errors, and for a person who sees them one line more.
fn told(errors: &[CliError], is_seen: bool) -> String {
    let more = |error| dim(&format!("gainsay --explain {} says more", first_code(error))) + "\n";
    let hint = errors.first().filter(|_| is_seen).map(more);
    errors.iter().map(render).chain(hint).collect()
}

/// The code that is shown first.
fn first_code(error: &CliError) -> Code {
    faults(error).first().map_or_else(|| error.code(), |fault| fault.code)
}

/// The faults of the graph that are told, if the error is of that kind.
fn faults(error: &CliError) -> &[Fault] {
    match error {
        CliError::Load(LoadError::Faulty(faults)) => faults,
        CliError::Change(own)
        | CliError::Inbox(InboxError::Change(own))
        | CliError::Import(ImportError::Change(own)) => match own {
            ChangeError::Refused(faults) | ChangeError::Load(LoadError::Faulty(faults)) => faults,
            _ => &[],
        },
        CliError::Inbox(InboxError::Edited(fault)) => std::slice::from_ref(fault),
        _ => &[],
    }
}

fn render(error: &CliError) -> String {
    match error {
        CliError::Load(LoadError::Faulty(faults)) => faulty(faults, None),
        CliError::Import(ImportError::Refused(troubles)) => format!("{}{UNCHANGED}\n", several(troubles)),
        CliError::State { name, error: LoadError::Faulty(faults) } => {
            format!("{}\n{}", title(error.code(), format!("{} does not load", line(name))), faulty(faults, None))
        }
        CliError::NotFound(NotFound { looked }) => {
            let places: Vec<String> = looked.iter().map(|path| format!("  {}\n", line(path.display()))).collect();
            let title = title(error.code(), "no graph found; looked for graph.ron in");
            title + &places.concat() + &help_of(error.code())
        }
        _ => match faults(error) {
            [] => plain(error.code(), &line(error)),
            faults => faulty(faults, Some(UNCHANGED)),
        },
    }
}

/// The first line of an error.
fn title(code: Code, message: impl std::fmt::Display) -> String {
    format!("error[{code}]: {message}\n")
}

/// An error, and beneath it what to do: its own words after the last semicolon, or else those of its code.
fn plain(code: Code, message: &str) -> String {
    let lacks_advice = code.explanation().is_some_and(|told| told.message_lacks_it);
    let own = if lacks_advice { None } else { advice(message) };
    match own {
        Some((told, advice)) => title(code, told) + &format!("help: {advice}\n"),
        None => title(code, message) + &help_of(code),
    }
}

/// What is meant by a misspelt name, which may have semicolons of its own, comes last.
const MEANT: &str = "; did you mean ";

/// What an error tells, and what it advises. A semicolon between quotation marks is one of what was typed.
fn advice(message: &str) -> Option<(&str, &str)> {
    let is_quoted = |at: &usize| message[..*at].matches('"').count() % 2 == 1;
    let at = message.rfind(MEANT).or_else(|| message.rfind("; ").filter(|at| !is_quoted(at)))?;
    Some((&message[..at], &message[at + 2..]))
}

/// What the explanation of a code says is to be done.
fn help_of(code: Code) -> String {
    code.explanation().map_or_else(String::new, |told| format!("help: {}\n", told.help()))
}

/// What is shown of something that people have named.
fn line(told: impl std::fmt::Display) -> String {
    shown(&told.to_string())
}

/// Many faults; advice that is the same for several in a row is given once, after them.
fn several(troubles: &[Trouble]) -> String {
    let told = troubles.get(..MOST_TOLD).unwrap_or(troubles);
    let groups = told.chunk_by(|one, next| one.help == next.help);
    let group = |group: &[Trouble]| group.iter().map(fault_line).chain(group.last().map(help_line)).collect::<String>();
    let more = match troubles.len() - told.len() {
        0 => String::new(),
        more => format!("and {more} more\n"),
    };
    groups.map(group).collect::<String>() + &more
}

fn fault_line(trouble: &Trouble) -> String {
    let shown = |text: &str| shown(&text.replace('\n', " "));
    title(trouble.code, format!("{}: {}", shown(&trouble.at), shown(&trouble.message)))
}

fn help_line(trouble: &Trouble) -> String {
    format!("help: {}\n", shown(&trouble.help.replace('\n', " ")))
}

/// Faults with one message are shown so often; the others are counted.
const MOST_ALIKE: usize = 20;

/// What commands say in the end that would have changed the graph.
const UNCHANGED: &str = "nothing was changed";

/// Faults are shown so often at most, whatever they say.
const MOST_SHOWN: usize = 200;

fn faulty(faults: &[Fault], end: Option<&str>) -> String {
    listed(faults, &Level::ERROR, end)
}

fn listed(faults: &[Fault], level: &Level<'_>, end: Option<&str>) -> String {
    let renderer = Renderer::styled();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut out, mut told, mut left) = (String::new(), 0, 0);
    for fault in faults {
        let same = alike.entry(&fault.message).or_default();
        *same += 1;
        if *same <= MOST_ALIKE && told < MOST_SHOWN {
            told += 1;
            out.push_str(&drawn(fault, level, &renderer));
        } else if *same <= MOST_ALIKE {
            left += 1;
        }
    }
    for (message, count) in alike.into_iter().filter(|(_, count)| *count > MOST_ALIKE) {
        out.push_str(&format!("and {} more: {}\n", number(count - MOST_ALIKE), shown(&message.replace('\n', " "))));
    }
    if left > 0 {
        out.push_str(&format!("and {} more of other kinds\n", number(left)));
    }
    let files: BTreeSet<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    let (faults, files) = (counted(faults.len(), "fault", "faults"), counted(files.len(), "file", "files"));
    let end = end.map_or_else(String::new, |end| format!("; {end}"));
    out.push_str(&format!("{faults} in {files}{end}\n"));
    out
}

/// Bytes of a line that are shown around what is at fault, on each side.
const AROUND: usize = 1_000;

/// A fault with the line that it is in, or, of a line longer than any that people write, what is around it.
fn drawn(fault: &Fault, level: &Level<'_>, renderer: &Renderer) -> String {
    let text = &*fault.text;
    let start = before(text, fault.span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let locus = fault.locus();
    // A long value is marked on its first line only.
    let end = before(text, fault.span.end.clamp(start, line_end));
    let is_long = line_end - line_start > 2 * AROUND;
    let from = if is_long { before(text, start.saturating_sub(AROUND)).max(line_start) } else { line_start };
    let to = if is_long { before(text, (start + AROUND).min(line_end)) } else { line_end };
    let (ahead, own) = (bare(&text[from..start]), bare(&text[start..end.clamp(start, to)]));
    let marked = AnnotationKind::Primary.span(ahead.len()..ahead.len() + own.len());
    let source = format!("{ahead}{own}{}", bare(&text[end.clamp(start, to)..to]));
    let (path, message) = (shown(&fault.path), shown(&fault.message));
    let snippet = Snippet::source(source.as_str()).line_start(locus.line).annotation(marked);
    let snippet = if is_long { snippet } else { snippet.path(path.as_str()) };
    let title = level.clone().primary_title(message.as_str()).id(fault.code.name());
    let group = if is_long {
        let place = Origin::path(path.as_str()).line(locus.line).char_column(locus.column);
        Group::with_title(title).element(place).element(snippet)
    } else {
        title.element(snippet)
    };
    let help = fault.help.as_deref().map(shown);
    let group = match &help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    };
    format!("{}\n\n", renderer.render(&[group]))
}

/// A line with a sign in place of each character that a terminal would obey, so that marks stand below what is meant.
fn bare(line: &str) -> String {
    let sign = |letter: char| if letter != '\t' && is_obeyed(letter) { '\u{FFFD}' } else { letter };
    line.trim_end_matches('\r').chars().map(sign).collect()
}

/// The byte, or the one before it that begins a letter.
fn before(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_with_one_message_are_shown_a_few_times_and_counted() {
        let fault = |message: &str| Fault {
            code: Code::UnknownName,
            path: "claims/one.ron".into(),
            text: "[]".into(),
            span: 0..1,
            message: message.into(),
            help: None,
            record: None,
        };
        let mut faults: Vec<Fault> = (0..1_500).map(|_| fault("no actor has the id \"office\"")).collect();
        faults.push(fault("another"));
        let told = faulty(&faults, Some(UNCHANGED));
        assert_eq!(told.matches("claims/one.ron").count(), MOST_ALIKE + 1, "{told}");
        assert!(told.contains("another"), "{told}");
        let end = "and 1,480 more: no actor has the id \"office\"\n1,501 faults in 1 file; nothing was changed\n";
        assert!(told.ends_with(end), "{told}");
    }

    #[test]
    fn faults_of_many_kinds_are_shown_a_few_times_and_counted() {
        let fault = |number: usize| Fault {
            code: Code::UnknownName,
            path: "claims/one.ron".into(),
            text: "[]".into(),
            span: 0..1,
            message: format!("no actor has the id \"a{number}\""),
            help: None,
            record: None,
        };
        let told = faulty(&(0..1_500).map(fault).collect::<Vec<_>>(), None);
        assert_eq!(told.matches("claims/one.ron").count(), MOST_SHOWN, "{told}");
        assert!(told.ends_with("and 1,300 more of other kinds\n1,500 faults in 1 file\n"), "{told}");
    }

    #[test]
    fn of_a_line_without_end_what_is_around_the_fault_is_shown() {
        let text = format!("one\n{}here{}", "é".repeat(50_000), "é".repeat(50_000));
        let start = text.find("here").unwrap();
        let fault = |text: &str, start| Fault {
            code: Code::UnknownName,
            path: "claims/one.ron".into(),
            text: text.into(),
            span: start..start + 4,
            message: "this".into(),
            help: None,
            record: None,
        };
        let told = faulty(&[fault(&text, start)], None);
        assert!(told.contains("claims/one.ron:2:50001") && told.contains("here") && told.len() < 2_000, "{told}");
        let short = faulty(&[fault("one\ntwo here", 8)], None);
        assert!(short.contains("claims/one.ron:2:5") && short.contains("two here"), "{short}");
    }

    #[test]
    fn advice_stands_beneath_and_what_was_typed_is_not_cut() {
        let unknown = |id: &str, near: Option<&str>| {
            render(&CliError::Unknown { what: "claim", id: id.to_owned(), near: near.map(str::to_owned) })
        };
        assert!(
            unknown("a; b", None).starts_with("error[unknown-id]: no claim has the id \"a; b\"\nhelp: correct the id")
        );
        let near = "error[unknown-id]: no claim has the id \"a; b\"\nhelp: did you mean \"a; c\"?\n";
        assert_eq!(unknown("a; b", Some("a; c")), near);
        let none = render(&CliError::NoFile { path: "a; b".into() });
        assert!(none.starts_with("error[no-file]: a; b: there is no such file\nhelp: check its name"), "{none}");
    }

    #[test]
    fn learning_more_is_offered_once_and_only_to_people() {
        let errors = [CliError::OnlyClaims, CliError::OneText];
        assert!(!told(&errors, false).contains("--explain"));
        assert_eq!(told(&errors, true).matches("gainsay --explain unfit-option says more").count(), 1);
    }
}
