//! Counts of a few groups are those of the whole graph, though only these groups are read.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::findings::{Filter, Stacks};
use gainsay::snapshot::{Keep, Opened, Snapshot, open};
use gainsay::sweep::Tally;
use tempfile::TempDir;

const PLACES: usize = 60;
const SOURCES: usize = 12;
const ACTORS: usize = 5;
const CLAIMS: usize = 900;

/// Numbers that look drawn at random and are the same each time.
fn drawn(at: usize, most: usize) -> usize {
    (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33) % most
}

fn listed(count: usize, one: impl Fn(usize) -> String) -> String {
    format!("[{}]", (0..count).map(one).collect::<Vec<_>>().join(",\n"))
}

/// A graph with many places, each with claims of two measures.
fn graph() -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a folder");
    let dir = temp.path().join("graph");
    fs::create_dir_all(dir.join("claims")).expect("a folder");
    let write = |name: &str, text: String| fs::write(dir.join(name), text).expect("written");
    write("graph.ron", "(title: \"Many places\", format: 1)".to_owned());
    let whole =
        |at: usize| if at.is_multiple_of(10) { String::new() } else { format!(", part_of: [\"p{}\"]", at / 10 * 10) };
    write("places.ron", listed(PLACES, |at| format!("(id: \"p{at}\", name: \"place {at}\"{})", whole(at))));
    write("sources.ron", listed(SOURCES, |at| format!("(id: \"s{at}\", title: \"Paper {at}\")")));
    write("actors.ron", listed(ACTORS, |at| format!("(id: \"a{at}\", name: \"Office {at}\", kind: Office)")));
    let measure = |id: &str| {
        format!("(id: \"{id}\", name: \"{id}\", basis: Stock, unit: \"count\", counts: \"{id}\", tolerance: 5)")
    };
    write("measures.ron", format!("(measures: [{}, {}])", measure("boats"), measure("sheds")));
    let claim = |at: usize| {
        let draw = |kind: usize, most: usize| drawn(at * 8 + kind, most);
        let (number, from) = (100 + draw(0, 9), 1 + draw(1, 14));
        // Wholes have no claims, so that claims of their parts are told by columns.
        let (place, measure) = (draw(2, PLACES / 10) * 10 + 1 + draw(6, 9), ["boats", "sheds"][draw(3, 2)]);
        format!(
            "(id: \"c{at:04}\", says: \"{number} were there\", evidence: [(bytes: (1, 4))], attributed_to: Actor(\"a{}\"),
            about: Quantity(measure: \"{measure}\", value: Exactly({number}), place: \"p{place}\",
            period: Between(\"2031-03-{from:02}\", \"2031-03-{:02}\")))",
            draw(4, ACTORS),
            from + draw(5, 14)
        )
    };
    for source in 0..SOURCES {
        let own = (source..CLAIMS).step_by(SOURCES).map(claim).collect::<Vec<_>>().join(",\n");
        write(&format!("claims/s{source}.ron"), format!("(source: \"s{source}\", claims: [{own}])"));
    }
    (temp, dir)
}

fn snapshot(dir: &Path) -> Snapshot {
    match open(dir, Keep::Always, &|_| ()).expect("the graph loads") {
        Opened::Snapshot(snapshot) => snapshot,
        Opened::Archive(_) => panic!("no snapshot is kept"),
    }
}

fn both(dir: &Path, filter: &Filter) -> Tally {
    let part = Stacks::tally_of(&snapshot(dir), filter).expect("it is whole").expect("the names are known");
    let all = Stacks::of(&snapshot(dir)).expect("it is whole").tally(filter).expect("the names are known");
    assert_eq!(part, all, "{filter:?}");
    part
}

#[test]
fn counts_of_some_groups_are_those_of_all() {
    let (_temp, dir) = graph();
    let id = |kind: &str, at: usize| Some(format!("{kind}{at}"));
    let mut pairs = 0;
    for at in 0..PLACES {
        let of_place = Filter { place: id("p", at), ..Filter::default() };
        pairs += both(&dir, &of_place).pairs;
        both(&dir, &Filter { measure: Some("boats".into()), ..of_place.clone() });
        both(&dir, &Filter { source: id("s", at % SOURCES), ..of_place.clone() });
        both(&dir, &Filter { actor: id("a", at % ACTORS), ..of_place.clone() });
        both(&dir, &Filter { source: id("s", at % SOURCES), actor: id("a", at % ACTORS), ..of_place });
    }
    assert!(pairs > 100, "{pairs} pairs disagree");
    let of_place = |at: usize| both(&dir, &Filter { place: id("p", at), ..Filter::default() }).pairs;
    assert_eq!(of_place(0), (1..10).map(of_place).sum::<usize>(), "a place has the claims of its parts");
}

#[test]
fn a_damaged_part_is_noticed() {
    let (_temp, dir) = graph();
    drop(snapshot(&dir));
    let path = dir.join(".cache/snapshot");
    let whole = fs::read(&path).expect("it is there");
    let filter = Filter { place: Some("p7".into()), ..Filter::default() };
    let right = both(&dir, &filter);
    let mut noticed = 0;
    for at in (0..200).map(|at| drawn(at, whole.len() * 8)) {
        let mut spoilt = whole.clone();
        spoilt[at / 8] ^= 1 << (at % 8);
        fs::write(&path, &spoilt).expect("written");
        match Stacks::tally_of(&snapshot(&dir), &filter) {
            Ok(told) => assert_eq!(told.expect("the names are known"), right, "byte {}", at / 8),
            Err(_) => noticed += 1,
        }
        fs::write(&path, &whole).expect("written");
    }
    assert!(noticed > 5, "{noticed} of 200 flipped bits lay where it was read");
}
