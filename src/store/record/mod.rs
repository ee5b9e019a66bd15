//! Records as the files hold them, before anything about them has been checked. `docs/graph-format.md` describes them.

mod claims;
mod vocabulary;

pub use claims::{
    AboutRecord, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord, JudgedRecord, JudgementRecord,
    SubjectRecord, ViaRecord,
};
pub use vocabulary::{
    ActorRecord, EventRecord, GraphRecord, IdentityRecord, MeasureRecord, MeasuresRecord, PassageRecord,
    PropositionRecord, RegionRecord, RepresentationRecord, SourceRecord, SpellingRecord, StretchRecord, TextRecord,
};
