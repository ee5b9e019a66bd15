//! What the texts of a graph cannot do to the page, and what the page cannot do at all.

use std::collections::BTreeMap;

use gainsay::model::Archive;
use sha2::{Digest, Sha256};

use crate::page::fixture::{hostile, page, shipped};
use crate::page::markup::{Element, inside, read};

fn both(check: impl Fn(&Archive, &str)) {
    for archive in [shipped(), hostile()] {
        check(&archive, &page(&archive));
    }
}

#[test]
fn no_element_or_attribute_runs_anything_or_loads_anything() {
    both(|_, page| {
        for element in read(page).elements {
            let names: Vec<&str> = element.attributes.keys().map(String::as_str).collect();
            let loads =
                ["style", "src", "srcset", "srcdoc", "data", "action", "formaction", "xlink:href", "background"];
            assert!(names.iter().all(|name| !name.starts_with("on") && !loads.contains(name)), "{element:?}");
            let banned = ["img", "iframe", "object", "embed", "base", "link", "plaintext", "video", "audio", "b-"];
            assert!(!banned.contains(&element.name.as_str()), "{element:?}");
        }
        assert!(!inside(page, "style").contains("url("));
        assert!(!inside(page, "style").contains("@import"));
    });
}

#[test]
fn addresses_lead_into_the_page_or_onto_the_web() {
    both(|_, page| {
        let links: Vec<Element> =
            read(page).elements.into_iter().filter(|one| one.attributes.contains_key("href")).collect();
        assert!(links.len() > 10);
        for link in links {
            let href = link.get("href").unwrap();
            assert!(["#", "https://", "http://"].iter().any(|start| href.starts_with(start)), "{link:?}");
        }
    });
}

/// The texts are there, letter by letter, as text.
#[test]
fn hostile_texts_stay_text() {
    let archive = hostile();
    let markup = read(&page(&archive));
    let texts = [
        "</script><img src=x onerror=alert(1)> a hundred landed",
        "<img src=x onerror=alert(1)>",
        "“<script>alert(1)</script>”",
        "<script>alert('judged')</script>",
        "javascript:alert(document.domain)",
        "data:text/html,<script>alert(1)</script>",
        "=HYPERLINK(\"javascript:alert(1)\") Lorem",
        "nine thousand landed ␀",
        "␛]0;title␇",
        "ملاحون",
        "<b>end</b>",
    ];
    for text in texts {
        assert!(markup.text.contains(text), "{text}");
    }
    let control = |letter: char| letter.is_control() && letter != '\n';
    assert_eq!(markup.text.chars().find(|letter| control(*letter)), None);
    let values = markup.elements.iter().flat_map(|element| element.attributes.values());
    assert_eq!(values.flat_map(|value| value.chars()).find(|letter| control(*letter)), None);
}

#[test]
fn long_texts_stand_in_full_where_they_belong_and_are_short_elsewhere() {
    let archive = hostile();
    let markup = read(&page(&archive));
    let full = &archive.sources.values().find(|source| source.id.as_str() == "good").unwrap().title.clone().unwrap();
    assert!(full.chars().count() >= 10_000);
    // As the title of a source, as what a claim says, and in a question: in its title, and on its ladder.
    assert_eq!(markup.text.matches(full.as_str()).count(), 4);
    assert!(markup.text.matches("Lorem Lorem…").count() > 3);
}

#[test]
fn the_policy_lets_only_its_own_style_and_script_run() {
    both(|_, page| {
        let is_policy = |element: &&Element| element.get("http-equiv") == Some("Content-Security-Policy");
        let markup = read(page);
        let policies: Vec<&Element> = markup.elements.iter().filter(is_policy).collect();
        let [policy] = policies[..] else { panic!("{policies:?}") };
        let rules: BTreeMap<&str, &str> =
            policy.get("content").unwrap().split("; ").map(|rule| rule.split_once(' ').unwrap()).collect();
        let names = ["base-uri", "default-src", "form-action", "script-src", "style-src"];
        assert_eq!(rules.keys().copied().collect::<Vec<_>>(), names);
        for name in ["default-src", "base-uri", "form-action"] {
            assert_eq!(rules[name], "'none'");
        }
        for (name, element) in [("style-src", "style"), ("script-src", "script")] {
            let digest = rules[name].strip_prefix("'sha256-").and_then(|rest| rest.strip_suffix('\'')).unwrap();
            assert_eq!(bytes(digest), Sha256::digest(inside(page, element).as_bytes()).to_vec());
        }
        // It holds only for what follows it.
        let place = markup.elements.iter().position(|element| is_policy(&element)).unwrap();
        assert!(markup.elements[..place].iter().all(|one| ["html", "head", "meta"].contains(&one.name.as_str())));
    });
}

/// The bytes of a digest in base64, read bit by bit.
fn bytes(digest: &str) -> Vec<u8> {
    let letters = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect::<String>();
    let bits: String =
        digest.trim_end_matches('=').chars().map(|letter| format!("{:06b}", letters.find(letter).unwrap())).collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect()
}
