//! The chain of a claim as JSON.

use serde::Serialize;

use super::claim::{ClaimJson, claim as claim_json};
use super::origin::{OriginCountJson, OriginJson, origin, origin_count};
use crate::findings::{Cites, Desk, cites};
use crate::model::Claim;
use crate::trace::{End, How, Step, What, count, drifts, proposals};

/// The chain of a claim, its drifts, and proposals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TraceJson {
    claim: ClaimJson,
    origins: Vec<OriginJson>,
    origin_count: OriginCountJson,
    cites: CitesJson,
    chain: StepJson,
    drifts: Vec<DriftJson>,
    proposals: Vec<ProposalJson>,
}

/// What the claim's source cites, directly or through others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct CitesJson {
    sources: usize,
    origins: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct StepJson {
    how: &'static str,
    what: &'static str,
    id: String,
    source: Option<String>,
    date: Option<String>,
    hedge: Option<&'static str>,
    fragment: Option<String>,
    ends: Option<&'static str>,
    words: Option<String>,
    above: Vec<StepJson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct DriftJson {
    kind: &'static str,
    claims: Vec<String>,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct ProposalJson {
    from: String,
    source: Option<String>,
    same_speaker: bool,
    rounded: bool,
    earlier: bool,
}

/// The chain of a claim as JSON. Proposals stand apart from what texts say.
pub fn trace(desk: &Desk<'_>, claim: &Claim, root: &Step) -> TraceJson {
    let Cites { sources, origins } = cites(desk, &claim.source);
    let proposed = proposals(desk.archive, &desk.ancestry, claim);
    TraceJson {
        claim: claim_json(desk, claim),
        origins: desk.origins(claim).map(|found| origin(desk, found)).collect(),
        origin_count: origin_count(count(desk.origins(claim))),
        cites: CitesJson { sources, origins },
        chain: step(desk, root),
        drifts: drifts(desk.archive, &desk.ancestry, claim).iter().map(drift).collect(),
        proposals: proposed
            .into_iter()
            .map(|proposal| ProposalJson {
                source: desk.archive.claims.get(&proposal.from).map(|claim| claim.source.to_string()),
                from: proposal.from.to_string(),
                same_speaker: proposal.same_speaker,
                rounded: proposal.rounded,
                earlier: proposal.earlier,
            })
            .collect(),
    }
}

fn drift(drift: &crate::trace::Drift) -> DriftJson {
    DriftJson {
        kind: drift.kind.word(),
        claims: drift.claims.iter().map(ToString::to_string).collect(),
        text: drift.text.clone(),
    }
}

fn step(desk: &Desk<'_>, from: &Step) -> StepJson {
    let (what, id) = what(&from.what);
    let claim = if let What::Claim(id) = &from.what { desk.archive.claims.get(id) } else { None };
    let source = match &from.what {
        What::Source(id) => Some(id.clone()),
        _ => claim.map(|claim| claim.source.clone()),
    };
    let date = source.as_ref().and_then(|id| desk.archive.published(id));
    StepJson {
        how: from.how.word(),
        what,
        id,
        source: source.map(|id| id.to_string()),
        date: date.map(|date| date.to_string()),
        hedge: claim.and_then(|claim| claim.about.as_quantity()).map(|quantity| quantity.stated.hedge_name()),
        fragment: claim.and_then(|claim| claim.fragments().next()).map(str::to_owned),
        ends: from.end.as_ref().map(End::word),
        words: if let Some(End::Unnamed(words)) = &from.end { Some(words.clone()) } else { None },
        above: from.above.iter().filter(|above| above.how != How::Proposed).map(|above| step(desk, above)).collect(),
    }
}

fn what(what: &What) -> (&'static str, String) {
    match what {
        What::Claim(id) => ("claim", id.to_string()),
        What::Source(id) => ("source", id.to_string()),
        What::Outlet(name) => ("outlet", name.clone()),
        What::Actor(id) => ("actor", id.to_string()),
    }
}
