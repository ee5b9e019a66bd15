//! What holds of all claims of a group.

/// A group of claims that may be held against each other: its block, and what else holds, in one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(transparent)]
pub struct Group(u32);

impl Group {
    /// Columns alone tell which claims disagree.
    const PLAIN: u32 = 1 << 31;
    /// Any two claims may disagree: some exclude their own figure ("more than 100"), have no bounds, or are held against those
    /// of another measure.
    const ANY: u32 = 1 << 30;

    /// A group of a block.
    pub(super) fn new(block: u32, is_plain: bool, is_any: bool) -> Self {
        Self(block | if is_plain { Self::PLAIN } else { 0 } | if is_any { Self::ANY } else { 0 })
    }

    /// Its block: one kind of claim and one subject. Each block has a rule.
    pub fn block(self) -> u32 {
        self.0 & !(Self::PLAIN | Self::ANY)
    }

    /// Whether columns alone tell which of its claims disagree: all are of one lane, and each has a known period and sharp
    /// bounds, leaves nothing open and revises nothing.
    pub fn is_plain(self) -> bool {
        self.0 & Self::PLAIN != 0
    }

    /// Whether bounds do not rule out that two claims disagree.
    pub fn is_any(self) -> bool {
        self.0 & Self::ANY != 0
    }
}
