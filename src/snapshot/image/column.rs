//! Columns: numbers or plain structs of one kind, as they lie in memory.

use std::io;

use bytemuck::Pod;

/// A column that can be read.
pub trait Column: Sized {
    /// A column of `length` bytes, which `fill` fetches; nothing if its values are of another width.
    ///
    /// # Errors
    /// Those of `fill`.
    fn read(length: u64, fill: impl FnOnce(&mut [u8]) -> io::Result<()>) -> io::Result<Option<Self>>;

    /// Its bytes.
    fn bytes(&self) -> &[u8];
}

impl<T: Pod> Column for Vec<T> {
    fn read(length: u64, fill: impl FnOnce(&mut [u8]) -> io::Result<()>) -> io::Result<Option<Self>> {
        let width = size_of::<T>() as u64;
        let Some(count) = usize::try_from(length / width).ok().filter(|_| length.is_multiple_of(width)) else {
            return Ok(None);
        };
        let mut values = vec![T::zeroed(); count];
        fill(bytemuck::cast_slice_mut(&mut values))?;
        Ok(Some(values))
    }

    fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(self)
    }
}

/// Columns by name, as a set of them is written.
pub type Columns<'a> = Vec<(&'static str, &'a [u8])>;
