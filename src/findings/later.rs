//! What is worked out of an archive only when it is first asked for.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::model::Archive;

/// Something that an archive tells, made at the first look at it and kept.
#[derive(Clone, Debug)]
pub struct Later<'a, T> {
    archive: &'a Archive,
    make: fn(&Archive) -> T,
    made: OnceLock<T>,
}

impl<'a, T> Later<'a, T> {
    pub(super) fn new(archive: &'a Archive, make: fn(&Archive) -> T) -> Self {
        Self { archive, make, made: OnceLock::new() }
    }
}

impl<T> Deref for Later<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.made.get_or_init(|| (self.make)(self.archive))
    }
}
