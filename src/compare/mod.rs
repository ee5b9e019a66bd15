//! Two claims side by side: every rung of the ladder, how they relate, and why. What must be known of their lineage is
//! passed in.

mod conditions;
mod dates;
mod decide;
mod hints;
mod identity;
mod ladder;
mod periods;
mod quantities;
mod quotes;
mod ranks;
mod reason;
mod relation;
mod rung;
mod scope;
mod stances;
mod subject;
mod values;
mod verdict;
mod words;

pub(crate) use identity::in_unit_of;
pub(crate) use ladder::{LADDER_TEXT as LADDER, Step, step};
pub(crate) use quantities::gap;

pub use conditions::clauses;
pub use dates::{Days, days};
pub use decide::{accounts, each_once, part_first, settling};
pub use identity::Derived;
pub use quantities::{Printed, figures};
pub use quotes::{Change, WordChange};
pub use reason::Reason;
pub use relation::{Comparison, Condition, Gap, GapKind, Hint, HintKind, Relation};
pub use rung::{Outcome, Rung, RungResult, Side};
pub use values::{Leaning, value_text};
pub use verdict::{Climb, Verdict, compare};
pub use words::{stated as stated_text, unit_word};

/// What the ancestry of two claims says about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lineage {
    /// The side that revises the other.
    pub revises: Option<Side>,
    /// Both are one figure by one named origin, hedged by those who passed it on.
    pub one_figure: bool,
}
