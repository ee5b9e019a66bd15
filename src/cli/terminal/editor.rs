//! A candidate's claim in the editor of whoever reviews.

use std::path::Path;
use std::process::Command;

use gainsay::inbox::{edit, find};
use gainsay::store::{file_of, open, to_ron};

use crate::cli::error::CliError;

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
    let path = folder.path().join(file_of(id));
    std::fs::write(&path, text).map_err(io(&path))?;
    let editor = std::env::var("EDITOR").ok().filter(|editor| !editor.trim().is_empty());
    let editor = editor.unwrap_or_else(|| "vi".to_owned());
    let mut words = editor.split_whitespace();
    let failed = |what: String| CliError::Editor { editor: editor.clone(), what };
    let status = Command::new(words.next().unwrap_or("vi")).args(words).arg(&path).status();
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
