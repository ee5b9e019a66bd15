//! Graphs in folders of their own, exports of them, imports into them.

use std::path::{Path, PathBuf};

use gainsay::export::csv::Table;
use gainsay::export::{Format, View, write};
use gainsay::findings::Desk;
use gainsay::import::{File, ImportError, Report, Settings, import};
use gainsay::model::Archive;
use gainsay::store::record::AddedFile;
use gainsay::store::{load, records, to_ron};

/// A graph in a folder of its own.
pub struct Graph {
    folder: tempfile::TempDir,
}

impl Graph {
    /// One without records.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("graph.ron"), "(title: \"t\", format: 1)").unwrap();
        Self { folder }
    }

    /// One with these records.
    pub fn of(records: &AddedFile) -> Self {
        let graph = Self::empty();
        std::fs::create_dir(graph.path().join("added")).unwrap();
        std::fs::write(graph.path().join("added/all.ron"), to_ron(records).unwrap()).unwrap();
        graph
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn archive(&self) -> Archive {
        load(self.path()).unwrap()
    }

    pub fn import(&self, files: &[File]) -> Result<Report, ImportError> {
        import(self.path(), files, &Settings::default())
    }

    /// Every file of the graph but its lock, with its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        let mut open = vec![self.path().to_owned()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else if !path.ends_with(".lock") {
                    found.push((path.clone(), std::fs::read(path).unwrap()));
                }
            }
        }
        found.sort();
        found
    }
}

/// The graph of this repository.
pub fn shipped() -> Archive {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap()
}

pub fn file(name: &str, text: &str) -> File {
    File::new(name, text.as_bytes().to_vec())
}

/// All tables of an archive.
pub fn tables(archive: &Archive) -> Vec<File> {
    let desk = Desk::new(archive);
    let view = View::whole(&desk);
    let table = |table: Table| {
        let mut bytes = Vec::new();
        table.write(&view, &mut bytes).unwrap();
        File::new(format!("{}.csv", table.name()), bytes)
    };
    Table::ALL.map(table).to_vec()
}

pub fn exported(archive: &Archive, format: Format) -> File {
    let desk = Desk::new(archive);
    let mut bytes = Vec::new();
    write(&View::whole(&desk), format, &mut bytes).unwrap();
    File::new(format!("graph.{}", format.extension()), bytes)
}

/// That two archives say the same of everything but of where it is written.
pub fn assert_same(a: &Archive, b: &Archive) {
    let (own, other) = (records(a), records(b));
    assert_eq!(own.sources, other.sources);
    assert_eq!(own.actors, other.actors);
    assert_eq!(own.places, other.places);
    assert_eq!(own.populations, other.populations);
    assert_eq!(own.events, other.events);
    assert_eq!(own.measures, other.measures);
    assert_eq!(own.propositions, other.propositions);
    assert_eq!(own.claims, other.claims);
    let sorted = |archive: &Archive| {
        let mut all: Vec<String> = archive.judgements.iter().map(|own| format!("{own:?}")).collect();
        all.sort();
        let identities: Vec<String> = archive.identities.iter().map(|own| format!("{own:?}")).collect();
        (all, identities)
    };
    assert_eq!(sorted(a), sorted(b));
    for (id, claim) in &a.claims {
        let other = &b.claims[id];
        assert_eq!(
            (&claim.about, &claim.scope, &claim.inferred),
            (&other.about, &other.scope, &other.inferred),
            "{id}"
        );
        assert_eq!(claim.fingerprint, other.fingerprint, "{id}");
    }
}
