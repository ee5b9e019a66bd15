//! Judgements: what an editor decided about claims, with date and reason.

use super::date::PartialDate;
use super::id::{ClaimId, JudgementId};

/// A claim that a judgement rests on, as it was when judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The claim.
    pub claim: ClaimId,
    /// The claim's fingerprint when it was judged.
    pub fingerprint: Option<String>,
}

/// An editor's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Identifier.
    pub id: JudgementId,
    /// The claims that it is about and rests on.
    pub on: Vec<Judged>,
    /// What was decided, and why.
    pub verdict: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub date: PartialDate,
}

impl Judgement {
    /// What judgements are ordered by, the last of which counts: their days, and of one day their names.
    pub fn order(&self) -> impl Ord + use<> {
        (self.date.last_day(), self.id.clone())
    }
}
