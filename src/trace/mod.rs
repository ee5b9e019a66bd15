//! Where claims come from, how many origins stand behind them, and what falls without a record.

mod ancestry;
mod carriers;
mod chain;
mod drift;
mod fall;
mod family;
mod firsts;
mod narrowed;
mod origin;
mod origins;
mod proposal;
mod speaking;
mod subjects;

pub use ancestry::Ancestry;
pub use chain::{Chains, End, How, Step, What, chain};
pub use drift::{Drift, DriftKind, drifts, taken_from_later};
pub use fall::{Fall, fall, left, unsaid};
pub use family::{Spoken, is_one_figure, is_one_subject, subject};
pub use narrowed::Narrowed;
pub use origin::{Origin, OriginCount, count};
pub use proposal::{Proposal, proposals};
pub use subjects::Subjects;
