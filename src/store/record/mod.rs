//! Records as the files hold them, before anything about them has been checked. `docs/graph-format.md` describes them.

mod claims;
mod inbox;
mod of;
mod own;
mod same;
mod vocabulary;

pub use claims::{
    AboutRecord, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord, JudgedRecord, JudgementRecord,
    SubjectRecord, ViaRecord,
};
pub use inbox::{
    AddedFile, AgainstRecord, CandidateRecord, DecisionRecord, InboxFile, NearRecord, ProposedKind, ReadRecord,
    StateRecord,
};
pub use own::{MovedRecord, PassageRecord, RelocationRecord, StretchRecord};
pub use vocabulary::{
    ActorRecord, EventRecord, GraphRecord, IdentityRecord, MeasureRecord, MeasuresRecord, PropositionRecord,
    RegionRecord, RepresentationRecord, SourceRecord, SpellingRecord, TextRecord,
};
