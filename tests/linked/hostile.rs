//! Hostile labels come back as they were, and nothing in them is taken for markup.

use gainsay::export::Format;
use gainsay::model::{Archive, Attribution, Via};
use serde_json::Value;

use crate::linked::support::{exported, shipped, triples};

fn labels() -> Vec<String> {
    let controls: String = (0_u8..=0x1f).chain([0x7f]).map(char::from).collect();
    let fixed = [
        "\"quoted\" 'single' `tick` \\back\\slash\\",
        "{braces} [brackets] <angles> & ampersand; @en ^^xsd:date . # no comment",
        "</script><img src=x onerror=alert(1)><!-- -->",
        "line\nbreak\r\nand\ttab",
        "\u{202e}thgir ot tfel\u{202c} \u{2066}isolate\u{2069} עברית العربية",
        "\u{1b}[31mred\u{1b}[0m \u{9b}2J",
        "=HYPERLINK(\"http://example.org\") +1 -1 @SUM(A1)",
        "\"\"\" . <urn:x> <urn:y> <urn:z> .",
        "\u{feff}\u{fffd}\u{ffff}\u{fffe}\u{10ffff}\u{2028}\u{2029}",
        "",
        " ",
    ];
    let long = "long “text” ".repeat(900);
    fixed.into_iter().map(str::to_owned).chain([controls, long]).collect()
}

/// The shipped graph with one text wherever a text may stand.
fn with(label: &str) -> Archive {
    let mut archive = shipped();
    let text = || label.to_owned();
    archive.title = text();
    for source in archive.sources.values_mut() {
        (source.title, source.outlet, source.note) = (Some(text()), Some(text()), Some(text()));
        (source.authors, source.url, source.language) = (vec![text()], Some(text()), text());
    }
    for actor in archive.actors.values_mut() {
        (actor.name, actor.aliases, actor.note, actor.languages) = (text(), vec![text()], Some(text()), vec![text()]);
    }
    archive.places.values_mut().for_each(|place| (place.name, place.note) = (text(), Some(text())));
    archive.events.values_mut().for_each(|event| event.name = text());
    archive.propositions.values_mut().for_each(|proposition| proposition.text = text());
    for claim in archive.claims.values_mut() {
        (claim.says, claim.note, claim.scope.definition) = (text(), Some(text()), Some(text()));
        claim.evidence.iter_mut().for_each(|evidence| evidence.fragment = text());
        if claim.attribution == Attribution::OwnVoice {
            (claim.attribution, claim.via) = (Attribution::Unnamed(text()), vec![Via::Named(text())]);
        }
    }
    archive
}

#[test]
fn linked_data_keep_every_label() {
    for label in labels() {
        let archive = with(&label);
        let one = |id: &str| format!("urn:gainsay:{id}");
        let source = archive.sources.keys().next().unwrap().to_string();
        for (format, title, says) in [
            (Format::Turtle, "http://purl.org/dc/terms/title", "http://www.w3.org/2000/01/rdf-schema#label"),
            (Format::Jsonld, "https://schema.org/name", "https://schema.org/text"),
        ] {
            let text = exported(&archive, format);
            let found = triples(&text, format);
            let has = |subject: String, term: &str| found.contains(&(subject, term.to_owned(), label.clone()));
            let what = format!("{} of {label:?}", format.name());
            assert!(has(one(&format!("source/{source}")), title), "title in {what}");
            assert!(has(one(&format!("source/{source}")), "https://schema.org/url"), "address in {what}");
            assert!(has(one("graph"), title), "title of the graph in {what}");
            assert!(has(one("claim/kz-arrivals-300k"), says), "claim in {what}");
            assert!(has(one("claim/kz-arrivals-300k.evidence.1.quote"), "http://www.w3.org/ns/oa#exact"), "{what}");
            assert!(has(one("claim/kz-arrivals-300k"), "http://www.w3.org/2004/02/skos/core#note"), "{what}");
        }
    }
}

#[test]
fn json_keeps_every_label() {
    for label in labels() {
        let json: Value = serde_json::from_str(&exported(&with(&label), Format::Json)).unwrap();
        assert_eq!(json["title"], Value::from(label.as_str()));
        for (kind, field) in [("sources", "title"), ("claims", "says"), ("actors", "name"), ("propositions", "text")] {
            let all = json[kind].as_array().unwrap();
            assert!(all.iter().all(|record| record[field] == label.as_str()), "{kind} of {label:?}");
        }
    }
}

#[test]
fn json_ld_can_stand_in_a_page() {
    let text = exported(&with("</script><!-- <img src=x onerror=alert(1)>"), Format::Jsonld);
    assert!(!text.contains('<'));
    assert!(text.contains("\\u003c/script>"));
}

#[test]
fn no_control_character_is_written_as_it_is() {
    let controls: String = (0_u8..=0x1f).map(char::from).collect();
    for format in [Format::Turtle, Format::Jsonld, Format::Json] {
        let text = exported(&with(&controls), format);
        let raw = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'));
        assert_eq!(raw, None, "{}", format.name());
    }
}
