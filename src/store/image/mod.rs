//! Files of named columns: written whole, read column by column, each with a checksum. They are a cache, so that whatever is
//! amiss with one is a reason to make it anew, and never an error.

mod column;
mod layout;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

pub use column::{Column, Columns};

use self::layout::{HEAD, Head, Slot, align, checksum};

/// Why a file of columns is of no use.
#[derive(Debug, thiserror::Error)]
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

/// A file of columns, open for reading.
#[derive(Debug)]
pub struct Image {
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
        Ok(Self { file, length, head })
    }

    /// Reads a column.
    ///
    /// # Errors
    /// If there is none of that name, or its bytes are not those that were written.
    pub fn column<C: Column>(&mut self, name: &str) -> Result<C, ImageError> {
        let slot = self.head.slot(name).ok_or(ImageError::Damaged("a column is missing"))?;
        let Slot { offset, length, sum, .. } = *slot;
        if offset.checked_add(length).is_none_or(|end| end > self.length) {
            return Err(ImageError::Damaged("a column is cut off"));
        }
        self.file.seek(SeekFrom::Start(offset))?;
        let column = C::read(length, |bytes| self.file.read_exact(bytes)).map_err(torn)?;
        let column = column.ok_or(ImageError::Damaged("a column is of another width"))?;
        if checksum(column.bytes()) == sum { Ok(column) } else { Err(ImageError::Damaged("a checksum does not fit")) }
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
    std::fs::create_dir_all(path)?;
    std::fs::write(path.join(".gitignore"), "*\n")
}

/// Writes columns into a file, which is put in place whole.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, kind: u64, columns: &[(&str, &[u8])]) -> Result<(), ImageError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let head = Head::new(kind, columns);
    let mut out = io::BufWriter::new(file.as_file_mut());
    out.write_all(&head.bytes())?;
    let mut at = head.bytes().len() as u64;
    for (_, bytes) in columns {
        let start = align(at);
        out.write_all(&vec![0; (start - at) as usize])?;
        out.write_all(bytes)?;
        at = start + bytes.len() as u64;
    }
    out.flush()?;
    drop(out);
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
