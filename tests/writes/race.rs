//! Processes that change a graph at once wait for each other, and none of what they add is lost.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use gainsay::store::record::AddedFile;
use gainsay::store::{ChangeError, change, open, read_record};

use crate::desk::Desk;

/// How many records each of two processes adds.
const EACH: usize = 500;

fn place(id: &str) -> AddedFile {
    read_record(Path::new("place"), &format!(r#"(places: [(id: "{id}", name: "{id}")])"#)).unwrap()
}

/// Does its work only in a process that the next test starts.
#[test]
fn a_process_that_adds() {
    let Some(dir) = std::env::var_os("GAINSAY_ADDS_TO") else { return };
    let name = std::env::var("GAINSAY_ADDS_AS").unwrap();
    for number in 0..EACH {
        // Ten records a file, so that files are written anew, too.
        let file = format!("{name}-{}", number / 10);
        change(Path::new(&dir), |_, change| {
            Ok::<_, ChangeError>(change.import(&file, place(&format!("{name}-{number}")))?)
        })
        .unwrap();
    }
}

fn start(dir: &Path, name: &str) -> Child {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "race::a_process_that_adds"]).stdout(Stdio::null());
    child.env("GAINSAY_ADDS_TO", dir).env("GAINSAY_ADDS_AS", name).spawn().unwrap()
}

#[test]
fn a_thousand_additions_of_two_processes_are_all_there() {
    let desk = Desk::new();
    let dir = desk.path("graph");
    let both = ["left", "right"].map(|name| start(&dir, name));
    for mut child in both {
        assert!(child.wait().unwrap().success());
    }
    let held = open(&dir).unwrap();
    for number in 0..EACH {
        let is_there = |name| held.archive.places.contains_key(format!("{name}-{number}").as_str());
        assert!(is_there("left") && is_there("right"), "{number}");
    }
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

#[test]
fn who_waits_in_vain_is_told_for_whom() {
    let desk = Desk::new();
    let before = desk.open().archive;
    let told = change(&desk.path("graph"), |_, _| {
        // The lock is this process's as long as the change is planned.
        Ok::<_, ChangeError>(desk.fails(&["judge", "arrivals-4200", "arrivals-6000", "--confirm"]))
    });
    let told = told.unwrap();
    let holder = format!("process {} (", std::process::id());
    assert!(told.contains(&holder) && told.contains("try again"), "{told}");
    assert_eq!(desk.open().archive, before);
}
