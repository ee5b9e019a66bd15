//! Texts that are markup somewhere: in what `check` makes of drafts they stay text. Exports of graphs are held to the same in
//! tests/formats, tests/linked, tests/pictures and tests/page.

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::support::Graph;

const MARKUP: &str = "</script><img src=x onerror=alert(1)> <b>bold</b> [x](javascript:alert(1)) ![y](z) `c` **d** <!-- | \\input{e} $f$ %";

fn told(format: &str) -> String {
    let graph = Graph::example();
    for (name, figure) in [("one<img src=x>.txt", 300), ("two[x](y).txt", 500)] {
        let text = format!(
            "{MARKUP}\n\n\"The harbour was shut at noon, and {figure} lorries {MARKUP} had to wait {MARKUP},\" said {MARKUP} Anna Petrova.\n"
        );
        graph.beside(name, text);
    }
    let told = graph.run(&["check", "one<img src=x>.txt", "two[x](y).txt", "--all", "--format", format]);
    assert!(told.err.is_empty(), "{}", told.err);
    assert!(told.out.contains("300"), "{}", told.out);
    told.out
}

#[test]
fn a_report_in_markdown_holds_nothing_but_text() {
    for event in Parser::new_ext(&told("markdown"), Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            Event::Start(Tag::Image { dest_url, .. } | Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("http"), "{dest_url}");
            }
            _ => {}
        }
    }
}

#[test]
fn a_report_as_a_page_holds_nothing_but_text() {
    let page = told("html");
    for bad in ["<img", "<b>bold", "</script><img", "href=\"javascript:", "<!-- |"] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("&lt;img"));
}
