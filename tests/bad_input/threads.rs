//! On any number of threads the program says the same, of a graph that loads and of one with faults in many files.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use crate::bad_input::support::Sandbox;

/// Exit code, standard output and standard error, for each of these numbers of threads.
fn told(dir: &Path, arguments: &[&str]) -> Vec<(Option<i32>, String, String)> {
    let run = |threads: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        let output = command.args(arguments).arg("--graph").arg(dir).args(["--threads", threads]).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    ["1", "2", "7"].map(run).to_vec()
}

/// Claims of a file, some at fault in one way, some in another.
fn faulty(file: usize) -> String {
    let mut text = "(source: \"harbour-report\", claims: [\n".to_owned();
    for number in 0..20 {
        let place = if number % 3 == 0 { "prot" } else { "port" };
        let id = if number % 7 == 0 { "same".to_owned() } else { format!("claim-{file}-{number}") };
        let about = format!("Stance(proposition: \"warned\", stance: Denies, place: \"{place}\")");
        writeln!(text, "(id: \"{id}\", says: \"So\", about: {about}, evidence: [(fragment: \"so\")]),").unwrap();
    }
    text + "])"
}

#[test]
fn faults_are_the_same() {
    let many = (0..40).fold(Sandbox::new(), |graph, file| graph.write(&format!("claims/{file}.ron"), faulty(file)));
    let graph = many.write("claims/broken.ron", "(source: ");
    let told = told(&graph.dir(), &["contradictions"]);
    assert!(told.iter().all(|one| *one == told[0]));
    let (code, output, errors) = &told[0];
    assert_eq!((*code, output.as_str()), (Some(2), ""));
    for (message, count) in
        [("no place has the id \"prot\"", 40 * 7), ("a second claim has the id \"same\"", 40 * 3 - 1)]
    {
        // The first are shown, the others counted.
        assert_eq!(errors.matches(&format!("]: {message}")).count(), 20, "{errors}");
        assert!(errors.contains(&format!("and {} more: {message}", count - 20)), "{errors}");
    }
}

#[test]
fn answers_are_the_same() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    for arguments in [&["contradictions"][..], &["lint"], &["export", "--to", "json"], &["list", "claims"]] {
        let told = told(&shipped, arguments);
        assert!(told[0].1.len() > 100 && told[0].2.is_empty(), "{arguments:?}: {}", told[0].2);
        assert!(told.iter().all(|one| *one == told[0]), "{arguments:?}");
    }
}

#[test]
fn no_threads_are_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(["man", "--threads", "0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--threads <N>"));
}
