//! What a terminal would obey: it is shown, in every text that any command prints.

use std::fs;

use crate::support::{Graph, Told, short};

/// A colour that the program never uses, clearing the screen, a bell, backspaces, and turned directions.
const LABEL: &str = "x\u{1b}[45m\u{9b}2J\u{7}\u{8}\u{7f}\r\u{1b}]0;t\u{1b}\\\u{202e}\u{2066}y";

/// The label as a file of a graph writes it.
fn written() -> String {
    LABEL.chars().flat_map(char::escape_default).collect()
}

/// The example's shape, with the label in every text.
fn graph() -> Graph {
    let label = written();
    let put = |text: &str| text.replace('@', &label);
    let claim = |id: &str, about: &str, more: &str| {
        format!("(id: \"{id}\", says: \"@\", about: {about}, note: \"@\", {more} evidence: [(fragment: \"@\")])")
    };
    let quantity = |value: &str| {
        format!(
            "Quantity(measure: \"m\", of: \"boats\", place: \"port\", value: {value}, period: After(event: \"e\", weeks: 2), definition: \"@\")"
        )
    };
    let stance = |stance: &str| format!("Stance(proposition: \"p\", stance: {stance}, place: \"port\")");
    let one = [
        claim("c1", &quantity("Bare(300)"), "attributed_to: Unnamed(\"@\"), via: [Named(\"@\")],"),
        claim("c2", &stance("Affirms"), "attributed_to: Actor(\"a\"),"),
        claim("c3", "Quote(speaker: \"a\", passage: \"@\")", ""),
    ];
    let two =
        [claim("c4", &quantity("Almost(900)"), "attributed_to: Actor(\"b\"),"), claim("c5", &stance("Denies"), "")];
    let source = |id: &str| {
        format!(
            "(id: \"{id}\", title: \"@\", outlet: \"@\", authors: [\"@\"], url: \"https://@\", note: \"@\", language: \"@\", published: \"2031\")"
        )
    };
    Graph::empty()
        .with("graph.ron", put("(title: \"@\", format: 1)"))
        .with("sources.ron", put(&format!("[{}, {}]", source("one"), source("two"))))
        .with("actors.ron", put("[(id: \"a\", name: \"@\", kind: Person, aliases: [\"@\"], spellings: [(text: \"@\", source: \"one\")], languages: [\"@\"], note: \"@\", speaks_for: [(actor: \"b\")]), (id: \"b\", name: \"@ b\", kind: Person)]"))
        .with("places.ron", put("[(id: \"port\", name: \"@\", aliases: [\"@\"], note: \"@\")]"))
        .with("populations.ron", put("[(id: \"boats\", name: \"@\", note: \"@\")]"))
        .with("events.ron", put("[(id: \"e\", name: \"@\", date: \"2031\", note: \"@\")]"))
        .with("measures.ron", put("(measures: [(id: \"m\", name: \"@\", basis: Flow, unit: \"count\", counts: \"@\", question: \"@ {of}?\", note: \"@\")], identities: [])"))
        .with("propositions.ron", put("[(id: \"p\", text: \"@\")]"))
        .with("judgements/j.ron", put("[(id: \"j\", on: [(claim: \"c2\"), (claim: \"c5\")], verdict: \"@\", by: \"@\", date: \"2031\")]"))
        .with("claims/one.ron", put(&format!("(source: \"one\", claims: [{}])", one.join(",\n"))))
        .with("claims/two.ron", put(&format!("(source: \"two\", claims: [{}])", two.join(",\n"))))
}

/// That nothing in an output is obeyed but the styles of the program. Data keep the direction of their letters.
#[track_caller]
fn is_shown(command: &[&str], told: &Told, is_data: bool) {
    assert!(matches!(told.code, Some(0..=2)), "{command:?}: {told:?}");
    let style = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    for text in [&told.out, &told.err] {
        assert!(!text.contains("\u{1b}[45m"), "{command:?}: {:?}", short(text));
        let plain = style.replace_all(text, "");
        let turned = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let laid_out = |letter: char| letter == '\n' || is_data && letter == '\t';
        let obeyed = |letter: char| letter.is_control() && !laid_out(letter) || turned(letter) && !is_data;
        let found = plain.find(obeyed).map(|at| plain[..at].chars().rev().take(200).collect::<Vec<_>>());
        let found = found.map(|before| before.into_iter().rev().collect::<String>());
        assert_eq!(found, None, "{command:?}");
    }
}

fn both(graph: &Graph, command: &[&str], is_data: bool) {
    for color in ["never", "always"] {
        is_shown(command, &graph.run(&[command, &["--color", color]].concat()), is_data);
    }
}

#[test]
fn commands_on_a_graph_show_what_its_texts_hold() {
    let (graph, other) = (graph(), Graph::example());
    assert!(graph.run(&["contradictions"]).done().contains("2 disagreements"));
    let old = other.dir().display().to_string();
    for command in [
        &["contradictions", "--all"][..],
        &["contradictions", "--known-at", "2032", "--about", "x"],
        &["explain", "c1", "c4"],
        &["explain", "c2", "c5"],
        &["trace", "c1"],
        &["trace", "c4", "--all"],
        &["impact", "one"],
        &["impact", "a"],
        &["impact", "c2"],
        &["diff", &old, "graph"],
        &["diff", "graph", &old],
        &["search", "x"],
        &["lint"],
        &["lint", "--texts", "."],
        &["verify", "--texts", "."],
        &["judge", "c1", "c4", "--confirm", "--note", LABEL, "--by", LABEL, "--on", "2031"],
        &["review", "--status"],
        &["show", LABEL],
        &["contradictions", "--place", LABEL],
        &["contradictions", "--about", "[\u{9b}\u{202e}"],
        &["export", "--output", LABEL],
        &["extract", LABEL],
        &["import", LABEL],
        &["init", "--dir", LABEL],
        &["diff", LABEL],
        &["compare", LABEL, "300 \u{9b}boats\u{202e} sank"],
    ] {
        both(&graph, command, false);
    }
    for id in ["one", "a", "port", "boats", "e", "m", "p", "c1", "c3", "c5"] {
        both(&graph, &["show", id], false);
    }
    for kind in ["claims", "sources", "actors", "places", "populations", "events", "measures", "propositions"] {
        both(&graph, &["list", kind], false);
    }
}

#[test]
fn data_hold_no_control_character_either() {
    let graph = graph();
    graph.run(&["lint"]).done();
    for command in [
        &["contradictions", "--all", "--format", "json"][..],
        &["contradictions", "--all", "--format", "markdown"],
        &["trace", "c1", "--format", "json"],
        &["trace", "c1", "--format", "dot"],
        &["show", "c1", "--format", "json"],
        &["list", "sources", "--format", "json"],
        &["search", "x", "--format", "json"],
        &["lint", "--format", "json"],
    ] {
        both(&graph, command, true);
    }
    for format in ["html", "svg", "dot", "mermaid", "graphml", "json", "jsonld", "turtle", "markdown", "csl", "bibtex"]
    {
        both(&graph, &["export", "--to", format], true);
    }
}

#[test]
fn commands_on_texts_show_what_they_hold() {
    let graph = graph();
    let said = format!("{LABEL} said. Some 300 {LABEL} boats sank at {LABEL} on Sunday, {LABEL}.");
    graph.beside("a\u{9b}\u{202e}.txt", format!("{said}\n"));
    graph.beside("b\u{1b}[45m.txt", format!("{}\n", said.replace("300", "500")));
    let (a, b) = ("a\u{9b}\u{202e}.txt", "b\u{1b}[45m.txt");
    graph.beside("c.jsonl", format!("{{\"id\": \"{0}\", \"title\": \"{0}\", \"outlet\": \"{0}\", \"author\": \"{0}\", \"text\": \"300 boats\"}}\n", "x\\u009b\\u202e\\u001b[45m"));
    graph.beside("d.csv", format!("id,title,note\n\"{LABEL}\",x,y\n"));
    graph.beside("e.csv", format!("id,title,{LABEL}\nx,\"{LABEL}\",y\n"));
    graph.beside("f.bib", format!("@article{{a, title = {{{LABEL}}}, journal = {{{LABEL}}}, abstract = {{{LABEL}}}}}"));
    graph.beside("g.json", format!("[{{\"type\": \"{LABEL}"));
    for command in [
        &["extract", a][..],
        &["extract", a, b, "c.jsonl"],
        &["check", a, b, "--all"],
        &["check", a, b, "--no-graph"],
        &["reuse", a, b],
        &["add", a, "--yes"],
        &["add", "c.jsonl", "--yes"],
        &["review", "--list"],
        &["review"],
        &["import", "d.csv"],
        &["import", "e.csv", "--dry-run"],
        &["import", "f.bib"],
        &["import", "g.json"],
        &["extract", "g.json", "none\u{9b}"],
    ] {
        both(&graph, command, false);
    }
    for command in [
        &["extract", a, "--format", "json"][..],
        &["check", a, b, "--format", "json"],
        &["reuse", a, b, "--format", "json"],
    ] {
        both(&graph, command, true);
    }
}

#[test]
fn faults_show_what_files_and_their_names_hold() {
    let label = written();
    for (file, text) in [
        ("sources.ron", format!("[(id: \"{label}\")]")),
        ("sources.ron", format!("[(id: \"one\", cites: [\"{label}\"])]")),
        ("sources.ron", format!("[(id: \"one\", published: \"{label}\")]")),
        ("sources.ron", format!("[(id: \"one\", {LABEL}: 3)]")),
        ("sources.ron", format!("[(id: \"one\", title: \"{LABEL}\", kind: {LABEL})]")),
        ("claims/\u{9b}\u{202e}\u{1b}[45m.ron", "(".to_owned()),
        ("\u{9b}\u{202e}\u{1b}[45m.ron", "()".to_owned()),
        ("\u{9b}\u{202e}\u{1b}[45m/x.ron", "()".to_owned()),
        (
            "measures.ron",
            format!("(measures: [(id: \"m\", name: \"x\", basis: Flow, unit: \"{label}\")], identities: [])"),
        ),
    ] {
        let graph = graph().with(file, text);
        let told = graph.run(&["contradictions", "--color", "always"]);
        assert_eq!(told.code, Some(2), "{file:?}");
        both(&graph, &["contradictions"], false);
    }
    let graph = graph();
    fs::write(graph.path("sources.ron"), [b"[(id: \"one\")] // \x1b[45m\x07".as_slice(), &[0xC2, 0x9B, 0xFF]].concat())
        .unwrap();
    both(&graph, &["contradictions"], false);
    both(&graph, &["frob\u{1b}[45m\u{9b}"], false);
    both(&graph, &["list", "\u{202e}\u{1b}[45m\u{9b}"], false);
}

#[test]
fn scripts_for_shells_and_the_manual_hold_none() {
    let graph = Graph::example();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let told = graph.run(&["completions", shell]);
        assert_eq!(told.out.find(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\t')), None);
    }
    both(&graph, &["man"], false);
}
