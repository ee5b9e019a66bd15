//! The program's own files of a graph: new places of evidence, and passages that texts share.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gainsay::findings::Desk;
use gainsay::store;
use gainsay::trace::count;

/// A graph of two sources with texts that share a sentence.
struct Desktop {
    folder: tempfile::TempDir,
}

const COPIED: &str =
    "The harbour was shut at noon on Sunday and about 4,200 sailors had to wait in the rain until dawn.";

impl Desktop {
    fn new() -> Self {
        let desktop = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir_all(desktop.path("graph/claims")).unwrap();
        fs::create_dir_all(desktop.path("texts")).unwrap();
        desktop.write("texts/one.txt", &format!("Nobody had warned them. {COPIED}\n"));
        desktop.write("texts/two.txt", &format!("{COPIED} Then the wind fell.\n"));
        desktop.write("graph/graph.ron", "(title: \"t\", format: 1)");
        desktop.write("graph/measures.ron", MEASURES);
        let sources: Vec<String> = ["one", "two"].map(|name| desktop.source(name)).to_vec();
        desktop.write("graph/sources.ron", &format!("[{}]", sources.concat()));
        for name in ["one", "two"] {
            desktop.write(&format!("graph/claims/{name}.ron"), &desktop.claims(name));
        }
        desktop
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn source(&self, name: &str) -> String {
        let text = self.read(&format!("texts/{name}.txt"));
        let digest = "0".repeat(64);
        format!("(id: \"{name}\", text: (file: \"{name}.txt\", sha256: \"{digest}\", bytes: {})),\n", text.len())
    }

    fn claims(&self, name: &str) -> String {
        let text = self.read(&format!("texts/{name}.txt"));
        let start = text.find("about 4,200 sailors").unwrap();
        let bytes = format!("({start}, {})", start + "about 4,200 sailors".len());
        format!(
            "(source: \"{name}\", claims: [(id: \"{name}-4200\", says: \"s\", about: Quantity(measure: \"waiting\", \
             value: About(4_200)), evidence: [(bytes: {bytes}, fragment: \"about 4,200 sailors\")])])"
        )
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_gainsay")).args(arguments).current_dir(self.folder.path()).output().unwrap()
    }

    fn load(&self) -> gainsay::model::Archive {
        store::load(&self.path("graph")).unwrap()
    }
}

const MEASURES: &str =
    "(measures: [(id: \"waiting\", name: \"waiting\", basis: Stock, unit: \"count\", counts: \"persons\")])";

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn what_moved_gets_a_new_place_and_keeps_the_old_one() {
    let desktop = Desktop::new();
    let claims = desktop.read("graph/claims/one.ron");
    let old = desktop.read("texts/one.txt");
    desktop.write("texts/one.txt", &format!("Corrected on Tuesday. {old}"));
    let verify = ["verify", "--texts", "texts"];
    let told = desktop.run(&verify);
    assert_eq!(told.status.code(), Some(1));
    assert!(text(&told).contains("moved to bytes 89 to 108"), "{}", text(&told));
    assert!(!desktop.path("graph/relocations.ron").exists(), "nothing is re-anchored unasked");
    desktop.run(&["verify", "--texts", "texts", "--apply"]);
    assert_eq!(desktop.read("graph/claims/one.ron"), claims, "files of people are not touched");
    assert!(desktop.read("graph/relocations.ron").contains("was: (67, 86)"), "the old place is kept");
    let archive = desktop.load();
    assert_eq!(archive.claims["one-4200"].evidence[0].bytes, Some((89, 108)));
    let again = store::verify(&archive, &desktop.path("texts"));
    let of_one = again.findings.iter().filter(|finding| finding.source.as_str() == "one");
    assert_eq!(of_one.count(), 0);
}

#[test]
fn changes_follow_one_another() {
    let desktop = Desktop::new();
    for day in ["Tuesday", "Wednesday"] {
        let old = desktop.read("texts/one.txt");
        desktop.write("texts/one.txt", &format!("Corrected on {day}. {old}"));
        desktop.run(&["verify", "--texts", "texts", "--apply"]);
    }
    let archive = desktop.load();
    assert_eq!(archive.relocations.iter().filter(|one| one.source.as_str() == "one").count(), 2);
    let (start, end) = archive.claims["one-4200"].evidence[0].bytes.unwrap();
    assert_eq!(&desktop.read("texts/one.txt")[start..end], "about 4,200 sailors");
}

#[test]
fn what_reads_differently_is_told_and_left_to_the_editor() {
    let desktop = Desktop::new();
    let changed = desktop.read("texts/one.txt").replace("about 4,200", "about 4,900");
    desktop.write("texts/one.txt", &changed);
    let told = desktop.run(&["verify", "--texts", "texts", "--apply"]);
    assert!(text(&told).contains("now reads “about 4,900 sailors”"), "{}", text(&told));
    assert!(!desktop.path("graph/relocations.ron").exists());
}

#[test]
fn a_recorded_passage_counts_as_one_origin() {
    let desktop = Desktop::new();
    let origins = |archive: &gainsay::model::Archive| {
        let desk = Desk::new(archive);
        count(archive.claims.values().flat_map(|claim| desk.origins(claim).cloned()).collect::<Vec<_>>().iter())
            .to_string()
    };
    assert_eq!(origins(&desktop.load()), "1 to 2 origins");
    let told = desktop.run(&["reuse", "--texts", "texts", "--record"]);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    assert!(text(&told).contains("1 written to graph"), "{}", text(&told));
    assert_eq!(origins(&desktop.load()), "1 origin");
    let first = fs::read(desktop.path("graph/reuse.ron")).unwrap();
    desktop.run(&["reuse", "--texts", "texts", "--record"]);
    assert_eq!(fs::read(desktop.path("graph/reuse.ron")).unwrap(), first, "the same bytes each time");
}

#[test]
fn passages_of_unknown_sources_and_empty_ranges_are_faults() {
    let desktop = Desktop::new();
    let stretch = |source: &str, bytes: &str| format!("(source: \"{source}\", bytes: {bytes})");
    let record = format!("[(a: {}, b: {}, words: 20)]", stretch("one", "(9, 3)"), stretch("tow", "(1, 9)"));
    desktop.write("graph/reuse.ron", &record);
    let Err(store::LoadError::Faulty(faults)) = store::load(Path::new(&desktop.path("graph"))) else {
        panic!("no faults")
    };
    let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(told, ["the range holds nothing", "no source has the id \"tow\""]);
}
