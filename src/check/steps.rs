//! What a check tells of its progress.

/// A step of a check that is done, or begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// The claims of one more text are read.
    Text,
    /// All are read, and are compared from now on.
    Compare,
}
