//! Claims, sources, actors and what they are about: plain values that have been checked.

mod about;
mod actor;
mod archive;
mod aspect;
mod claim;
mod date;
mod event;
mod id;
mod judgement;
mod measure;
mod nesting;
mod passage;
mod period;
mod place;
mod relocation;
mod source;
mod suggest;
mod topic;
mod verdict;
mod words;

pub(crate) use words::words;

pub use about::{About, DateClaim, From, Quantity, Quote, Rank, Stance, StanceClaim, Subject};
pub use actor::{Actor, ActorKind, Representation, Spelling, Standing};
pub use archive::Archive;
pub use aspect::{Aspect, Grounding};
pub use claim::{Attribution, Claim, Evidence, FRAGMENT_WORDS, Locus, Method, Scope, Via};
pub use date::{DateError, PartialDate};
pub use event::Event;
pub(crate) use id::is_id;
pub use id::{ActorId, ClaimId, EventId, JudgementId, MeasureId, PlaceId, PopulationId, PropositionId, SourceId};
pub use judgement::{Judged, Judgement};
pub use measure::{Basis, Identity, Measure, PLACEHOLDERS};
pub use nesting::{Containment, Nesting};
pub use passage::{SharedPassage, Stretch};
pub use period::{Calendar, Period, PeriodError, PeriodForm, Window, days_between};
pub use place::{Place, Population, Proposition, Region};
pub use relocation::{Moved, Relocation};
pub use source::{Source, SourceKind, Text};
pub use suggest::{nearest, nearest_of, only_ending};
pub use topic::Topic;
pub use verdict::{REASONS, VerdictError, dismisses, ruling};
