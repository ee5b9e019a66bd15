//! What a check finds, as JSON has it.

use serde::Serialize;

use crate::check::{Checked, Citation, clock};
use crate::compare::{self, Condition, GapKind, Outcome, Reason, Relation, Rung, RungResult};
use crate::extract::claims::{LANGUAGE, Said};
use crate::matching::{Entry, Match};
use crate::model::{Archive, ClaimId};
use crate::readers::Document;
use crate::reuse::{Passage, Side};

/// A number, or a day or a time.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Number(f64),
    Word(String),
}

// Fields stand in the order of their names, as in all JSON of this program.

#[derive(Serialize)]
struct DocumentJson<'a> {
    date: Option<String>,
    file: &'a str,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    attributed_to: Option<&'a str>,
    denied: bool,
    end: Option<usize>,
    file: Option<&'a str>,
    fragment: Option<&'a str>,
    hedge: Option<&'a str>,
    high: Option<f64>,
    id: ClaimId,
    line: Option<usize>,
    low: Option<f64>,
    measure: Option<String>,
    period: Option<&'a str>,
    place: Option<&'a str>,
    start: Option<usize>,
    stated_high: Option<Value>,
    stated_low: Option<Value>,
    stated_unit: String,
    unit: Option<&'a str>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    a: ClaimId,
    b: ClaimId,
    conditional_on: &'a [Condition],
    gap: Option<GapJson>,
    reason: Option<Reason>,
    reasons: &'a [Reason],
    relation: Relation,
    rungs: Vec<RungJson<'a>>,
    score: f64,
}

#[derive(Serialize)]
pub(super) struct GapJson {
    kind: GapKind,
    size: f64,
}

#[derive(Serialize)]
pub(super) struct RungJson<'a> {
    a: Option<&'a str>,
    b: Option<&'a str>,
    conditions: &'a [Condition],
    outcome: Outcome,
    part: Option<compare::Side>,
    rung: Rung,
}

#[derive(Serialize)]
struct SideJson<'a> {
    end: usize,
    file: &'a str,
    start: usize,
}

#[derive(Serialize)]
struct ReuseJson<'a> {
    a: SideJson<'a>,
    b: SideJson<'a>,
    changed: Vec<[SideJson<'a>; 2]>,
}

#[derive(Serialize)]
struct CitationJson<'a> {
    end: usize,
    from: &'a str,
    start: usize,
    to: &'a str,
}

#[derive(Serialize)]
struct CheckJson<'a> {
    citations: Vec<CitationJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    documents: Vec<DocumentJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    reuse: Vec<ReuseJson<'a>>,
}

/// The documents, their claims, and what was found, to be written as JSON; `findings` are those to be told.
pub fn checked<'a>(
    documents: &'a [Document],
    graph: Option<&'a Archive>,
    checked: &'a Checked,
    findings: &[&'a Match],
) -> impl Serialize + use<'a> {
    let entries = checked.corpus.entries();
    let answers = checked.answers();
    let claims = checked.told().into_iter().map(|place| {
        let known = entries[place].known.as_ref().or_else(|| answers.get(&place).copied());
        claim(documents, graph, known, &entries[place])
    });
    CheckJson {
        citations: checked.citations.iter().map(|one| citation(documents, one)).collect(),
        claims: claims.collect(),
        documents: documents.iter().map(document).collect(),
        findings: findings.iter().map(|one| finding(entries, one)).collect(),
        reuse: checked.passages.iter().map(|one| reuse(documents, one)).collect(),
    }
}

fn citation<'a>(documents: &'a [Document], one: &Citation) -> CitationJson<'a> {
    CitationJson {
        end: one.bytes.end,
        from: &documents[one.from].file,
        start: one.bytes.start,
        to: &documents[one.to].file,
    }
}

fn document(document: &Document) -> DocumentJson<'_> {
    DocumentJson {
        date: document.date.map(|days| days.to_string()),
        file: &document.file,
        outlet: document.outlet.as_deref(),
        title: document.title.as_ref().map(|title| title.text.as_str()),
    }
}

/// A claim; `known` is the claim of the graph that speaks of the same.
fn claim<'a>(
    documents: &'a [Document],
    graph: Option<&Archive>,
    known: Option<&ClaimId>,
    entry: &'a Entry,
) -> ClaimJson<'a> {
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
        measure: measure(graph, known, entry),
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
fn measure(graph: Option<&Archive>, known: Option<&ClaimId>, entry: &Entry) -> Option<String> {
    let of = |id: &ClaimId| graph?.claims.get(id)?.about.measure().map(ToString::to_string);
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
        conditional_on: &one.verdict.conditions,
        gap: gap(one),
        reason: one.verdict.reasons.first().copied(),
        reasons: &one.verdict.reasons,
        relation: one.verdict.relation,
        rungs: one.rungs.iter().map(rung).collect(),
        score: (one.score * 1000.0).round() / 1000.0,
    }
}

pub(super) fn gap(one: &Match) -> Option<GapJson> {
    one.verdict.gap.map(|gap| GapJson { kind: gap.kind, size: gap.size })
}

pub(super) fn rung(one: &RungResult) -> RungJson<'_> {
    let RungResult { rung, a, b, outcome, part, conditions } = one;
    RungJson { a: a.as_deref(), b: b.as_deref(), conditions, outcome: *outcome, part: *part, rung: *rung }
}

fn reuse<'a>(documents: &'a [Document], passage: &Passage) -> ReuseJson<'a> {
    let side = |document: usize, bytes: &std::ops::Range<usize>| SideJson {
        end: bytes.end,
        file: &documents[document].file,
        start: bytes.start,
    };
    let whole = |one: &Side| side(one.document, &one.bytes);
    let changed =
        passage.differences.iter().map(|one| [side(passage.a.document, &one.a), side(passage.b.document, &one.b)]);
    ReuseJson { a: whole(&passage.a), b: whole(&passage.b), changed: changed.collect() }
}
