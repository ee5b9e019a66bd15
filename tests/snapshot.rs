//! A snapshot is used only if it is whole and of the graph's files; whatever is amiss with it costs time and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::model::Archive;
use gainsay::snapshot::{Keep, Listing, Opened, Snapshot, open};
use gainsay::store::load;
use tempfile::TempDir;

/// The shipped graph in a folder of its own, with its snapshot.
fn graph() -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a folder");
    let dir = temp.path().join("graph");
    copy(Path::new("graph"), &dir);
    archive(&dir);
    (temp, dir)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the graph").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().expect("a name");
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.is_dir() { copy(&entry, &to.join(name)) } else { fs::copy(&entry, to.join(name)).map(drop).expect("a copy") }
    }
}

fn archive(dir: &Path) -> Archive {
    open(dir, Keep::Always, &|_| ()).and_then(|opened| opened.archive(dir, &|_| ())).expect("the graph loads")
}

fn file(dir: &Path, name: &str) -> PathBuf {
    dir.join(".cache").join(name)
}

fn fits(dir: &Path) -> bool {
    let listing = Listing::of(dir).expect("a folder");
    Snapshot::open(dir, &listing).is_ok_and(|mut snapshot| snapshot.archive().is_ok() && snapshot.sweep().is_ok())
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
    fs::write(foreign.join("places.ron"), places.replacen('[', &added.replace("[(", "[(").replace(']', ","), 1)).expect("written");
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
    // As long as before, and, as editors can do, with the time of before.
    let title = before.title.clone();
    let other: String = title.chars().rev().collect();
    let changed = fs::metadata(&path).and_then(|known| known.modified()).expect("a time");
    fs::write(&path, text.replace(&title, &other)).expect("written");
    let open = fs::File::options().write(true).open(&path).expect("open");
    open.set_modified(changed).expect("a time");
    assert_eq!(archive(&dir).title, other);
    fs::write(dir.join("claims/extra.ron"), "(source: \"nobody\", claims: [])").expect("written");
    assert!(open_fails(&dir), "a file more is a fault here, and is found");
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
