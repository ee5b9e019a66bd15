//! A snapshot is used only if it is whole and of the graph's files; whatever is amiss with it costs time and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::folder::copy;
use gainsay::model::Archive;
use gainsay::snapshot::{Keep, Opened, Snapshot, mend, open};
use gainsay::store::{Stamps, load};
use tempfile::TempDir;

/// The shipped graph in a folder of its own, with its snapshot.
fn graph() -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a folder");
    let dir = temp.path().join("graph");
    copy(Path::new("graph"), &dir);
    archive(&dir);
    (temp, dir)
}

/// The archive, and whatever else the snapshot has, made anew if any of it is damaged.
fn archive(dir: &Path) -> Archive {
    let mut opened = open(dir, Keep::Always, &|_| ()).expect("the graph loads");
    if let Opened::Snapshot(snapshot) = &opened
        && (snapshot.sweep().is_err() || snapshot.citations().is_err())
    {
        opened = mend(dir, &|_| ()).expect("the graph loads");
    }
    opened.archive(dir, &|_| ()).expect("the graph loads")
}

fn file(dir: &Path, name: &str) -> PathBuf {
    dir.join(".cache").join(name)
}

fn fits(dir: &Path) -> bool {
    let listing = Stamps::of(dir).expect("a folder");
    Snapshot::open(dir, &listing).is_ok_and(|snapshot| snapshot.archive().is_ok() && snapshot.sweep().is_ok())
}

/// Numbers that look drawn at random and are the same each time.
fn drawn(count: usize) -> impl Iterator<Item = usize> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    (0..count).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 11).expect("a number")
    })
}

/// Spoils a file in many ways; each time the graph answers as from its files, and its snapshot fits again.
fn survives(name: &str, spoil: impl Fn(&mut Vec<u8>, usize)) {
    let (_temp, dir) = graph();
    let expected = load(&dir).expect("the graph loads");
    let whole = fs::read(file(&dir, name)).expect("a snapshot");
    for place in drawn(200) {
        let mut spoilt = whole.clone();
        spoil(&mut spoilt, place);
        fs::write(file(&dir, name), &spoilt).expect("it can be written");
        assert_eq!(archive(&dir), expected, "{name}, {place}");
        assert!(fits(&dir), "{name}, {place}");
    }
}

#[test]
fn a_snapshot_answers_as_the_files() {
    let (_temp, dir) = graph();
    assert!(fits(&dir));
    assert!(matches!(open(&dir, Keep::Always, &|_| ()), Ok(Opened::Snapshot(_))));
    assert!(matches!(open(&dir, Keep::Large, &|_| ()), Ok(Opened::Archive(_))), "a small graph needs none");
    assert_eq!(archive(&dir), load(&dir).expect("the graph loads"));
}

#[test]
fn a_truncated_snapshot_is_made_anew() {
    survives("snapshot", |bytes, place| bytes.truncate(place % bytes.len()));
}

#[test]
fn a_snapshot_with_flipped_bits_is_made_anew() {
    survives("snapshot", |bytes, place| {
        let at = place % bytes.len();
        bytes[at] ^= 1 << (place % 8);
    });
}

#[test]
fn a_spoilt_list_of_files_is_made_anew() {
    survives("files", |bytes, place| bytes.truncate(place % bytes.len()));
    survives("files", |bytes, place| {
        let at = place % bytes.len();
        bytes[at] ^= 1 << (place % 8);
    });
}

#[test]
fn a_snapshot_of_another_graph_is_made_anew() {
    let (_one, dir) = graph();
    let (_other, foreign) = graph();
    let added = "[(id: \"elsewhere\", name: \"Elsewhere\")]";
    let places = fs::read_to_string(foreign.join("places.ron")).expect("places");
    fs::write(foreign.join("places.ron"), places.replacen('[', &added.replace(']', ","), 1)).expect("written");
    let theirs = archive(&foreign);
    assert_ne!(theirs, archive(&dir));
    fs::copy(file(&foreign, "snapshot"), file(&dir, "snapshot")).expect("a copy");
    assert!(!fits(&dir));
    assert_eq!(archive(&dir), load(&dir).expect("the graph loads"));
    fs::copy(file(&foreign, "snapshot"), file(&dir, "snapshot")).expect("a copy");
    fs::copy(file(&foreign, "files"), file(&dir, "files")).expect("a copy");
    assert!(!fits(&dir));
    assert_eq!(archive(&dir), load(&dir).expect("the graph loads"));
}

#[test]
fn a_snapshot_of_another_layout_is_made_anew() {
    let (_temp, dir) = graph();
    let path = file(&dir, "snapshot");
    let expected = archive(&dir);
    // What the head says of layout, byte order and program, with a checksum that fits.
    for at in [8, 12, 16] {
        let mut bytes = fs::read(&path).expect("a snapshot");
        bytes[at] = bytes[at].wrapping_add(1);
        let sum = twox_hash::XxHash3_64::oneshot(&bytes[..40]);
        bytes[40..48].copy_from_slice(&sum.to_le_bytes());
        fs::write(&path, &bytes).expect("written");
        assert!(!fits(&dir), "{at}");
        assert_eq!(archive(&dir), expected);
        assert!(fits(&dir), "{at}");
    }
}

#[test]
fn changed_files_are_read_again() {
    let (_temp, dir) = graph();
    let before = archive(&dir);
    let path = dir.join("graph.ron");
    let text = fs::read_to_string(&path).expect("a graph");
    // As long as before, and, as a copying program can do, with the time of before: once when the files are new, once when they
    // have been left alone for long enough for their times to tell.
    let title = before.title.clone();
    let other: String = title.chars().rev().collect();
    rewrite(&path, &text.replace(&title, &other));
    assert_eq!(archive(&dir).title, other);
    std::thread::sleep(std::time::Duration::from_millis(2_200));
    assert_eq!(archive(&dir).title, other);
    rewrite(&path, &text);
    assert_eq!(archive(&dir).title, title);
    fs::write(dir.join("claims/extra.ron"), "(source: \"nobody\", claims: [])").expect("written");
    assert!(open_fails(&dir), "a file more is a fault here, and is found");
}

/// Writes a file and puts its time back.
fn rewrite(path: &Path, text: &str) {
    let changed = fs::metadata(path).and_then(|known| known.modified()).expect("a time");
    fs::write(path, text).expect("written");
    let file = fs::File::options().write(true).open(path).expect("open");
    file.set_modified(changed).expect("a time");
}

fn open_fails(dir: &Path) -> bool {
    open(dir, Keep::Always, &|_| ()).and_then(|opened| opened.archive(dir, &|_| ())).is_err()
}

#[test]
fn a_folder_that_must_not_be_written_is_opened_all_the_same() {
    let (_temp, dir) = graph();
    fs::remove_dir_all(dir.join(".cache")).expect("it is there");
    fs::write(dir.join(".cache"), "a file in the way").expect("written");
    assert_eq!(archive(&dir), load(&dir).expect("the graph loads"));
}

/// A graph with many questions, one of them a crowd, and claims of every kind of figure.
fn crowded(claims: usize) -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a folder");
    let dir = temp.path().join("graph");
    gainsay::store::init(&dir, gainsay::store::Contents::Example).expect("a new graph");
    let measures = "(measures: [
        (id: \"stock\", name: \"stock\", basis: Stock, unit: \"count\", counts: \"sacks\", tolerance: 5),
        (id: \"flow\", name: \"flow\", basis: Flow, unit: \"count\", counts: \"sacks\"),
        (id: \"sailors\", name: \"sailors\", basis: Stock, unit: \"count\", counts: \"sailors\"),
    ])";
    fs::write(dir.join("measures.ron"), measures).expect("written");
    fs::remove_dir_all(dir.join("claims")).expect("it is there");
    fs::create_dir(dir.join("claims")).expect("a folder");
    let drawn: Vec<usize> = drawn(claims * 4).collect();
    let claim = |at: usize| {
        let of = |kind: usize, most: usize| drawn[at * 4 + kind] % most;
        let measure = if at.is_multiple_of(3) { ["flow", "sailors"][of(0, 2)] } else { "stock" };
        let number = 1000 + of(1, 40) * if at.is_multiple_of(17) { 90 } else { 3 };
        let value = match of(2, 5) {
            0 => format!("About({number})"),
            1 => format!("AtLeast({number})"),
            2 => format!("Between({number}, {})", number + 12),
            _ => format!("Exactly({number})"),
        };
        let period = if of(3, 3) == 0 { "2031".to_owned() } else { format!("2031-{:02}", 1 + of(3, 12)) };
        format!(
            "(id: \"c{at:05}\", says: \"{number} were there\", evidence: [(fragment: \"{number}\")], about: Quantity(\
             measure: \"{measure}\", value: {value}, place: \"port\", period: In(\"{period}\")))"
        )
    };
    let sources: Vec<String> =
        (0..20).map(|at| format!("(id: \"s{at}\", title: \"Paper {at}\", published: \"2031\")")).collect();
    fs::write(dir.join("sources.ron"), format!("[{}]", sources.join(",\n"))).expect("written");
    for source in 0..20 {
        let own: Vec<String> = (source..claims).step_by(20).map(claim).collect();
        let text = format!("(source: \"s{source}\", claims: [{}])", own.join(",\n"));
        fs::write(dir.join(format!("claims/s{source}.ron")), text).expect("written");
    }
    (temp, dir)
}

fn printed(dir: &Path, options: &[&str]) -> String {
    let program = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["--graph".as_ref(), dir.as_os_str()])
        .args(options)
        .output()
        .expect("it runs");
    assert!(program.status.success(), "{options:?}: {}", String::from_utf8_lossy(&program.stderr));
    String::from_utf8(program.stdout).expect("UTF-8")
}

#[test]
fn answers_are_the_same_with_and_without_a_snapshot_and_on_any_number_of_threads() {
    let shipped = graph();
    let made = crowded(600);
    let graphs = [
        (&shipped.1, "kazakhstan", ["kz-arrivals-300k", "kz-arrivals-200k-ministry"]),
        (&made.1, "port", ["c00017", "c00034"]),
    ];
    for (dir, place, [claim, other]) in graphs {
        let commands = [
            vec!["contradictions"],
            vec!["contradictions", "--all", "--format", "json"],
            vec!["contradictions", "--place", place, "--format", "csv"],
            vec!["contradictions", "--count"],
            vec!["contradictions", "--count", "--place", place],
            vec!["trace", claim],
            vec!["trace", claim, "--format", "json"],
            vec!["explain", claim, other, "--format", "json"],
            vec!["show", claim],
            vec!["show", other, "--format", "json"],
            vec!["show", place],
            vec!["search", "in", "port"],
            vec!["search", "were"],
            vec!["search", "1003", "--format", "json"],
            vec!["search", "KAZAKH", "--all"],
            vec!["list", "claims", "--format", "json"],
            vec!["lint", "--format", "json"],
            vec!["export", "--to", "dot"],
            vec!["export", "--to", "json"],
        ];
        for command in commands {
            let expected = printed(dir, &[&["--snapshot", "never", "--threads", "1"][..], &command].concat());
            assert!(!expected.is_empty());
            for ways in [["always", "1"], ["always", "2"], ["never", "2"]] {
                let options = [&["--snapshot", ways[0], "--threads", ways[1]][..], &command].concat();
                assert_eq!(printed(dir, &options), expected, "{options:?}");
            }
        }
    }
}

#[test]
fn a_claim_is_shown_the_same_with_and_without_a_snapshot() {
    let (_temp, dir) = graph();
    let archive = archive(&dir);
    let told =
        |claim: &str, format: &str, keep: &str| printed(&dir, &["--snapshot", keep, "show", claim, "--format", format]);
    let named = archive.claims.values().filter(|claim| !claim.supersedes.is_empty() || claim.conversion_of.is_some());
    let judged = archive.judgements.iter().flat_map(|judgement| &judgement.on).map(|on| &on.claim);
    let some = archive.claims.keys().step_by(9).chain(named.map(|claim| &claim.id)).chain(judged);
    for claim in some {
        for format in ["text", "json"] {
            assert_eq!(told(claim.as_str(), format, "always"), told(claim.as_str(), format, "never"), "{claim}");
        }
    }
}

#[test]
fn a_crowd_is_shown_short() {
    let (_temp, dir) = crowded(2_000);
    let text = printed(&dir, &["contradictions"]);
    assert!(text.lines().count() < 2_000, "{} lines", text.lines().count());
    assert!(text.contains("more …") && text.contains("· … "), "{text}");
    let found: serde_json::Value =
        serde_json::from_str(&printed(&dir, &["contradictions", "--format", "json"])).expect("JSON");
    let questions = found["questions"].as_array().expect("questions");
    let crowd = questions.iter().find(|question| question["crowd"] == true).expect("a crowd");
    let pairs = crowd["comparisons"].as_array().expect("comparisons");
    assert!(!pairs.is_empty() && pairs.len() <= 24, "{}", pairs.len());
    let positions = crowd["positions"].as_array().expect("positions");
    let claims: usize = positions.iter().map(|side| side["claims"].as_array().map_or(0, Vec::len)).sum();
    assert!(claims > 48, "{claims}");
}
