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

pub use corpus::{Corpus, Entry};
pub use judge::{Match, held_side_by_side, judge, relation};
pub use money::is_money;
pub use pairs::{Pair, pairs};
pub use sign::{Model, Sign, Signs, WEIGHTS};
pub use tie::Tie;
pub use units::measured;
