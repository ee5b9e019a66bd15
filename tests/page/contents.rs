//! What stands in the page: every question in its order, every claim and source, and no link that leads nowhere.

use std::collections::BTreeSet;

use gainsay::export::{Selection, View};
use gainsay::findings::{Desk, Filter, Question, questions};

use crate::page::fixture::{hostile, page, part, shipped};
use crate::page::markup::{Element, read, without_pictures};

fn anchors(elements: &[Element], class: &str) -> Vec<String> {
    let of_class = elements.iter().filter(|element| element.has_class(class));
    of_class.map(|element| element.get("id").unwrap().to_owned()).collect()
}

/// Every id once, and whatever a link or a label names is there.
fn check_links(page: &str) {
    let elements = read(page).elements;
    let ids: Vec<&str> = elements.iter().filter_map(|element| element.get("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    let named = elements.iter().flat_map(|element| {
        let within = element.get("href").and_then(|href| href.strip_prefix('#'));
        [within, element.get("aria-labelledby"), element.get("for")].into_iter().flatten()
    });
    for name in named {
        assert!(known.contains(name), "nothing has the id {name}");
    }
}

#[test]
fn disagreements_come_first_in_their_order() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let found = questions(&desk);
    let elements = read(&page(&archive)).elements;
    let cards: Vec<&Element> = elements.iter().filter(|element| element.has_class("card")).collect();
    assert_eq!(cards.len(), found.len());
    let claims = |question: &Question| {
        question.claims().into_iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let (disagreements, rest): (Vec<&Question>, Vec<&Question>) =
        found.iter().partition(|question| question.is_disagreement());
    assert!(disagreements.len() > 3);
    let (look, settled): (Vec<&Question>, Vec<&Question>) =
        rest.into_iter().partition(|question| question.worth_a_look);
    let expected: Vec<String> = [disagreements, look, settled].concat().into_iter().map(claims).collect();
    let shown: Vec<&str> = cards.iter().map(|card| card.get("data-claims").unwrap()).collect();
    assert_eq!(shown, expected);
}

#[test]
fn every_claim_and_source_has_a_place_of_its_own() {
    for archive in [shipped(), hostile()] {
        let elements = read(&page(&archive)).elements;
        let claims: Vec<String> = archive.claims.keys().map(|id| format!("claim-{id}")).collect();
        assert_eq!(anchors(&elements, "claim"), claims);
        let sources: Vec<String> = archive.sources.keys().map(|id| format!("source-{id}")).collect();
        assert_eq!(anchors(&elements, "source"), sources);
    }
}

#[test]
fn links_lead_somewhere() {
    check_links(&page(&shipped()));
    check_links(&page(&hostile()));
}

#[test]
fn links_of_a_part_lead_somewhere_too() {
    let archive = shipped();
    let desk = Desk::new(&archive);
    let place = Filter { place: Some("kazakhstan".to_owned()), ..Filter::default() };
    let around = Selection::Around { id: "kazakh-interior-ministry".to_owned(), hops: 2 };
    let chain = Selection::Trace { claim: "kz-arrivals-200k-cnn".to_owned() };
    for (selection, filter) in [
        (Selection::Disagreements, Filter::default()),
        (Selection::Everything, place),
        (around, Filter::default()),
        (chain, Filter::default()),
    ] {
        let page = part(&View::new(&desk, &selection, &filter).unwrap());
        check_links(&page);
        assert!(read(&page).elements.iter().any(|element| element.has_class("claim")), "{selection:?}");
    }
}

/// Each figure on the shipped graph's first question has a bar, and the gap is drawn.
#[test]
fn the_eye_sees_the_gap() {
    let page = page(&shipped());
    let card = page.split("<article class=\"card\"").nth(1).unwrap().split("</article>").next().unwrap();
    assert_eq!(card.matches("<svg class=\"bar\"").count(), 7);
    // Three say how much, up to a limit; “about” is wider than the gap, “more than” has no limit.
    let (rows, key) = card.split_once("<ul class=\"key\">").unwrap();
    assert_eq!(rows.matches("class=\"clash\"").count(), 3);
    assert_eq!(rows.matches("class=\"open\"").count(), 2);
    assert_eq!(rows.matches(">gap</text>").count(), 1);
    assert!(rows.matches("class=\"mark\"").count() >= 7, "each printed figure has a dot");
    for shape in ["logical", "expected", "mark", "clash", "open"] {
        assert_eq!(key.split_once("</ul>").unwrap().0.matches(&format!("class=\"{shape}\"")).count(), 1, "{shape}");
    }
    assert!(card.contains("one is at least 1.29 times the other"));
}

#[test]
fn headings_go_down_a_step_at_a_time() {
    for archive in [shipped(), hostile()] {
        let level = |element: &Element| element.name.strip_prefix('h').and_then(|level| level.parse::<u32>().ok());
        let levels: Vec<u32> = read(&page(&archive)).elements.iter().filter_map(level).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1));
    }
}

/// What a fact check says of one claim stands at the claim and beside it on its card, and is no verdict on the question.
#[test]
fn a_judgement_on_one_claim_stands_at_the_claim() {
    let page = page(&hostile());
    let judged = "Judged: “&lt;/p&gt;&lt;i&gt;False” by &lt;u&gt;checkers&lt;/u&gt;, ";
    let (cards, claims) = page.split_once("<article class=\"claim\"").unwrap();
    assert_eq!(cards.matches(judged).count(), 1);
    assert_eq!(claims.matches(judged).count(), 1);
    assert_eq!(claims.matches("Reopened: the claim has changed since.").count(), 1);
    assert_eq!(page.matches("An editor decided: ").count(), 1);
}

/// Sentences have names where the graph has ids; a source without title and outlet has no other name.
#[test]
fn sentences_name_sources_and_claims() {
    for archive in [shipped(), hostile()] {
        let text = read(&without_pictures(&page(&archive))).text;
        let named = archive.sources.values().filter(|source| source.title.is_some() || source.outlet.is_some());
        let ids = named.map(|source| source.id.as_str()).chain(archive.claims.keys().map(|id| id.as_str()));
        for id in ids.filter(|id| id.contains('-')) {
            assert!(!text.contains(&format!(" {id} ")), "{id}");
        }
    }
    let page = page(&hostile());
    let named = "Where <a href=\"#source-scripted\">&lt;iframe src=//example.org&gt;, ";
    assert!(page.contains(named), "a source is named by its outlet and date");
}
