//! The candidates that wait, told from the folder of the inbox alone, without the graph.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::listing::INBOX;
use crate::store::record::InboxFile;
use crate::store::{read_record, text_bytes};

/// The ids of the candidates of the graph in `dir` on which nothing has been decided; none where a file cannot be read, for then
/// the whole inbox is left out.
pub fn waiting(dir: &Path) -> BTreeSet<String> {
    let Ok(files) = fs::read_dir(dir.join(INBOX)) else { return BTreeSet::new() };
    let paths = files.flatten().map(|file| file.path());
    let of_records = paths.filter(|path| path.extension().is_some_and(|extension| extension == "ron"));
    let ids: Option<Vec<Vec<String>>> = of_records.map(|path| of_file(&path)).collect();
    ids.into_iter().flatten().flatten().collect()
}

fn of_file(path: &Path) -> Option<Vec<String>> {
    let text = String::from_utf8(text_bytes(path).ok()?).ok()?;
    let file: InboxFile = read_record(path, &text).ok()?;
    let open = file.candidates.into_iter().filter(|one| one.state.is_open());
    Some(open.map(|one| one.claim.id).collect())
}
