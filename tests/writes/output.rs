//! Output that nobody takes: the program says so, or ends in silence where a reader has had enough.

use std::fs::File;
use std::process::Stdio;

use crate::desk::Desk;

const COMMANDS: [&[&str]; 6] = [
    &["contradictions"],
    &["contradictions", "--format", "json"],
    &["list", "claims"],
    &["export", "--to", "json"],
    &["lint"],
    &["check", "gazette.txt", "post.txt"],
];

#[test]
fn output_that_finds_no_room_is_told() {
    let desk = Desk::new();
    for arguments in COMMANDS {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = desk.command(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("could not be written") && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let desk = Desk::new();
    for arguments in COMMANDS {
        let mut child = desk.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_ne!(output.status.code(), None, "{arguments:?}: ended by a signal");
    }
}
