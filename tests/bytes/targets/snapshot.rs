//! A snapshot with other bytes in it: what is spoilt is refused, and whatever is read is what was written. The first byte
//! chooses whether the sums of its head are mended, so that what they guard is reached, too.

use std::fs;
use std::path::PathBuf;

use gainsay::snapshot::Snapshot;
use gainsay::snapshot::image::Image;
use gainsay::store::{Contents, Stamps, init, open, records, to_ron};
use tempfile::TempDir;
use twox_hash::XxHash3_64;

use super::choose;

/// A graph with a snapshot.
struct Kept {
    _folder: TempDir,
    dir: PathBuf,
    stamps: Stamps,
    bytes: Vec<u8>,
    records: String,
}

thread_local! {
    static KEPT: Kept = kept();
}

fn kept() -> Kept {
    let folder = tempfile::tempdir().expect("a folder");
    let dir = folder.path().join("graph");
    init(&dir, Contents::Example).expect("written");
    let held = open(&dir).expect("it loads");
    let stamps = Stamps::of(&dir).expect("listed");
    Snapshot::make(&dir, &stamps, &held).expect("made");
    let bytes = fs::read(dir.join(".cache/snapshot")).expect("read");
    let records = to_ron(&records(&held.archive)).expect("it was read");
    Kept { _folder: folder, dir, stamps, bytes, records }
}

pub fn run(bytes: &[u8]) {
    let Some((is_mended, edits)) = choose(bytes, &[false, true]) else { return };
    KEPT.with(|kept| {
        let mut spoilt = edited(kept.bytes.clone(), edits);
        if is_mended {
            mend(&mut spoilt);
        }
        let path = kept.dir.join(".cache/snapshot");
        fs::write(&path, &spoilt).expect("written");
        asked(kept);
        columns(kept, spoilt == kept.bytes);
    });
}

/// Edits of six bytes: where (two bytes), what is done there, how much of it, and with what (two bytes).
fn edited(mut bytes: Vec<u8>, edits: &[u8]) -> Vec<u8> {
    for edit in edits.chunks_exact(6).take(8) {
        let at = usize::from(u16::from_le_bytes([edit[0], edit[1]])) % (bytes.len() + 1);
        let end = (at + usize::from(edit[3])).min(bytes.len());
        match edit[2] % 5 {
            0 => bytes[at..end.min(at + 2)].iter_mut().zip(&edit[4..]).for_each(|(own, new)| *own = *new),
            1 => bytes[at..end.min(at + 8)].fill(edit[4]),
            2 => drop(bytes.drain(at..end)),
            3 => drop(bytes.splice(at..at, edit[4..].iter().copied())),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

const HEAD: usize = 48;

/// Makes the sums of the head and its table fit again, as far as there is one.
fn mend(bytes: &mut [u8]) {
    let length = bytes.get(24..32).and_then(|own| own.try_into().ok()).map_or(0, u64::from_le_bytes);
    let table = usize::try_from(length).ok().and_then(|length| bytes.get(HEAD..HEAD.checked_add(length)?));
    let Some(sum) = table.map(XxHash3_64::oneshot) else { return };
    bytes[32..40].copy_from_slice(&sum.to_le_bytes());
    let own = XxHash3_64::oneshot(&bytes[..40]);
    bytes[40..HEAD].copy_from_slice(&own.to_le_bytes());
}

/// All that is asked of a snapshot.
fn asked(kept: &Kept) {
    let Ok(snapshot) = Snapshot::open(&kept.dir, &kept.stamps) else { return };
    if let Ok(archive) = snapshot.archive() {
        assert_eq!(to_ron(&records(&archive)).expect("it was read"), kept.records, "it is not what was written");
    }
    let _ = (snapshot.sweep(), snapshot.rows(), snapshot.citations(), snapshot.names(true, true));
}

/// All columns, whatever they are named, by themselves.
fn columns(kept: &Kept, is_whole: bool) {
    let own = |at: usize| kept.bytes[at..at + 8].try_into().map_or(0, u64::from_le_bytes);
    let opened = Image::open(&kept.dir.join(".cache/snapshot"), own(16));
    assert!(opened.is_ok() || !is_whole, "{opened:?}");
    let Ok(image) = opened else { return };
    for slot in (0..usize::try_from(own(24)).expect("it is small") / 48).map(|number| HEAD + number * 48) {
        let name = kept.bytes[slot..slot + 24].split(|byte| *byte == 0).next().unwrap_or_default();
        let name = std::str::from_utf8(name).expect("a name");
        let bytes = image.column::<Vec<u8>>(name);
        assert!(bytes.is_ok() || !is_whole, "{name}");
        let _ = (image.column::<Vec<u64>>(name), image.stretches::<u32>(name, &[0..1, 3..7]));
    }
}
