//! Decisions without a terminal: by id, all at once, edited, merged.

use gainsay::store::record::{AttributionRecord, InboxFile};
use gainsay::store::to_ron;

use crate::inbox::support::{Desk, GAZETTE, POST};

const DEATH: &str = "evening-post-2031-06-02-death-61";

#[test]
fn what_is_accepted_comes_with_all_that_it_names() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--accept", DEATH, "--note", "read twice"]);
    let archive = desk.open().archive;
    let claim = &archive.claims[DEATH];
    assert!(archive.sources.contains_key(POST) && !archive.sources.contains_key(GAZETTE));
    assert_eq!(archive.measures.keys().filter(|id| id.as_str() == "death").count(), 1);
    assert_eq!(claim.scope.place.as_ref().map(|id| archive.place_name(id)), Some("Rosario"));
    assert!(!claim.says.contains("collapse"), "the text's own words: {}", claim.says);
}

#[test]
fn a_file_that_somebody_edited_is_never_written_again() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--accept", DEATH]);
    let own = format!("graph/claims/{POST}.ron");
    let edited = format!("{}// checked by phone\n", desk.read(&own));
    desk.write(&own, &edited);
    desk.ok(&["review", "--all", "--yes"]);
    assert_eq!(desk.read(&own), edited);
    assert!(desk.read(&format!("graph/claims/{POST}-2.ron")).contains("30000"));
    desk.open();
}

#[test]
fn what_is_accepted_one_after_the_other_goes_into_one_file() {
    let desk = Desk::waiting();
    let ids: Vec<String> = desk.open().waiting.keys().map(ToString::to_string).collect();
    for id in ids.iter().filter(|id| id.starts_with("evening-post-2031")) {
        desk.ok(&["review", "--accept", id]);
    }
    assert!(!desk.path(&format!("graph/claims/{POST}-2.ron")).exists());
    let found = desk.open().archive.claims.values().filter(|claim| claim.source.as_str() == POST).count();
    assert_eq!(found, 3);
}

#[test]
fn a_near_actor_is_offered_and_taken() {
    let desk = Desk::waiting();
    let near = |held: &gainsay::store::Held| held.inbox.iter().flat_map(|file| file.near.clone()).collect::<Vec<_>>();
    let offered = near(&desk.open());
    assert!(offered.iter().any(|near| near.id == "harbor-office" && near.like == "harbour-office"), "{offered:?}");
    let told = desk.ok(&["review", "--merge", "harbor-office", "--into", "harbour-office"]);
    assert_eq!(told, "harbour-office in place of harbor-office in 1 candidate\n");
    let held = desk.open();
    let claims = held.inbox.iter().flat_map(|file| &file.candidates).map(|one| &one.claim);
    let actor = AttributionRecord::Actor("harbour-office".into());
    assert_eq!(claims.filter(|claim| claim.attributed_to.as_ref() == Some(&actor)).count(), 1);
    assert!(held.inbox.iter().all(|file| file.proposed.actors.iter().all(|one| one.id != "harbor-office")));
    assert!(near(&held).iter().all(|near| near.id != "harbor-office"));
}

#[test]
fn a_merged_measure_must_fit() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--merge", "attend", "--into", "arrivals"]);
    let told = desk.fails(&["review", "--merge", "money-cost", "--into", "arrivals"]);
    assert!(told.contains("nothing was changed"), "{told}");
    desk.ok(&["review", "--all", "--yes"]);
    assert!(!desk.open().archive.measures.contains_key("attend"));
}

#[test]
fn a_claim_is_edited_in_a_file_or_an_editor() {
    let desk = Desk::waiting();
    let claim = desk.open().inbox[1].candidates[0].claim.clone();
    let says = "61 miners died";
    let edited = gainsay::store::record::ClaimRecord { says: says.into(), ..claim };
    desk.write("claim.ron", &to_ron(&edited).unwrap());
    assert_eq!(desk.ok(&["review", "--edit", DEATH, "--with", "claim.ron"]), format!("edited {DEATH}\n"));
    assert_eq!(desk.open().waiting[DEATH].says, says);
    desk.talk(&["review", "--edit", DEATH], &[], "sed -i s/miners/colliers/");
    assert_eq!(desk.open().waiting[DEATH].says, "61 colliers died");
    desk.write("claim.ron", &to_ron(&edited).unwrap().replace("61 people", "63 people"));
    let told = desk.fails(&["review", "--edit", DEATH, "--with", "claim.ron"]);
    assert!(told.contains("“63 people” does not stand at bytes "), "{told}");
}

/// An editor by name, and what stood in the file that it was given.
#[test]
fn an_editor_is_told_how_to_leave_it() {
    let desk = Desk::waiting();
    for (name, way) in [("vim", ":wq"), ("nano", "Ctrl+X"), ("other", "")] {
        desk.script(name, &format!("cp \"$1\" {}", desk.path("seen.ron").display()));
        desk.talk(&["review", "--edit", DEATH], &[], desk.path(name).to_str().unwrap());
        let seen = std::fs::read_to_string(desk.path("seen.ron")).unwrap();
        assert!(seen.starts_with(&format!("// {DEATH}: change what is wrong")), "{seen}");
        assert!(seen.lines().nth(1).unwrap().contains(way), "{seen}");
        assert_eq!(seen.matches("// ").count(), if way.is_empty() { 1 } else { 2 }, "{seen}");
    }
}

#[test]
fn what_is_written_reads_back() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--reject", DEATH, "--note", "a \"quoted\" \\ note\n of two lines"]);
    for file in desk.open().inbox {
        let text = to_ron(&file).unwrap();
        let path = desk.path(&format!("graph/inbox/{}.ron", file.source.id));
        let again: InboxFile = gainsay::store::read_record(&path, &text).unwrap();
        assert_eq!(again, file);
        assert!(std::fs::read_to_string(path).unwrap().ends_with(&text));
    }
}

#[test]
fn a_rejection_that_is_taken_back_leaves_no_trace() {
    let desk = Desk::waiting();
    let files = || desk.open().inbox;
    let before = files();
    let end = DEATH.split_once('-').unwrap().1;
    desk.ok(&["review", "--reject", end, "--note", "misread"]);
    assert_ne!(files(), before);
    let listed = desk.ok(&["review", "--list"]);
    assert!(listed.ends_with(&format!("1 rejected, which review --reopen ID takes back:\n  {DEATH}\n")), "{listed}");
    desk.ok(&["review", "--reopen", end]);
    assert_eq!(files(), before);
    // What waits already stays as it is.
    desk.ok(&["review", "--reopen", DEATH]);
    assert_eq!(files(), before);
}

#[test]
fn a_graph_further_up_is_named_before_anybody_is_surprised() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("drafts")).unwrap();
    let add = |folder: &str, file: &str| {
        let mut command = desk.command(&["add", "--yes", file]);
        let output = command.current_dir(desk.path(folder)).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!add("", "gazette.txt").contains("in the graph"));
    let told = add("drafts", "../post.txt");
    assert!(told.contains("in the graph ") && told.contains("graph\nnext: gainsay review"), "{told}");
}

#[test]
fn status_counts_as_json() {
    let desk = Desk::waiting();
    desk.ok(&["review", "--reject", DEATH]);
    let status: serde_json::Value =
        serde_json::from_str(&desk.ok(&["review", "--status", "--format", "json"])).unwrap();
    assert_eq!((&status["open"], &status["accepted"], &status["rejected"]), (&6.into(), &0.into(), &1.into()));
    assert_eq!(status["sources"][1]["source"], POST);
    let list: serde_json::Value = serde_json::from_str(&desk.ok(&["review", "--list", "--format", "json"])).unwrap();
    assert_eq!(list.as_array().map(Vec::len), Some(6));
}

#[test]
fn a_date_is_held_against_the_event_that_the_graph_dates() {
    let desk = Desk::new();
    let dated = "(source: \"evening-post\", claims: [(id: \"storm-on-20\", says: \"The storm struck the port on 20 March 2031\", \
        about: Date(event: \"storm\", when: In(\"2031-03-20\")), evidence: [(fragment: \"20 March\")])])";
    desk.write("graph/claims/dates.ron", dated);
    desk.write("storm.txt", "The storm struck the port on 22 March 2031.\n");
    desk.ok(&["add", "--yes", "storm.txt"]);
    let list = desk.ok(&["review", "--list"]);
    assert!(list.contains("contradiction with storm-on-20"), "{list}");
    desk.ok(&["review", "--all", "--yes"]);
    assert!(desk.ok(&["contradictions"]).contains("storm-storm-2031-03-22"));
}
