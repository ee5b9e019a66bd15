//! What holds of all claims of one kind and subject.

use super::rule::Rule;

/// One kind of claim and one subject: what claims must share to be held side by side at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The numbers of its measures, in the order of ids: none, one, or those that an identity links.
    pub measures: Vec<u32>,
    /// The rule of its measure, if columns alone can tell what its claims come to.
    pub rule: Option<Rule>,
    /// Its claims have no bounds, or are held against those of another measure, so that they are one group.
    pub is_whole: bool,
}
