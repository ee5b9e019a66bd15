//! Whether a snapshot is of the files that are there now: by names, sizes and times, and where times do not tell, by content.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_128;

use super::{FOLDER, kind};
use crate::store::image::{self, Image, ImageError};

/// A file written so shortly before it was looked at may change once more without its time changing.
const SETTLED: Duration = Duration::from_secs(2);

/// The files of a graph, as they were when they were listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    files: Vec<Stamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    /// Path in the graph's folder.
    path: String,
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

impl Listing {
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
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let known = |file: &Stamp| (file.path.clone(), file.bytes, file.changed, file.noted);
        self.files.iter().map(known).eq(other.files.iter().map(known))
    }

    /// The same with the content of each file.
    fn digested(&self, dir: &Path) -> std::io::Result<Self> {
        let file = |file: &Stamp| Ok(Stamp { digest: Some(digest(&dir.join(&file.path))?), ..file.clone() });
        Ok(Self { files: self.files.iter().map(file).collect::<std::io::Result<_>>()? })
    }
}

fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<Stamp>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let (path, known) = (format!("{prefix}{name}"), fs::metadata(entry.path())?);
        if known.is_dir() && depth > 0 {
            collect(&entry.path(), &format!("{path}/"), depth - 1, files)?;
        } else {
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

fn place(dir: &Path) -> std::path::PathBuf {
    dir.join(FOLDER).join("files")
}

/// Notes of which files the snapshot of that id is.
pub(super) fn write(dir: &Path, listing: &Listing, id: u64) -> Result<(), ImageError> {
    note(dir, &listing.digested(dir)?, id)
}

fn note(dir: &Path, listing: &Listing, id: u64) -> Result<(), ImageError> {
    let packed = postcard::to_stdvec(listing).map_err(|_| ImageError::Damaged("its files cannot be noted"))?;
    image::write(&place(dir), kind(), &[("id", &id.to_le_bytes()), ("files", &packed)])
}

/// Whether the snapshot of that id is of the files that were listed now.
pub(super) fn check(dir: &Path, now: &Listing, id: u64) -> Result<(), ImageError> {
    let mut image = Image::open(&place(dir), kind())?;
    let noted: Vec<u8> = image.column("id")?;
    if noted != id.to_le_bytes() {
        return Err(ImageError::Stale);
    }
    let packed: Vec<u8> = image.column("files")?;
    let then: Listing =
        postcard::from_bytes(&packed).map_err(|_| ImageError::Damaged("its files are not what was noted"))?;
    if then.files.len() != now.files.len() {
        return Err(ImageError::Stale);
    }
    let mut looked = false;
    let mut settled = then.clone();
    for (at, (then, now)) in then.files.iter().zip(&now.files).enumerate() {
        if then.path != now.path || then.bytes != now.bytes {
            return Err(ImageError::Stale);
        }
        if (then.changed, then.noted) != (now.changed, now.noted) || !then.is_settled {
            if then.digest != Some(digest(&dir.join(&now.path))?) {
                return Err(ImageError::Stale);
            }
            looked = true;
            settled.files[at] = Stamp { digest: then.digest, ..now.clone() };
        }
    }
    if looked {
        // What was found to be the same need not be looked at again; if that cannot be noted, it is, next time.
        let _ = note(dir, &settled, id);
    }
    Ok(())
}
