//! Every call of the system by which the program changes something fails once, and kills it once: strace sees to that.

use std::fs;
use std::process::{Command, Stdio};

use crate::desk::Desk;
use crate::kill::{content, with_corrected_text, with_table};

/// The calls by which files come, change and go. Reading them is among `openat`.
const CALLS: [&str; 13] = [
    "openat",
    "mkdir",
    "write",
    "pwrite64",
    "ftruncate",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "unlink",
    "unlinkat",
    "flock",
];

/// What becomes of a call.
const FATES: [&str; 2] = ["error=ENOSPC", "signal=KILL"];

/// Whether there is strace, and it may be used; it must, where the long tests are run.
fn is_there() -> bool {
    let traced = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let is_there = traced.is_ok_and(|status| status.success());
    assert!(is_there || std::env::var_os("GAINSAY_LONG").is_none(), "strace is missing, or may not be used");
    if !is_there {
        println!("not run: strace is missing, or may not be used");
    }
    is_there
}

/// How often the command makes each call.
fn counts(from: &Desk, arguments: &[&str]) -> Vec<(&'static str, usize)> {
    let desk = from.copy();
    let log = desk.path("calls.log");
    let status = traced(&desk, &["-o", log.to_str().unwrap()], arguments).status().unwrap();
    assert!(matches!(status.code(), Some(0 | 1)), "{arguments:?}");
    let log = fs::read_to_string(log).unwrap();
    let count = |call: &str| log.lines().filter(|line| line.starts_with(&format!("{call}("))).count();
    CALLS.iter().map(|call| (*call, count(call))).collect()
}

/// The command under strace, with options of that.
fn traced(desk: &Desk, options: &[&str], arguments: &[&str]) -> Command {
    let program = desk.command(arguments);
    let mut command = Command::new("strace");
    command.args(options).arg(program.get_program()).args(arguments);
    command.current_dir(program.get_current_dir().unwrap()).env("NO_COLOR", "1").env_remove("GAINSAY_GRAPH");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Lets each call of the command meet each fate; how many did.
fn tried(from: &Desk, arguments: &[&str], calls: &[&str]) -> usize {
    let whole = from.copy();
    assert!(matches!(whole.run(arguments).status.code(), Some(0 | 1)));
    let (before, expected) = (from.open(), content(&whole.open()));
    let mut tried = 0;
    for (call, count) in counts(from, arguments).into_iter().filter(|(call, _)| calls.contains(call)) {
        for (fate, number) in FATES.iter().flat_map(|fate| (1..=count).map(move |number| (fate, number))) {
            let desk = from.copy();
            let told = format!("inject={call}:{fate}:when={number}");
            traced(&desk, &["-o", "/dev/null", "-e", &told], arguments).status().unwrap();
            let held = desk.open();
            let is_there = |id| held.archive.claims.contains_key(id);
            assert!(before.archive.claims.keys().all(is_there), "{arguments:?}, {told}");
            desk.run(arguments);
            assert_eq!(content(&desk.open()), expected, "{arguments:?}, {told}");
            tried += 1;
        }
    }
    println!("{tried} calls failed or killed: gainsay {}", arguments.join(" "));
    tried
}

#[test]
fn a_call_of_the_system_that_fails_or_kills_loses_nothing() {
    if !is_there() {
        return;
    }
    let judge = ["judge", "arrivals-4200", "arrivals-6000", "--confirm", "--on", "2031-07-01"];
    let quick = tried(&Desk::new(), &judge, &CALLS[1..]);
    assert!(quick > 10, "{quick}");
    if std::env::var_os("GAINSAY_LONG").is_none() {
        return;
    }
    let rest = [
        (Desk::new(), &judge[..]),
        (Desk::new(), &["add", "--yes", "gazette.txt", "post.txt"]),
        (Desk::waiting(), &["review", "--all", "--yes"]),
        (with_table(), &["import", "boats.csv"]),
        (with_corrected_text(), &["reuse", "--texts", ".", "--record"]),
        (with_corrected_text(), &["verify", "--texts", ".", "--apply"]),
        (Desk::new(), &["contradictions", "--snapshot", "always"]),
    ];
    let all: usize = rest.iter().map(|(desk, arguments)| tried(desk, arguments, &CALLS)).sum();
    println!("{} calls in all", quick + all);
}
