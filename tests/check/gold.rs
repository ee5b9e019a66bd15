//! Clusters of reports with what is known of them.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use gainsay::ingest::documents;
use gainsay::readers::Document;
use serde::Deserialize;

/// What `gold.json` says of a cluster, as far as it is measured.
#[derive(Deserialize)]
pub struct Gold {
    pub claims: Vec<GoldClaim>,
    pub pairs: Vec<GoldPair>,
    documents: Vec<GoldDocument>,
}

#[derive(Deserialize)]
struct GoldDocument {
    file: String,
}

#[derive(Deserialize)]
pub struct GoldClaim {
    pub id: String,
    pub file: String,
    pub fragment: String,
    pub attributed_to: Option<String>,
}

#[derive(Deserialize)]
pub struct GoldPair {
    pub a: String,
    pub b: String,
    pub relation: String,
    #[serde(default)]
    pub optional: bool,
}

/// A cluster: its reports and what is known of them.
pub struct Cluster {
    pub texts: Vec<Document>,
    pub gold: Gold,
}

/// The clusters of one part.
pub fn clusters(part: &str) -> Vec<Cluster> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clusters").join(part);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| cluster(path)).collect()
}

fn cluster(folder: &Path) -> Cluster {
    let gold: Gold = serde_json::from_slice(&fs::read(folder.join("gold.json")).unwrap()).unwrap();
    let read = |file: &str| documents(file, fs::read(folder.join(file)).unwrap().as_slice()).unwrap();
    Cluster { texts: gold.documents.iter().flat_map(|one| read(&one.file)).collect(), gold }
}

impl Cluster {
    /// The text and the bytes of a claim.
    pub fn place(&self, claim: &GoldClaim) -> (usize, Range<usize>) {
        let text = self.texts.iter().position(|text| text.file == claim.file).unwrap();
        let at = self.texts[text].text.find(&claim.fragment).unwrap_or_else(|| panic!("no {}", claim.fragment));
        (text, at..at + claim.fragment.len())
    }
}
