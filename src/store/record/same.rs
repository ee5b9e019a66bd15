//! Whether two records say the same, whatever ids they have.

use super::{ClaimRecord, JudgementRecord, SourceRecord};

macro_rules! says_the_same {
    ($($record:ty),*) => {
        $(impl $record {
            /// Whether another says the same under this or another id.
            pub(crate) fn says_the_same(&self, other: &Self) -> bool {
                *self == Self { id: self.id.clone(), ..other.clone() }
            }
        })*
    };
}
says_the_same!(ClaimRecord, JudgementRecord, SourceRecord);
