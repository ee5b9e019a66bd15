//! Laws of whole graphs: what changes no answer, and what changes it only by name.

use std::collections::BTreeSet;

use gainsay::findings::{self, Desk, without};
use gainsay::graph::Node;
use gainsay::model::Archive;
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::{AboutRecord, AttributionRecord, ClaimRecord, EvidenceRecord, ViaRecord};
use gainsay::trace::{Origin, count};
use proptest::prelude::*;

use crate::chance;
use crate::ladder::Pair;
use crate::questions::Question;
use crate::world::{Claim, MEASURES, Source, World};

/// All that is told of a graph: its questions, the origins of its claims, and what falls with each source.
#[derive(Debug, PartialEq)]
struct Answers {
    questions: Vec<findings::Question>,
    origins: Vec<Vec<Origin>>,
    falls: Vec<findings::Impact>,
}

impl Answers {
    fn of(archive: &Archive) -> Self {
        let desk = Desk::new(archive);
        let origins = archive.claims.values().map(|claim| desk.origins(claim).cloned().collect());
        let falls = archive.sources.keys().map(|id| findings::impact(&desk, &Node::Source(id.clone())));
        Self { questions: findings::questions(&desk), origins: origins.collect(), falls: falls.collect() }
    }
}

/// The questions in terms that tell names from all else, in the order in which they are told.
fn questions(archive: &Archive) -> Vec<Question> {
    findings::questions(&Desk::new(archive)).iter().map(crate::question).collect()
}

/// Other names in the same order.
fn renamed(world: &World) -> World {
    let new = |id: &String| format!("n-{id}-new");
    let all = |ids: &[String]| ids.iter().map(new).collect::<Vec<_>>();
    let mut renamed = world.clone();
    for source in &mut renamed.sources {
        source.id = new(&source.id);
        source.cites = all(&source.cites);
        source.republishes = source.republishes.as_ref().map(new);
    }
    for (source, _) in renamed.passages.iter_mut().flatten() {
        *source = new(source);
    }
    for actor in &mut renamed.actors {
        actor.id = new(&actor.id);
        actor.speaks_for.iter_mut().for_each(|(other, ..)| *other = new(other));
    }
    for claim in &mut renamed.claims {
        claim.source = new(&claim.source);
        rename(&mut claim.record, new);
    }
    renamed
}

fn rename(record: &mut ClaimRecord, new: impl Fn(&String) -> String) {
    record.id = new(&record.id);
    record.supersedes.iter_mut().for_each(|id| *id = new(id));
    for via in &mut record.via {
        if let ViaRecord::Source(id) | ViaRecord::Claim(id) = via {
            *id = new(id);
        }
    }
    match &mut record.attributed_to {
        Some(AttributionRecord::Actor(id)) => *id = new(id),
        Some(AttributionRecord::Actors(ids)) => ids.iter_mut().for_each(|id| *id = new(id)),
        _ => {}
    }
    if let AboutRecord::Quote { speaker, .. } = &mut record.about {
        *speaker = new(speaker);
    }
}

/// The old names again.
fn old_names(text: &str) -> String {
    text.replace("\"n-", "\"").replace("-new\"", "\"")
}

/// The same claims with their ids in another order.
fn shuffled(world: &World) -> World {
    let ids: Vec<String> = world.claims.iter().map(|claim| claim.id().to_owned()).collect();
    let new = |id: &String| ids[ids.len() - 1 - ids.iter().position(|own| own == id).expect("an id")].clone();
    let mut turned = world.clone();
    for claim in &mut turned.claims {
        let record = &mut claim.record;
        record.id = new(&record.id);
        record.supersedes.iter_mut().for_each(|id| *id = new(id));
        for via in &mut record.via {
            if let ViaRecord::Claim(id) = via {
                *id = new(id);
            }
        }
    }
    turned.claims.reverse();
    turned
}

/// With no claim that is taken from a source as a whole.
fn of_named_claims(mut world: World) -> World {
    world.sources.iter_mut().for_each(|source| source.republishes = None);
    for claim in &mut world.claims {
        claim.record.via.retain(|via| !matches!(via, ViaRecord::Source(_)));
    }
    world
}

/// A claim of a source of its own, on a measure of which the world says nothing.
fn with_a_stranger(world: &World) -> Option<World> {
    let is_free = |id: &str| world.claims.iter().all(|claim| claim.measure().is_none_or(|measure| measure.id != id));
    let measure =
        MEASURES.iter().find(|measure| is_free(measure.id) && !["daily", "arrivals"].contains(&measure.id))?;
    let about = AboutRecord::Quantity {
        measure: measure.id.into(),
        of: None,
        place: Some("land".into()),
        value: Stated::Bare(Amount::Number(1_000.0)),
        unit: None,
        counts: None,
        period: None,
        definition: None,
    };
    let record = ClaimRecord {
        id: "b-stranger".into(),
        says: "made up".into(),
        about,
        attributed_to: None,
        via: Vec::new(),
        evidence: vec![EvidenceRecord { bytes: None, fragment: "made up".into() }],
        inferred: Vec::new(),
        conversion_of: None,
        supersedes: Vec::new(),
        method: None,
        note: None,
    };
    let mut more = world.clone();
    more.sources.push(Source { id: "stranger".into(), language: "en", ..Source::default() });
    more.claims.insert(0, Claim { source: "stranger".into(), record });
    Some(more)
}

/// The origins of some claims, but for circles: a circle out of which a source is taken may fall apart into two.
fn origins_of<'a>(desk: &'a Desk<'_>, ids: &BTreeSet<String>) -> BTreeSet<&'a Origin> {
    let claims = ids.iter().filter_map(|id| desk.archive.claims.get(id.as_str()));
    let origins = claims.flat_map(|claim| desk.ancestry.origins(&claim.id));
    origins.filter(|origin| !matches!(origin, Origin::Circular(_))).collect()
}

fn pairs(archive: &Archive) -> Vec<Pair> {
    let desk = Desk::new(archive);
    let claims = || archive.claims.values();
    claims().flat_map(|a| claims().map(|b| crate::pair(&desk.compare(a, b))).collect::<Vec<_>>()).collect()
}

proptest! {
    #![proptest_config(crate::cases(40))]

    #[test]
    fn the_order_of_files_and_claims_changes_no_answer(world in chance::world()) {
        prop_assert_eq!(Answers::of(&world.read()), Answers::of(&world.read_turned()));
    }

    #[test]
    fn other_names_change_answers_only_by_name(world in chance::world()) {
        let (old, new) = (questions(&world.read()), questions(&renamed(&world).read()));
        prop_assert_eq!(format!("{old:?}"), old_names(&format!("{new:?}")));
    }

    #[test]
    fn no_comparison_hangs_on_the_ids_of_claims(world in chance::world()) {
        // Which of its claims a source stands for may hang on ids, and with it whose figure it is.
        let world = of_named_claims(world);
        let turned = shuffled(&world);
        let new = |id: &String| {
            let at = world.claims.iter().position(|claim| claim.id() == id).expect("an id");
            world.claims[world.claims.len() - 1 - at].id().to_owned()
        };
        let (old, found) = (world.read(), turned.read());
        let mut expected = pairs(&old);
        for pair in &mut expected {
            (pair.a, pair.b) = (new(&pair.a), new(&pair.b));
            pair.conditions = pair.conditions.iter().map(|(id, field, state)| (new(id), *field, *state)).collect();
        }
        expected.sort_by(|one, other| (&one.a, &one.b).cmp(&(&other.a, &other.b)));
        prop_assert_eq!(pairs(&found), expected);
    }

    #[test]
    fn an_unrelated_claim_changes_no_other_question(world in chance::world()) {
        if let Some(more) = with_a_stranger(&world) {
            prop_assert_eq!(questions(&world.read()), questions(&more.read()));
        }
    }

    #[test]
    fn a_source_less_is_no_origin_more(world in chance::world()) {
        // Of a passage that three share, the graph may know only whose each of two has from the first.
        let archive = World { passages: Vec::new(), ..world }.read();
        let before = Desk::new(&archive);
        for id in archive.sources.keys() {
            let left = without(&archive, &Node::Source(id.clone()));
            let after = Desk::new(&left);
            let ids: BTreeSet<String> = left.claims.keys().map(ToString::to_string).collect();
            let (had, has) = (origins_of(&before, &ids), origins_of(&after, &ids));
            prop_assert!(has.is_subset(&had), "without {}: {:?} and {:?}", id, had, has);
            prop_assert!(count(has).most() <= count(had).most());
        }
    }
}
