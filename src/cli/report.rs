//! How errors are shown: each with its code, its place and what to do.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use gainsay::codes::Code;
use gainsay::import::{ImportError, MOST_TOLD, Trouble};
use gainsay::inbox::InboxError;
use gainsay::store::{ChangeError, Fault, LoadError, NotFound};

use super::args::Color;
use super::error::CliError;
use super::output::choice;
use super::paint::{dim, shown};
use super::shown::{counted, number};

/// Shows errors on standard error; where a person looks, also how to learn more.
pub fn report(errors: &[CliError], color: Color) {
    let mut stream = anstream::AutoStream::new(io::stderr(), choice(color));
    // Nothing is left to tell it to if this fails.
    let _ = stream.write_all(told(errors, io::stderr().is_terminal()).as_bytes());
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
        CliError::Import(ImportError::Input(one)) => format!("{}{UNCHANGED}\n", trouble(one)),
        CliError::State { name, error: LoadError::Faulty(faults) } => {
            format!("{}\n{}", title(error.code(), format!("{name} does not load")), faulty(faults, None))
        }
        CliError::NotFound(NotFound { looked }) => {
            let places: Vec<String> = looked.iter().map(|path| format!("  {}\n", path.display())).collect();
            let title = title(error.code(), "no graph found; looked for graph.ron in");
            title + &places.concat() + &help_of(error.code())
        }
        _ => match faults(error) {
            [] => plain(error.code(), &error.to_string()),
            faults => faulty(faults, Some(UNCHANGED)),
        },
    }
}

/// The first line of an error.
fn title(code: Code, message: impl std::fmt::Display) -> String {
    format!("error[{code}]: {message}\n")
}

/// Errors whose own words do not say what to do.
const UNADVISED: [Code; 20] = [
    Code::BadPattern,
    Code::DecidedBefore,
    Code::DiskRefused,
    Code::FileExists,
    Code::GitFailed,
    Code::GraphExists,
    Code::NoDirectory,
    Code::NoGit,
    Code::NoGraphInRevision,
    Code::NoRepository,
    Code::NotAClaim,
    Code::NotAGraph,
    Code::NotInText,
    Code::NotUtf8,
    Code::NothingInCommon,
    Code::OutputRefused,
    Code::ThreeStates,
    Code::UnknownRevision,
    Code::UnwritableName,
    Code::UnwritableValue,
];

/// An error in one line, and what to do, unless the line says it or asks whether something else is meant.
fn plain(code: Code, message: &str) -> String {
    let is_advised = match code {
        Code::UnknownId | Code::TooFewClaims | Code::ReversedTime => message.ends_with('?'),
        _ => !UNADVISED.contains(&code),
    };
    let help = if is_advised { String::new() } else { help_of(code) };
    title(code, message) + &help
}

/// What the explanation of a code says is to be done.
fn help_of(code: Code) -> String {
    code.explanation().map_or_else(String::new, |told| format!("help: {}\n", told.help()))
}

fn trouble(trouble: &Trouble) -> String {
    fault_line(trouble) + &help_line(trouble)
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

fn faulty(faults: &[Fault], end: Option<&str>) -> String {
    let renderer = Renderer::styled();
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::new();
    for fault in faults {
        let told = alike.entry(&fault.message).or_default();
        *told += 1;
        if *told <= MOST_ALIKE {
            out.push_str(&format!("{}\n\n", renderer.render(&[group(fault)])));
        }
    }
    for (message, count) in alike.into_iter().filter(|(_, count)| *count > MOST_ALIKE) {
        out.push_str(&format!("and {} more: {}\n", number(count - MOST_ALIKE), shown(&message.replace('\n', " "))));
    }
    let files: BTreeSet<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    let (faults, files) = (counted(faults.len(), "fault", "faults"), counted(files.len(), "file", "files"));
    let end = end.map_or_else(String::new, |end| format!("; {end}"));
    out.push_str(&format!("{faults} in {files}{end}\n"));
    out
}

fn group(fault: &Fault) -> Group<'_> {
    let start = fault.span.start.min(fault.text.len());
    let end = fault.span.end.clamp(start, fault.text.len());
    // A long value is marked on its first line only.
    let line_end = fault.text[start..end].find('\n').map_or(end, |at| start + at);
    let snippet = Snippet::source(&*fault.text)
        .path(&*fault.path)
        .annotation(AnnotationKind::Primary.span(start..line_end.max(start)));
    let group = Level::ERROR.primary_title(fault.message.as_str()).id(fault.code.name()).element(snippet);
    match &fault.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    }
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
    fn learning_more_is_offered_once_and_only_to_people() {
        let errors = [CliError::OnlyClaims, CliError::OneText];
        assert!(!told(&errors, false).contains("--explain"));
        assert_eq!(told(&errors, true).matches("gainsay --explain unfit-option says more").count(), 1);
    }
}
