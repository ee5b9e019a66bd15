//! docs/errors.md lists all codes; it is made of the tables that the program reads.

use std::fmt::Write;
use std::path::Path;

use gainsay::codes::{Explanation, FAMILIES};

/// If this is set, the page is written anew.
const REFRESH: &str = "GAINSAY_WRITE_ERRORS";

const HEAD: &str = "# Codes

Whatever the program refuses, and whatever `gainsay lint` finds, has a code that stays the same when its words change:
`error[unknown-name]: …`. `gainsay --explain CODE` says what stands here, `gainsay --explain` lists all codes. In JSON, findings of
`lint` and `verify` have it as `code`. This page is made of the tables in [src/codes/](../src/codes); do not edit it by hand.
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    for family in &FAMILIES {
        write!(page, "\n## {}\n", family.title).unwrap();
        for (name, told) in family.explanations().unwrap() {
            entry(&name, &told, &mut page);
        }
    }
    page
}

fn entry(name: &str, told: &Explanation, page: &mut String) {
    write!(page, "\n### {name}\n\n{}\n\n*Why:* {}\n*To do:* {}\n", told.means, told.why, told.mend).unwrap();
    let right = told.right.iter().map(|right| ("right", right));
    for (head, example) in std::iter::once(("wrong", &told.wrong)).chain(right) {
        write!(page, "\n```text\n{head}:\n{}\n```\n", example.trim()).unwrap();
    }
}

#[test]
fn the_page_of_codes_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/errors.md");
    if std::env::var_os(REFRESH).is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let held = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        held == page(),
        "docs/errors.md is not of these tables: {REFRESH}=1 cargo test --test program messages writes it"
    );
}
