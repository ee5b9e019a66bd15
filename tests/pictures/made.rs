//! Graphs that tests and benchmarks of pictures make up.

use gainsay::compare::{Comparison, Condition, Gap, GapKind, Relation};
use gainsay::findings::Question;
use gainsay::model::{Actor, Archive, Aspect, Attribution, Claim, ClaimId, Grounding, Source, SourceId, Via};
use gainsay::store::{init, load};
use gainsay::trace::OriginCount;
use tempfile::TempDir;

/// The graph that `init` makes.
pub fn small() -> Archive {
    let folder = TempDir::new().unwrap();
    init(folder.path(), gainsay::store::Contents::Example).unwrap();
    load(folder.path()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// A graph of many claims, some hundred to a source, most of them somebody's word, some taken from others.
pub fn large(claims: usize) -> Archive {
    let mut archive = small();
    let (model, source, actor) = (
        archive.claims.values().next().unwrap().clone(),
        archive.sources.values().next().unwrap().clone(),
        archive.actors.values().next().unwrap().clone(),
    );
    archive.claims.clear();
    archive.judgements.clear();
    archive.passages.clear();
    for at in 0..claims.div_ceil(100) {
        add_source(&mut archive, &source, at);
        add_actor(&mut archive, &actor, at);
    }
    for at in 0..claims {
        let claim = claim(&model, at, claims.div_ceil(100));
        archive.claims.insert(claim.id.clone(), claim);
    }
    archive.sort_claims();
    archive
}

fn add_source(archive: &mut Archive, model: &Source, at: usize) {
    let id: SourceId = format!("paper-{at:05}").as_str().into();
    let title = Some(format!("What the {at}th paper wrote about arrivals in the harbour"));
    let url = Some(format!("https://paper-{at}.example/articles/arrivals-in-the-harbour"));
    let cites = if at > 0 { vec![format!("paper-{:05}", at / 2).as_str().into()] } else { Vec::new() };
    archive.sources.insert(id.clone(), Source { id, title, url, cites, ..model.clone() });
}

fn add_actor(archive: &mut Archive, model: &Actor, at: usize) {
    let id: gainsay::model::ActorId = format!("office-{at:05}").as_str().into();
    let name = format!("The harbour office of district {at}");
    archive.actors.insert(id.clone(), Actor { id, name, speaks_for: Vec::new(), ..model.clone() });
}

fn claim(model: &Claim, at: usize, sources: usize) -> Claim {
    let source = at % sources;
    let attribution = match at % 4 {
        0 => Attribution::OwnVoice,
        _ => Attribution::actor(format!("office-{:05}", at / 7 % sources).as_str()),
    };
    let via = if at % 5 == 1 { vec![Via::Claim(id(at - 1))] } else { Vec::new() };
    let says =
        format!("{at} sailors came ashore at the northern quay in the two weeks that followed the storm of March");
    Claim { id: id(at), source: format!("paper-{source:05}").as_str().into(), says, attribution, via, ..model.clone() }
}

fn id(at: usize) -> ClaimId {
    format!("arrivals-at-the-northern-quay-{at:06}").as_str().into()
}

/// A question with so many contradictions, each between one claim and the next.
pub fn disputed(archive: &Archive, pairs: usize) -> Vec<Question> {
    let ids: Vec<&ClaimId> = archive.claims.keys().take(2 * pairs).collect();
    let comparisons = ids.chunks_exact(2).map(|pair| contradiction(pair[0], pair[1])).collect();
    vec![Question {
        title: "How many came ashore?".into(),
        kind: "quantity",
        measure: None,
        place: None,
        population: None,
        periods: Vec::new(),
        relation: Relation::Contradiction,
        gap: None,
        conditional_on: Vec::new(),
        positions: Vec::new(),
        origins: OriginCount::default(),
        comparisons,
        explained: Vec::new(),
        judgements: Vec::new(),
        worth_a_look: false,
        stakes: 0,
        is_crowd: false,
    }]
}

/// Two claims that contradict each other, on a condition.
pub fn contradiction(a: &ClaimId, b: &ClaimId) -> Comparison {
    let condition = Condition {
        claim: a.clone(),
        field: Aspect::Period,
        state: Grounding::Unstated,
        text: format!("if {a}, which names no period, means 2031"),
    };
    Comparison {
        a: a.clone(),
        b: b.clone(),
        relation: Relation::Contradiction,
        reasons: Vec::new(),
        conditional_on: vec![condition],
        gap: Some(Gap { size: 1.43, kind: GapKind::Ratio }),
        rungs: Vec::new(),
        hints: Vec::new(),
        would_decide: Vec::new(),
        derived: None,
        wording: Vec::new(),
        why: "cannot both hold: 4,200 against 6,000; gap 1.43×".into(),
    }
}
