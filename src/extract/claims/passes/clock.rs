//! Times of day that belong together: "from 18:30 on Sunday until 04:15 on Monday" is one claim with two ends.

use crate::extract::claims::language::Role;
use crate::extract::claims::wording::Words;
use crate::extract::figures::{Kind, Mention};

/// Words between the two times, at most: "on Sunday until".
const MOST_BETWEEN: usize = 5;

/// Joins two times of day that are the ends of one span, and drops the days inside it.
pub fn spans(words: Words<'_>, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut last: Option<usize> = None;
    for mention in mentions {
        let open = last.filter(|_| mention.kind == Kind::Time);
        match open.filter(|open| is_span(words, &joined[*open], &mention)) {
            Some(open) => {
                joined.truncate(open + 1);
                joined[open].span.end = mention.span.end;
                joined[open].high = mention.high;
                last = None;
            }
            None => {
                last = if mention.kind == Kind::Time { Some(joined.len()) } else { last };
                joined.push(mention);
            }
        }
    }
    joined
}

/// Whether a time of day is the end of the span that another begins.
fn is_span(words: Words<'_>, first: &Mention, second: &Mention) -> bool {
    let Some(between) = words.text.get(first.span.end..second.span.start) else { return false };
    let at = words.words.partition_point(|word| word.start < first.span.end);
    let end = words.words.partition_point(|word| word.start < second.span.start);
    let dash = end == at && matches!(between.trim(), "-" | "–" | "—");
    let begins = words.words.partition_point(|word| word.start < first.span.start);
    let led = begins.checked_sub(1).is_some_and(|at| words.is(at, Role::From));
    let until = |at: usize| words.is(at, Role::Until) || led && words.is(at, Role::And);
    let near = end.checked_sub(1).is_some_and(|last| last >= at && end - at <= MOST_BETWEEN && until(last));
    first.low == first.high && (dash || near && !between.contains(['.', ';', '\n']))
}
