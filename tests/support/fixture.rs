//! A graph with measures of every basis, nested and vague places, and claims that tests make up.

use std::fs;
use std::sync::LazyLock;

use gainsay::model::{Archive, PeriodForm};
use gainsay::quantity::Stated;
use gainsay::store::record::{AboutRecord, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord};
use gainsay::store::{load, to_ron};
use tempfile::TempDir;

const FILES: [(&str, &str); 7] = [
    ("graph.ron", r#"(title: "Made up", format: 1)"#),
    ("sources.ron", r#"[(id: "one", published: "2031-04"), (id: "two"), (id: "three", kind: Report)]"#),
    (
        "actors.ron",
        r#"[(id: "office", name: "Office", kind: Organisation),
            (id: "holder", name: "Holder", kind: Office, speaks_for: [(actor: "office")])]"#,
    ),
    (
        "places.ron",
        r#"[(id: "land", name: "land"), (id: "coast", name: "coast", part_of: ["land"]),
            (id: "port", name: "port", part_of: ["coast"]), (id: "abroad", name: "abroad"),
            (id: "some-ports", name: "some ports", part_of: ["land"], vague: true)]"#,
    ),
    (
        "populations.ron",
        r#"[(id: "people", name: "people"), (id: "sailors", name: "sailors", part_of: ["people"]),
            (id: "clerks", name: "clerks", part_of: ["people"])]"#,
    ),
    ("events.ron", r#"[(id: "storm", name: "the storm", date: "2031-03-20"), (id: "rumour", name: "a rumour")]"#),
    ("measures.ron", MEASURES),
];

const MEASURES: &str = r#"(
    measures: [
        (id: "arrivals", name: "arrivals", basis: Flow, unit: "count", counts: "persons"),
        (id: "departures", name: "departures", basis: Flow, unit: "count", counts: "persons"),
        (id: "net", name: "net arrivals", basis: Net, unit: "count", counts: "persons"),
        (id: "daily", name: "arrivals a day", basis: Rate, unit: "per day", counts: "persons"),
        (id: "residents", name: "residents", basis: Stock, unit: "count", counts: "persons"),
        (id: "stores", name: "stores", basis: Stock, unit: "count", counts: "sacks", tolerance: 5),
        (id: "portion", name: "portion", basis: Share, unit: "percent"),
        (id: "left-over", name: "stores left over", basis: Share, unit: "percent"),
        (id: "growth", name: "growth", basis: Ratio, unit: "times"),
        (id: "rent", name: "rent", basis: Price, unit: "USD"),
        (id: "stay", name: "longest stay", basis: Limit, unit: "day"),
        (id: "border", name: "border", basis: Length, unit: "kilometre"),
        (id: "cargo", name: "cargo", basis: Amount, unit: "tonne"),
    ],
    identities: [
        Difference(total: "net", of: "arrivals", less: "departures"),
        Share(share: "portion", part: "arrivals", whole: "residents"),
        Share(share: "left-over", part: "stores", whole: "stores"),
        RateTotal(rate: "daily", total: "arrivals"),
    ],
)"#;

/// A quantity claim before it has an id.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// Id of the measure.
    pub measure: &'static str,
    /// Its value.
    pub value: Stated,
    /// The unit of the text, where it is not the measure's.
    pub unit: Option<&'static str>,
    /// What narrows it.
    pub scope: Scope,
    /// Id of the source.
    pub source: &'static str,
    /// On whose word.
    pub word: Option<AttributionRecord>,
}

/// What narrows a claim; `inferred` says which of the given fields the text does not state.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub of: Option<&'static str>,
    pub place: Option<&'static str>,
    pub period: Option<PeriodForm>,
    pub definition: Option<&'static str>,
    pub inferred: [bool; 4],
}

impl Sketch {
    /// A claim of that measure and value, and nothing else.
    pub fn plain(measure: &'static str, value: Stated) -> Self {
        Self { measure, value, unit: None, scope: Scope::default(), source: "one", word: None }
    }

    fn record(&self, id: String) -> ClaimRecord {
        ClaimRecord {
            id,
            says: "made up".into(),
            about: self.about(),
            attributed_to: self.word.clone(),
            evidence: vec![EvidenceRecord { bytes: None, fragment: "made up".into() }],
            inferred: self.scope.inferred_fields(),
            via: Vec::new(),
            conversion_of: None,
            supersedes: Vec::new(),
            method: None,
            note: None,
        }
    }

    fn about(&self) -> AboutRecord {
        AboutRecord::Quantity {
            measure: self.measure.into(),
            of: self.scope.of.map(Into::into),
            place: self.scope.place.map(Into::into),
            value: self.value.clone(),
            unit: self.unit.map(Into::into),
            counts: None,
            period: self.scope.period.clone(),
            definition: self.scope.definition.map(Into::into),
        }
    }
}

impl Scope {
    fn inferred_fields(&self) -> Vec<String> {
        let given = [
            ("of", self.of.is_some()),
            ("place", self.place.is_some()),
            ("period", self.period.is_some()),
            ("definition", self.definition.is_some()),
        ];
        let both = given.into_iter().zip(self.inferred).filter(|((_, given), inferred)| *given && *inferred);
        both.map(|((field, _), _)| field.to_owned()).collect()
    }
}

/// The graph without claims.
pub fn empty() -> &'static Archive {
    static EMPTY: LazyLock<Archive> = LazyLock::new(|| archive(&[]));
    &EMPTY
}

/// The graph that holds the claims, written and read as files are; their ids are `c0`, `c1` and so on.
pub fn archive(sketches: &[Sketch]) -> Archive {
    let folder = TempDir::new().unwrap();
    for (name, text) in FILES {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::create_dir(folder.path().join("claims")).unwrap();
    for source in ["one", "two", "three"] {
        let own = sketches.iter().enumerate().filter(|(_, sketch)| sketch.source == source);
        let claims = own.map(|(at, sketch)| sketch.record(format!("c{at}"))).collect();
        let text = to_ron(&ClaimFile { source: source.into(), claims }).unwrap();
        fs::write(folder.path().join(format!("claims/{source}.ron")), text).unwrap();
    }
    load(folder.path()).unwrap_or_else(|error| panic!("{error:?}"))
}
