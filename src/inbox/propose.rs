//! What a figure that is like no other proposes: its measure, who is counted, when.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::place::Worded;
use super::words::{WORDS, piece};
use crate::extract::Change;
use crate::extract::claims::{Candidate, LANGUAGE, Sort, is_news};
use crate::model::{Basis, PeriodForm};
use crate::quantity::Stated;
use crate::readers::Days;
use crate::store::record::MeasureRecord;
use crate::store::slug;

/// A measure for a figure that is like no other. Its id is made of the classes of its words, its name and its question of the words
/// themselves.
pub fn measure(claim: &Candidate, worded: &Worded<'_>, unit: &str, dimension: &str) -> Option<MeasureRecord> {
    let counts = dimension == "count";
    let row = WORDS.basis(dimension)?;
    let class = claim.event.map(|event| LANGUAGE.class_of(event));
    let event = class.map(|class| class.id.as_str());
    let counted = claim.head.filter(|head| !head.is_people()).map(|head| worded.word(&head));
    let noun = counted.or_else(|| if event.is_none() { people_or_nearest(claim, worded) } else { None });
    let first = (!counts).then_some(row.word.as_str());
    let changed = (claim.change() == Some(Change::By)).then_some(WORDS.change.as_str());
    let limited = claim.limit.then_some(WORDS.limit.as_str());
    let told = event.map(|event| worded.event(claim).unwrap_or(event).to_lowercase());
    let told = told.as_deref().filter(|told| noun.is_none_or(|noun| noun.to_lowercase() != *told));
    // What is counted the question names already.
    let other = noun.filter(|_| !counts || claim.head.is_none());
    let flows = class.is_some_and(|class| class.sort == Sort::Event && !WORDS.stocks.contains(&class.id));
    let basis = match () {
        () if claim.limit => Basis::Limit,
        () if !counts => row.basis,
        () if flows => Basis::Flow,
        () => Basis::Stock,
    };
    Some(MeasureRecord {
        id: slug(&joined(&[first, changed, limited, event, noun])),
        name: joined(&[first, changed, limited, told, noun]),
        basis,
        unit: unit.to_owned(),
        counts: counts.then(|| counted.map_or_else(|| WORDS.persons.clone(), str::to_lowercase)),
        question: Some(question(
            if counts { &WORDS.asks.count } else { &row.asks },
            &joined(&[changed, limited, told, other]),
        )),
        stakes: 0,
        tolerance: None,
        note: None,
    })
}

fn people_or_nearest<'a>(claim: &Candidate, worded: &Worded<'a>) -> Option<&'a str> {
    claim.head.map(|people| worded.word(&people)).or_else(|| worded.noun(claim))
}

fn joined(words: &[Option<&str>]) -> String {
    words.iter().copied().flatten().collect::<Vec<_>>().join(" ")
}

/// What a measure asks, with what the text says of it, if it says more than what is counted.
fn question(asks: &str, of: &str) -> String {
    let words = piece(&WORDS.asks.words, Some(of).filter(|of| !of.is_empty()));
    [asks, &words, &WORDS.asks.place].concat()
}

/// The people of a kind that are counted.
pub fn people(claim: &Candidate, worded: &Worded<'_>) -> Option<String> {
    let head = claim.head?;
    let of_a_kind = head.is_people() && !matches!(head.sort(), Some(Sort::Person | Sort::Event));
    if of_a_kind { worded.counted(claim).map(|name| name.to_lowercase()) } else { None }
}

/// When: a toll that runs is as of the day of its text, unless it is of long ago; else what stands beside the figure.
pub fn period(claim: &Candidate, published: Option<Date>) -> Option<PeriodForm> {
    let when = claim.when.as_ref().filter(|when| when.near && !claim.is_temporal());
    let current = |published: Date| when.and_then(|when| when.last).is_none_or(|last| is_news(last, published));
    if claim.is_running_toll() && published.is_some_and(current) {
        return Some(PeriodForm::Now);
    }
    days(when?.first, when?.last)
}

/// Days as a graph writes them.
pub fn days(first: Option<Date>, last: Option<Date>) -> Option<PeriodForm> {
    Some(match (first, last) {
        (Some(first), Some(last)) => {
            let days = Days { first, last }.to_string();
            match days.split_once('/') {
                Some((first, last)) => PeriodForm::Between(first.to_owned(), last.to_owned()),
                None => PeriodForm::In(days),
            }
        }
        (Some(first), None) => PeriodForm::Since { event: None, date: Some(first.to_string()), as_of: None },
        (None, Some(last)) => PeriodForm::Until { event: None, date: Some(last.to_string()) },
        (None, None) => return None,
    })
}

/// The printed figure, for an id.
pub fn printed(stated: &Stated) -> String {
    stated.printed().iter().map(f64::to_string).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("-")
}
