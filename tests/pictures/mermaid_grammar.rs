//! The lines of a flowchart of Mermaid, as far as pictures use them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

/// What a flowchart draws.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    pub nodes: BTreeSet<String>,
    pub edges: Vec<(String, String)>,
    pub groups: BTreeSet<String>,
}

const NAME: &str = r"[a-z]+_(?:[A-Za-z0-9_]|-[A-Za-z0-9])*";
/// Text in quotes: letters, marks that mean nothing to Mermaid, and entities. `<br>` is ours.
const TEXT: &str = r#""(?:[^"<>&#%{}\[\]`*$\\;:\x00-\x1f\x7f]|#(?:\d+|quot|lt|gt|amp);|<br>)*""#;

static NODE: LazyLock<Regex> = LazyLock::new(|| {
    let shapes = [(r"\[", r"\]"), (r"\(", r"\)"), (r"\(\[", r"\]\)"), (r"\{\{", r"\}\}"), (">", r"\]")];
    let shapes: Vec<String> = shapes.iter().map(|(open, close)| format!("{open}{TEXT}{close}")).collect();
    Regex::new(&format!("^({NAME})(?:{}):::[a-z]+$", shapes.join("|"))).unwrap()
});
static EDGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^({NAME}) (?:<-->|<-\.->|---|-\.-x|--o|-\.-o|-->|-\.->)\|{TEXT}\| ({NAME})$")).unwrap()
});
static GROUP: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!(r"^subgraph ({NAME})\[{TEXT}\]$")).unwrap());
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"^(?:class {NAME} [a-z]+|classDef [a-z]+ [a-z0-9:#,-]+|linkStyle [0-9,]+ [a-z0-9:#,.-]+)$"))
        .unwrap()
});

/// Reads a flowchart; `Err` is the first line that is none of it.
pub fn read(text: &str) -> Result<Drawn, String> {
    let mut lines = text.lines();
    let head: Vec<&str> = lines.by_ref().take(4).collect();
    if head.len() < 4 || head[0] != "---" || !head[1].starts_with("title: \"") || head[2..] != ["---", "flowchart LR"] {
        return Err(format!("{head:?}"));
    }
    let (mut drawn, mut open) = (Drawn::default(), 0);
    for line in lines.map(str::trim_start) {
        if let Some(found) = GROUP.captures(line) {
            open += 1;
            drawn.groups.insert(found[1].to_owned());
        } else if line == "end" && open > 0 {
            open -= 1;
        } else if let Some(found) = EDGE.captures(line) {
            drawn.edges.push((found[1].to_owned(), found[2].to_owned()));
        } else if let Some(found) = NODE.captures(line) {
            assert!(drawn.nodes.insert(found[1].to_owned()), "{line} stands twice");
        } else if !OTHER.is_match(line) {
            return Err(line.to_owned());
        }
    }
    if open == 0 { Ok(drawn) } else { Err("a subgraph does not end".into()) }
}

#[test]
fn what_is_no_flowchart_is_told() {
    let head = "---\ntitle: \"a\"\n---\nflowchart LR\n";
    let good = format!("{head}  claim_a[\"b#quot;<br>c\"]:::d\n  claim_a -->|\"e\"| claim_a\n");
    assert_eq!(read(&good).unwrap().edges.len(), 1);
    for wrong in [
        "claim_a[\"b\"c\"]:::d",
        "claim_a[\"<img>\"]:::d",
        "claim_a",
        "end",
        "subgraph claim_a[\"b\"]",
        "claim_a[\"%%{init: {}}%%\"]:::d",
    ] {
        assert!(read(&format!("{head}{wrong}\n")).is_err(), "{wrong}");
    }
}
