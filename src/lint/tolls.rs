//! Later figures of one origin: tolls that fall, and corrections that nobody marked.

use super::{Code, Lint};
use crate::compare::{Comparison, Reason, Relation, value_text};
use crate::findings::{Desk, Question};
use crate::model::Claim;

/// Contradictions of an origin with itself.
pub(super) fn check(desk: &Desk<'_>, questions: &[Question]) -> Vec<Lint> {
    let pairs = questions.iter().flat_map(|question| &question.comparisons);
    let own =
        pairs.filter(|pair| pair.relation == Relation::Contradiction && desk.ancestry.is_one_named(&pair.a, &pair.b));
    let mut found: Vec<Lint> = own.filter_map(|pair| lint(desk, pair)).collect();
    found.sort();
    found.dedup();
    found
}

fn lint(desk: &Desk<'_>, pair: &Comparison) -> Option<Lint> {
    let (a, b) = (desk.archive.claims.get(&pair.a)?, desk.archive.claims.get(&pair.b)?);
    let (earlier, later) = in_order(desk, a, b)?;
    let origin = desk.origins_text(later);
    let (code, message, help) = if pair.reasons.contains(&Reason::PartOfWhole) && pair.reasons.contains(&Reason::Period)
    {
        (Code::FallingToll, "a running total that falls", "a correction, or a slip: ask, and mark it with `supersedes`")
    } else {
        (
            Code::UnmarkedRevision,
            "a later figure that contradicts its own",
            "if it revises the earlier one, mark it with `supersedes`",
        )
    };
    Some(Lint {
        code,
        id: later.id.to_string(),
        locus: Some(later.locus.clone()),
        message: format!(
            "{message}: {origin} gives {} in {} and before that {} in {}",
            value(desk, later),
            later.source,
            value(desk, earlier),
            earlier.source
        ),
        help: help.to_owned(),
    })
}

fn value(desk: &Desk<'_>, claim: &Claim) -> String {
    value_text(desk.archive, claim)
}

/// The two claims by the dates of their sources; nothing if those do not tell.
fn in_order<'a>(desk: &Desk<'_>, a: &'a Claim, b: &'a Claim) -> Option<(&'a Claim, &'a Claim)> {
    let date = |claim: &Claim| desk.archive.published(&claim.source);
    let (first, second) = (date(a)?, date(b)?);
    match () {
        () if first.last_day() < second.first_day() => Some((a, b)),
        () if second.last_day() < first.first_day() => Some((b, a)),
        () => None,
    }
}
