//! The whole way, from a new graph and two articles to their disagreement and a judgement on it.

use crate::inbox::support::{Desk, GAZETTE, POST};

const DEATHS: [&str; 2] = ["dock-gazette-2031-06-02-death-35", "evening-post-2031-06-02-death-61"];

#[test]
fn two_articles_end_in_a_graph_that_shows_their_disagreement() {
    let desk = Desk::new();
    let before = desk.of_people();
    let told = desk.ok(&["add", "--yes", "gazette.txt"]);
    assert!(told.contains("4 candidates") && told.contains("next: gainsay review"), "{told}");
    let told = desk.ok(&["add", "--yes", "post.txt"]);
    assert!(told.contains("3 candidates, 3 at odds with others"), "{told}");
    assert!(!desk.ok(&["contradictions"]).contains("death"), "candidates count in no finding");

    let told =
        desk.talk(&["review", "--on", "2031-06-03"], &["a read twice", "r no toll", "a", "a", "a", "a", "a"], "");
    assert!(told.contains("“Some 35 people were killed when the Rosario mine collapsed"), "{told}");
    assert!(told.contains("contradiction with dock-gazette-2031-06-02-death-35"), "{told}");
    let found = desk.ok(&["contradictions"]);
    for claim in DEATHS {
        assert!(found.contains(claim), "{claim} is not in\n{found}");
    }
    let status = desk.ok(&["review", "--status"]);
    assert!(status.starts_with("0 open, 6 accepted, 1 rejected\n"), "{status}");
    assert!(status.ends_with("3 contradictions to judge\n"), "{status}");
    assert_eq!(desk.of_people(), before, "a file of people was touched");
    let kept = desk.read(&format!("graph/inbox/{GAZETTE}.ron"));
    assert!(kept.contains("date: \"2031-06-03\"") && kept.contains("note: \"read twice\""), "{kept}");
    assert!(kept.contains("note: \"no toll\""), "{kept}");
}

#[test]
fn an_answer_that_was_not_offered_is_told() {
    let desk = Desk::waiting();
    assert!(desk.talk(&["review"], &["yes"], "").contains("? type one of the letters in brackets"));
    desk.ok(&["review", "--all", "--yes"]);
    assert!(desk.talk(&["review"], &["yes"], "").contains("? type one of the letters in brackets"));
}

#[test]
fn every_letter_is_explained_and_every_answer_tells_what_it_did() {
    let desk = Desk::waiting();
    let told = desk.talk(&["review"], &["?", "a", "r", "q"], "");
    for answer in ["  a NOTE       accept it", "  m NEW KNOWN  merge", "  q            quit"] {
        assert!(told.contains(answer), "{answer} is not in\n{told}");
    }
    let [accepted, rejected] = [0, 1].map(|at| desk.open().inbox[0].candidates[at].claim.id.clone());
    assert!(
        told.contains(&format!("accepted: {accepted}")) && told.contains(&format!("rejected: {rejected}")),
        "{told}"
    );
    desk.ok(&["review", "--all", "--yes"]);
    let told = desk.talk(&["review", "--on", "2031-06-03"], &["h", "c", "q"], "");
    assert!(told.contains("  d REASON NOTE  dismiss") && told.contains("judged: 2031-06-03-"), "{told}");
}

#[test]
fn claims_are_known_by_the_ends_of_their_ids_and_a_judgement_stands_in_the_picture() {
    let desk = Desk::waiting();
    assert_eq!(desk.ok(&["review", "--list"]).matches("nothing waits").count(), 0);
    desk.ok(&["review", "--all", "--yes"]);
    assert_eq!(desk.ok(&["review", "--list"]), "no candidate waits; 3 contradictions to judge\n");
    assert!(desk.ok(&["explain", "death-35", "death-61"]).contains(DEATHS[0]));
    assert!(!desk.ok(&["export", "--to", "svg"]).contains(", dismissed"));
    desk.ok(&["judge", "death-35", "death-61", "--dismiss", "definition", "--on", "2031-06-03"]);
    assert!(desk.ok(&["explain", DEATHS[0], DEATHS[1]]).contains("judged      dismissed"));
    assert!(desk.ok(&["export", "--to", "svg"]).contains(", dismissed"));
    let told = desk.fails(&["explain", "evening", "death-61"]);
    assert!(told.contains("no claim has the id \"evening\""), "{told}");
}

#[test]
fn what_is_only_perhaps_of_one_thing_is_put_under_no_measure_of_another() {
    let desk = Desk::new();
    desk.write(
        "ferry.txt",
        "Ferries cut\nNorthern Ledger, 3 November 2031\n\nThe operator, which carried 1.8 million passengers last year, \
         said 46 of its 310 staff would lose their jobs.\n",
    );
    desk.write(
        "fire.txt",
        "Factory fire\nDelta Post, 10 February 2031\n\nAt least 31 people died in Saturday's fire at the knitwear plant in \
         Gazipur, according to hospital records. Around 900 workers were inside when the fire started, survivors said.\n",
    );
    desk.ok(&["add", "--yes", "ferry.txt", "fire.txt"]);
    let told = desk.ok(&["review", "--list"]);
    assert!(told.contains("  46 staff (lose), according to operator\n"), "{told}");
    assert!(told.contains("  about 900 workers, according to survivors\n"), "{told}");
}

#[test]
fn a_proposed_measure_asks_in_the_words_of_the_text() {
    let desk = Desk::new();
    desk.write(
        "valley.txt",
        "15 June 2031\n\nAround 90 hikers were stranded in the Arve valley on Saturday. Repairs cost $4 million.\n",
    );
    desk.ok(&["add", "--yes", "valley.txt"]);
    desk.ok(&["review", "--all", "--yes"]);
    let added = desk.read("graph/added/valley.ron");
    assert!(added.contains(r#"name: "stranded hikers""#), "{added}");
    assert!(added.contains(r#"question: "How many {of} (stranded)[ in {place}]?""#), "{added}");
    assert!(added.contains(r#"question: "How much money (cost)[ in {place}]?""#), "{added}");
}

#[test]
fn a_text_without_a_date_says_so_and_how_to_give_it_one() {
    let desk = Desk::new();
    desk.write("mine.txt", "On Saturday 40 people were injured in Rosario.\n");
    let told = desk.ok(&["add", "--yes", "mine.txt"]);
    assert!(told.contains("  no date is known:") && told.contains("inbox/mine.ron and add it with --date\n"), "{told}");
    std::fs::remove_file(desk.path("graph/inbox/mine.ron")).unwrap();
    let told = desk.ok(&["add", "--yes", "mine.txt", "--date", "2031-05-04"]);
    assert!(!told.contains("no date"), "{told}");
    assert!(desk.ok(&["review", "--list"]).contains("2031-05-03"));
}

#[test]
fn what_is_left_out_of_a_text_is_named_with_its_reason() {
    let desk = Desk::new();
    let text = "The mine in Rosario opened on 10 March 2031. It is the second largest mine of the region.\n\
                The council did not say that 40 people were injured in Rosario.\n";
    desk.write("mine.txt", text);
    let told = desk.ok(&["add", "--yes", "mine.txt"]);
    assert!(told.contains("left out: “10 March 2031” (1:31): no claim of the graph dates such an event"), "{told}");
    assert!(told.contains("): a rank is written by hand, in claims/"), "{told}");
    assert!(told.contains("“40” (2:30): the text denies it"), "{told}");

    desk.write("camp.txt", "30 May 2031\n\nOn 3 May 2031, 40 people were injured in Rosario.\n");
    let told = desk.ok(&["add", "--yes", "camp.txt"]);
    assert!(!told.contains("left out") && !told.contains("no date"), "a figure has it as its period: {told}");

    let many: String = (1..=12).map(|day| format!("The mine in Rosario opened on {day} March 2031.\n\n")).collect();
    desk.write("days.txt", &many);
    let told = desk.ok(&["add", "--yes", "days.txt"]);
    assert_eq!(told.matches("left out: “").count(), 1, "{told}");
    assert!(told.contains("“6 March 2031” (11:31) and 6 more: no claim of the graph dates"), "{told}");
}

#[test]
fn what_waits_is_told_where_findings_are_shown_to_people() {
    let desk = Desk::new();
    assert!(!desk.ok(&["contradictions"]).contains("gainsay review"));
    desk.ok(&["add", "--yes", "gazette.txt", "post.txt"]);
    assert!(desk.ok(&["contradictions"]).contains("\n7 candidates wait: gainsay review\n"));
    assert!(desk.ok(&["contradictions", "--snapshot", "always"]).contains("\n7 candidates wait: gainsay review\n"));
    assert!(!desk.ok(&["contradictions", "--format", "markdown"]).contains("gainsay review"));
    desk.ok(&["review", "--reject", DEATHS[0]]);
    assert!(desk.ok(&["contradictions"]).contains("\n6 candidates wait: gainsay review\n"));
    desk.ok(&["review", "--all", "--yes"]);
    assert!(!desk.ok(&["contradictions"]).contains("gainsay review"));
}

#[test]
fn a_page_of_a_graph_without_claims_says_that_candidates_wait() {
    let desk = Desk::new();
    assert_eq!(desk.ok(&["export", "--output", "page.html"]), "wrote page.html: 1 disagreement, 3 claims\n");
    let empty = |command: &[&str]| desk.ok(&[&["--graph", "bare"], command].concat());
    empty(&["init", "--empty"]);
    let none = "wrote page.html: 0 disagreements, 0 claims\n  the graph has no claims\n";
    assert_eq!(empty(&["export", "--output", "page.html"]), none);
    empty(&["add", "--yes", "gazette.txt"]);
    let waiting = format!("{none}  4 candidates wait: gainsay review\n");
    assert_eq!(empty(&["export", "--output", "page.html"]), waiting);
    assert!(empty(&["export", "--to", "csv", "--output", "tables"]).starts_with("wrote tables: 5 files, "));
    assert!(!empty(&["export", "--to", "html"]).contains("wrote"));
}

#[cfg(unix)]
#[test]
fn data_written_to_standard_output_by_its_name_are_data_alone() {
    let desk = Desk::new();
    assert!(!desk.ok(&["export", "--to", "json", "--output", "/dev/stdout"]).contains("wrote"));
}

#[test]
fn a_judgement_that_changes_no_finding_says_so_and_is_shown() {
    let desk = Desk::new();
    let judge = |ruling: &[&str]| desk.ok(&[&["judge", "--on", "2031-06-03", "--by", "kit"], ruling].concat());
    assert_eq!(judge(&["arrivals-4200", "arrivals-6000", "--confirm"]).lines().count(), 2);
    desk.write(
        "graph/claims/evening-post.ron",
        &desk.read("graph/claims/evening-post.ron").replacen("Almost(6_000)", "Bare(4_200)", 1),
    );
    let told = judge(&["arrivals-4200", "arrivals-6000", "--confirm", "--note", "two counts"]);
    assert!(told.contains("\n  by the rules: agreement"), "{told}");
    assert!(told.contains("gainsay explain arrivals-4200 arrivals-6000 shows the judgement"), "{told}");
    let shown = desk.ok(&["explain", "arrivals-6000", "arrivals-4200"]);
    assert!(shown.contains("  judged      confirmed · kit, 2031-06-03 (reopened"), "{shown}");
    assert!(shown.ends_with("  judged      confirmed: two counts · kit, 2031-06-03\n"), "{shown}");
}

#[test]
fn what_a_candidate_says_has_the_plural_of_its_unit() {
    let desk = Desk::new();
    desk.write(
        "gauge.txt",
        "The water rose to 17 feet in Rosario. The wall was 1 metre high. The bridge cost 40 million dollars.",
    );
    desk.ok(&["add", "--yes", "gauge.txt"]);
    let listed = desk.ok(&["review", "--list"]);
    for says in ["17 feet (", "1 metre (", "40 million USD ("] {
        assert!(listed.contains(says), "{says} is not in\n{listed}");
    }
}

#[test]
fn a_claim_says_what_it_says_in_words_of_its_own_text() {
    let desk = Desk::new();
    desk.write("echo.txt", "Arden Echo, 15 May 2031\n\nThe failure of the scanner cost the hospital in Lorn £1.8m.\n");
    desk.write("mail.txt", "Lorn Mail, 16 May 2031\n\nThe outage of the scanner cost the hospital in Lorn £2.6m.\n");
    desk.ok(&["add", "--yes", "echo.txt"]);
    desk.ok(&["add", "--yes", "mail.txt"]);
    desk.ok(&["review", "--all", "--yes"]);
    let archive = desk.open().archive;
    let claim = archive.claim_named("2600000").unwrap();
    let measure = &archive.measure_of(claim).unwrap().name;
    assert!(claim.says.contains("outage") && !measure.contains("outage"), "{}: {measure}", claim.says);
    desk.write("draft.txt", "The outage of the scanner cost the hospital £1.8m.\n");
    assert!(desk.ok(&["check", "draft.txt"]).contains(claim.id.as_str()));
}

#[test]
fn a_measure_is_not_called_after_its_unit() {
    let desk = Desk::new();
    desk.write("gauge.txt", "The water rose to 17 feet in Rosario. The lorry carried 20 tonnes.");
    desk.ok(&["add", "--yes", "gauge.txt"]);
    let listed = desk.ok(&["review", "--list"]);
    for says in ["(length water)", "(amount carried)"] {
        assert!(listed.contains(says), "{says} is not in\n{listed}");
    }
}

#[test]
fn contradictions_are_judged_and_reopen() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--all", "--yes"]);
    let lines = ["d", "d period of another day", "c", "s"];
    let told = desk.talk(&["review", "--by", "kit", "--on", "2031-06-04"], &lines, "");
    assert!(told.contains("type: d REASON why"), "{told}");
    assert!(desk.ok(&["review", "--status"]).ends_with("1 contradiction to judge\n"));
    assert_eq!(desk.ok(&["review", "--list"]), "no candidate waits; 1 contradiction to judge\n");
    let judgements = desk.open().archive.judgements;
    let verdicts: Vec<String> = judgements.iter().map(|one| one.verdict.clone()).collect();
    assert!(verdicts.contains(&"dismissed (period): of another day".to_owned()), "{verdicts:?}");
    assert!(verdicts.contains(&"confirmed".to_owned()), "{verdicts:?}");
    assert!(judgements.iter().all(|one| one.by == "kit" && one.date.to_string() == "2031-06-04"));

    // An editor corrects a claim that a judgement rests on.
    let changed = judgements[0].on[0].claim.clone();
    let file = format!("graph/claims/{}.ron", if changed.as_str().starts_with("dock") { GAZETTE } else { POST });
    let text = desk.read(&file);
    let says = &desk.open().archive.claims[&changed].says;
    desk.write(&file, &text.replace(says.as_str(), "as corrected"));
    assert!(desk.ok(&["review", "--status"]).ends_with("2 contradictions to judge, 1 of them reopened\n"));
}

#[test]
fn what_is_dismissed_is_denied_no_more() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--all", "--yes"]);
    let archive = desk.open().archive;
    let held = gainsay::findings::Desk::new(&archive);
    let disagree = |question: &gainsay::findings::Question| question.is_disagreement();
    for question in gainsay::findings::questions(&held).iter().filter(|one| disagree(one)) {
        for pair in question.comparisons.iter().filter(|pair| pair.is_disagreement()) {
            let judged =
                ["judge", pair.a.as_str(), pair.b.as_str(), "--dismiss", "definition", "--note", "other words"];
            assert!(desk.ok(&judged).starts_with("judged: "));
            let count = desk.open().archive.judgements.len();
            assert!(desk.ok(&judged).starts_with("judged so already: "));
            assert_eq!(desk.open().archive.judgements.len(), count);
        }
    }
    let told = desk.ok(&["contradictions", "--deny", "contradiction", "--strict"]);
    assert!(told.contains("of them dismissed)") && told.contains("· dismissed"), "{told}");
}

#[test]
fn adding_again_adds_nothing() {
    let desk = Desk::waiting();
    let inbox = || [GAZETTE, POST].map(|id| desk.read(&format!("graph/inbox/{id}.ron")));
    let before = inbox();
    let told = desk.ok(&["add", "--yes", "post.txt", "gazette.txt"]);
    assert_eq!(told.matches("is there already, nothing added").count(), 2, "{told}");
    assert_eq!(inbox(), before);
    desk.ok(&["review", "--all", "--yes"]);
    let claims = desk.open().archive.claims.len();
    desk.ok(&["add", "--yes", "post.txt"]);
    desk.ok(&["review", "--all", "--yes"]);
    assert_eq!(desk.open().archive.claims.len(), claims);
}

#[test]
fn a_changed_text_is_told_and_left_alone() {
    let desk = Desk::waiting();
    let before = desk.read(&format!("graph/inbox/{POST}.ron"));
    desk.write("post.txt", &desk.read("post.txt").replace("61 people", "63 people"));
    let output = desk.run(&["add", "post.txt"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("has changed since it was added, nothing done"), "{told}");
    assert_eq!(desk.read(&format!("graph/inbox/{POST}.ron")), before);
    assert!(desk.ok(&["review", "--status"]).contains("the text has changed"));
    let told = desk.ok(&["add", "--yes", "--id", "post-corrected", "post.txt"]);
    assert!(told.contains("post-corrected post.txt: 3 candidates"), "{told}");
}

#[test]
fn what_the_text_does_not_tell_is_asked_for() {
    let desk = Desk::new();
    desk.write("bare.txt", "The flood drowned 14 cows in Arden. It came at night.\n");
    let answers = ["Flood", "Tide Times", "Ann Lee", "soon", "2031-03", ""];
    desk.talk(&["add", "bare.txt"], &answers, "");
    let held = desk.open();
    let source = &held.inbox[0].source;
    assert_eq!(source.id, "tide-times-2031-03");
    assert_eq!((source.title.as_deref(), source.outlet.as_deref()), (Some("Flood"), Some("Tide Times")));
    assert_eq!((source.authors.as_slice(), source.url.as_deref()), (&["Ann Lee".to_owned()][..], None));
}

#[test]
fn evidence_stands_in_the_texts() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--all", "--yes"]);
    let told = desk.ok(&["verify", "--texts", "."]);
    assert!(told.contains("7 pieces of evidence found where the graph says, in 2 texts"), "{told}");
}

#[test]
fn of_several_judgements_the_last_one_counts() {
    let desk = Desk::new();
    let judge = |ruling: &[&str], day: &str| {
        let arguments = [&["judge", "arrivals-4200", "arrivals-6000"], ruling, &["--on", day]].concat();
        desk.ok(&arguments)
    };
    let is_denied = || desk.run(&["contradictions", "--deny", "contradiction"]).status.code() == Some(1);
    assert!(is_denied());
    assert!(!judge(&["--dismiss", "period"], "2031-06-01").contains("before: "));
    assert!(!is_denied());
    let told = judge(&["--confirm"], "2031-06-02");
    assert!(told.contains("  before: dismissed (period) by desk on 2031-06-01; of several"), "{told}");
    assert!(is_denied(), "a dismissal is taken back");
    judge(&["--dismiss", "period"], "2031-05-01");
    assert!(is_denied(), "an older one changes nothing");
    assert!(judge(&["--dismiss", "period"], "2031-06-02").starts_with("judged: "));
    assert!(!is_denied());
    assert!(judge(&["--confirm"], "2031-06-02").starts_with("judged: "), "it is not the last, though it is there");
    assert!(is_denied());
}
