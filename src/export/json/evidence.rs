//! Whether evidence still stands in the texts, as JSON.

use serde::Serialize;

use crate::codes::Code;
use crate::model::{ClaimId, SourceId};
use crate::store::{Fate, TextFinding, TextReport};

/// What came of comparing all evidence with the texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceJson<'a> {
    findings: Vec<FindingJson<'a>>,
    stands: usize,
    texts: usize,
    without_text: usize,
}

/// Something wrong with a text, or with a piece of evidence in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct FindingJson<'a> {
    claim: Option<&'a ClaimId>,
    code: Code,
    now: Option<FateJson<'a>>,
    problem: String,
    source: &'a SourceId,
    written_at: Option<String>,
}

/// Where a fragment is now, in bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct FateJson<'a> {
    end: Option<usize>,
    fate: &'static str,
    found: Option<&'a str>,
    start: Option<usize>,
    times: Option<usize>,
}

/// What came of comparing all evidence with the texts.
pub fn evidence(report: &TextReport) -> EvidenceJson<'_> {
    EvidenceJson {
        findings: report.findings.iter().map(finding).collect(),
        stands: report.stands,
        texts: report.texts,
        without_text: report.without_text,
    }
}

fn finding(found: &TextFinding) -> FindingJson<'_> {
    let evidence = found.evidence.as_ref();
    FindingJson {
        claim: evidence.map(|(claim, _)| claim),
        code: found.problem.code(),
        now: found.fate.as_ref().map(fate),
        problem: found.problem.to_string(),
        source: &found.source,
        written_at: evidence.map(|(_, evidence)| evidence.locus.to_string()),
    }
}

fn fate(fate: &Fate) -> FateJson<'_> {
    let (word, at, times, found) = match fate {
        Fate::Moved { to, times } => ("moved", Some(*to), Some(*times), None),
        Fate::ReadsDifferently { at, found } => ("reads_differently", Some(*at), None, Some(found.as_str())),
        Fate::Vanished => ("vanished", None, None, None),
    };
    FateJson { end: at.map(|(_, end)| end), fate: word, found, start: at.map(|(start, _)| start), times }
}
