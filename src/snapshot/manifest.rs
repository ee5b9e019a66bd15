//! What says of which files a snapshot was made, so that it is used of just these.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::image::{self, Image, ImageError};
use crate::store::Stamps;
use crate::store::read::stamps::Stamp;

/// Says of which files something was made: where that stands, what kind of file it is, and a number of what was made.
#[derive(Clone, Copy, Debug)]
pub struct Manifest<'a> {
    /// The file in which it is noted.
    pub path: &'a Path,
    /// As [`image::write`] has it.
    pub kind: u64,
    /// What was made.
    pub id: u64,
}

impl Manifest<'_> {
    /// Notes the files in `dir`, with their contents.
    ///
    /// # Errors
    /// If one of them cannot be read or has changed meanwhile, or the note cannot be written.
    pub fn write(&self, dir: &Path, stamps: &Stamps) -> Result<(), ImageError> {
        self.put(&still(dir, stamps, stamps.digested(dir)?)?)
    }

    /// Notes files whose contents are known.
    ///
    /// # Errors
    /// If the note cannot be written.
    pub fn put(&self, stamps: &Stamps) -> Result<(), ImageError> {
        let packed = postcard::to_stdvec(stamps).map_err(|_| ImageError::Damaged("its files cannot be noted"))?;
        image::write(self.path, self.kind, &[("id", &self.id.to_le_bytes()), ("files", &packed)])
    }

    /// The paths of the files in `dir`, which look like that now, that are not what was noted: changed, gone or new.
    ///
    /// # Errors
    /// If there is no such note, or it is of something else.
    pub fn changed(&self, dir: &Path, now: &Stamps) -> Result<BTreeSet<String>, ImageError> {
        let then = self.read()?;
        let mut known: BTreeMap<&str, &Stamp> = then.files.iter().map(|file| (file.path.as_str(), file)).collect();
        let (mut settled, mut changed) = (Vec::new(), BTreeSet::new());
        for file in &now.files {
            match known.remove(file.path.as_str()).map(|then| then.settled(file, dir)).transpose()?.flatten() {
                Some(same) => settled.push(same),
                None => changed.extend([file.path.clone()]),
            }
        }
        changed.extend(known.into_keys().map(str::to_owned));
        let settled = Stamps { files: settled };
        if changed.is_empty() && settled != then {
            // What was found to be the same need not be looked at again; if that cannot be noted, it is, next time.
            let _ = self.put(&settled);
        }
        Ok(changed)
    }

    /// The files in `dir`, which look like that now, with their contents: of those that have not changed, as they were noted.
    ///
    /// # Errors
    /// If there is no such note, or a file cannot be read or has changed meanwhile.
    pub fn with(&self, dir: &Path, now: &Stamps, changed: &BTreeSet<String>) -> Result<Stamps, ImageError> {
        let then = self.read()?;
        let known: BTreeMap<&str, &Stamp> = then.files.iter().map(|file| (file.path.as_str(), file)).collect();
        let file = |file: &Stamp| match known.get(file.path.as_str()) {
            Some(then) if !changed.contains(&file.path) => Ok(file.with_content_of(then)),
            _ => file.digested(dir),
        };
        still(dir, now, Stamps { files: now.files.iter().map(file).collect::<std::io::Result<_>>()? })
    }

    fn read(&self) -> Result<Stamps, ImageError> {
        let image = Image::open(self.path, self.kind)?;
        if image.column::<Vec<u8>>("id")? != self.id.to_le_bytes() {
            return Err(ImageError::Damaged("its list of files is of another"));
        }
        let packed: Vec<u8> = image.column("files")?;
        postcard::from_bytes(&packed).map_err(|_| ImageError::Damaged("its files are not what was noted"))
    }
}

/// Files with their contents, if they still look as they did before these were read: else nobody knows what was read.
fn still(dir: &Path, then: &Stamps, known: Stamps) -> Result<Stamps, ImageError> {
    if Stamps::of(dir)?.is_same(then) { Ok(known) } else { Err(ImageError::Stale(BTreeSet::new())) }
}
