//! Records and findings as JSON values; `docs/json.md` describes them.

use serde::Serialize;

use crate::compare::{Comparison, Condition, GapKind, Reason, Relation, stated_text, unit_word, value_text};
use crate::findings::{Desk, Position, Question};
use crate::model::{About, Attribution, Claim, PartialDate, Source, SourceKind, Subject, Text, Window};
use crate::trace::{Origin, OriginCount};

/// A number, or a date in ISO 8601.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum Value {
    Number(f64),
    Date(String),
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)] // the fields are those of docs/json.md
pub struct ClaimJson {
    pub id: String,
    pub kind: &'static str,
    pub source: String,
    pub says: String,
    pub value: String,
    pub stated_low: Option<Value>,
    pub stated_high: Option<Value>,
    pub stated_unit: Option<String>,
    pub hedge: Option<&'static str>,
    pub low: Option<Value>,
    pub high: Option<Value>,
    pub expected_low: Option<f64>,
    pub expected_high: Option<f64>,
    pub unit: Option<String>,
    pub measure: Option<String>,
    pub basis: Option<&'static str>,
    pub counts: Option<String>,
    pub about: Option<String>,
    pub stance: Option<&'static str>,
    pub population: Option<String>,
    pub place: Option<String>,
    pub period: Option<String>,
    pub period_start: Option<String>,
    pub period_end: Option<String>,
    pub definition: Option<String>,
    pub attributed_to: Option<String>,
    pub attribution: &'static str,
    pub origin: OriginJson,
    pub inferred: Vec<&'static str>,
    pub evidence: Vec<EvidenceJson>,
    pub conversion_of: Option<String>,
    pub supersedes: Vec<String>,
    pub method: Option<String>,
    pub note: Option<String>,
    pub fingerprint: String,
    pub written_at: String,
}

/// Evidence: UTF-8 byte offsets, the end excluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct EvidenceJson {
    pub start: Option<usize>,
    pub end: Option<usize>,
    pub fragment: String,
}

/// An origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct OriginJson {
    pub kind: &'static str,
    pub id: String,
    pub text: String,
}

/// A source; what is not known is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct SourceJson {
    pub id: String,
    pub kind: SourceKind,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub retrieved: Option<String>,
    pub language: String,
    pub url: Option<String>,
    pub text: Option<Text>,
    pub claims: usize,
    pub note: Option<String>,
}

/// All questions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct QuestionsJson {
    pub questions: Vec<QuestionJson>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct QuestionJson {
    pub title: String,
    pub kind: &'static str,
    pub measure: Option<String>,
    pub place: Option<String>,
    pub population: Option<String>,
    pub period: Option<String>,
    pub relation: Relation,
    pub gap: Option<f64>,
    pub gap_kind: Option<GapKind>,
    pub conditional_on: Vec<Condition>,
    pub positions: Vec<PositionJson>,
    pub origins: OriginCountJson,
    pub worth_a_look: bool,
    pub comparisons: Vec<PairJson>,
    pub explained: Vec<PairJson>,
    pub judgements: Vec<JudgementJson>,
}

/// A position.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PositionJson {
    pub text: String,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub unit: Option<String>,
    pub one_sided: bool,
    pub claims: Vec<String>,
    pub sources: Vec<String>,
    pub origins: Vec<OriginJson>,
    pub origin_count: OriginCountJson,
    pub compatible: Vec<String>,
}

/// How many origins there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct OriginCountJson {
    pub named: usize,
    pub unnamed: usize,
    pub least: usize,
    pub most: usize,
    pub text: String,
}

/// A comparison in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct PairJson {
    pub a: String,
    pub b: String,
    pub relation: Relation,
    pub reasons: Vec<Reason>,
    pub gap: Option<f64>,
    pub conditional: bool,
    pub why: String,
}

/// A judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct JudgementJson {
    pub id: String,
    pub verdict: String,
    pub by: String,
    pub changed: Vec<String>,
}

/// A comparison with every rung.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct ComparisonJson<'a> {
    pub relation: Relation,
    pub reasons: &'a [Reason],
    pub conditional_on: &'a [Condition],
    pub gap: Option<f64>,
    pub gap_kind: Option<GapKind>,
    pub why: &'a str,
    pub rungs: &'a [crate::compare::RungResult],
    pub hints: &'a [crate::compare::Hint],
    pub would_decide: &'a [String],
    pub derived: Option<&'a crate::compare::Derived>,
    pub wording: &'a [crate::compare::WordChange],
    pub a: ClaimJson,
    pub b: ClaimJson,
}

/// A claim as JSON.
pub fn claim(desk: &Desk<'_>, claim: &Claim) -> ClaimJson {
    let archive = desk.archive;
    let figures = figures(claim);
    let (attribution, attributed_to) = attribution(archive, claim);
    let (period, window) = period(claim);
    let (period_start, period_end) = ends(window);
    let quantity = claim.about.as_quantity();
    let expected = quantity.map(|quantity| quantity.bounds.expected);
    ClaimJson {
        id: claim.id.to_string(),
        kind: claim.about.kind(),
        source: claim.source.to_string(),
        says: claim.says.clone(),
        value: quantity.map_or_else(|| value_text(archive, claim), stated_text),
        stated_low: figures.stated.0,
        stated_high: figures.stated.1,
        stated_unit: figures.stated_unit,
        hedge: quantity.map(|quantity| quantity.stated.hedge_name()),
        low: figures.logical.0,
        high: figures.logical.1,
        expected_low: expected.and_then(|interval| interval.low().value()),
        expected_high: expected.and_then(|interval| interval.high().value()),
        unit: unit(desk, claim),
        measure: claim.about.measure().map(ToString::to_string),
        basis: quantity.and(archive.measure_of(claim)).map(|measure| measure.basis.word()),
        counts: quantity.and_then(|quantity| quantity.counts.clone()),
        about: about_id(claim),
        stance: stance(claim),
        population: claim.scope.population.as_ref().map(ToString::to_string),
        place: claim.scope.place.as_ref().map(ToString::to_string),
        period,
        period_start,
        period_end,
        definition: claim.scope.definition.clone(),
        attributed_to,
        attribution,
        origin: origin(desk, &desk.origin(claim)),
        inferred: claim.inferred.iter().map(|aspect| aspect.word()).collect(),
        evidence: claim.evidence.iter().map(evidence).collect(),
        conversion_of: claim.conversion_of.as_ref().map(ToString::to_string),
        supersedes: claim.supersedes.iter().map(ToString::to_string).collect(),
        method: claim.method.map(|method| format!("{method:?}").to_lowercase()),
        note: claim.note.clone(),
        fingerprint: claim.fingerprint.clone(),
        written_at: claim.locus.to_string(),
    }
}

struct Figures {
    stated: (Option<Value>, Option<Value>),
    stated_unit: Option<String>,
    logical: (Option<Value>, Option<Value>),
}

fn figures(claim: &Claim) -> Figures {
    let numbers = |(low, high): (Option<f64>, Option<f64>)| (low.map(Value::Number), high.map(Value::Number));
    match &claim.about {
        About::Quantity(quantity) => {
            let logical = quantity.bounds.logical;
            Figures {
                stated: numbers(quantity.stated.figures()),
                stated_unit: Some(unit_word_of(&quantity.unit, quantity.counts.as_deref())),
                logical: numbers((logical.low().value(), logical.high().value())),
            }
        }
        About::Date(date) => {
            let (start, end) = ends(Some(date.when.window));
            let dates = (start.map(Value::Date), end.map(Value::Date));
            Figures { stated: dates.clone(), stated_unit: Some("date".to_owned()), logical: dates }
        }
        About::Rank(rank) => {
            let places = numbers((Some(f64::from(rank.rank)), Some(f64::from(rank.to))));
            Figures { stated: places.clone(), stated_unit: Some("rank".to_owned()), logical: places }
        }
        About::Stance(_) | About::Quote(_) => {
            Figures { stated: (None, None), stated_unit: None, logical: (None, None) }
        }
    }
}

/// Counts are given in what they count, everything else in the unit's own name.
fn unit_word_of(name: &str, counts: Option<&str>) -> String {
    if counts.is_some() { unit_word(name, counts) } else { name.to_owned() }
}

fn unit(desk: &Desk<'_>, claim: &Claim) -> Option<String> {
    match &claim.about {
        About::Quantity(quantity) => {
            let measure = desk.archive.measure_of(claim)?;
            Some(unit_word_of(&measure.unit, quantity.counts.as_deref()))
        }
        About::Date(_) => Some("date".to_owned()),
        About::Rank(_) => Some("rank".to_owned()),
        About::Stance(_) | About::Quote(_) => None,
    }
}

/// The event, subject, proposition or speaker of a claim that is no quantity.
fn about_id(claim: &Claim) -> Option<String> {
    Some(match &claim.about {
        About::Quantity(_) => return None,
        About::Date(date) => date.event.to_string(),
        About::Rank(rank) => match &rank.subject {
            Subject::Place(id) => id.to_string(),
            Subject::Population(id) => id.to_string(),
        },
        About::Stance(stance) => stance.proposition.to_string(),
        About::Quote(quote) => quote.speaker.to_string(),
    })
}

fn stance(claim: &Claim) -> Option<&'static str> {
    let About::Stance(stance) = &claim.about else { return None };
    Some(match stance.stance {
        crate::model::Stance::Affirms => "affirms",
        crate::model::Stance::Denies => "denies",
    })
}

fn period(claim: &Claim) -> (Option<String>, Option<Window>) {
    let period = match &claim.about {
        About::Date(date) => Some(&date.when),
        _ => claim.scope.period.as_ref(),
    };
    (period.map(|period| period.text.clone()), period.map(|period| period.window))
}

fn ends(window: Option<Window>) -> (Option<String>, Option<String>) {
    match window {
        Some(Window::Known(start, end)) => (Some(start.to_string()), Some(end.to_string())),
        Some(Window::OpenEnd(start)) => (Some(start.to_string()), None),
        Some(Window::OpenStart(end)) => (None, Some(end.to_string())),
        _ => (None, None),
    }
}

fn attribution(archive: &crate::model::Archive, claim: &Claim) -> (&'static str, Option<String>) {
    match &claim.attribution {
        Attribution::OwnVoice => ("own_voice", None),
        Attribution::Actor(id) => ("actor", Some(archive.actor_name(id).to_owned())),
        Attribution::Unnamed(words) => ("unnamed", Some(words.clone())),
    }
}

fn evidence(evidence: &crate::model::Evidence) -> EvidenceJson {
    EvidenceJson {
        start: evidence.bytes.map(|(start, _)| start),
        end: evidence.bytes.map(|(_, end)| end),
        fragment: evidence.fragment.clone(),
    }
}

/// An origin as JSON.
pub fn origin(desk: &Desk<'_>, origin: &Origin) -> OriginJson {
    OriginJson { kind: origin.kind(), id: origin.id().to_owned(), text: origin.text(desk.archive) }
}

/// A source as JSON.
pub fn source(desk: &Desk<'_>, source: &Source) -> SourceJson {
    SourceJson {
        id: source.id.to_string(),
        kind: source.kind,
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        authors: source.authors.clone(),
        published: source.published.map(|date: PartialDate| date.to_string()),
        retrieved: source.retrieved.map(|date| date.to_string()),
        language: source.language.clone(),
        url: source.url.clone(),
        text: source.text.clone(),
        claims: desk.archive.claims_of(&source.id).count(),
        note: source.note.clone(),
    }
}

/// Questions as JSON.
pub fn questions(desk: &Desk<'_>, questions: &[Question]) -> QuestionsJson {
    QuestionsJson { questions: questions.iter().map(|found| question(desk, found)).collect() }
}

fn question(desk: &Desk<'_>, question: &Question) -> QuestionJson {
    let periods = question.periods.join("; ");
    QuestionJson {
        title: question.title.clone(),
        kind: question.kind,
        measure: question.measure.as_ref().map(ToString::to_string),
        place: question.place.as_ref().map(ToString::to_string),
        population: question.population.as_ref().map(ToString::to_string),
        period: (!periods.is_empty()).then_some(periods),
        relation: question.relation,
        gap: question.gap.map(|gap| gap.size),
        gap_kind: question.gap.map(|gap| gap.kind),
        conditional_on: question.conditional_on.clone(),
        positions: question.positions.iter().map(|side| position(desk, side)).collect(),
        origins: origin_count(question.origins),
        worth_a_look: question.worth_a_look,
        comparisons: question.comparisons.iter().map(pair).collect(),
        explained: question.explained.iter().map(pair).collect(),
        judgements: question.judgements.iter().map(judgement).collect(),
    }
}

fn judgement(judged: &crate::findings::JudgedQuestion) -> JudgementJson {
    JudgementJson {
        id: judged.id.to_string(),
        verdict: judged.verdict.clone(),
        by: judged.by.clone(),
        changed: judged.changed.iter().map(ToString::to_string).collect(),
    }
}

fn position(desk: &Desk<'_>, side: &Position) -> PositionJson {
    PositionJson {
        text: side.text.clone(),
        low: side.low,
        high: side.high,
        unit: side.unit.clone(),
        one_sided: side.one_sided,
        claims: side.claims.iter().map(ToString::to_string).collect(),
        sources: side.sources.iter().map(ToString::to_string).collect(),
        origins: side.origins.iter().map(|found| origin(desk, found)).collect(),
        origin_count: origin_count(crate::trace::count(&side.origins)),
        compatible: side.compatible.iter().map(ToString::to_string).collect(),
    }
}

fn origin_count(count: OriginCount) -> OriginCountJson {
    OriginCountJson {
        named: count.named,
        unnamed: count.unnamed,
        least: count.least(),
        most: count.most(),
        text: count.to_string(),
    }
}

fn pair(pair: &Comparison) -> PairJson {
    PairJson {
        a: pair.a.to_string(),
        b: pair.b.to_string(),
        relation: pair.relation,
        reasons: pair.reasons.clone(),
        gap: pair.gap.map(|gap| gap.size),
        conditional: !pair.conditional_on.is_empty(),
        why: pair.why.clone(),
    }
}

/// A comparison of two claims as JSON.
pub fn comparison<'a>(desk: &Desk<'_>, pair: &'a Comparison, a: &Claim, b: &Claim) -> ComparisonJson<'a> {
    ComparisonJson {
        relation: pair.relation,
        reasons: &pair.reasons,
        conditional_on: &pair.conditional_on,
        gap: pair.gap.map(|gap| gap.size),
        gap_kind: pair.gap.map(|gap| gap.kind),
        why: &pair.why,
        rungs: &pair.rungs,
        hints: &pair.hints,
        would_decide: &pair.would_decide,
        derived: pair.derived.as_ref(),
        wording: &pair.wording,
        a: claim(desk, a),
        b: claim(desk, b),
    }
}
