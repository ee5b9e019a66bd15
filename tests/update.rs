//! A snapshot is made to fit again by reading the files that have changed, and then holds what it would if all were read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::findings::{Filter, Stacks};
use gainsay::graph::Citations;
use gainsay::model::Archive;
use gainsay::snapshot::image::ImageError;
use gainsay::snapshot::{Keep, Link, Opened, Siblings, Snapshot, open};
use gainsay::store::{Stamps, load};
use gainsay::sweep::Sweep;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

use crate::support::cases::cases;

/// All that a snapshot tells.
#[derive(Debug, PartialEq)]
struct Told {
    archive: Archive,
    sweep: Sweep,
    cited: Vec<u32>,
    siblings: Siblings,
    links: Vec<Link>,
}

fn told(snapshot: &Snapshot) -> Told {
    let (citations, records): (Citations, _) =
        (snapshot.citations().expect("citations"), snapshot.records().expect("records"));
    Told {
        archive: snapshot.archive().expect("an archive"),
        sweep: snapshot.sweep().expect("columns"),
        cited: [citations.offsets(), citations.cited()].concat(),
        siblings: records.siblings,
        links: records.links,
    }
}

fn opened(dir: &Path) -> Snapshot {
    match open(dir, Keep::Always, &|_| ()).expect("the graph loads") {
        Opened::Snapshot(snapshot) => snapshot,
        Opened::Archive(_) => panic!("no snapshot is kept"),
    }
}

/// Counts by what some claims have in common: of parts of a snapshot, and of all of it.
fn counts_are_those_of_all(dir: &Path) {
    let of = |measure: Option<&str>, place: Option<&str>, actor: Option<&str>, source: Option<&str>| {
        let own = |text: Option<&str>| text.map(str::to_owned);
        Filter { measure: own(measure), place: own(place), actor: own(actor), source: own(source), ..Filter::default() }
    };
    let some = [None, Some("land"), Some("port")];
    for (place, actor) in
        some.into_iter().flat_map(|place| [None, Some("office"), Some("crew")].map(|actor| (place, actor)))
    {
        for (source, measure) in
            [None, Some("one"), Some("two")].into_iter().flat_map(|it| [(it, None), (it, Some("residents"))])
        {
            let filter = of(measure, place, actor, source);
            let part = Stacks::tally_of(&opened(dir), &filter).expect("it is whole").expect("the names are known");
            let all = Stacks::of(&opened(dir)).expect("it is whole").tally(&filter).expect("the names are known");
            assert_eq!(part, all, "{filter:?}");
        }
    }
}

/// Whether the snapshot was made to fit again by the files that have changed. If it was, it is held against a new one.
fn updates(dir: &Path) -> bool {
    let stamps = Stamps::of(dir).expect("a folder");
    let Err(ImageError::Stale(changed)) = Snapshot::open(dir, &stamps) else { panic!("files have changed") };
    if !Snapshot::update(dir, &stamps, &changed).expect("it is whole") {
        return false;
    }
    let updated = told(&Snapshot::open(dir, &stamps).expect("it fits"));
    let kept = TempDir::new().expect("a folder");
    let aside = kept.path().join("cache");
    fs::rename(dir.join(".cache"), &aside).expect("a move");
    assert_eq!(updated, told(&opened(dir)));
    // What was updated is updated again.
    fs::remove_dir_all(dir.join(".cache")).expect("a folder");
    fs::rename(&aside, dir.join(".cache")).expect("a move");
    true
}

const FILES: [(&str, &str); 9] = [
    ("graph.ron", r#"(title: "Made up", format: 1)"#),
    (
        "sources.ron",
        r#"[(id: "one", published: "2031-04"), (id: "two", cites: ["one"]), (id: "three", republishes: "one")]"#,
    ),
    ("actors.ron", r#"[(id: "office", name: "Office", kind: Organisation)]"#),
    ("places.ron", r#"[(id: "land", name: "land"), (id: "port", name: "port", part_of: ["land"])]"#),
    ("events.ron", r#"[(id: "storm", name: "the storm", date: "2031-03-20")]"#),
    (
        "measures.ron",
        r#"(measures: [(id: "residents", name: "residents", basis: Stock, unit: "count", counts: "persons"),
            (id: "ships", name: "ships", basis: Stock, unit: "count", counts: "ships")])"#,
    ),
    ("propositions.ron", r#"[(id: "warned", text: "It was warned")]"#),
    ("judgements/old.ron", r#"[(id: "so", on: [(claim: "c0")], verdict: "it holds", by: "desk", date: "2031-05-01")]"#),
    (
        "added/mixed.ron",
        r#"(actors: [(id: "crew", name: "Crew", kind: Group)], claims: [(source: "two", claims: [
            (id: "mixed", says: "Many ships", about: Quantity(measure: "ships", value: Exactly(9), place: "port"),
                evidence: [(bytes: (1, 2))], attributed_to: Actor("crew"))])])"#,
    ),
];

fn write(dir: &Path, name: &str, text: &str) {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn graph(world: &World) -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a folder");
    let dir = temp.path().join("graph");
    FILES.iter().for_each(|(name, text)| write(&dir, name, text));
    world.put(&dir, &BTreeMap::new());
    (temp, dir)
}

/// A claim in a file.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    file: &'static str,
    value: u32,
    measure: &'static str,
    place: Option<&'static str>,
    counts: Option<&'static str>,
    day: Option<u8>,
    actor: Option<&'static str>,
    /// What it names: another claim, and how.
    names: Option<(&'static str, &'static str)>,
    byte: u8,
}

const ROW: Row = Row {
    file: "claims/one.ron",
    value: 5,
    measure: "residents",
    place: Some("land"),
    counts: None,
    day: Some(3),
    actor: None,
    names: None,
    byte: 1,
};

/// Claims by id.
#[derive(Clone, Debug, Default)]
struct World(BTreeMap<&'static str, Row>);

const IDS: [&str; 8] = ["c0", "a1", "b2", "c3", "d4", "e5", "x6", "z7"];

/// Each file of claims has those of one source.
const OF: [(&str, &str); 4] =
    [("claims/one.ron", "one"), ("claims/more.ron", "one"), ("claims/two.ron", "two"), ("added/three.ron", "three")];

impl World {
    fn files(&self) -> BTreeMap<&'static str, String> {
        let of = |(file, source): (&'static str, &str)| {
            let rows = self.0.iter().filter(|(_, row)| row.file == file);
            let rows: Vec<String> = rows.map(|(id, row)| row.text(id)).collect();
            let claims = format!("(source: \"{source}\", claims: [{}])", rows.join(","));
            let text = if file.starts_with("added") { format!("(claims: [{claims}])") } else { claims };
            (!rows.is_empty()).then_some((file, text))
        };
        OF.into_iter().filter_map(of).collect()
    }

    fn set(&mut self, id: &'static str, row: Option<Row>) {
        match row {
            Some(row) => self.0.insert(id, row),
            None => self.0.remove(id),
        };
    }

    /// Writes the files that are others than they were.
    fn put(&self, dir: &Path, were: &BTreeMap<&'static str, String>) {
        let files = self.files();
        for (name, text) in files.iter().filter(|(name, text)| were.get(*name) != Some(text)) {
            write(dir, name, text);
        }
        for name in were.keys().filter(|name| !files.contains_key(*name)) {
            fs::remove_file(dir.join(name)).expect("a file");
        }
    }
}

impl Row {
    fn text(&self, id: &str) -> String {
        let field =
            |name: &str, value: Option<String>| value.map_or(String::new(), |value| format!("{name}: {value}, "));
        let quoted = |value: Option<&str>| value.map(|value| format!("\"{value}\""));
        let about = [
            format!("measure: \"{}\", value: Exactly({}), ", self.measure, self.value),
            field("place", quoted(self.place)),
            field("counts", quoted(self.counts)),
            field("period", self.day.map(|day| format!("In(\"2031-03-{day:02}\")"))),
        ];
        let names = match self.names {
            Some(("via", other)) => format!("via: [Claim(\"{other}\")], "),
            Some(("revises", other)) => format!("supersedes: [\"{other}\"], "),
            Some(("converts", other)) => format!("conversion_of: \"{other}\", "),
            _ => String::new(),
        };
        let actor = field("attributed_to", self.actor.map(|actor| format!("Actor(\"{actor}\")")));
        let byte = self.byte;
        format!(
            "(id: \"{id}\", says: \"So many\", about: Quantity({}), {names}{actor}evidence: [(bytes: ({byte}, 9))])",
            about.concat()
        )
    }
}

fn first() -> World {
    World(BTreeMap::from([
        ("c0", ROW),
        ("a1", Row { file: "claims/two.ron", value: 7, ..ROW }),
        ("b2", Row { file: "claims/two.ron", value: 9, names: Some(("via", "c0")), ..ROW }),
        ("c3", Row { file: "claims/more.ron", value: 8, ..ROW }),
        ("d4", Row { file: "added/three.ron", place: Some("port"), names: Some(("revises", "a1")), ..ROW }),
    ]))
}

/// What comes of a change: whether reading what has changed is enough, and whether the graph still loads.
fn after(change: impl FnOnce(&Path, &mut World)) -> (bool, bool) {
    let mut world = first();
    let (_temp, dir) = graph(&world);
    opened(&dir);
    let were = world.files();
    change(&dir, &mut world);
    world.put(&dir, &were);
    (updates(&dir), load(&dir).is_ok())
}

#[test]
fn claims_come_change_and_go() {
    let of = |change: fn(&mut World)| after(|_, world| change(world));
    let enough = (true, true);
    assert_eq!(of(|world| world.set("e5", Some(Row { value: 6, ..ROW }))), enough, "one is added");
    assert_eq!(of(|world| world.0.get_mut("a1").unwrap().place = None), (false, true), "one changes that is revised");
    assert_eq!(of(|world| world.0.get_mut("b2").unwrap().value = 2), enough, "another changes");
    assert_eq!(of(|world| world.set("c3", None)), enough, "a file goes");
    assert_eq!(of(|world| world.set("b2", None)), enough, "one goes that nobody names");
    assert_eq!(of(|world| world.set("a1", None)), (false, false), "one goes that another file names");
    assert_eq!(of(|world| world.0.get_mut("c3").unwrap().place = Some("nowhere")), (false, false));
    assert_eq!(
        of(|world| world.0.get_mut("c3").unwrap().names = Some(("revises", "c0"))),
        enough,
        "one revises another"
    );
    assert_eq!(of(|world| world.0.get_mut("d4").unwrap().names = None), enough, "and one no longer does");
    assert_eq!(of(|world| world.0.get_mut("c3").unwrap().names = Some(("via", "c0"))), (false, false), "from itself");
    assert_eq!(of(|world| world.0.get_mut("c3").unwrap().counts = Some("heads")), enough, "another thing is counted");
    assert_eq!(of(|world| world.0.get_mut("c3").unwrap().file = "claims/one.ron"), enough, "one moves");
    let circle = |world: &mut World| world.0.get_mut("a1").unwrap().names = Some(("revises", "d4"));
    assert_eq!(of(circle), (false, false), "they revise each other");
}

#[test]
fn vocabulary_comes_and_what_claims_rest_on_stays() {
    let of = |name: &str, text: &str| after(|dir, _| write(dir, name, text));
    let enough = (true, true);
    let places = r#"(id: "land", name: "land"), (id: "port", name: "port", part_of: ["land"])"#;
    assert_eq!(of("places.ron", &format!(r#"[(id: "bay", name: "bay", part_of: ["port"]), {places}]"#)), enough);
    assert_eq!(of("places.ron", r#"[(id: "land", name: "land"), (id: "port", name: "port")]"#), (false, true));
    assert_eq!(of("places.ron", r#"[(id: "land", name: "land")]"#), (false, false));
    let judged = r#"[(id: "no", on: [(claim: "a1")], verdict: "it does not", by: "desk", date: "2031-05-02")]"#;
    assert_eq!(of("judgements/new.ron", judged), enough);
    assert_eq!(of("judgements/new.ron", &judged.replace("a1", "nothing")), (false, false));
    let added = r#"(sources: [(id: "four", cites: ["two"])], claims: [(source: "four", claims: [
        (id: "fresh", says: "So many", about: Quantity(measure: "ships", value: Exactly(4)), evidence: [(bytes: (1, 2))])])])"#;
    assert_eq!(of("added/four.ron", added), enough);
    assert_eq!(of("added/four.ron", &added.replace("fresh", "c0")), (false, false));
    assert_eq!(of("added/mixed.ron", &FILES[8].1.replace("Exactly(9)", "Exactly(8)")), enough);
    assert_eq!(of("added/mixed.ron", r#"()"#), (false, true), "an actor goes");
    assert_eq!(of("claims/three.ron", "(source: "), (false, false), "a file is broken");
    assert_eq!(of("notes.txt", "nothing of the graph's"), enough);
    assert_eq!(of("claim/one.ron", "()"), (false, false), "no folder of a graph");
    let inbox = |claim: &str| {
        format!(
            r#"(source: (id: "one", published: "2031-04"), read: (file: "one.txt", sha256: "00"), candidates: [
            (claim: (id: "waits", says: "So", about: Quantity(measure: "residents", value: Exactly(4)),
            via: [Claim("{claim}")], evidence: [(bytes: (1, 2))]), at: (1, 2))])"#
        )
    };
    assert_eq!(of("inbox/one.ron", &inbox("a1")), enough);
    assert_eq!(of("inbox/one.ron", &inbox("nothing")), (false, false));
}

#[test]
fn texts_that_were_relocated_are_read_with_all_else() {
    let relocated = r#"[(source: "one", sha256: "00", bytes: 9, moved: [(claim: "c0", was: (1, 9), now: (2, 9))])]"#;
    assert_eq!(after(|dir, _| write(dir, "relocations.ron", relocated)), (false, true));
    let (_temp, dir) = graph(&first());
    write(&dir, "relocations.ron", relocated);
    opened(&dir);
    fs::remove_file(dir.join("relocations.ron")).expect("a file");
    assert!(!updates(&dir), "evidence moves back");
}

fn row() -> impl Strategy<Value = Row> {
    let names = prop::option::weighted(0.3, (select(vec!["via", "revises", "converts"]), select(IDS.to_vec())));
    let scope = (
        prop::option::of(select(vec!["land", "port"])),
        prop::option::weighted(0.2, select(vec!["heads", "persons"])),
        prop::option::weighted(0.8, 1_u8..4),
    );
    let other = (prop::option::weighted(0.3, select(vec!["office", "crew"])), names, 1_u8..4);
    let what = (select(vec!["residents", "ships"]), 1_u32..9, select(OF.map(|(file, _)| file).to_vec()));
    (what, scope, other).prop_map(|((measure, value, file), (place, counts, day), (actor, names, byte))| Row {
        file,
        value,
        measure,
        place,
        counts,
        day,
        actor,
        names,
        byte,
    })
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whatever becomes of claims: a snapshot that is made to fit holds what it should, and none is of a graph that is at fault.
    #[test]
    fn updated_snapshots_are_as_new_ones(
        changes in prop::collection::vec(prop::collection::vec((select(IDS.to_vec()), prop::option::of(row())), 1..3), 1..5)
    ) {
        let mut world = first();
        let (_temp, dir) = graph(&world);
        opened(&dir);
        for change in changes {
            let were = world.files();
            let before = world.clone();
            for (id, row) in change {
                world.set(id, row);
            }
            if world.files() == were {
                continue;
            }
            world.put(&dir, &were);
            let is_updated = updates(&dir);
            if load(&dir).is_err() {
                prop_assert!(!is_updated);
                let now = world.files();
                world = before;
                world.put(&dir, &now);
            }
            opened(&dir);
        }
        counts_are_those_of_all(&dir);
    }
}

#[test]
fn each_file_of_claims_is_there_at_first() {
    let files: BTreeSet<&str> = first().files().into_keys().collect();
    assert_eq!(files.len(), OF.len(), "each file has a claim");
}
