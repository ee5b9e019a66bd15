//! A small graph to break: the built-in example in a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::store::{Fault, LoadError, init, load};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// The claims file that most tests break.
pub const REPORT: &str = "claims/harbour-report.ron";
/// The other claims file.
pub const POST: &str = "claims/evening-post.ron";

/// A graph in a temporary folder.
pub struct Sandbox {
    folder: TempDir,
}

impl Sandbox {
    /// The built-in example, which loads.
    pub fn new() -> Self {
        let sandbox = Self { folder: TempDir::new().unwrap() };
        init(&sandbox.dir(), gainsay::store::Contents::Example).unwrap();
        sandbox
    }

    /// The example after one text has been put in place of another.
    pub fn with(file: &str, old: &str, new: &str) -> Self {
        Self::new().swap(file, old, new)
    }

    /// The example with another value for the first figure.
    pub fn with_value(value: &str) -> Self {
        Self::with(REPORT, "Bare(4_200)", value)
    }

    /// The directory of the graph.
    pub fn dir(&self) -> PathBuf {
        self.folder.path().join("graph")
    }

    /// The folder of the texts.
    pub fn texts(&self) -> PathBuf {
        self.folder.path().join("texts")
    }

    /// Puts one text in place of another that stands there exactly once.
    pub fn swap(self, file: &str, old: &str, new: &str) -> Self {
        let text = fs::read_to_string(self.dir().join(file)).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
        self.write(file, text.replace(old, new))
    }

    /// Writes a file of the graph.
    pub fn write(self, file: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.dir().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Gives the report a text, and both its claims the place of their fragments in it.
    pub fn with_text(text: &str) -> Self {
        let sandbox = Self::new();
        fs::create_dir_all(sandbox.texts()).unwrap();
        sandbox.write_text(text);
        let (digest, length) = (sha256(text.as_bytes()), text.len());
        let field =
            format!("id: \"harbour-report\", text: (file: \"report.txt\", sha256: \"{digest}\", bytes: {length}),");
        let mut sandbox = sandbox.swap("sources.ron", "id: \"harbour-report\",", &field);
        for fragment in ["4,200 sailors", "no warning had reached it"] {
            let start = text.find(fragment).unwrap();
            let old = format!("(fragment: \"{fragment}\")");
            let new = format!("(bytes: ({start}, {}), fragment: \"{fragment}\")", start + fragment.len());
            sandbox = sandbox.swap(REPORT, &old, &new);
        }
        sandbox
    }

    /// Writes the report's text without telling the graph.
    pub fn write_text(&self, text: impl AsRef<[u8]>) {
        fs::write(self.texts().join("report.txt"), text).unwrap();
    }

    /// Holds the faults of the graph against those expected, a line each: `file:line:column [bytes at fault] message | help`.
    #[track_caller]
    pub fn has(&self, expected: &[&str]) {
        let told: Vec<String> = self.faults().iter().map(|fault| self.told(fault)).collect();
        assert_eq!(told, expected, "\n{}\n", told.join("\n"));
    }

    /// The faults that loading reports; it changes nothing.
    pub fn faults(&self) -> Vec<Fault> {
        let before = contents(&self.dir());
        let result = load(&self.dir());
        assert_eq!(before, contents(&self.dir()), "loading changed the graph");
        match result {
            Ok(_) => Vec::new(),
            Err(LoadError::Faulty(faults)) => faults,
            Err(error) => panic!("{error}"),
        }
    }

    /// A path of the graph as faults show it.
    pub fn path(&self, file: &str) -> String {
        self.dir().join(file).display().to_string()
    }

    fn told(&self, fault: &Fault) -> String {
        let place = fault.locus().to_string();
        let place = place.strip_prefix(&self.path("")).unwrap_or(&place);
        let marked = fault.text[fault.span.clone()].lines().next().unwrap_or_default();
        assert!(standing_at(fault).starts_with(marked), "{place} is not the place of {marked}");
        let help = fault.help.as_ref().map_or(String::new(), |help| format!(" | {help}"));
        format!("{place} [{marked}] {}{}", fault.message, help.replace(&self.path(""), ""))
    }
}

/// What stands at the line and column of a fault in the file on disk.
fn standing_at(fault: &Fault) -> String {
    let text = fs::read_to_string(&fault.path).unwrap();
    let (line, column) = (fault.locus().line, fault.locus().column);
    text.lines().nth(line - 1).unwrap_or_default().chars().skip(column - 1).collect()
}

/// All files below a folder with their bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(contents(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// The SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
