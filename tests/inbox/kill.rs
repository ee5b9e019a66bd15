//! Killed at any moment, the program leaves a graph that loads, and what was begun can be done again.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::Desk;

/// How often each command is killed.
const TIMES: u32 = 30;

/// Kills the command at moments that are spread over the time that it takes; after each, the graph must load and the command
/// must come to the same end as if it had not been killed. Says how often it was killed before its end.
fn kill(from: &Desk, arguments: &[&str]) -> usize {
    let whole = from.copy();
    let start = Instant::now();
    whole.ok(arguments);
    let time = start.elapsed();
    let expected = whole.open();
    let mut killed = 0;
    for number in 0..TIMES {
        let desk = from.copy();
        let mut child = desk.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment(time, number));
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        desk.open();
        desk.ok(arguments);
        let held = desk.open();
        assert_eq!(held.inbox.len(), expected.inbox.len(), "kill {number}");
        let claims = |held: &gainsay::store::Held| held.waiting.keys().cloned().collect::<Vec<_>>();
        assert_eq!(claims(&held), claims(&expected), "kill {number}");
        assert_eq!(held.archive.claims.len(), expected.archive.claims.len(), "kill {number}");
        assert_eq!(held.archive.sources, expected.archive.sources, "kill {number}");
        assert_eq!(held.archive.measures, expected.archive.measures, "kill {number}");
    }
    killed
}

/// Most of the writing is done in the last third.
fn moment(time: Duration, number: u32) -> Duration {
    let part = f64::from(number) / f64::from(TIMES);
    time.mul_f64(if number.is_multiple_of(3) { part } else { 0.6 + 0.4 * part })
}

#[test]
fn a_killed_add_leaves_a_graph_that_loads() {
    let killed = kill(&Desk::new(), &["add", "--yes", "gazette.txt", "post.txt"]);
    println!("{killed} of {TIMES} killed before the end");
    assert!(killed > 0);
}

#[test]
fn a_killed_review_leaves_a_graph_that_loads() {
    let killed = kill(&Desk::waiting(), &["review", "--all", "--yes"]);
    println!("{killed} of {TIMES} killed before the end");
    assert!(killed > 0);
}

#[test]
fn two_at_once_wait_for_each_other() {
    let desk = Desk::waiting();
    let ids: Vec<String> = desk.open().inbox[1].candidates.iter().map(|one| one.claim.id.clone()).collect();
    let start = |id: &String| desk.command(&["review", "--accept", id]).stdout(Stdio::null()).spawn().unwrap();
    let mut all: Vec<_> = ids.iter().map(start).collect();
    assert!(all.iter_mut().all(|child| child.wait().unwrap().success()));
    let held = desk.open();
    assert!(ids.iter().all(|id| held.archive.claims.contains_key(id.as_str())), "{:?}", held.archive.claims.keys());
}
