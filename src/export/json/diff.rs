//! What changed between two states of a graph, as JSON.

use serde::Serialize;

use super::question::{PairJson, QuestionJson, pair, question};
use crate::findings::{Behind, Change, Desk, Diff, DisagreementChange, FieldChange, RecordChange};

/// What changed between two states.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffJson<'a> {
    from: &'a str,
    to: &'a str,
    disagreements: Vec<DisagreementJson<'a>>,
    records: &'a [RecordChange],
}

/// What became of a disagreement.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct DisagreementJson<'a> {
    title: &'a str,
    change: Change,
    fields: &'a [FieldChange],
    otherwise: Option<PairJson>,
    behind: &'a [Behind],
    before: Option<QuestionJson>,
    after: Option<QuestionJson>,
}

/// What changed between two states, each given with its name.
pub fn diff<'a>(from: (&'a str, &Desk<'_>), to: (&'a str, &Desk<'_>), diff: &'a Diff) -> DiffJson<'a> {
    let disagreement = |found: &'a DisagreementChange| DisagreementJson {
        title: found.question().map_or("", |question| &question.title),
        change: found.change(),
        fields: &found.fields,
        otherwise: found.otherwise.as_ref().map(pair),
        behind: &found.behind,
        before: found.before.as_ref().map(|before| question(from.1, before)),
        after: found.after.as_ref().map(|after| question(to.1, after)),
    };
    let disagreements = diff.disagreements.iter().map(disagreement).collect();
    DiffJson { from: from.0, to: to.0, disagreements, records: &diff.records }
}
