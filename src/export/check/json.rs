//! What a check finds, as JSON has it.

use serde::Serialize;

use crate::check::{Checked, clock};
use crate::compare::{Condition, Gap, Reason, Relation, RungResult};
use crate::extract::claim::{LANGUAGE, Said};
use crate::matching::{Entry, Match};
use crate::model::{Archive, ClaimId};
use crate::readers::Document;
use crate::trace::reuse::{Passage, Side};

/// A number, or a day or a time.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Number(f64),
    Word(String),
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    file: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    date: Option<String>,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    id: ClaimId,
    file: Option<&'a str>,
    start: Option<usize>,
    end: Option<usize>,
    line: Option<usize>,
    fragment: Option<&'a str>,
    stated_low: Option<Value>,
    stated_high: Option<Value>,
    stated_unit: String,
    hedge: Option<&'a str>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<&'a str>,
    measure: Option<String>,
    place: Option<&'a str>,
    period: Option<&'a str>,
    attributed_to: Option<&'a str>,
    denied: bool,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    a: ClaimId,
    b: ClaimId,
    relation: Relation,
    reason: Option<Reason>,
    reasons: &'a [Reason],
    conditional_on: &'a [Condition],
    gap: Option<Gap>,
    score: f64,
    rungs: &'a [RungResult],
}

#[derive(Serialize)]
struct SideJson<'a> {
    file: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ReuseJson<'a> {
    a: SideJson<'a>,
    b: SideJson<'a>,
    changed: Vec<[SideJson<'a>; 2]>,
}

#[derive(Serialize)]
struct CitationJson<'a> {
    from: &'a str,
    to: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    documents: Vec<DocumentJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    reuse: Vec<ReuseJson<'a>>,
    citations: Vec<CitationJson<'a>>,
}

/// The documents, their claims, and what was found; `findings` are those to be told.
///
/// # Errors
/// If serde cannot make it.
pub fn checked(
    documents: &[Document],
    graph: Option<&Archive>,
    checked: &Checked,
    findings: &[&Match],
) -> Result<serde_json::Value, serde_json::Error> {
    let entries = checked.corpus.entries();
    let claims = checked.told().into_iter().map(|place| claim(documents, graph, checked, &entries[place]));
    serde_json::to_value(CheckJson {
        documents: documents.iter().map(document).collect(),
        claims: claims.collect(),
        findings: findings.iter().map(|one| finding(entries, one)).collect(),
        reuse: checked.passages.iter().map(|one| reuse(documents, one)).collect(),
        citations: checked
            .citations
            .iter()
            .map(|one| CitationJson {
                from: &documents[one.from].file,
                to: &documents[one.to].file,
                start: one.bytes.start,
                end: one.bytes.end,
            })
            .collect(),
    })
}

fn document(document: &Document) -> DocumentJson<'_> {
    DocumentJson {
        file: &document.file,
        title: document.title.as_ref().map(|title| title.text.as_str()),
        outlet: document.outlet.as_deref(),
        date: document.date.map(|days| days.to_string()),
    }
}

fn claim<'a>(documents: &'a [Document], graph: Option<&Archive>, checked: &Checked, entry: &'a Entry) -> ClaimJson<'a> {
    let own = documents.get(entry.text).filter(|_| entry.known.is_none());
    let said = &entry.claim.said;
    let (stated_low, stated_high, stated_unit) = stated(said);
    let bounds = match said {
        Said::Figure { stated, .. } => stated.bounds().ok(),
        _ => None,
    };
    ClaimJson {
        id: entry.id(),
        file: own.map(|document| document.file.as_str()),
        start: own.map(|_| entry.claim.fragment.start),
        end: own.map(|_| entry.claim.fragment.end),
        line: own.map(|document| document.place(entry.claim.fragment.start).line),
        fragment: own.and_then(|document| document.text.get(entry.claim.fragment.clone())),
        stated_low,
        stated_high,
        stated_unit,
        hedge: match said {
            Said::Figure { stated, .. } => Some(stated.hedge_name()),
            _ => None,
        },
        low: bounds.and_then(|bounds| bounds.logical.low().value()),
        high: bounds.and_then(|bounds| bounds.logical.high().value()),
        unit: match said {
            Said::Figure { unit, .. } => Some(unit),
            _ => None,
        },
        measure: measure(graph, checked, entry),
        place: entry.claim.place.as_deref(),
        period: entry.claim.period.as_deref(),
        attributed_to: entry.claim.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        denied: entry.claim.denied,
    }
}

/// The ends as printed; days as ISO 8601.
fn stated(said: &Said) -> (Option<Value>, Option<Value>, String) {
    let word = |day: &Option<jiff::civil::Date>| day.map(|day| Value::Word(day.to_string()));
    match said {
        Said::Figure { stated, unit } => {
            let (low, high) = stated.figures();
            (low.map(Value::Number), high.map(Value::Number), unit.clone())
        }
        Said::Days { first, last } => (word(first), word(last), "date".to_owned()),
        Said::Clock { from, until } => {
            let time = |minutes: u16| Some(Value::Word(clock(minutes)));
            (time(*from), time(*until), "time".to_owned())
        }
        Said::Rank(rank) => {
            let rank = || Some(Value::Number(f64::from(*rank)));
            (rank(), rank(), "rank".to_owned())
        }
    }
}

/// The measure of the claim of the graph that it speaks of; without one, what happens and what is counted.
fn measure(graph: Option<&Archive>, checked: &Checked, entry: &Entry) -> Option<String> {
    let of = |id: &ClaimId| graph?.claims.get(id)?.about.measure().map(ToString::to_string);
    let known = entry.known.as_ref().or_else(|| checked.answer(entry));
    known.and_then(of).or_else(|| {
        let event = entry.claim.event.map(|event| LANGUAGE.class_of(event).id.clone());
        let words = [entry.claim.counted.clone(), event].into_iter().flatten().collect::<Vec<_>>();
        (!words.is_empty()).then(|| words.join(", "))
    })
}

fn finding<'a>(entries: &[Entry], one: &'a Match) -> FindingJson<'a> {
    FindingJson {
        a: entries[one.a].id(),
        b: entries[one.b].id(),
        relation: one.verdict.relation,
        reason: one.verdict.reasons.first().copied(),
        reasons: &one.verdict.reasons,
        conditional_on: &one.verdict.conditions,
        gap: one.verdict.gap,
        score: (one.score * 1000.0).round() / 1000.0,
        rungs: &one.rungs,
    }
}

fn reuse<'a>(documents: &'a [Document], passage: &Passage) -> ReuseJson<'a> {
    let side = |document: usize, bytes: &std::ops::Range<usize>| SideJson {
        file: &documents[document].file,
        start: bytes.start,
        end: bytes.end,
    };
    let whole = |one: &Side| side(one.document, &one.bytes);
    let changed =
        passage.differences.iter().map(|one| [side(passage.a.document, &one.a), side(passage.b.document, &one.b)]);
    ReuseJson { a: whole(&passage.a), b: whole(&passage.b), changed: changed.collect() }
}
