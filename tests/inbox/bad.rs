//! What cannot be done is said, and changes nothing.

use crate::inbox::support::{Desk, POST};

#[test]
fn unknown_ids_are_told_with_the_nearest() {
    let desk = Desk::waiting();
    let told = desk.fails(&["review", "--accept", "evening-post-2031-06-02-death-16"]);
    assert!(told.contains("did you mean \"evening-post-2031-06-02-death-61\"?"), "{told}");
    let told = desk.fails(&["judge", "arrivals-4200", "arrivals-600", "--confirm"]);
    assert!(told.contains("did you mean \"arrivals-6000\"?"), "{told}");
    let told = desk.fails(&["judge", "arrivals-4200", "arrivals-4200", "--confirm"]);
    assert!(told.contains("two claims"), "{told}");
    desk.fails(&["review", "--merge", "nobody", "--into", "harbour-office"]);
    desk.fails(&["judge", "arrivals-4200", "arrivals-6000", "--dismiss", "weather"]);
    desk.fails(&["judge", "arrivals-4200", "arrivals-6000"]);
    assert!(!desk.path("graph/judgements").exists());
}

#[test]
fn what_is_no_claim_yet_is_told_where_it_waits() {
    let desk = Desk::waiting();
    let waits = "evening-post-2031-06-02-death-61";
    for arguments in [&["show", waits][..], &["trace", waits], &["judge", waits, "arrivals-4200", "--confirm"]] {
        let told = desk.fails(arguments);
        assert!(told.contains("waits in the inbox\nhelp: gainsay review --accept"), "{told}");
    }
    assert!(desk.fails(&["review", "--reject", "xyz"]).contains("help: gainsay review --list"));
    assert!(
        desk.fails(&["review", "--merge", waits, "--into", "arrivals"]).contains("is a candidate, and --merge takes")
    );
}

#[test]
fn claims_on_two_things_are_not_judged() {
    let desk = Desk::waiting();
    let told = desk.fails(&["judge", "arrivals-4200", "no-warning", "--confirm"]);
    assert!(told.contains("error[nothing-to-judge]") && told.contains("help: gainsay explain"), "{told}");
    assert!(!desk.path("graph/judgements").exists());
}

#[test]
fn whoever_decides_has_a_name_and_a_day_that_is_near() {
    let desk = Desk::waiting();
    let judge = ["judge", "arrivals-4200", "arrivals-6000", "--confirm"];
    for wrong in [["--by", ""], ["--by", " "], ["--on", "9999-01-01"], ["--on", "2206-01-01"], ["--on", "today"]] {
        desk.fails(&[&judge[..], &wrong].concat());
    }
    assert!(!desk.path("graph/judgements").exists());
    desk.ok(&[&judge[..], &["--by", "kit", "--on", "2031-06-04"]].concat());
}

#[test]
fn a_judgement_leaves_files_of_its_name_alone() {
    let desk = Desk::waiting();
    std::fs::create_dir(desk.path("graph/judgements")).unwrap();
    let own = "graph/judgements/2031-06-04-arrivals-4200-arrivals-6000.ron";
    desk.write(own, "// mine\n[]\n");
    let told = desk.ok(&["judge", "arrivals-4200", "arrivals-6000", "--confirm", "--on", "2031-06-04"]);
    assert_eq!(told.lines().next(), Some("judged: 2031-06-04-arrivals-4200-arrivals-6000-2"));
    assert!(told.contains("  confirmed by desk; --by NAME says who decides"), "{told}");
    assert_eq!(desk.read(own), "// mine\n[]\n");
    assert_eq!(desk.open().archive.judgements.len(), 1);
}

#[test]
fn nobody_is_asked_where_nobody_answers() {
    let desk = Desk::waiting();
    let output = desk.run(&["review"]);
    assert!(output.stdout.is_empty() && output.status.code() == Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[no-answers]"), "{output:?}");
    desk.write("plain.txt", "Some 70 boats sank.\n");
    let told = desk.ok(&["add", "plain.txt"]);
    assert!(!told.contains("title?"), "{told}");
}

#[cfg(unix)]
#[test]
fn nothing_is_asked_of_a_file_that_no_source_can_name() {
    let desk = Desk::new();
    desk.write("a\\b.txt", "Some 70 boats sank.\n");
    let output = desk.run_with(&["add", "a\\b.txt"], "title\n");
    assert!(output.stdout.is_empty(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("error[not-a-file-name]"), "{output:?}");
}

#[test]
fn a_graph_is_not_read_as_a_text() {
    let desk = Desk::new();
    for arguments in [["add", "graph/graph.ron"], ["add", "graph"], ["check", "graph/sources.ron"]] {
        assert!(desk.fails(&arguments).contains("error[graph-not-text]"), "{arguments:?}");
    }
    assert!(!desk.path("graph/inbox").exists());
}

#[test]
fn all_of_a_run_or_nothing() {
    let desk = Desk::waiting();
    desk.fails(&["review", "--accept", "evening-post-2031-06-02-death-61", "no-such-candidate"]);
    assert!(!desk.path(&format!("graph/claims/{POST}.ron")).exists());
    desk.fails(&["review", "--all"]);
    assert!(desk.ok(&["review", "--status"]).starts_with("7 open"));
}

#[test]
fn nothing_is_decided_twice() {
    let desk = Desk::waiting();
    let id = "evening-post-2031-06-02-death-61";
    desk.ok(&["review", "--reject", id]);
    let told = desk.fails(&["review", "--accept", id]);
    assert!(told.contains("was rejected before") && told.contains("gainsay review --reopen ID"), "{told}");
    assert_eq!(desk.ok(&["review", "--reopen", id]), format!("{id} waits again\n"));
    desk.ok(&["review", "--accept", id]);
    assert!(desk.fails(&["review", "--reopen", id]).contains("was accepted before"));
}

#[test]
fn what_is_no_text_is_refused() {
    let desk = Desk::new();
    std::fs::write(desk.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    desk.write("empty.txt", "");
    for file in ["picture.png", "empty.txt", "missing.txt", "graph"] {
        let told = desk.fails(&["add", "--yes", "gazette.txt", file]);
        assert!(told.contains(file), "{told}");
    }
    assert!(!desk.path("graph/inbox").exists(), "the text beside it was added");
    desk.fails(&["add", "--yes", "--id", "Not an id", "gazette.txt"]);
    desk.fails(&["add", "--yes", "--id", "evening-post", "gazette.txt"]);
    desk.fails(&["add", "--yes", "--id", "one", "gazette.txt", "post.txt"]);
}

#[test]
fn nobody_is_asked_for_a_text_whose_id_would_be_refused() {
    let desk = Desk::new();
    desk.write("note.txt", "About 900 boats were lost.");
    for id in ["Not an id", "evening-post"] {
        let output = desk.run(&["add", "--id", id, "note.txt"]);
        let told = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
        assert!(told.contains(id) && !told.contains("title?"), "{told}");
    }
}

#[test]
fn an_edit_that_is_no_claim_changes_nothing() {
    let desk = Desk::waiting();
    let before = desk.read(&format!("graph/inbox/{POST}.ron"));
    let id = "evening-post-2031-06-02-death-61";
    desk.write("claim.ron", "(id: \"x\", say: \"y\")");
    assert!(desk.fails(&["review", "--edit", id, "--with", "claim.ron"]).contains("did you mean `says`?"));
    let claim = desk.open().inbox[1].candidates[0].claim.clone();
    let text = gainsay::store::to_ron(&claim).unwrap().replace("\"rosario\"", "\"rosaria\"");
    desk.write("claim.ron", &text);
    let told = desk.fails(&["review", "--edit", id, "--with", "claim.ron"]);
    assert!(told.contains("no place has the id \"rosaria\"") && told.contains("did you mean \"rosario\"?"), "{told}");
    assert_eq!(desk.read(&format!("graph/inbox/{POST}.ron")), before);
}

#[test]
fn faults_of_the_inbox_are_told_with_their_place() {
    let desk = Desk::waiting();
    let file = format!("graph/inbox/{POST}.ron");
    desk.write(&file, &desk.read(&file).replace("place: \"rosario\"", "place: \"rosaria\""));
    let told = desk.fails(&["review"]);
    assert!(told.contains("no place has the id \"rosaria\"") && told.contains("inbox"), "{told}");
    desk.write(&file, "(source: 3)");
    assert!(desk.fails(&["review", "--status"]).contains("inbox"));
}

#[test]
fn what_is_only_read_is_read_without_an_inbox_at_fault() {
    let desk = Desk::waiting();
    let read: [&[&str]; 6] = [
        &["contradictions", "--all"],
        &["list", "claims"],
        &["show", "arrivals-4200"],
        &["explain", "arrivals-4200", "arrivals-6000"],
        &["lint"],
        &["check", "gazette.txt"],
    ];
    // How many wait is told of what is there, and no finding.
    let findings =
        |told: &str| -> String { told.split_inclusive('\n').filter(|line| !line.contains(" wait: ")).collect() };
    let before: Vec<String> = read.iter().map(|arguments| findings(&desk.ok(arguments))).collect();
    let file = format!("graph/inbox/{POST}.ron");
    for broken in [desk.read(&file).replace("place: \"rosario\"", "place: \"rosaria\""), "(source: 3)".to_owned()] {
        desk.write(&file, &broken);
        for (arguments, before) in read.iter().zip(&before) {
            let output = desk.run(arguments);
            assert_eq!(&findings(&String::from_utf8(output.stdout).unwrap()), before, "{arguments:?}");
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(told.starts_with("warning[") && told.contains("the inbox is left out"), "{told}");
        }
        assert!(desk.fails(&["judge", "arrivals-4200", "arrivals-6000", "--confirm"]).starts_with("error["));
    }
    desk.write("graph/places.ron", "[(id: 3)]");
    let told = desk.fails(&["list", "claims"]);
    assert!(told.contains("places.ron") && told.starts_with("error["), "{told}");
}

#[test]
fn a_text_without_figures_has_no_candidates() {
    let desk = Desk::new();
    desk.write("calm.txt", "Nothing happened in Arden.\n");
    assert!(desk.ok(&["add", "--yes", "calm.txt"]).contains("calm calm.txt: 0 candidates"));
    assert_eq!(desk.ok(&["review"]), "nothing waits\n");
}
