//! Records and findings as JSON values; `docs/json.md` describes them.

mod actor;
mod archive;
mod candidate;
mod claim;
mod comparison;
mod diff;
mod document;
mod evidence;
mod impact;
mod lint;
mod origin;
mod question;
mod reuse;
mod source;
mod trace;
mod vocabulary;

pub use actor::{ActorJson, SpellingJson, actor};
pub use candidate::{CandidateJson, candidate};
pub use claim::{ClaimJson, claim};
pub use comparison::{ComparisonJson, comparison};
pub use diff::{DiffJson, diff};
pub(super) use document::write;
pub use evidence::{EvidenceJson, evidence};
pub use impact::{ImpactJson, impact};
pub use lint::{LintJson, lint};
pub use question::{QuestionsJson, questions};
pub use reuse::{ComparedText, ReuseJson, reuse};
pub use source::{SourceJson, source};
pub use trace::{TraceJson, trace};
pub use vocabulary::{EventJson, MeasureJson, PropositionJson, RegionJson, event, measure, proposition, region};
