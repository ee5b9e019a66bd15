//! Disks that are full, and folders that are read-only: on a small file system in memory, mounted for one process alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gainsay::store::open;

use crate::desk::Desk;

/// The arguments of commands that write, each from a graph in which both articles wait.
const COMMANDS: [&[&str]; 5] = [
    &["review", "--all", "--yes"],
    &["add", "--yes", "--id", "again", "--title", "Again", "gazette.txt"],
    &["judge", "arrivals-4200", "arrivals-6000", "--confirm", "--on", "2031-07-01"],
    &["import", "sheet.csv"],
    &["reuse", "--record", "gazette.txt", "post.txt"],
];

/// Runs a test of this program again where file systems may be mounted; not, if the system lets nobody do so. Whether this
/// is the process where they may.
fn may_mount(test: &str) -> bool {
    if std::env::var_os("GAINSAY_MAY_MOUNT").is_some() {
        return true;
    }
    let mut alone = Command::new("unshare");
    alone.args(["--user", "--map-root-user", "--mount"]);
    let may = alone.args(["sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt"]).output();
    if !may.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("GAINSAY_LONG").is_none(), "no file system can be mounted: {test}");
        println!("not run, since no file system can be mounted here: {test}");
        return false;
    }
    let mut alone = Command::new("unshare");
    alone.args(["--user", "--map-root-user", "--mount"]).arg(std::env::current_exe().unwrap());
    let output = alone.args(["--exact", test, "--nocapture"]).env("GAINSAY_MAY_MOUNT", "1").output().unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    false
}

fn call(name: &str, arguments: &[&str]) {
    let output = Command::new(name).args(arguments).output().unwrap();
    assert!(output.status.success(), "{name} {arguments:?}: {output:?}");
}

/// A file system of its own, with the files of a desk.
struct Small {
    folder: tempfile::TempDir,
}

impl Small {
    fn new(desk: &Desk) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let small = Self { folder };
        call("mount", &["-t", "tmpfs", "-o", "size=512k", "tmpfs", small.name()]);
        call("cp", &["-r", &format!("{}/.", desk.path("").display()), small.name()]);
        small
    }

    fn name(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(arguments).current_dir(self.folder.path()).env("NO_COLOR", "1").env_remove("GAINSAY_GRAPH");
        command.output().unwrap()
    }

    /// Leaves no more than so many bytes.
    fn fill(&self, free: usize) {
        let room = vec![0_u8; 1 << 20];
        // It ends where the disk does.
        let _ = std::fs::write(self.path("filler"), &room);
        let length = std::fs::metadata(self.path("filler")).unwrap().len();
        let shorter = length.saturating_sub(free as u64);
        std::fs::OpenOptions::new().write(true).open(self.path("filler")).unwrap().set_len(shorter).unwrap();
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

fn desk() -> Desk {
    let desk = Desk::waiting();
    let rows: String = (0..40).map(|number| format!("{number} boats came,Quay Radio,{number},boats\n")).collect();
    desk.write("sheet.csv", &format!("Says,Source,Figure,Measure\n{rows}"));
    desk
}

fn ids(dir: &Path) -> (Vec<String>, usize, usize) {
    let held = open(dir).unwrap_or_else(|error| panic!("{error}: {error:?}"));
    (held.archive.claims.keys().map(ToString::to_string).collect(), held.waiting.len(), held.archive.judgements.len())
}

#[test]
fn a_full_disk_loses_nothing() {
    if !may_mount("full::a_full_disk_loses_nothing") {
        return;
    }
    let desk = desk();
    let (mut refused, mut tried) = (0, 0);
    for arguments in COMMANDS {
        // A page is the least that a file takes; at last there is room for all.
        for pages in 0..14 {
            let small = Small::new(&desk);
            let before = ids(&small.path("graph"));
            small.fill(pages * 4096);
            let output = small.run(arguments);
            tried += 1;
            if !output.status.success() {
                refused += 1;
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                assert_eq!(output.status.code(), Some(2), "{said}");
                assert!(said.contains("No space left on device"), "{said}");
                assert!(said.contains(small.name()) || said.contains("graph"), "{said}");
                assert_eq!(ids(&small.path("graph")), before, "{arguments:?} with {pages} pages");
                std::fs::remove_file(small.path("filler")).unwrap();
                let again = small.run(arguments);
                assert!(again.status.success(), "{again:?}");
            }
        }
    }
    println!("{refused} of {tried} commands refused for want of room");
    assert!(refused > 2 * COMMANDS.len(), "{refused} of {tried}");
}

#[test]
fn a_folder_that_is_read_only_is_read_and_not_written() {
    if !may_mount("full::a_folder_that_is_read_only_is_read_and_not_written") {
        return;
    }
    let small = Small::new(&desk());
    let before = ids(&small.path("graph"));
    call("mount", &["-o", "remount,ro", small.name()]);
    for arguments in COMMANDS {
        let output = small.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("Read-only file system") && said.contains("graph"), "{said}");
    }
    assert_eq!(ids(&small.path("graph")), before);
    for arguments in
        [&["contradictions"][..], &["contradictions", "--snapshot", "always"], &["lint"], &["list", "claims"]]
    {
        let output = small.run(arguments);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{output:?}");
    }
}
