//! Graphs to export: the shipped one, a small one, and one whose every text is hostile.

use std::fs;
use std::path::Path;

use gainsay::model::{Archive, SourceKind, Stance};
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::{
    AboutRecord, ActorRecord, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord, GraphRecord, MeasureRecord,
    MeasuresRecord, PropositionRecord, RegionRecord, SourceRecord,
};
use gainsay::store::{load, to_ron};

/// The graph that comes with the program.
pub fn shipped() -> Archive {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap()
}

/// Two sources on boats that sank, and what one of them says.
pub struct Story {
    says: String,
    labels: Vec<String>,
}

/// A graph in which every text is something that a format might take for its own.
pub fn hostile() -> Archive {
    let labels = [
        "a \"quote\", 'single', `tick` and \\ \\n \\N \\\"",
        "{brace} [bracket] (paren) | pipe ; semicolon -> -- --> == #hash %percent $x$ ~ ^ _ *",
        "<b>bold</b> &amp; </script><img src=x onerror=alert(1)> ]]> --> */ <![CDATA[",
        "line one\nline two\r\n\ttab",
        "\u{202E}right to left\u{2066} שלום עליכם \u{200F}",
        "control \u{1}\u{8}\u{1b}[31m\u{7f}\u{85}\u{9b}31m",
        "=1+1",
        "+SUM(A1:A9)",
        "-cmd|' /C calc'!A0",
        "@import",
        "'=already",
        "#quot; &quot; &#x22; <br/> end subgraph click",
        "javascript:alert(1)",
        "\\input{secret} % comment # $",
        "```\ncode fence\n```",
    ];
    let mut labels: Vec<String> = labels.map(str::to_owned).to_vec();
    labels.push("long ".repeat(2_000));
    labels.push("w".repeat(10_000));
    labels.push("😀 é \u{FEFF} \u{E000} \u{10FFFF} \u{FFFE}".to_owned());
    Story { says: "Nine boats sank".to_owned(), labels }.archive()
}

impl Story {
    pub fn new(says: &str) -> Self {
        Self { says: says.to_owned(), labels: (0..40).map(|number| format!("label {number}")).collect() }
    }

    /// The story with a claim for each label, written and read as files are.
    pub fn archive(&self) -> Archive {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: String| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let label = |at: usize| self.labels[at % self.labels.len()].clone();
        put("graph.ron", to_ron(&GraphRecord { title: label(0), format: 1, language: None }).unwrap());
        put("sources.ron", to_ron(&self.sources()).unwrap());
        put("actors.ron", to_ron(&self.each(actor)).unwrap());
        put("places.ron", to_ron(&self.each(place)).unwrap());
        put("propositions.ron", to_ron(&self.each(proposition)).unwrap());
        put("measures.ron", to_ron(&MeasuresRecord { measures: self.each(measure), identities: Vec::new() }).unwrap());
        for source in ["one", "two"] {
            let claims = self.claims(source);
            put(&format!("claims/{source}.ron"), to_ron(&ClaimFile { source: source.to_owned(), claims }).unwrap());
        }
        load(folder.path()).unwrap()
    }

    fn each<T>(&self, record: impl Fn(usize, &str) -> T) -> Vec<T> {
        self.labels.iter().enumerate().map(|(at, label)| record(at, label)).collect()
    }

    fn sources(&self) -> Vec<SourceRecord> {
        let mut sources: Vec<SourceRecord> = self.each(source);
        sources.extend(["one", "two"].map(|id| SourceRecord { id: id.to_owned(), ..source(0, &self.labels[0]) }));
        sources
    }

    /// Boats by the thousand from one source and by the dozen from the other, and a sentence for each label.
    fn claims(&self, source: &str) -> Vec<ClaimRecord> {
        let figure = if source == "one" { 9.0 } else { 90.0 };
        let quantity = |at: usize, label: &str| {
            let says = if at == 0 && source == "one" { &self.says } else { label };
            let about = AboutRecord::Quantity {
                measure: format!("m{at}"),
                of: None,
                place: Some(format!("p{at}")),
                value: Stated::Bare(Amount::Number(figure)),
                unit: None,
                counts: None,
                period: None,
                definition: Some(label.chars().take(60).collect()),
            };
            claim(format!("{source}-q{at}"), says, about, at)
        };
        let stance = |at: usize, label: &str| {
            let about = AboutRecord::Stance {
                proposition: format!("s{at}"),
                stance: if source == "one" { Stance::Affirms } else { Stance::Denies },
                of: None,
                place: None,
                period: None,
                definition: None,
            };
            claim(format!("{source}-s{at}"), label, about, at)
        };
        self.each(quantity).into_iter().chain(self.each(stance)).collect()
    }
}

fn claim(id: String, says: &str, about: AboutRecord, at: usize) -> ClaimRecord {
    let attributed_to = if at.is_multiple_of(2) {
        AttributionRecord::Actor(format!("a{at}"))
    } else {
        AttributionRecord::Unnamed(says.to_owned())
    };
    ClaimRecord {
        id,
        says: says.to_owned(),
        about,
        attributed_to: Some(attributed_to),
        via: Vec::new(),
        evidence: vec![EvidenceRecord { bytes: None, fragment: says.chars().take(40).collect() }],
        inferred: Vec::new(),
        conversion_of: None,
        supersedes: Vec::new(),
        method: None,
        note: Some(says.to_owned()),
    }
}

fn source(at: usize, label: &str) -> SourceRecord {
    SourceRecord {
        id: format!("x{at}"),
        kind: SourceKind::Article,
        title: Some(label.to_owned()),
        outlet: Some(label.to_owned()),
        authors: vec![label.to_owned()],
        url: Some(label.to_owned()),
        published: Some("2031-04-02".to_owned()),
        retrieved: None,
        language: None,
        text: None,
        cites: Vec::new(),
        links_to: Vec::new(),
        republishes: None,
        note: Some(label.to_owned()),
    }
}

fn actor(at: usize, label: &str) -> ActorRecord {
    let kind = gainsay::model::ActorKind::Person;
    let (id, name) = (format!("a{at}"), label.to_owned());
    let (aliases, spellings, speaks_for) = (Vec::new(), Vec::new(), Vec::new());
    ActorRecord { id, name, kind, aliases, spellings, speaks_for, languages: Vec::new(), standing: None, note: None }
}

fn place(at: usize, label: &str) -> RegionRecord {
    let (aliases, part_of) = (Vec::new(), Vec::new());
    RegionRecord { id: format!("p{at}"), name: label.to_owned(), aliases, part_of, vague: false, note: None }
}

fn proposition(at: usize, label: &str) -> PropositionRecord {
    PropositionRecord { id: format!("s{at}"), text: label.to_owned() }
}

fn measure(at: usize, label: &str) -> MeasureRecord {
    MeasureRecord {
        id: format!("m{at}"),
        name: label.to_owned(),
        basis: gainsay::model::Basis::Stock,
        unit: "count".to_owned(),
        counts: Some("boats".to_owned()),
        question: None,
        stakes: 0,
        tolerance: None,
        note: None,
    }
}
