//! Killed at any moment, the program leaves a graph that loads, and what was begun can be done again.

use std::process::Stdio;
use std::time::{Duration, Instant};

use gainsay::store::Held;

use crate::desk::Desk;

/// How often each command is killed, unless `GAINSAY_KILLS` says otherwise.
const TIMES: u32 = 34;

fn times() -> u32 {
    std::env::var("GAINSAY_KILLS").map_or(TIMES, |times| times.parse().expect("GAINSAY_KILLS is a number"))
}

/// What is compared of two graphs.
pub fn content(held: &Held) -> impl PartialEq + std::fmt::Debug + use<> {
    let archive = &held.archive;
    let ids = (archive.claims.keys().cloned().collect::<Vec<_>>(), held.waiting.keys().cloned().collect::<Vec<_>>());
    let judged: Vec<String> = archive.judgements.iter().map(|judgement| judgement.id.to_string()).collect();
    let inbox: Vec<String> = held.inbox.iter().map(|file| file.source.id.clone()).collect();
    (ids, judged, inbox, archive.sources.clone(), archive.relocations.clone(), archive.passages.len())
}

/// Kills the command at moments that are spread over the time that it takes; after each, the graph must load and have all that
/// it had, and the command must come to the same end as if it had not been killed.
fn kill(from: &Desk, arguments: &[&str]) {
    let whole = from.copy();
    let start = Instant::now();
    let done = whole.run(arguments);
    // Exit code 1 says that something was found.
    assert!(matches!(done.status.code(), Some(0 | 1)), "{done:?}");
    let time = start.elapsed();
    let (before, expected) = (from.open(), whole.open());
    let mut killed = 0;
    for number in 0..times() {
        let desk = from.copy();
        let mut child = desk.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment(time, number));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        let left = desk.open();
        let is_there = |id| left.archive.claims.contains_key(id);
        assert!(before.archive.claims.keys().all(is_there), "kill {number}");
        desk.run(arguments);
        assert_eq!(content(&desk.open()), content(&expected), "kill {number}");
    }
    println!("{killed} of {} killed before the end: gainsay {}", times(), arguments.join(" "));
    assert!(killed > 0);
}

/// Most of the writing is done in the last third.
fn moment(time: Duration, number: u32) -> Duration {
    let part = f64::from(number) / f64::from(times());
    time.mul_f64(if number.is_multiple_of(3) { part } else { 0.6 + 0.4 * part })
}

#[test]
fn a_killed_add_leaves_a_graph_that_loads() {
    kill(&Desk::new(), &["add", "--yes", "gazette.txt", "post.txt"]);
}

#[test]
fn a_killed_review_leaves_a_graph_that_loads() {
    kill(&Desk::waiting(), &["review", "--all", "--yes"]);
}

/// A graph, and a table to be imported.
pub fn with_table() -> Desk {
    let desk = Desk::new();
    let row = |number: u32| format!("\"{number} boats came\",Quay Radio,{number},boats,\"the port\",2031-03\n");
    let rows: String = (1..60).map(row).collect();
    desk.write("boats.csv", &format!("Says,Source,Figure,Measure,Place,Date\n{rows}"));
    desk
}

/// A graph with claims of both articles, one of which has changed.
pub fn with_corrected_text() -> Desk {
    let desk = Desk::waiting();
    desk.ok(&["review", "--all", "--yes"]);
    desk.write("gazette.txt", &format!("Corrected.\n{}", desk.read("gazette.txt")));
    desk
}

#[test]
fn a_killed_import_leaves_a_graph_that_loads() {
    kill(&with_table(), &["import", "boats.csv"]);
}

#[test]
fn a_killed_judgement_leaves_a_graph_that_loads() {
    kill(&Desk::new(), &["judge", "arrivals-4200", "arrivals-6000", "--confirm", "--on", "2031-07-01"]);
}

#[test]
fn a_killed_record_of_passages_leaves_a_graph_that_loads() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--all", "--yes"]);
    kill(&desk, &["reuse", "--texts", ".", "--record"]);
}

#[test]
fn a_killed_record_of_new_places_leaves_a_graph_that_loads() {
    kill(&with_corrected_text(), &["verify", "--texts", ".", "--apply"]);
}

#[test]
fn a_killed_init_can_be_made_again() {
    let desk = Desk::new();
    std::fs::remove_dir_all(desk.path("graph")).unwrap();
    let mut killed = 0;
    for number in 0..times() {
        let desk = desk.copy();
        let mut child = desk.command(&["init"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(u64::from(number) * 900));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        desk.run(&["init"]);
        assert_eq!(desk.open().archive.claims.len(), 3, "kill {number}");
    }
    println!("{killed} of {} killed before the end: gainsay init", times());
    assert!(killed > 0);
}
