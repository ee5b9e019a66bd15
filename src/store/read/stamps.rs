//! Whether the files of a graph are still what they were: by names, sizes and times, and where times do not tell, by content.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_128;

/// A file written so shortly before it was looked at may change once more without its time changing.
const SETTLED: Duration = Duration::from_secs(2);

/// The files of a graph, as they were when they were listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps {
    pub(crate) files: Vec<Stamp>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// Path in the graph's folder.
    pub path: String,
    bytes: u64,
    /// When it was last changed, in nanoseconds since 1970.
    changed: u128,
    /// When the system last noted a change, which no program can put back; nought where it notes none.
    noted: i128,
    /// Its content; nothing where that was not looked at.
    digest: Option<u128>,
    /// Whether it had been left alone for long enough for its time to tell.
    is_settled: bool,
}

impl Stamps {
    /// The files of the graph in `dir`, hidden ones left out.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub fn of(dir: &Path) -> std::io::Result<Self> {
        let mut files = Vec::new();
        collect(dir, "", 1, &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { files })
    }

    /// The bytes of all files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Whether another listing has the same files, sizes and times.
    pub fn is_same(&self, other: &Self) -> bool {
        self.unlike(other).is_empty()
    }

    /// The paths of the files that are not the same in another listing, by name, size and times, or are in one of both alone.
    pub fn unlike(&self, other: &Self) -> Vec<String> {
        let known = |file: &Stamp| (file.path.clone(), (file.bytes, file.changed, file.noted));
        let mut theirs: BTreeMap<_, _> = other.files.iter().map(known).collect();
        let own = self.files.iter().map(known);
        let unlike: Vec<String> =
            own.filter(|(path, stamp)| theirs.remove(path).as_ref() != Some(stamp)).map(|(path, _)| path).collect();
        let mut all: BTreeSet<String> = unlike.into_iter().collect();
        all.extend(theirs.into_keys());
        all.into_iter().collect()
    }

    /// The same with the content of each file.
    pub(crate) fn digested(&self, dir: &Path) -> std::io::Result<Self> {
        let files = self.files.par_iter().map(|file| file.digested(dir));
        Ok(Self { files: files.collect::<std::io::Result<_>>()? })
    }
}

fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<Stamp>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let known = fs::metadata(entry.path()).or_else(|_| fs::symlink_metadata(entry.path()))?;
        let path = format!("{prefix}{name}");
        if known.is_dir() && depth > 0 {
            collect(&entry.path(), &format!("{path}/"), depth - 1, files)?;
        } else if known.is_file() {
            files.push(stamp(path, &known)?);
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "no finding depends on it: only how much of a file is looked at")]
fn stamp(path: String, known: &fs::Metadata) -> std::io::Result<Stamp> {
    let changed = known.modified()?;
    let is_settled = SystemTime::now().duration_since(changed).is_ok_and(|age| age > SETTLED);
    let changed = changed.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    Ok(Stamp { path, bytes: known.len(), changed, noted: noted(known), digest: None, is_settled })
}

/// What tells a file from what it was: its length, and when it was changed, as programs and as the system have it.
pub(in crate::store) type Look = (u64, Option<SystemTime>, i128);

/// What a file looks like now; nothing where there is none.
pub(in crate::store) fn look(path: &Path) -> Option<Look> {
    let known = fs::metadata(path).ok()?;
    Some((known.len(), known.modified().ok(), noted(&known)))
}

#[cfg(unix)]
fn noted(known: &fs::Metadata) -> i128 {
    use std::os::unix::fs::MetadataExt;
    i128::from(known.ctime()) * 1_000_000_000 + i128::from(known.ctime_nsec())
}

#[cfg(not(unix))]
fn noted(_: &fs::Metadata) -> i128 {
    0
}

fn digest(path: &Path) -> std::io::Result<u128> {
    Ok(XxHash3_128::oneshot(&fs::read(path)?))
}

impl Stamp {
    /// The same with its content.
    pub fn digested(&self, dir: &Path) -> std::io::Result<Self> {
        Ok(Self { digest: Some(digest(&dir.join(&self.path))?), ..self.clone() })
    }

    /// The same with the content that is known of it.
    pub fn with_content_of(&self, known: &Self) -> Self {
        Self { digest: known.digest, ..self.clone() }
    }

    /// The stamp of a file that is still the same.
    pub fn settled(&self, now: &Self, dir: &Path) -> std::io::Result<Option<Self>> {
        if self.bytes != now.bytes {
            return Ok(None);
        }
        if self.is_settled && (self.changed, self.noted) == (now.changed, now.noted) {
            return Ok(Some(self.clone()));
        }
        let is_same = self.digest == Some(digest(&dir.join(&now.path))?);
        Ok(is_same.then(|| Self { digest: self.digest, ..now.clone() }))
    }
}
