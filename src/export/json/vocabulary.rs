//! Places, populations, events, measures, identities and propositions as JSON.

use serde::Serialize;

use crate::findings::Desk;
use crate::graph::{Edge, Node};
use crate::model::{Event, Identity, Measure, Proposition, Region};

/// A place or population.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Region"))]
pub struct RegionJson {
    /// Other names.
    aliases: Vec<String>,
    /// Its id.
    id: String,
    /// Usual name.
    name: String,
    /// The editor's note.
    note: Option<String>,
    /// What it is a part of.
    part_of: Vec<String>,
    /// The words do not say which.
    vague: bool,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Event"))]
pub struct EventJson {
    /// The editor's own; null if nobody knows.
    date: Option<String>,
    /// Its id.
    id: String,
    /// Usual name.
    name: String,
    /// The editor's note.
    note: Option<String>,
    /// Its end; null unless it lasts.
    until: Option<String>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Measure"))]
pub struct MeasureJson {
    /// How it behaves over time and parts, as for claims.
    basis: &'static str,
    /// The thing counted; null where nothing is.
    counts: Option<String>,
    /// Its id.
    id: String,
    /// Usual name.
    name: String,
    /// The editor's note.
    note: Option<String>,
    /// How a person would ask; null if not given.
    question: Option<String>,
    /// Questions of higher stakes come first.
    stakes: i32,
    /// Percent within which two figures are taken to agree; left out where the measure has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    tolerance: Option<f64>,
    /// The unit in which values are reckoned.
    unit: String,
}

/// A relation between measures: `total` is `of` less `less`; `share` is `part` of `whole`; `rate` times time is `total`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Identity"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum IdentityJson {
    Difference { total: String, of: String, less: String },
    Share { share: String, part: String, whole: String },
    RateTotal { rate: String, total: String },
}

/// A proposition, with the claims that affirm or deny it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Proposition"))]
pub struct PropositionJson {
    /// Claims that affirm it.
    affirmed_by: Vec<String>,
    /// Claims that deny it.
    denied_by: Vec<String>,
    /// Its id.
    id: String,
    /// The sentence that can be affirmed or denied.
    text: String,
}

/// A place or population as JSON.
pub fn region<Id: ToString>(region: &Region<Id>) -> RegionJson {
    RegionJson {
        aliases: region.aliases.clone(),
        id: region.id.to_string(),
        name: region.name.clone(),
        note: region.note.clone(),
        part_of: region.part_of.iter().map(ToString::to_string).collect(),
        vague: region.vague,
    }
}

/// An event as JSON.
pub fn event(event: &Event) -> EventJson {
    EventJson {
        date: event.date.map(|date| date.to_string()),
        id: event.id.to_string(),
        name: event.name.clone(),
        note: event.note.clone(),
        until: event.until.map(|date| date.to_string()),
    }
}

/// A measure as JSON.
pub fn measure(measure: &Measure) -> MeasureJson {
    MeasureJson {
        basis: measure.basis.word(),
        counts: measure.counts.clone(),
        id: measure.id.to_string(),
        name: measure.name.clone(),
        note: measure.note.clone(),
        question: measure.question.clone(),
        stakes: measure.stakes,
        tolerance: measure.tolerance,
        unit: measure.unit.clone(),
    }
}

/// An identity of measures as JSON.
pub(super) fn identity(identity: &Identity) -> IdentityJson {
    match identity {
        Identity::Difference { total, of, less } => {
            IdentityJson::Difference { total: total.to_string(), of: of.to_string(), less: less.to_string() }
        }
        Identity::Share { share, part, whole } => {
            IdentityJson::Share { share: share.to_string(), part: part.to_string(), whole: whole.to_string() }
        }
        Identity::RateTotal { rate, total } => {
            IdentityJson::RateTotal { rate: rate.to_string(), total: total.to_string() }
        }
    }
}

/// A proposition as JSON.
pub fn proposition(desk: &Desk<'_>, proposition: &Proposition) -> PropositionJson {
    let own = Node::Proposition(proposition.id.clone());
    let by = |edge| desk.graph.predecessors(&own, edge).map(|node| node.id().to_owned()).collect();
    PropositionJson {
        affirmed_by: by(Edge::Affirms),
        denied_by: by(Edge::Denies),
        id: proposition.id.to_string(),
        text: proposition.text.clone(),
    }
}
