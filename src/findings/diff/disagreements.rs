//! Disagreements of two states: a question is known again by the pairs of claims that disagree on it.

use std::collections::BTreeSet;

use super::behind::Ground;
use super::field::{Fields, against};
use super::{DisagreementChange, RecordChange};
use crate::compare::Comparison;
use crate::findings::desk::Desk;
use crate::findings::questions::gather::questions;
use crate::findings::questions::question::{JudgedQuestion, Position, Question};
use crate::findings::what_if::impact::{Pair, all_pairs, pairs};

/// A disagreement with what is held against the other state.
struct Held<'a> {
    question: &'a Question,
    pairs: BTreeSet<Pair>,
    fields: Fields,
}

/// A state, and its questions.
struct State<'a> {
    desk: &'a Desk<'a>,
    questions: Vec<Question>,
}

impl<'a> State<'a> {
    fn new(desk: &'a Desk<'a>) -> Self {
        Self { desk, questions: questions(desk) }
    }

    fn held(&self) -> Vec<Held<'_>> {
        let disagreements = self.questions.iter().filter(|question| question.is_disagreement());
        let held = |question| Held { question, pairs: pairs(question).collect(), fields: fields(question) };
        disagreements.map(held).collect()
    }

    /// The disagreements none of whose pairs is among these.
    fn without(&self, others: &BTreeSet<Pair>) -> impl Iterator<Item = &Question> {
        let disagreements = self.questions.iter().filter(|question| question.is_disagreement());
        disagreements.filter(|question| pairs(question).all(|pair| !others.contains(&pair)))
    }
}

/// Disagreements that appear, that change, and that vanish.
pub(super) fn disagreements(old: &Desk<'_>, new: &Desk<'_>, records: &[RecordChange]) -> Vec<DisagreementChange> {
    let (old, new) = (State::new(old), State::new(new));
    let ground = Ground::new([old.desk, new.desk], [&old.questions, &new.questions], records);
    let (had, has) = (all_pairs(&old.questions), all_pairs(&new.questions));
    let appear = new.without(&had).map(|question| DisagreementChange {
        before: None,
        after: Some(question.clone()),
        fields: against(None, Some(fields(question))),
        otherwise: otherwise(old.desk, question),
        behind: ground.behind(&[question]),
    });
    let vanish = old.without(&has).map(|question| DisagreementChange {
        before: Some(question.clone()),
        after: None,
        fields: against(Some(fields(question)), None),
        otherwise: otherwise(new.desk, question),
        behind: ground.behind(&[question]),
    });
    let (was, is) = (old.held(), new.held());
    let change = changed(&was, &is).into_iter().map(|(was, is)| DisagreementChange {
        before: Some(was.question.clone()),
        after: Some(is.question.clone()),
        fields: against(Some(was.fields.clone()), Some(is.fields.clone())),
        otherwise: None,
        behind: ground.behind(&[was.question, is.question]),
    });
    appear.chain(change).chain(vanish).collect()
}

/// Questions that share a disagreeing pair and are not alike. One that parts in two, or two that become one, stand there
/// with each.
fn changed<'a>(was: &'a [Held<'a>], is: &'a [Held<'a>]) -> Vec<(&'a Held<'a>, &'a Held<'a>)> {
    let new_to = |held: &Held<'_>, others: &[Held<'_>]| !others.iter().any(|other| other.fields == held.fields);
    let mut found = Vec::new();
    for after in is {
        let kin = was.iter().filter(|before| !before.pairs.is_disjoint(&after.pairs));
        let unlike = kin.filter(|before| before.fields != after.fields);
        found.extend(unlike.filter(|before| new_to(before, is) || new_to(after, was)).map(|before| (before, after)));
    }
    found
}

/// How the firmest pair of a question compares in a state in which it is no disagreement.
fn otherwise(desk: &Desk<'_>, question: &Question) -> Option<Comparison> {
    let firmest = question.comparisons.first()?;
    let (a, b) = (desk.archive.claims.get(&firmest.a)?, desk.archive.claims.get(&firmest.b)?);
    Some(desk.compare(a, b)).filter(|pair| !pair.is_disagreement())
}

fn fields(question: &Question) -> Fields {
    vec![
        ("relation", vec![question.relation.word().to_owned()]),
        ("gap", question.gap.iter().map(ToString::to_string).collect()),
        ("conditional_on", question.conditional_on.iter().map(|condition| condition.text.clone()).collect()),
        ("positions", question.positions.iter().map(position).collect()),
        ("origins", vec![origins(question)]),
        ("judgements", question.judgements.iter().map(judged).collect()),
    ]
}

fn position(side: &Position) -> String {
    let claims: Vec<String> = side.claims.iter().map(ToString::to_string).collect();
    format!("{}: {}", side.text, claims.join(", "))
}

/// By ids: that somebody's name is spelt otherwise changes no disagreement.
fn origins(question: &Question) -> String {
    let origins = question.positions.iter().flat_map(|side| &side.origins);
    let ids = origins.map(|origin| match origin.is_named() {
        true => origin.id().to_owned(),
        false => format!("{} ({})", origin.id(), origin.kind()),
    });
    let ids: BTreeSet<String> = ids.collect();
    format!("{}: {}", question.origins, ids.into_iter().collect::<Vec<_>>().join("; "))
}

fn judged(judged: &JudgedQuestion) -> String {
    let changed: Vec<String> = judged.changed.iter().map(ToString::to_string).collect();
    let state = if changed.is_empty() { String::new() } else { format!(", reopened by {}", changed.join(", ")) };
    format!("{} ({}{state})", judged.verdict, judged.by)
}
