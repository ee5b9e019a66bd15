//! All of a part of the graph in one JSON document; `docs/gainsay.schema.json` is its schema.

use std::io::{self, Write};

use serde::Serialize;

use super::actor::{ActorJson, RepresentationJson, actor, representations};
use super::archive::{PassageJson, RelocationJson, RulingJson, passage, relocation, ruling};
use super::claim::{ClaimJson, claim};
use super::question::{QuestionJson, question};
use super::source::{SourceJson, source};
use super::vocabulary::{
    EventJson, IdentityJson, MeasureJson, PropositionJson, RegionJson, event, identity, measure, proposition, region,
};
use crate::compare::Relation;
use crate::export::view::View;

/// The version of the document: it changes when a field goes or changes its meaning.
const FORMAT: u32 = 1;

/// The name of the schema, which lies beside the documentation.
const SCHEMA: &str = "gainsay.schema.json";

/// A graph of claims, or a part of one: its records, each kind by id, and what was found of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(title = "Gainsay export"))]
pub(super) struct DocumentJson {
    /// The name of this schema.
    #[serde(rename = "$schema")]
    schema: &'static str,
    /// The version of the document; it rises when a field goes or changes its meaning.
    format: u32,
    /// What the graph is about.
    title: String,
    /// How much the document holds.
    counts: CountsJson,
    /// Publications.
    sources: Vec<SourceJson>,
    /// Who says things.
    actors: Vec<ActorJson>,
    /// Whom actors speak for, with dates.
    representations: Vec<RepresentationJson>,
    /// Where.
    places: Vec<RegionJson>,
    /// Who or what is counted.
    populations: Vec<RegionJson>,
    /// Named events.
    events: Vec<EventJson>,
    /// What is measured.
    measures: Vec<MeasureJson>,
    /// Relations that hold between measures whatever their values.
    identities: Vec<IdentityJson>,
    /// What can be affirmed or denied.
    propositions: Vec<PropositionJson>,
    /// What sources assert.
    claims: Vec<ClaimJson>,
    /// What claims answer, the firmest disagreement first.
    questions: Vec<QuestionJson>,
    /// What editors decided.
    judgements: Vec<RulingJson>,
    /// Passages that sources share word for word.
    passages: Vec<PassageJson>,
    /// Texts that have changed since they were read, the oldest change first.
    relocations: Vec<RelocationJson>,
}

/// How much the document holds. Contradictions and tensions are pairs of claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Counts"))]
struct CountsJson {
    /// Publications.
    sources: usize,
    /// Actors.
    actors: usize,
    /// Claims.
    claims: usize,
    /// Pieces of evidence of all claims.
    evidence: usize,
    /// Questions.
    questions: usize,
    /// Pairs of claims that cannot both hold.
    contradictions: usize,
    /// Pairs of claims that can both hold, but that no reader would take so.
    tensions: usize,
}

/// Writes the document, indented.
pub(in crate::export) fn write(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &document(view))?;
    out.write_all(b"\n")
}

/// A part of the graph as one value.
pub(super) fn document(view: &View<'_>) -> DocumentJson {
    let (archive, desk) = (view.archive(), view.desk);
    let held = |id: &crate::model::SourceId| view.holds(&crate::graph::Node::Source(id.clone()));
    DocumentJson {
        schema: SCHEMA,
        format: FORMAT,
        title: archive.title.clone(),
        counts: counts(view),
        sources: view.sources().map(|record| source(desk, record)).collect(),
        actors: view.actors().map(actor).collect(),
        representations: view.actors().flat_map(representations).collect(),
        places: view.places().map(region).collect(),
        populations: view.populations().map(region).collect(),
        events: view.events().map(event).collect(),
        measures: view.measures().map(measure).collect(),
        identities: view.identities().map(identity).collect(),
        propositions: view.propositions().map(|record| proposition(desk, record)).collect(),
        // Lines of the graph's files move with every change before them.
        claims: view.claims().map(|record| claim(desk, record).without_place()).collect(),
        questions: view.questions.iter().map(|found| question(desk, found)).collect(),
        judgements: view.judgements().into_iter().map(|record| ruling(desk, record)).collect(),
        passages: view.passages().into_iter().map(passage).collect(),
        relocations: archive.relocations.iter().filter(|one| held(&one.source)).map(relocation).collect(),
    }
}

fn counts(view: &View<'_>) -> CountsJson {
    let disagreements = view.disagreements();
    let of = |relation| disagreements.iter().filter(|pair| pair.relation == relation).count();
    CountsJson {
        sources: view.sources().count(),
        actors: view.actors().count(),
        claims: view.claims().count(),
        evidence: view.claims().map(|claim| claim.evidence.len()).sum(),
        questions: view.questions.len(),
        contradictions: of(Relation::Contradiction),
        tensions: of(Relation::Tension),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use schemars::generate::SchemaSettings;

    use super::*;

    /// Set to write the schema anew.
    const REFRESH: &str = "GAINSAY_WRITE_SCHEMA";

    #[test]
    fn the_published_schema_is_that_of_the_types() {
        let generated =
            SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<DocumentJson>();
        let text = format!("{}\n", serde_json::to_string_pretty(&generated).unwrap());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gainsay.schema.json");
        if std::env::var_os(REFRESH).is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == text,
            "docs/gainsay.schema.json is not that of the types: run this test with {REFRESH}=1 and look at the difference"
        );
    }
}
