//! Claims of texts side by side, on any subject: whether two of them speak of the same thing, and what the ladder makes of
//! them. No vocabulary is given beforehand; the words of the texts decide.

mod circumstances;
mod corpus;
mod differences;
mod figure;
mod judge;
mod likeness;
mod money;
mod pairs;
mod partners;
mod periods;
mod rarity;
mod reading;
mod rungs;
mod sign;
mod tie;
mod units;
mod values;

pub(crate) use corpus::Corpus;
pub use corpus::Entry;
pub use judge::Match;
pub(crate) use judge::{held_side_by_side, judge, relation};
pub use pairs::Pair;
pub(crate) use pairs::pairs;
pub use sign::Signs;
pub(crate) use sign::WEIGHTS;
pub(crate) use tie::Tie;
pub(crate) use units::measured;
