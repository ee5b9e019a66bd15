//! What two claims of a small graph come to, and what is said of it.

mod relating;
mod telling;

use std::fs;

use gainsay::compare::Comparison;
use gainsay::findings::Desk;
use gainsay::model::Archive;
use gainsay::store;

const FILES: [(&str, &str); 8] = [
    ("graph.ron", r#"(title: "t", format: 1)"#),
    (
        "sources.ron",
        r#"[(id: "post", published: "2031-05-05"), (id: "wire", published: "2031-05-09", language: "de"), (id: "echo")]"#,
    ),
    (
        "actors.ron",
        r#"[(id: "owner", name: "the owner", kind: Person, languages: ["en-GB"]), (id: "crew", name: "the crew", kind: Group)]"#,
    ),
    (
        "places.ron",
        r#"[(id: "land", name: "the land"), (id: "port", name: "the port", part_of: ["land"]), (id: "sea", name: "the sea"),
            (id: "some-port", name: "some port", vague: true)]"#,
    ),
    (
        "populations.ron",
        r#"[(id: "sailors", name: "sailors"), (id: "some-sailors", name: "some sailors", vague: true)]"#,
    ),
    (
        "events.ron",
        r#"[(id: "storm", name: "the storm", date: "2031-03-20"), (id: "fire", name: "the fire"), (id: "flood", name: "the flood")]"#,
    ),
    (
        "measures.ron",
        r#"(measures: [
            (id: "arrivals", name: "arrivals", basis: Flow, unit: "count", counts: "persons"),
            (id: "departures", name: "departures", basis: Flow, unit: "count", counts: "persons"),
            (id: "net", name: "net arrivals", basis: Net, unit: "count", counts: "persons"),
            (id: "stock", name: "stock", basis: Stock, unit: "count", counts: "sacks"),
            (id: "share", name: "share", basis: Share, unit: "percent"),
            (id: "daily", name: "arrivals a day", basis: Rate, unit: "per day", counts: "persons"),
            (id: "weekly", name: "stay", basis: Limit, unit: "week"),
            (id: "length", name: "length", basis: Length, unit: "kilometre"),
            (id: "price", name: "price", basis: Price, unit: "UZS"),
        ], identities: [
            Difference(total: "net", of: "arrivals", less: "departures"),
            Share(share: "share", part: "arrivals", whole: "stock"),
            RateTotal(rate: "daily", total: "arrivals"),
        ])"#,
    ),
    ("propositions.ron", r#"[(id: "warned", text: "It was warned")]"#),
];

/// A graph of claims: source, what each is about, and what else is written of it. Their ids are a, b, c.
fn graph(claims: &[(&str, &str, &str)]) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("claims")).unwrap();
    FILES.iter().for_each(|(name, text)| write(name, text));
    for ((source, about, rest), id) in claims.iter().zip(["a", "b", "c"]) {
        let evidence = if rest.contains("evidence") { "" } else { "evidence: [(fragment: \"f\")]" };
        let claim = format!("(id: \"{id}\", says: \"s\", about: {about}, {rest} {evidence})");
        write(&format!("claims/{id}.ron"), &format!("(source: \"{source}\", claims: [{claim}])"));
    }
    store::load(folder.path()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn compared(claims: &[(&str, &str, &str)]) -> Comparison {
    let archive = graph(claims);
    Desk::new(&archive).compare(&archive.claims["a"], &archive.claims["b"])
}
