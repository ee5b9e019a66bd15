//! Graphs that tests make up: the vocabulary of the built-in example, with sources, actors and claims of the test's own.

use std::fs;

use gainsay::findings::Desk;
use gainsay::lint::{Code, Lint, lint};
use gainsay::model::Archive;
use gainsay::store::{self, LoadError};
use tempfile::TempDir;

/// Two weeks after the storm, for most claims.
pub const WEEKS: &str = r#"After(event: "storm", weeks: 2)"#;

/// The graph with these sources and claims, each claim beside its source; the actors are those of the example.
pub fn graph(sources: &str, claims: &[(&str, String)]) -> Archive {
    load(sources, claims).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The same with actors of the test's own.
pub fn graph_with(actors: &str, sources: &str, claims: &[(&str, String)]) -> Archive {
    written(sources, Some(actors), claims).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The same with other actors, and no claims.
pub fn graph_of_actors(actors: &str) -> Archive {
    graph_with(actors, "[]", &[])
}

/// The graph with these sources and claims, or what is wrong with it.
pub fn load(sources: &str, claims: &[(&str, String)]) -> Result<Archive, LoadError> {
    written(sources, None, claims)
}

fn written(sources: &str, actors: Option<&str>, claims: &[(&str, String)]) -> Result<Archive, LoadError> {
    let folder = TempDir::new().unwrap();
    let dir = folder.path().join("graph");
    store::init(&dir, store::Contents::Example).unwrap();
    fs::remove_dir_all(dir.join("claims")).unwrap();
    fs::create_dir(dir.join("claims")).unwrap();
    fs::write(dir.join("sources.ron"), sources).unwrap();
    if let Some(actors) = actors {
        fs::write(dir.join("actors.ron"), actors).unwrap();
    }
    for (at, (source, claim)) in claims.iter().enumerate() {
        let text = format!("(source: {source:?}, claims: [{claim}])");
        fs::write(dir.join(format!("claims/{at:04}.ron")), text).unwrap();
    }
    store::load(&dir)
}

/// A claim on the arrivals in the port; `rest` is its further fields.
pub fn claim(id: &str, value: &str, period: &str, rest: &str) -> String {
    format!(
        r#"(id: "{id}", says: "made up", evidence: [(fragment: "made up")], {rest}
            about: Quantity(measure: "arrivals", of: "sailors", place: "port", value: {value}, period: {period}))"#
    )
}

/// What lint finds of one code.
pub fn found(archive: &Archive, code: Code) -> Vec<Lint> {
    lint(&Desk::new(archive), None).into_iter().filter(|found| found.code == code).collect()
}
