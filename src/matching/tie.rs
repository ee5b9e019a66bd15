//! What a text itself says of two of its claims, or two texts of theirs, before their words are likened.

/// A tie between two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Both stand at one place of a passage that their texts share, or one restates the other: they are one claim.
    Same,
    /// Both stand in such a passage, at different places: they are two.
    Other,
    /// One is told as a part of the other.
    Part,
}
