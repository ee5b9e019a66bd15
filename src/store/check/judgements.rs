//! Judgements: on claims that exist, on a day that exists, with a verdict that can be told from a slip.

use super::checker::Checker;
use super::names::Vocabulary;
use crate::codes::Code;
use crate::model::{Judged, Judgement, dismisses};
use crate::store::read::file::At;
use crate::store::read::sheet::Sheet;
use crate::store::record::JudgementRecord;

/// All judgements of all files.
pub(crate) fn check(
    sheet: &Sheet<'_, JudgementRecord>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Vec<Judgement> {
    sheet.rows.iter().filter_map(|(at, record)| judgement(record, at, names, checker)).collect()
}

fn judgement(
    record: &JudgementRecord,
    at: &At<'_>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Option<Judgement> {
    for (index, judged) in record.on.iter().enumerate() {
        checker.known(&at.field("on").index(index).field("claim"), &names.claims, &judged.claim);
    }
    if record.on.is_empty() {
        checker.push(
            at.field("on")
                .fault(Code::TooFewClaims, "the judgement is about no claim")
                .help("name the claims that it is about"),
        );
    }
    if let Err(error) = dismisses(&record.verdict) {
        checker.push(at.field("verdict").fault(error.code(), error.to_string()).help(error.help()));
    }
    let date = checker.date(&at.field("date"), Some(&record.date))?;
    let on = record
        .on
        .iter()
        .map(|judged| Judged { claim: judged.claim.as_str().into(), fingerprint: judged.fingerprint.clone() });
    Some(Judgement {
        id: record.id.as_str().into(),
        on: on.collect(),
        verdict: record.verdict.clone(),
        by: record.by.clone(),
        date,
    })
}
