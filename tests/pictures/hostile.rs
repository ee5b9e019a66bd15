//! Texts that mean harm stay texts.

use gainsay::export::{Format, Selection};
use gainsay::model::Archive;

use crate::pictures::{dot_grammar, exported, graphs, made, xml};

const TAG: &str = "</script><img src=x onerror=\"alert('1')\">\u{1b}[31m & &lt; \\n 👩\u{202e}";

fn spoilt() -> Archive {
    let mut archive = made::small();
    graphs::spoil(&mut archive, &[TAG.to_owned()]);
    archive
}

/// What is left of it where control characters cannot be held.
fn kept() -> String {
    TAG.replace('\u{1b}', "\u{fffd}")
}

#[test]
fn a_drawing_for_graphviz_has_it_as_a_tooltip() {
    let text = exported(&spoilt(), &Selection::Everything, Format::Dot);
    let drawn = dot_grammar::read(&text).unwrap();
    let shown = kept().replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;");
    assert!(text.contains(&format!(": {shown}\"")), "{text}");
    assert!(!text.contains("javascript:"));
    assert!(drawn.nodes.len() > 3);
}

#[test]
fn a_picture_has_it_as_text_and_nothing_that_runs() {
    let text = exported(&spoilt(), &Selection::Everything, Format::Svg);
    let elements = xml::elements(&text).unwrap();
    assert!(elements.iter().any(|element| element.name == "title" && element.text.ends_with(&kept())));
    for element in &elements {
        assert!(["svg", "title", "desc", "style", "g", "a", "rect", "path", "text"].contains(&element.name.as_str()));
        for (name, value) in &element.attributes {
            assert!(name != "style" && !name.starts_with("on"), "{element:?}");
            let is_web = value.starts_with("https://") || value.starts_with("http://");
            assert!(name != "href" || is_web, "{element:?}");
        }
    }
}

#[test]
fn a_file_for_programs_has_it_word_for_word() {
    let text = exported(&spoilt(), &Selection::Everything, Format::Graphml);
    let elements = xml::elements(&text).unwrap();
    let says: Vec<_> = elements.iter().filter(|element| element.get("key") == "node.says").collect();
    assert!(!says.is_empty());
    assert!(says.iter().all(|element| element.text == kept()), "{says:?}");
}

#[test]
fn a_flowchart_has_it_as_entities() {
    let text = exported(&spoilt(), &Selection::Everything, Format::Mermaid);
    crate::pictures::mermaid_grammar::read(&text).unwrap();
    assert!(text.contains("#lt;/script#gt;#lt;img src#61;x onerror#61;#quot;alert('1')#quot;#gt;\u{fffd}#91;31m #amp; #amp;lt#59; #92;n 👩"), "{text}");
}
