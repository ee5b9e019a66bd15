//! A candidate's claim in the editor of whoever reviews.

use std::path::Path;
use std::process::Command;

use gainsay::inbox::{edit, find};
use gainsay::store::{file_of, open, to_ron};

use crate::cli::error::CliError;

/// An editor that every system of its kind has.
const LAST: &str = "vi";

/// How to leave editors that say nothing of it themselves.
const WAYS_OUT: [(&[&str], &str); 2] = [
    (
        &["vi", "vim", "nvim"],
        "Esc, then :wq and Enter, saves and leaves; Esc, then :q! and Enter, leaves it as it was.",
    ),
    (&["nano", "pico"], "Ctrl+O and Enter saves; Ctrl+X leaves."),
];

/// The editor that is wished for; else one that beginners find their way out of, if it is here.
fn editor() -> String {
    let wished = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let wished = wished.into_iter().find(|editor| !editor.trim().is_empty());
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let is_here = |name: &str| std::env::split_paths(&paths).any(|folder| folder.join(name).is_file());
    wished.unwrap_or_else(|| if is_here("nano") { "nano" } else { LAST }.to_owned())
}

/// What stands above the claim: what to do, and how to leave.
fn head(id: &str, editor: &str) -> String {
    let program = Path::new(editor.split_whitespace().next().unwrap_or_default());
    let name = program.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let way = WAYS_OUT.iter().find(|(names, _)| names.contains(&name.as_str()));
    let way = way.map(|(_, way)| format!("// {way}\n")).unwrap_or_default();
    format!("// {id}: change what is wrong, save, and close the file. It waits on until you accept it.\n{way}\n")
}

/// Opens a candidate's claim in $VISUAL or $EDITOR and puts what comes of it in its place.
pub fn edit_by_hand(dir: &Path, id: &str) -> Result<String, CliError> {
    let held = open(dir)?;
    let (file, place) = find(&held, id)?;
    let claim = &held.inbox[file].candidates[place].claim;
    let text = to_ron(claim).map_err(gainsay::store::WriteError::from)?;
    let editor = editor();
    let io = |path: &Path| {
        let path = path.to_owned();
        move |error| CliError::Io { path, error }
    };
    let folder = tempfile::tempdir().map_err(io(Path::new("the temporary folder")))?;
    let path = folder.path().join(file_of(id));
    std::fs::write(&path, format!("{}{text}", head(id, &editor))).map_err(io(&path))?;
    let mut words = editor.split_whitespace();
    let failed = |what: String| CliError::Editor { editor: editor.clone(), what };
    let status = Command::new(words.next().unwrap_or(LAST)).args(words).arg(&path).status();
    let status = status.map_err(|error| failed(format!("could not be started ({error})")))?;
    if !status.success() {
        return Err(failed(format!("ended with {status}")));
    }
    let text = std::fs::read_to_string(&path).map_err(io(&path))?;
    let done = edit(dir, id, &path, &text);
    if done.is_err() {
        // What was typed is not lost.
        let _ = folder.keep();
    }
    Ok(done?)
}
