//! How many candidates wait, told from the folder of the inbox alone, without the graph.

use std::path::Path;

use crate::store::record::InboxFile;
use crate::store::{read_record, text_bytes};

/// Counts the candidates of the graph in `dir` on which nothing has been decided; none where a file cannot be read, for then
/// the whole inbox is left out.
pub fn waiting(dir: &Path) -> usize {
    let Ok(files) = std::fs::read_dir(dir.join("inbox")) else { return 0 };
    let paths = files.flatten().map(|file| file.path());
    let of_records = paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron"));
    of_records.map(|path| of_file(&path)).sum::<Option<usize>>().unwrap_or_default()
}

fn of_file(path: &Path) -> Option<usize> {
    let text = String::from_utf8(text_bytes(path).ok()?).ok()?;
    let file: InboxFile = read_record(path, &text).ok()?;
    Some(file.candidates.iter().filter(|one| one.state.is_open()).count())
}
