//! Contradictions that nobody has judged yet, and what an editor says about them.

use std::collections::BTreeSet;
use std::path::Path;

use super::decide::Decision;
use super::error::InboxError;
use crate::compare::{Comparison, Reason, Relation};
use crate::findings::{Desk, questions};
use crate::model::{Claim, ClaimId, Judgement, JudgementId, nearest};
use crate::store::record::{JudgedRecord, JudgementRecord};
use crate::store::{Held, change};
use crate::store::{free, slug};

/// A contradiction that is left to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The one claim.
    pub a: ClaimId,
    /// The other.
    pub b: ClaimId,
    /// The question that both answer.
    pub question: String,
    /// Why they cannot both hold.
    pub why: String,
    /// The judgement that was made before one of them changed.
    pub reopened: Option<JudgementId>,
}

/// The contradictions left to judge: those of claims that came through the inbox, and those whose judgement has reopened.
pub fn disputes(held: &Held) -> Vec<Dispute> {
    let archive = &held.archive;
    let added: BTreeSet<&str> =
        held.inbox.iter().flat_map(|file| &file.candidates).map(|one| one.claim.id.as_str()).collect();
    let mut found = Vec::new();
    for question in questions(&Desk::new(archive)) {
        for pair in question.comparisons.iter().filter(|pair| pair.relation == Relation::Contradiction) {
            let judged = archive.judgements_on(&pair.a, &pair.b);
            let is_new = added.contains(pair.a.as_str()) || added.contains(pair.b.as_str());
            let stands = judged.iter().any(|judgement| !judgement.is_reopened(archive));
            if !stands && (is_new || !judged.is_empty()) {
                found.push(Dispute {
                    a: pair.a.clone(),
                    b: pair.b.clone(),
                    question: question.title.clone(),
                    why: pair.why.clone(),
                    reopened: judged.last().map(|judgement| judgement.id.clone()),
                });
            }
        }
    }
    found
}

/// What an editor says about a contradiction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// It is one.
    Confirmed,
    /// It is none, for this reason.
    Dismissed(Reason),
}

impl Ruling {
    fn words(self, note: Option<&str>) -> String {
        let ruling = match self {
            Self::Confirmed => "confirmed".to_owned(),
            Self::Dismissed(reason) => format!("dismissed ({})", reason.word()),
        };
        note.map_or(ruling.clone(), |note| format!("{ruling}: {note}"))
    }
}

/// A judgement that stands in the graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// Its id.
    pub id: String,
    /// Whether it was not there before.
    pub is_new: bool,
    /// The judgement that was the last on the two before, if it was another.
    pub before: Option<Judgement>,
    /// What the two claims come to by the rules, whatever editors say.
    pub relation: Relation,
    /// What explains their difference by the rules.
    pub reasons: Vec<Reason>,
}

/// Writes a judgement on two claims, with their fingerprints, so that it reopens when one of them changes. One that is
/// the last on them in the same words is not written twice.
///
/// # Errors
/// If a claim is unknown, or the graph cannot be changed.
pub fn judge(
    dir: &Path,
    (a, b): (&str, &str),
    ruling: Ruling,
    by: &str,
    decision: &Decision,
) -> Result<Ruled, InboxError> {
    change(dir, |held, change| {
        let (one, other) = (claim(held, a)?, claim(held, b)?);
        if one.id == other.id {
            return Err(InboxError::OneClaim);
        }
        let found = comparable(held, one, other)?;
        let ruled = |id: String, is_new, before: Option<&Judgement>| {
            let (before, reasons) = (before.cloned(), found.reasons.clone());
            Ruled { id, is_new, before, relation: found.relation, reasons }
        };
        let on =
            |claim: &Claim| JudgedRecord { claim: claim.id.to_string(), fingerprint: Some(claim.fingerprint.clone()) };
        let mut record = JudgementRecord {
            id: String::new(),
            on: vec![on(one), on(other)],
            verdict: ruling.words(decision.note.as_deref()),
            by: by.to_owned(),
            date: decision.date.clone(),
        };
        let judgements = &held.archive.judgements;
        let last = held.archive.judgements_on(&one.id, &other.id).pop();
        if let Some(known) = last.filter(|judgement| record.says_the_same(&(*judgement).into())) {
            return Ok(ruled(known.id.to_string(), false, None));
        }
        let is_taken =
            |id: &str| judgements.iter().any(|judgement| judgement.id.as_str() == id) || change.is_judged_in(id);
        record.id = free(&format!("{}-{}", decision.date, slug(&format!("{} {}", one.id, other.id))), is_taken);
        change.judge(&record)?;
        Ok(ruled(record.id, true, last))
    })
}

/// What two claims come to; an error if they are not about one thing, so that there is nothing to judge.
fn comparable(held: &Held, one: &Claim, other: &Claim) -> Result<Comparison, InboxError> {
    let found = Desk::new(&held.archive).compare(one, other);
    if found.relation != Relation::NotComparable {
        return Ok(found);
    }
    let (a, b) = (one.id.to_string(), other.id.to_string());
    Err(InboxError::NotComparable { a, b, why: found.why })
}

fn claim<'a>(held: &'a Held, id: &str) -> Result<&'a Claim, InboxError> {
    let known = &held.archive.claims;
    if !known.contains_key(id) && held.waiting.contains_key(id) {
        return Err(InboxError::Waits(id.to_owned()));
    }
    held.archive.claim_named(id).ok_or_else(|| {
        let near = nearest(id, known.keys().map(ClaimId::as_str)).map(str::to_owned);
        InboxError::Unknown { what: "claim", id: id.to_owned(), near }
    })
}
