//! A graph as plain data: what is written to its files, and what the reference goes by.

use std::fmt::Write as _;
use std::fs;

use gainsay::model::{Archive, Basis, PeriodForm};
use gainsay::store::record::{AboutRecord, AttributionRecord, ClaimFile, ClaimRecord};
use gainsay::store::{load, to_ron};
use tempfile::TempDir;

/// Places and populations: id, what it is a part of, whether it is vague.
pub type Region = (&'static str, &'static [&'static str], bool);

pub const PLACES: [Region; 6] = [
    ("land", &[], false),
    ("coast", &["land"], false),
    ("port", &["coast"], false),
    ("abroad", &[], false),
    ("delta", &["land", "abroad"], false),
    ("some-ports", &["land"], true),
];

pub const POPULATIONS: [Region; 4] = [
    ("people", &[], false),
    ("sailors", &["people"], false),
    ("clerks", &["people"], false),
    ("some-crews", &["people"], true),
];

/// Events and their days.
pub const EVENTS: [(&str, Option<&str>); 3] =
    [("storm", Some("2031-03-20")), ("strike", Some("2031-03")), ("rumour", None)];

/// A measure as its file has it.
#[derive(Debug)]
pub struct Measure {
    pub id: &'static str,
    pub basis: Basis,
    pub unit: &'static str,
    pub counts: Option<&'static str>,
    pub tolerance: Option<f64>,
    pub stakes: i32,
}

const fn measure(id: &'static str, basis: Basis, unit: &'static str, counts: Option<&'static str>) -> Measure {
    Measure { id, basis, unit, counts, tolerance: None, stakes: 0 }
}

pub static MEASURES: [Measure; 11] = [
    measure("arrivals", Basis::Flow, "count", Some("persons")),
    measure("departures", Basis::Flow, "count", Some("persons")),
    measure("net", Basis::Net, "count", Some("persons")),
    measure("daily", Basis::Rate, "per day", Some("persons")),
    Measure { stakes: 3, ..measure("residents", Basis::Stock, "count", Some("persons")) },
    Measure { tolerance: Some(5.0), ..measure("stores", Basis::Stock, "count", Some("sacks")) },
    measure("portion", Basis::Share, "percent", None),
    measure("growth", Basis::Ratio, "times", None),
    measure("rent", Basis::Price, "USD", None),
    measure("stay", Basis::Limit, "day", None),
    measure("border", Basis::Length, "kilometre", None),
];

/// Rates and the totals to which they come over a time.
pub const RATES: [(&str, &str); 1] = [("daily", "arrivals")];

const IDENTITIES: &str = r#"Difference(total: "net", of: "arrivals", less: "departures"),
    Share(share: "portion", part: "arrivals", whole: "residents"), RateTotal(rate: "daily", total: "arrivals")"#;

/// A source.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub id: String,
    pub published: Option<&'static str>,
    pub is_report: bool,
    pub language: &'static str,
    pub cites: Vec<String>,
    pub republishes: Option<String>,
}

/// An actor, and whom it speaks for, since when and until when.
#[derive(Clone, Debug)]
pub struct Actor {
    pub id: String,
    pub speaks_for: Vec<(String, Option<&'static str>, Option<&'static str>)>,
    pub languages: Vec<&'static str>,
}

/// A passage that two sources share: each with the bytes of its text.
pub type Passage = [(String, (usize, usize)); 2];

/// A claim and its source.
#[derive(Clone, Debug)]
pub struct Claim {
    pub source: String,
    pub record: ClaimRecord,
}

/// All that a graph holds beside the vocabulary above.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub sources: Vec<Source>,
    pub actors: Vec<Actor>,
    pub passages: Vec<Passage>,
    /// In the order of their ids.
    pub claims: Vec<Claim>,
}

impl Claim {
    pub fn id(&self) -> &str {
        &self.record.id
    }

    /// The actors who are named as having said it.
    pub fn actors(&self) -> Vec<String> {
        match &self.record.attributed_to {
            Some(AttributionRecord::Actor(id)) => vec![id.clone()],
            Some(AttributionRecord::Actors(ids)) => ids.clone(),
            _ => Vec::new(),
        }
    }

    pub fn place(&self) -> Option<&str> {
        match &self.record.about {
            AboutRecord::Quantity { place, .. }
            | AboutRecord::Rank { place, .. }
            | AboutRecord::Stance { place, .. } => place.as_deref(),
            _ => None,
        }
    }

    pub fn population(&self) -> Option<&str> {
        match &self.record.about {
            AboutRecord::Quantity { of, .. } | AboutRecord::Stance { of, .. } => of.as_deref(),
            AboutRecord::Rank { class, .. } => class.as_deref(),
            _ => None,
        }
    }

    pub fn period(&self) -> Option<&PeriodForm> {
        match &self.record.about {
            AboutRecord::Quantity { period, .. }
            | AboutRecord::Rank { period, .. }
            | AboutRecord::Stance { period, .. } => period.as_ref(),
            _ => None,
        }
    }

    pub fn definition(&self) -> Option<&str> {
        match &self.record.about {
            AboutRecord::Quantity { definition, .. }
            | AboutRecord::Rank { definition, .. }
            | AboutRecord::Stance { definition, .. } => definition.as_deref(),
            _ => None,
        }
    }

    /// The measure of which it states a quantity.
    pub fn quantity(&self) -> Option<&'static Measure> {
        self.measure().filter(|_| matches!(self.record.about, AboutRecord::Quantity { .. }))
    }

    /// The measure of which it states a quantity, or by which it ranks something.
    pub fn measure(&self) -> Option<&'static Measure> {
        match &self.record.about {
            AboutRecord::Quantity { measure, .. } | AboutRecord::Rank { measure, .. } => {
                MEASURES.iter().find(|known| known.id == measure)
            }
            _ => None,
        }
    }
}

fn text(value: Option<&str>) -> String {
    value.map_or("None".to_owned(), |value| format!("{value:?}"))
}

fn regions(all: &[Region]) -> String {
    let one =
        |(id, part_of, vague): &Region| format!("(id: {id:?}, name: {id:?}, part_of: {part_of:?}, vague: {vague}),");
    format!("[{}]", all.iter().map(one).collect::<String>())
}

fn measures() -> String {
    let one = |of: &Measure| {
        let (id, basis, unit, stakes) = (of.id, of.basis, of.unit, of.stakes);
        let (counts, tolerance) = (text(of.counts), of.tolerance);
        format!(
            "(id: {id:?}, name: {id:?}, basis: {basis:?}, unit: {unit:?}, counts: {counts}, tolerance: {tolerance:?}, stakes: {stakes}),"
        )
    };
    format!("(measures: [{}], identities: [{IDENTITIES}])", MEASURES.iter().map(one).collect::<String>())
}

fn read(files: impl Iterator<Item = (String, String)>) -> Archive {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    load(folder.path()).unwrap_or_else(|error| panic!("{error:?}"))
}

impl World {
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id() == id)
    }

    /// The graph, written to files and read by the program.
    pub fn read(&self) -> Archive {
        read(self.vocabulary().into_iter().chain(self.claims(false)))
    }

    /// The same, with the claims of each source in two files, and all in the other order.
    pub fn read_turned(&self) -> Archive {
        let mut turned = self.clone();
        turned.sources.reverse();
        turned.actors.reverse();
        turned.passages.reverse();
        read(turned.vocabulary().into_iter().chain(turned.claims(true)))
    }

    fn vocabulary(&self) -> Vec<(String, String)> {
        let events = EVENTS.map(|(id, date)| format!("(id: {id:?}, name: {id:?}, date: {}),", text(date)));
        let files = [
            ("graph.ron", r#"(title: "Made up", format: 1)"#.to_owned()),
            ("places.ron", regions(&PLACES)),
            ("populations.ron", regions(&POPULATIONS)),
            ("events.ron", format!("[{}]", events.concat())),
            ("measures.ron", measures()),
            ("propositions.ron", r#"[(id: "warned", text: "It was warned")]"#.to_owned()),
            ("sources.ron", self.sources_ron()),
            ("actors.ron", self.actors_ron()),
            ("reuse.ron", self.reuse_ron()),
        ];
        files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect()
    }

    fn claims(&self, turned: bool) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for (at, source) in self.sources.iter().enumerate() {
            let own = self.claims.iter().filter(|claim| claim.source == source.id);
            let mut claims: Vec<ClaimRecord> = own.map(|claim| claim.record.clone()).collect();
            let mut rest = Vec::new();
            if turned {
                claims.reverse();
                rest = claims.split_off(claims.len() / 2);
            }
            let file = |claims| to_ron(&ClaimFile { source: source.id.clone(), claims }).unwrap();
            let name = |part: &str| format!("claims/{}-{part}.ron", if turned { 99 - at } else { at });
            files.extend([(name("b"), file(claims)), (name("a"), file(rest))]);
        }
        files
    }

    fn sources_ron(&self) -> String {
        let mut out = String::new();
        for source in &self.sources {
            let kind = if source.is_report { "Report" } else { "Article" };
            let Source { id, published, language, cites, republishes, .. } = source;
            let (published, republishes) = (text(*published), text(republishes.as_deref()));
            write!(out, "(id: {id:?}, kind: {kind}, published: {published}, language: {language:?}, ").unwrap();
            write!(out, "cites: {cites:?}, republishes: {republishes}),").unwrap();
        }
        format!("[{out}]")
    }

    fn actors_ron(&self) -> String {
        let link = |(actor, since, until): &(String, Option<&str>, Option<&str>)| {
            format!("(actor: {actor:?}, since: {}, until: {}),", text(*since), text(*until))
        };
        let one = |actor: &Actor| {
            let links: String = actor.speaks_for.iter().map(link).collect();
            let (id, languages) = (&actor.id, &actor.languages);
            format!("(id: {id:?}, name: {id:?}, kind: Office, speaks_for: [{links}], languages: {languages:?}),")
        };
        format!("[{}]", self.actors.iter().map(one).collect::<String>())
    }

    fn reuse_ron(&self) -> String {
        let side = |(id, bytes): &(String, (usize, usize))| format!("(source: {id:?}, bytes: {bytes:?})");
        let one = |[a, b]: &Passage| format!("(a: {}, b: {}, words: 9),", side(a), side(b));
        format!("[{}]", self.passages.iter().map(one).collect::<String>())
    }
}
