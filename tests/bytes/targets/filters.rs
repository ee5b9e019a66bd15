//! Any text as what options of the command line say, a line each: what passes is a part of the questions in their order, and
//! passes again; an archive without a record, or as it stood on a day, is a part of the archive.

use gainsay::compare::Relation;
use gainsay::findings::{Desk, Filter, FilterError, Question, Stacks, known_at, questions, without};
use gainsay::graph::Node;
use gainsay::model::{Archive, ClaimId, PartialDate};
use gainsay::store::{Contents, init, load};

const RELATIONS: [Relation; 4] = [Relation::Contradiction, Relation::Tension, Relation::Agreement, Relation::Explained];

/// A graph, its questions, and its columns.
struct Known {
    archive: Archive,
    questions: Vec<Question>,
    stacks: Stacks,
}

thread_local! {
    static KNOWN: Known = known();
}

fn known() -> Known {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("graph");
    init(&dir, Contents::Example).expect("written");
    let archive = load(&dir).expect("it loads");
    let questions = questions(&Desk::new(&archive));
    let stacks = Stacks::packed(&archive, &dir).expect("it is small");
    Known { archive, questions, stacks }
}

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n').map(|line| (!line.is_empty()).then(|| line.to_owned()));
    let mut line = || lines.next().flatten();
    let date = |line: Option<String>| line.and_then(|text| text.parse::<PartialDate>().ok());
    let (about, measure, place, actor, source) = (line(), line(), line(), line(), line());
    let (since, until, day) = (date(line()), date(line()), date(line()));
    let (gap, relations, id) = (line(), line().unwrap_or_default(), line());
    let filter = Filter {
        about,
        measure,
        place,
        actor,
        source,
        since: since.map(PartialDate::first_day),
        until: until.map(PartialDate::last_day),
        min_gap: gap.and_then(|gap| gap.parse().ok()),
        relations: relations.bytes().take(4).map(|byte| RELATIONS[usize::from(byte) % RELATIONS.len()]).collect(),
    };
    KNOWN.with(|known| {
        passes(&filter, known);
        seen(&known.archive, day, id.as_deref());
    });
}

fn passes(filter: &Filter, known: &Known) {
    let Known { archive, questions, stacks } = known;
    match filter.apply(archive, questions.clone()) {
        Err(error) => {
            refused(&error);
            assert_eq!(filter.apply(archive, Vec::new()).expect_err("it was refused before"), error);
        }
        Ok(passing) => {
            let mut left = questions.iter();
            assert!(
                passing.iter().all(|own| left.any(|question| question == own)),
                "other questions, or another order"
            );
            assert_eq!(filter.apply(archive, passing.clone()).expect("it was applied"), passing);
            let from_columns = stacks.questions(filter).expect("it was applied").questions;
            assert_eq!(titles(&from_columns), titles(&passing), "by columns {filter:?}");
            let claims = filter.claims(archive, &passing).expect("it was applied");
            assert!(claims.is_none_or(|claims| claims.iter().all(|id| archive.claims.contains_key(id))));
        }
    }
}

fn titles(questions: &[Question]) -> Vec<&str> {
    questions.iter().map(|question| question.title.as_str()).collect()
}

fn refused(error: &FilterError) {
    assert!(!error.to_string().is_empty());
    if let FilterError::Unknown { value, near, .. } = error {
        assert!(near.as_ref() != Some(value), "{error}");
    }
}

fn seen(archive: &Archive, day: Option<PartialDate>, id: Option<&str>) {
    let is_part = |part: &Archive| part.claims.keys().all(|id| archive.claims.contains_key(id));
    if let Some(day) = day {
        let (then, undated) = known_at(archive, day.last_day());
        assert!(is_part(&then) && undated.iter().all(|source| source.published.is_none()));
    }
    if let Some(id) = id {
        let nodes = [Node::Claim(id.into()), Node::Source(id.into()), Node::Actor(id.into())];
        for node in nodes {
            let left = without(archive, &node);
            assert!(is_part(&left) && !left.claims.contains_key(&ClaimId::from(id)) || !matches!(node, Node::Claim(_)));
        }
    }
}
