//! Standard input.

use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn a_text_may_come_from_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "-", "--no-graph", "--deny", "contradiction", "--strict"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let text = r#"{"text": "The new quay of Lorn is 1,400 metres long, the mayor said."}
{"text": "The new quay of Lorn is 250 metres long, the builder said."}"#;
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("record 1, 1:25 mayor") && shown.contains("record 2, 1:25 builder"), "{shown}");
    assert_eq!(output.status.code(), Some(1), "{shown}");
}
