//! Files of named columns: written whole, read column by column, each with a checksum. They are a cache, so that whatever is
//! amiss with one is a reason to make it anew, and never an error.

mod column;
mod layout;

use crate::codes::Code;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bytemuck::Pod;

use crate::store::write::disk;
use crate::store::write::disk::Out;

pub use column::{Column, Columns};

use self::layout::{CHUNK, HEAD, Head, Slot, checksum, checksums};

/// Why a file of columns is of no use.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImageError {
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is of another program, layout or machine.
    #[error("it was made by another version of the program")]
    Foreign,
    /// It is of other files, or of what these files once were.
    #[error("{} of its files have changed since", .0.len())]
    Stale(BTreeSet<String>),
    /// It is shorter than it says, or some of it is not what was written.
    #[error("it is damaged: {0}")]
    Damaged(&'static str),
}

impl ImageError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            ImageError::Io(_) => Code::DiskRefused,
            ImageError::Foreign | ImageError::Stale(_) | ImageError::Damaged(_) => Code::SnapshotUnfit,
        }
    }
}

/// A file of columns, open for reading.
#[derive(Debug)]
pub struct Image {
    #[cfg_attr(unix, expect(dead_code, reason = "other systems open it once more for each reading"))]
    path: PathBuf,
    file: File,
    length: u64,
    head: Head,
}

impl Image {
    /// Opens a file and reads its head. `kind` is what the one who wrote it gave.
    ///
    /// # Errors
    /// If it is not there, of another kind, or its head is damaged.
    pub fn open(path: &Path, kind: u64) -> Result<Self, ImageError> {
        if !std::fs::metadata(path)?.is_file() {
            return Err(ImageError::Damaged("it is no file"));
        }
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut fixed = [0_u8; HEAD];
        file.read_exact(&mut fixed).map_err(torn)?;
        let slots = Head::slots(&fixed, kind)?;
        let mut table = vec![0_u8; slots];
        file.read_exact(&mut table).map_err(torn)?;
        let head = Head::read(&fixed, &table)?;
        if head.end() != length {
            return Err(ImageError::Damaged("its length is not what it says"));
        }
        Ok(Self { path: path.to_owned(), file, length, head })
    }

    /// Reads a column.
    ///
    /// # Errors
    /// If there is none of that name, or its bytes are not those that were written.
    pub fn column<C: Column>(&self, name: &str) -> Result<C, ImageError> {
        let slot = self.slot(name)?;
        let column = C::read(slot.length, |bytes| self.read(bytes, slot.offset)).map_err(torn)?;
        let column = column.ok_or(ImageError::Damaged("a column is of another width"))?;
        if checksums(column.bytes()) == self.sums(&slot)? { Ok(column) } else { Err(UNFIT) }
    }

    /// Reads some stretches of a column of numbers, which are in order, one after the other. Chunks are read that hold some of
    /// them, and no others.
    ///
    /// # Errors
    /// As [`Image::column`], or if the column ends before them.
    pub fn stretches<T: Pod>(&self, name: &str, stretches: &[Range<usize>]) -> Result<Vec<T>, ImageError> {
        let slot = self.slot(name)?;
        let mut chunks = Chunks { sums: self.sums(&slot)?, image: self, slot, held: None };
        let mut values = Vec::with_capacity(stretches.iter().map(Range::len).sum());
        for stretch in stretches {
            let (mut at, end) = (stretch.start * size_of::<T>(), stretch.end * size_of::<T>());
            while at < end {
                let upto = end.min((at / CHUNK + 1) * CHUNK);
                let bytes = chunks.get(at / CHUNK)?.get(at % CHUNK..upto - at / CHUNK * CHUNK);
                values.extend(bytemuck::pod_collect_to_vec::<u8, T>(bytes.ok_or(SHORT)?));
                at = upto;
            }
        }
        Ok(values)
    }

    fn slot(&self, name: &str) -> Result<Slot, ImageError> {
        let slot = self.head.slot(name).ok_or(ImageError::Damaged("a column is missing"))?;
        if slot.end() > self.length { Err(SHORT) } else { Ok(slot.clone()) }
    }

    /// The checksums of a column.
    fn sums(&self, slot: &Slot) -> Result<Vec<u64>, ImageError> {
        let (start, count) = slot.sums();
        let mut sums = vec![0_u64; usize::try_from(count).map_err(|_| SHORT)?];
        self.read(bytemuck::cast_slice_mut(&mut sums), start).map_err(torn)?;
        if checksum(bytemuck::cast_slice(&sums)) == slot.sum { Ok(sums) } else { Err(UNFIT) }
    }

    /// Fetches the bytes at a place. Several threads may do so at once.
    #[cfg(unix)]
    fn read(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, bytes, at)
    }

    #[cfg(not(unix))]
    fn read(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        use std::io::Seek;
        let mut file = File::open(&self.path)?;
        file.seek(io::SeekFrom::Start(at))?;
        file.read_exact(bytes)
    }

    /// A number that is another one whenever anything in the file is.
    pub fn id(&self) -> u64 {
        self.head.id()
    }

    /// Length of the file in bytes.
    pub fn bytes(&self) -> u64 {
        self.length
    }
}

const UNFIT: ImageError = ImageError::Damaged("a checksum does not fit");
const SHORT: ImageError = ImageError::Damaged("a column is cut off");

/// The chunks of a column, of which the last one that was read is held.
struct Chunks<'a> {
    image: &'a Image,
    slot: Slot,
    sums: Vec<u64>,
    held: Option<(usize, Vec<u8>)>,
}

impl Chunks<'_> {
    fn get(&mut self, number: usize) -> Result<&[u8], ImageError> {
        if self.held.as_ref().is_none_or(|(held, _)| *held != number) {
            let start = (number * CHUNK) as u64;
            let left = self.slot.length.checked_sub(start).ok_or(SHORT)?;
            let mut bytes = vec![0_u8; CHUNK.min(usize::try_from(left).unwrap_or(CHUNK))];
            self.image.read(&mut bytes, self.slot.offset + start).map_err(torn)?;
            if self.sums.get(number) != Some(&checksum(&bytes)) {
                return Err(UNFIT);
            }
            self.held = Some((number, bytes));
        }
        Ok(self.held.as_ref().map_or(&[], |(_, bytes)| bytes))
    }
}

fn torn(error: io::Error) -> ImageError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => ImageError::Damaged("it is cut off"),
        _ => ImageError::Io(error),
    }
}

/// Makes the folder of a cache, which git does not see.
///
/// # Errors
/// If it cannot be made.
pub fn folder(path: &Path) -> io::Result<()> {
    disk::step()?;
    std::fs::create_dir_all(path)?;
    if std::fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::other("the folder is a link, and nothing is written through one"));
    }
    disk::step()?;
    match File::create_new(path.join(".gitignore")) {
        Ok(mut file) => file.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// How the names of files begin that are not written to their end.
const UNFINISHED: &str = ".unfinished-";

/// A file that has not grown for so long is not being written any more.
const LEFT: Duration = Duration::from_secs(3600);

/// Removes what processes left in a folder that were killed while they wrote.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_left = || entry.metadata()?.modified()?.elapsed().map_err(io::Error::other).map(|age| age > LEFT);
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) && is_left().unwrap_or(false) {
            disk::step()?;
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Writes columns into a file, which is put in place whole.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, kind: u64, columns: &[(&str, &[u8])]) -> Result<(), ImageError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    sweep(folder)?;
    disk::step()?;
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    let sums: Vec<Vec<u64>> = columns.iter().map(|(_, bytes)| checksums(bytes)).collect();
    let head = Head::new(kind, columns, &sums);
    let mut out = io::BufWriter::new(Out(file.as_file_mut()));
    out.write_all(&head.bytes())?;
    let mut at = head.bytes().len() as u64;
    for ((slot, (_, bytes)), sums) in head.slots.iter().zip(columns).zip(&sums) {
        fill(&mut out, &mut at, slot.offset)?;
        out.write_all(bytes)?;
        at += slot.length;
        fill(&mut out, &mut at, slot.sums().0)?;
        out.write_all(bytemuck::cast_slice(sums))?;
        at = slot.end();
    }
    out.flush()?;
    drop(out);
    disk::step()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes noughts up to a place.
fn fill(out: &mut impl Write, at: &mut u64, upto: u64) -> io::Result<()> {
    out.write_all(&[0; 64][..upto.saturating_sub(*at) as usize])?;
    *at = upto;
    Ok(())
}
