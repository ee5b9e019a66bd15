//! Counts that are shares of other counts: "412 of the 515 invoices", "of 515 invoices, 412 were false". Both count invoices, and what is
//! told of them is told of the share.

use crate::extract::claims::candidate::{Candidate, Said};
use crate::extract::claims::language::Phrase;
use crate::extract::claims::wording::Words;
use crate::extract::figures::{Kind, Value};

/// Gives counts the total beside them that they are a share of.
pub fn totals(words: Words<'_>, claims: &mut [Candidate]) {
    for place in 1..claims.len() {
        let (before, own) = claims.split_at_mut(place);
        let (Some(first), second) = (before.last_mut(), &mut own[0]) else { continue };
        if first.sentence != second.sentence || !is_count(first) || !is_count(second) {
            continue;
        }
        if links(words, first.mention.span.end, second.mention.span.start) {
            give(first, second);
        } else if links(words, first.sentence.start, first.mention.span.start) {
            give(second, first);
        }
    }
}

fn give(part: &mut Candidate, total: &mut Candidate) {
    let value = |claim: &Candidate| match claim.mention.low {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    part.of = value(total).filter(|total| value(part).is_some_and(|part| part < *total));
    if part.of.is_none() {
        return;
    }
    total.event = None;
    if total.head.is_some() {
        part.head = total.head;
        part.modifiers.clone_from(&total.modifiers);
        part.counted.clone_from(&total.counted);
    }
}

fn is_count(claim: &Candidate) -> bool {
    claim.mention.kind == Kind::Count && matches!(&claim.said, Said::Figure { unit, .. } if unit == "count")
}

/// Whether the words between two bytes are those that stand before a total, and nothing else but whose it is: "of the city's".
fn links(words: Words<'_>, start: usize, end: usize) -> bool {
    let at = words.words.partition_point(|word| word.start < start);
    let until = words.words.partition_point(|word| word.start < end);
    let end = if at < until && words.is_possessive(until - 1) { until - 1 } else { until };
    at < end && words.phrase(at, end, Phrase::Total) == Some(end - at)
}

#[cfg(test)]
mod tests {
    use crate::extract::claims::{Setting, candidates};
    use crate::text::Document;

    #[test]
    fn a_part_counts_what_its_total_counts_and_what_happens_happens_to_the_part() {
        for text in ["The firm said 46 of its 310 clerks lost their jobs.", "Of our 310 clerks 46 lost their jobs."] {
            let claims = candidates(&Document::new(text), &Setting::default());
            assert!(claims.iter().all(|claim| claim.counted.as_deref() == Some("clerks")), "{text}");
            let part = usize::from(claims[0].of.is_none());
            assert!(claims[part].event.is_some() && claims[1 - part].event.is_none(), "{text}");
        }
    }

    #[test]
    fn a_part_knows_its_total() {
        for (text, wanted) in [
            ("Some 30 of the 120 kilns were cold.", vec![Some(120.0), None]),
            ("Of our 120 kilns, 30 were cold.", vec![None, Some(120.0)]),
            ("Some 30 of the potter's 120 kilns were cold.", vec![Some(120.0), None]),
            ("Thirty out of 120 kilns were cold.", vec![None]),
            ("They sold 30 kilns and 120 pots.", vec![None, None]),
            ("They lit 120 of the 30 kilns.", vec![None, None]),
        ] {
            let claims = candidates(&Document::new(text), &Setting::default());
            assert_eq!(claims.iter().map(|claim| claim.of).collect::<Vec<_>>(), wanted, "{text}");
        }
    }
}
