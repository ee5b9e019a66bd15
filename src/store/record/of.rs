//! Records of values that have been checked: what the files would say of them.

use super::{
    ActorRecord, AttributionRecord, EventRecord, EvidenceRecord, IdentityRecord, JudgedRecord, JudgementRecord,
    MeasureRecord, PropositionRecord, RegionRecord, RepresentationRecord, SourceRecord, SpellingRecord, TextRecord,
    ViaRecord,
};
use crate::model::{
    Actor, Attribution, Event, Evidence, Identity, Judgement, Measure, Proposition, Region, Source, Via,
};

fn words<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

impl From<&Source> for SourceRecord {
    fn from(source: &Source) -> Self {
        let text = source.text.as_ref();
        Self {
            id: source.id.to_string(),
            kind: source.kind,
            title: source.title.clone(),
            outlet: source.outlet.clone(),
            authors: source.authors.clone(),
            url: source.url.clone(),
            published: source.published.map(|date| date.to_string()),
            retrieved: source.retrieved.map(|date| date.to_string()),
            language: Some(source.language.clone()),
            text: text.map(|text| TextRecord {
                file: text.file.clone(),
                sha256: text.sha256.clone(),
                bytes: text.bytes,
            }),
            cites: words(&source.cites),
            links_to: words(&source.links_to),
            republishes: source.republishes.as_ref().map(ToString::to_string),
            note: source.note.clone(),
        }
    }
}

impl From<&Actor> for ActorRecord {
    fn from(actor: &Actor) -> Self {
        let spellings = actor.spellings.iter();
        let speaks_for = actor.speaks_for.iter();
        Self {
            id: actor.id.to_string(),
            name: actor.name.clone(),
            kind: actor.kind,
            aliases: actor.aliases.clone(),
            spellings: spellings
                .map(|own| SpellingRecord { text: own.text.clone(), source: own.source.to_string() })
                .collect(),
            speaks_for: speaks_for
                .map(|other| RepresentationRecord {
                    actor: other.actor.to_string(),
                    since: other.since.map(|date| date.to_string()),
                    until: other.until.map(|date| date.to_string()),
                })
                .collect(),
            languages: actor.languages.clone(),
            standing: actor.standing,
            note: actor.note.clone(),
        }
    }
}

impl<Id: ToString> From<&Region<Id>> for RegionRecord {
    fn from(region: &Region<Id>) -> Self {
        Self {
            id: region.id.to_string(),
            name: region.name.clone(),
            aliases: region.aliases.clone(),
            part_of: words(&region.part_of),
            vague: region.vague,
            note: region.note.clone(),
        }
    }
}

impl From<&Event> for EventRecord {
    fn from(event: &Event) -> Self {
        Self {
            id: event.id.to_string(),
            name: event.name.clone(),
            date: event.date.map(|date| date.to_string()),
            until: event.until.map(|date| date.to_string()),
            note: event.note.clone(),
        }
    }
}

impl From<&Measure> for MeasureRecord {
    fn from(measure: &Measure) -> Self {
        Self {
            id: measure.id.to_string(),
            name: measure.name.clone(),
            basis: measure.basis,
            unit: measure.unit.clone(),
            counts: measure.counts.clone(),
            question: measure.question.clone(),
            stakes: measure.stakes,
            tolerance: measure.tolerance,
            note: measure.note.clone(),
        }
    }
}

impl From<&Identity> for IdentityRecord {
    fn from(identity: &Identity) -> Self {
        match identity {
            Identity::Difference { total, of, less } => {
                Self::Difference { total: total.to_string(), of: of.to_string(), less: less.to_string() }
            }
            Identity::Share { share, part, whole } => {
                Self::Share { share: share.to_string(), part: part.to_string(), whole: whole.to_string() }
            }
            Identity::RateTotal { rate, total } => Self::RateTotal { rate: rate.to_string(), total: total.to_string() },
        }
    }
}

impl From<&Proposition> for PropositionRecord {
    fn from(proposition: &Proposition) -> Self {
        Self { id: proposition.id.to_string(), text: proposition.text.clone() }
    }
}

impl From<&Judgement> for JudgementRecord {
    fn from(judgement: &Judgement) -> Self {
        let on = judgement.on.iter();
        Self {
            id: judgement.id.to_string(),
            on: on
                .map(|on| JudgedRecord { claim: on.claim.to_string(), fingerprint: on.fingerprint.clone() })
                .collect(),
            verdict: judgement.verdict.clone(),
            by: judgement.by.clone(),
            date: judgement.date.to_string(),
        }
    }
}

impl AttributionRecord {
    /// The record of an attribution; none where the source speaks for itself.
    pub fn of(attribution: &Attribution) -> Option<Self> {
        match attribution {
            Attribution::OwnVoice => None,
            Attribution::Actors(ids) => Self::actors(words(ids)),
            Attribution::Unnamed(words) => Some(Self::Unnamed(words.clone())),
        }
    }
}

impl From<&Via> for ViaRecord {
    fn from(via: &Via) -> Self {
        match via {
            Via::Source(id) => Self::Source(id.to_string()),
            Via::Claim(id) => Self::Claim(id.to_string()),
            Via::Named(name) => Self::Named(name.clone()),
        }
    }
}

impl From<&Evidence> for EvidenceRecord {
    fn from(evidence: &Evidence) -> Self {
        Self { bytes: evidence.bytes, fragment: evidence.fragment.clone() }
    }
}
