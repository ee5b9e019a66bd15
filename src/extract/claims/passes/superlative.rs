//! Superlatives: what is said to be the first of its kind.

use crate::extract::claims::context::Context;
use crate::extract::claims::language::Role;
use crate::extract::figures::{Kind, Mention, Value};

/// The superlatives of a text that no figure covers, each as rank one.
pub fn ranks(context: &Context<'_>) -> Vec<Mention> {
    let words = context.words;
    let most = |at: usize| words.is(at, Role::Most) && words.is(at + 1, Role::Degree);
    let places = (1..words.words.len()).filter(|at| words.is(*at, Role::Superlative) || most(*at));
    let free = |at: &usize| {
        let span = words.words[*at].start..words.words[*at].end;
        let place = context.mentions.partition_point(|mention| mention.span.end <= span.start);
        context.mentions.get(place).is_none_or(|one| one.span.start >= span.end || one.kind == Kind::Ordinal)
    };
    places.filter(free).filter(|at| is_definite(context, *at)).map(|at| rank(context, at)).collect()
}

/// "The largest", "its largest", "the country's largest".
fn is_definite(context: &Context<'_>, at: usize) -> bool {
    let before = context.words.letters(at - 1);
    let possessive = before.ends_with("'s") || before.ends_with("’s");
    (possessive || context.words.is(at - 1, Role::Definite)) && !context.words.gap(at - 1).contains(',')
}

fn rank(context: &Context<'_>, at: usize) -> Mention {
    let word = &context.words.words[at];
    Mention {
        span: word.start..word.end,
        low: Some(Value::Number(1.0)),
        high: Some(Value::Number(1.0)),
        unit: None,
        approx: false,
        hedge: None,
        kind: Kind::Rank,
        counted: None,
        change: None,
        converts: None,
    }
}
