//! What holds of all claims of a group.

/// A group of claims that may be held against each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, bytemuck::Pod, bytemuck::Zeroable)]
#[repr(C)]
pub struct Group {
    /// Its block: one kind of claim and one subject. Each block has a rule.
    pub block: u32,
    /// What else holds, as bits.
    pub flags: u32,
}

impl Group {
    /// Columns alone tell which claims disagree.
    pub const PLAIN: u32 = 1;
    /// Some claim excludes its own figure ("more than 100").
    pub const STRICT: u32 = 2;
    /// Its claims have no bounds, or are held against those of another measure: any two may disagree.
    pub const ANY: u32 = 4;

    /// Whether columns alone tell which of its claims disagree: all are of one lane, and each has a known period and sharp
    /// bounds, leaves nothing open and revises nothing.
    pub fn is_plain(self) -> bool {
        self.flags & Self::PLAIN != 0
    }

    /// Whether bounds do not rule out that two claims disagree.
    pub fn is_any(self) -> bool {
        self.flags & (Self::ANY | Self::STRICT) != 0
    }
}
