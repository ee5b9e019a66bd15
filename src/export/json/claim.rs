//! A claim as JSON.

use serde::Serialize;

use super::origin::{OriginJson, origin};
use crate::compare::{stated_text, unit_word, value_text};
use crate::findings::Desk;
use crate::model::{About, Aspect, Attribution, Claim, Subject, Via, Window};
use crate::quantity::{End, Interval};

/// A number, or a date in ISO 8601.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "NumberOrDate"))]
#[serde(untagged)]
pub enum Value {
    Number(f64),
    Date(String),
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Claim"))]
pub struct ClaimJson {
    /// Its id.
    id: String,
    /// One of `quantity`, `date`, `rank`, `stance`, `quote`.
    kind: &'static str,
    /// Id of the source that asserts it.
    source: String,
    /// What it says, in the editor's words.
    says: String,
    /// Its value in words.
    value: String,
    /// The lower figure that the text prints; null where its words leave that side open. Of dates the first day, of
    /// ranks the first place; null for stances and quotes.
    stated_low: Option<Value>,
    /// The upper figure that the text prints, the same for a single one.
    stated_high: Option<Value>,
    /// The unit of the text, or the thing counted; `date`, `rank`; null for stances and quotes.
    stated_unit: Option<String>,
    /// One of `bare`, `word`, `exactly`, `about`, `almost`, `just_over`, `more_than`, `at_least`, `less_than`,
    /// `at_most`, `up_to`, `between`, `about_between`, `spread`, `varying`, `rival`, `change`; null unless a quantity.
    hedge: Option<&'static str>,
    /// Low end of the logical interval, in `unit`: what the words assert; null if open, and for stances and quotes.
    low: Option<Value>,
    /// High end of the logical interval.
    high: Option<Value>,
    /// Whether the low end belongs to the interval.
    low_included: bool,
    /// Whether the high end does; “almost 300,000” goes up to 300,000 and does not include it.
    high_included: bool,
    /// Low end of the expected interval: what a reader takes from the words; null if open, and unless a quantity.
    expected_low: Option<f64>,
    /// High end of the expected interval.
    expected_high: Option<f64>,
    /// The measure's unit, or the thing counted; `date`, `rank`; null for stances and quotes.
    unit: Option<String>,
    /// Id of the measure; null unless a quantity or rank.
    measure: Option<String>,
    /// One of `stock`, `flow`, `net`, `rate`, `share`, `ratio`, `price`, `limit`, `length`, `duration`, `amount`; null
    /// unless a quantity.
    basis: Option<&'static str>,
    /// The thing counted; null where nothing is.
    counts: Option<String>,
    /// Id of the event (date), subject (rank), proposition (stance) or speaker (quote); null for quantities.
    about: Option<String>,
    /// One of `affirms`, `denies`; null unless a stance.
    stance: Option<&'static str>,
    /// Id of who or what is counted; null if unstated.
    population: Option<String>,
    /// Id of the place; null if unstated.
    place: Option<String>,
    /// When, in words; null if unstated.
    period: Option<String>,
    /// Its first day; null where unknown or open.
    period_start: Option<String>,
    /// Its last day; null where unknown or open.
    period_end: Option<String>,
    /// A condition that narrows what is counted; null if none.
    definition: Option<String>,
    /// Name of the actor, or the words of the text; null if the source says it in its own voice.
    attributed_to: Option<String>,
    /// One of `actor`, `unnamed`, `own_voice`.
    attribution: &'static str,
    /// Its origins: several if it is taken from several others.
    origins: Vec<OriginJson>,
    /// What an editor inferred: `measure`, `counts`, `definition`, `place`, `population`, `period`, `unit`, `when`,
    /// `occasion`.
    inferred: Vec<Aspect>,
    /// From whom the source has it, as far as its text says.
    via: Vec<ViaJson>,
    /// Where it stands.
    evidence: Vec<EvidenceJson>,
    /// Id of the claim of which this is the conversion; null if none.
    conversion_of: Option<String>,
    /// Claims that it revises.
    supersedes: Vec<String>,
    /// One of `counted`, `registered`, `estimated`, `modelled`; null if not said.
    method: Option<String>,
    /// The editor's note.
    note: Option<String>,
    /// Twelve hexadecimal digits that change whenever the claim does.
    fingerprint: String,
    /// Where it is written in the graph; left out of exports.
    #[serde(skip_serializing_if = "Option::is_none")]
    written_at: Option<String>,
}

/// From whom a source has a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Via"))]
pub struct ViaJson {
    /// One of `source`, `claim`, or `outlet` for one that is only named.
    kind: &'static str,
    /// Id of the source or claim; the name of the outlet.
    id: String,
}

/// Evidence: UTF-8 byte offsets, the end excluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Evidence"))]
pub struct EvidenceJson {
    /// The first byte of the UTF-8 text; null if there is no text.
    start: Option<usize>,
    /// The byte after the last.
    end: Option<usize>,
    /// What stands there; empty if only bytes are known, of a text that is not here.
    fragment: String,
}

/// A claim as JSON.
pub fn claim(desk: &Desk<'_>, claim: &Claim) -> ClaimJson {
    let archive = desk.archive;
    let figures = figures(claim);
    let (attribution, attributed_to) = attribution(archive, claim);
    let period = claim.when();
    let (period_start, period_end) = period.map_or((None, None), |period| ends(period.window));
    let quantity = claim.about.as_quantity();
    let logical = quantity.map(|quantity| quantity.bounds.logical);
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
        low_included: !matches!(logical.map(Interval::low), Some(End::Strict(_))),
        high_included: !matches!(logical.map(Interval::high), Some(End::Strict(_))),
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
        period: period.map(|period| period.text.clone()),
        period_start,
        period_end,
        definition: claim.scope.definition.clone(),
        attributed_to,
        attribution,
        origins: desk.origins(claim).map(|found| origin(desk, found)).collect(),
        inferred: claim.inferred.iter().copied().collect(),
        via: claim.via.iter().map(via).collect(),
        evidence: claim.evidence.iter().map(evidence).collect(),
        conversion_of: claim.conversion_of.as_ref().map(ToString::to_string),
        supersedes: claim.supersedes.iter().map(ToString::to_string).collect(),
        method: claim.method.map(|method| method.word().to_owned()),
        note: claim.note.clone(),
        fingerprint: claim.fingerprint.clone(),
        written_at: Some(claim.locus.to_string()),
    }
}

impl ClaimJson {
    /// The claim without where it is written.
    pub(super) fn without_place(self) -> Self {
        Self { written_at: None, ..self }
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
            let (start, end) = ends(date.when.window);
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
    if let About::Stance(stance) = &claim.about { Some(stance.stance.word()) } else { None }
}

fn ends(window: Window) -> (Option<String>, Option<String>) {
    let (first, last) = window.ends();
    (first.map(|day| day.to_string()), last.map(|day| day.to_string()))
}

fn attribution(archive: &crate::model::Archive, claim: &Claim) -> (&'static str, Option<String>) {
    match &claim.attribution {
        Attribution::OwnVoice => ("own_voice", None),
        Attribution::Actors(ids) => ("actor", Some(archive.actor_names(ids))),
        Attribution::Unnamed(words) => ("unnamed", Some(words.clone())),
    }
}

fn via(via: &Via) -> ViaJson {
    match via {
        Via::Source(id) => ViaJson { kind: "source", id: id.to_string() },
        Via::Claim(id) => ViaJson { kind: "claim", id: id.to_string() },
        Via::Named(name) => ViaJson { kind: "outlet", id: name.clone() },
    }
}

fn evidence(evidence: &crate::model::Evidence) -> EvidenceJson {
    EvidenceJson {
        start: evidence.bytes.map(|(start, _)| start),
        end: evidence.bytes.map(|(_, end)| end),
        fragment: evidence.fragment.clone(),
    }
}
