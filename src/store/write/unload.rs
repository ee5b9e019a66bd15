//! From checked values back to records: the graph as its files would say it.

use crate::model::{About, Archive, Aspect, Claim, Quantity, Rank, Subject};
use crate::store::check::fingerprint;
use crate::store::record::{AboutRecord, AddedFile, AttributionRecord, ClaimFile, ClaimRecord, SubjectRecord};

/// All records of an archive but passages and relocations, which are found anew.
pub fn records(archive: &Archive) -> AddedFile {
    let mut claims: Vec<ClaimFile> = Vec::new();
    for source in archive.sources.keys() {
        let own: Vec<ClaimRecord> = archive.claims_of(source).map(|claim| claim_record(archive, claim)).collect();
        if !own.is_empty() {
            claims.push(ClaimFile { source: source.to_string(), claims: own });
        }
    }
    AddedFile {
        sources: archive.sources.values().map(Into::into).collect(),
        actors: archive.actors.values().map(Into::into).collect(),
        places: archive.places.values().map(Into::into).collect(),
        populations: archive.populations.values().map(Into::into).collect(),
        measures: archive.measures.values().map(Into::into).collect(),
        identities: archive.identities.iter().map(Into::into).collect(),
        events: archive.events.values().map(Into::into).collect(),
        propositions: archive.propositions.values().map(Into::into).collect(),
        claims,
        judgements: archive.judgements.iter().map(Into::into).collect(),
    }
}

/// The record of a claim: the one with the claim's fingerprint, wherever it is to be found. What a file may leave out or
/// write in another order is tried both ways, since judgements rest on fingerprints.
pub fn claim_record(archive: &Archive, claim: &Claim) -> ClaimRecord {
    let is_it = |record: &ClaimRecord| fingerprint(claim.source.as_str(), record) == claim.fingerprint;
    let abouts = abouts(archive, claim);
    let orders = orders(claim);
    let of = |about: &AboutRecord, inferred: &[&'static str]| record(claim, about.clone(), inferred);
    let all = abouts.iter().flat_map(|about| orders.iter().map(move |order| of(about, order)));
    let found = all.into_iter().find(is_it);
    found.unwrap_or_else(|| of(&abouts[0], &orders[0]))
}

fn record(claim: &Claim, about: AboutRecord, inferred: &[&'static str]) -> ClaimRecord {
    ClaimRecord {
        id: claim.id.to_string(),
        says: claim.says.clone(),
        about,
        attributed_to: AttributionRecord::of(&claim.attribution),
        via: claim.via.iter().map(Into::into).collect(),
        evidence: claim.evidence.iter().map(Into::into).collect(),
        inferred: inferred.iter().map(|name| (*name).to_owned()).collect(),
        conversion_of: claim.conversion_of.as_ref().map(ToString::to_string),
        supersedes: claim.supersedes.iter().map(ToString::to_string).collect(),
        method: claim.method,
        note: claim.note.clone(),
    }
}

/// The ways in which a file may write what the claim is about, the shortest first.
fn abouts(archive: &Archive, claim: &Claim) -> Vec<AboutRecord> {
    match &claim.about {
        About::Quantity(quantity) => quantities(archive, claim, quantity),
        About::Rank(rank) => {
            let short = (rank.to == rank.rank).then_some(None);
            short.into_iter().chain([Some(rank.to)]).map(|to| ranked(claim, rank, to)).collect()
        }
        About::Date(date) => vec![AboutRecord::Date { event: date.event.to_string(), when: date.when.form.clone() }],
        About::Stance(stance) => vec![AboutRecord::Stance {
            proposition: stance.proposition.to_string(),
            stance: stance.stance,
            of: text(claim.scope.population.as_ref()),
            place: text(claim.scope.place.as_ref()),
            period: claim.scope.period.as_ref().map(|period| period.form.clone()),
            definition: claim.scope.definition.clone(),
        }],
        About::Quote(quote) => vec![AboutRecord::Quote {
            speaker: quote.speaker.to_string(),
            occasion: text(quote.occasion.as_ref()),
            passage: quote.passage.clone(),
        }],
    }
}

fn quantities(archive: &Archive, claim: &Claim, quantity: &Quantity) -> Vec<AboutRecord> {
    let measure = archive.measures.get(&quantity.measure);
    let usual = quantity.stated.own_unit().or(measure.map(|measure| measure.unit.as_str()));
    let given = (Some(quantity.unit.clone()), quantity.counts.clone());
    let units = if usual == Some(&quantity.unit) { vec![None, given.0] } else { vec![given.0] };
    let same = measure.is_some_and(|measure| measure.counts == quantity.counts);
    let mut counts = if same { vec![None, given.1] } else { vec![given.1] };
    counts.dedup();
    let pairs = units.iter().flat_map(|unit| counts.iter().map(move |counts| (unit, counts)));
    pairs
        .map(|(unit, counts)| AboutRecord::Quantity {
            measure: quantity.measure.to_string(),
            of: text(claim.scope.population.as_ref()),
            place: text(claim.scope.place.as_ref()),
            value: quantity.stated.clone(),
            unit: unit.clone(),
            counts: counts.clone(),
            period: claim.scope.period.as_ref().map(|period| period.form.clone()),
            definition: claim.scope.definition.clone(),
        })
        .collect()
}

fn ranked(claim: &Claim, rank: &Rank, to: Option<u32>) -> AboutRecord {
    let subject = match &rank.subject {
        Subject::Place(id) => SubjectRecord::Place(id.to_string()),
        Subject::Population(id) => SubjectRecord::Population(id.to_string()),
    };
    AboutRecord::Rank {
        measure: rank.measure.to_string(),
        subject,
        rank: rank.rank,
        to,
        from: rank.from,
        class: text(claim.scope.population.as_ref()),
        place: text(claim.scope.place.as_ref()),
        period: claim.scope.period.as_ref().map(|period| period.form.clone()),
        definition: claim.scope.definition.clone(),
    }
}

fn text<T: ToString>(id: Option<&T>) -> Option<String> {
    id.map(ToString::to_string)
}

/// The most aspects whose orders are all tried.
const MOST_TRIED: usize = 4;

/// The orders in which a file may list what is inferred.
fn orders(claim: &Claim) -> Vec<Vec<&'static str>> {
    let names: Vec<&'static str> = claim.inferred.iter().map(|aspect| field(*aspect, &claim.about)).collect();
    if names.len() > MOST_TRIED {
        return vec![names];
    }
    names.iter().fold(vec![Vec::new()], |orders, name| {
        let with = |order: Vec<&'static str>| {
            (0..=order.len()).rev().map(move |at| [&order[..at], &[*name], &order[at..]].concat())
        };
        orders.into_iter().flat_map(with).collect()
    })
}

/// The name under which a file says that an aspect is inferred.
fn field(aspect: Aspect, about: &About) -> &'static str {
    match (aspect, about) {
        (Aspect::Measure, About::Stance(_)) => "proposition",
        (Aspect::Measure, About::Date(_)) => "event",
        (Aspect::Measure, _) => "measure",
        (Aspect::Population, About::Rank(_)) => "class",
        (Aspect::Population, _) => "of",
        (Aspect::Counts, _) => "counts",
        (Aspect::Definition, _) => "definition",
        (Aspect::Place, _) => "place",
        (Aspect::Period, _) => "period",
        (Aspect::Unit, _) => "unit",
        (Aspect::When, _) => "when",
        (Aspect::Occasion, _) => "occasion",
    }
}
