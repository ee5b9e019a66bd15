//! Faults of a graph that loads: each check is a file, and none knows of another.

mod conversion;
mod judgement;
mod repeated;
mod spelling;
mod unused;

use serde::Serialize;

use crate::findings::Desk;
use crate::model::Locus;

/// Something in a graph that an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lint {
    /// Stable code.
    pub code: Code,
    /// The id of the record that is meant.
    pub id: String,
    /// Where it is written, where that is known.
    pub locus: Option<Locus>,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// The checks, by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The two figures of a conversion do not fit.
    ConversionSlip,
    /// A judgement rests on a claim that has changed.
    JudgementReopened,
    /// One source asserts one thing twice.
    RepeatedClaim,
    /// A source spells an actor's name otherwise.
    SpellingVariant,
    /// No claim needs the record.
    UnusedRecord,
}

impl Code {
    /// All codes, in order.
    pub const ALL: [Code; 5] =
        [Code::ConversionSlip, Code::JudgementReopened, Code::RepeatedClaim, Code::SpellingVariant, Code::UnusedRecord];

    /// The code as written.
    pub fn name(self) -> &'static str {
        match self {
            Code::ConversionSlip => "conversion-slip",
            Code::JudgementReopened => "judgement-reopened",
            Code::RepeatedClaim => "repeated-claim",
            Code::SpellingVariant => "spelling-variant",
            Code::UnusedRecord => "unused-record",
        }
    }

    /// What the check looks for, and what to do about what it finds.
    pub fn explanation(self) -> &'static str {
        match self {
            Code::ConversionSlip => {
                "A text gives one figure in two units, and the two do not come to the same: “1,400 km (250 miles)”. One of \
                 them is wrong, and nothing in the text says which. Ask the publisher, and cite neither until then."
            }
            Code::JudgementReopened => {
                "An editor judged claims that have changed since: their fingerprints are no longer those that the judgement \
                 names. Judge again, with the fingerprints that `gainsay show` prints."
            }
            Code::RepeatedClaim => {
                "One source asserts one thing twice: the same subject, scope and value on the same word. Keep one claim and \
                 give it both pieces of evidence."
            }
            Code::SpellingVariant => {
                "A source spells an actor's name otherwise than the record does. The spellings are known to be one actor; \
                 quote the source's spelling only in quotations."
            }
            Code::UnusedRecord => {
                "No claim needs the record, directly or through what it is part of. Remove it, or add the claim that it \
                 was meant for."
            }
        }
    }
}

/// Runs all checks; the findings are in the order of their codes, then of ids.
pub fn lint(desk: &Desk<'_>) -> Vec<Lint> {
    let mut found = conversion::check(desk);
    found.extend(judgement::check(desk.archive));
    found.extend(repeated::check(desk.archive));
    found.extend(spelling::check(desk.archive));
    found.extend(unused::check(desk));
    found.sort();
    found
}
