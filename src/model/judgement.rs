//! Judgements: what an editor decided about claims, with date and reason.

use super::archive::Archive;
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

    /// The claims that are not any more what they were when judged: if there are any, the judgement is reopened.
    pub fn changed<'a>(&'a self, archive: &'a Archive) -> impl Iterator<Item = &'a ClaimId> {
        let now = |on: &Judged| archive.claims.get(&on.claim).map(|claim| &claim.fingerprint);
        let changed = self.on.iter().filter(move |on| on.fingerprint.is_some() && on.fingerprint.as_ref() != now(on));
        changed.map(|on| &on.claim)
    }

    /// Whether some claim has changed since it was judged.
    pub fn is_reopened(&self, archive: &Archive) -> bool {
        self.changed(archive).next().is_some()
    }
}
