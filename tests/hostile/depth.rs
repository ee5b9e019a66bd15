//! Brackets in brackets, a hundred thousand deep: whatever is read by calling itself refuses them, all else reads them.

use crate::support::{Graph, run_in};

/// How deep things nest.
const DEEP: usize = 100_000;

fn nested(open: &str, inside: &str, close: &str) -> String {
    format!("{}{inside}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// A file of each kind, with `@` where a value stands.
const VALUES: [(&str, &str); 18] = [
    ("graph.ron", "@"),
    ("graph.ron", "(title: @, format: 1)"),
    ("graph.ron", "(title: \"x\", format: @)"),
    ("graph.ron", "#![enable(@)]\n()"),
    ("sources.ron", "[(id: \"a\", kind: @)]"),
    ("sources.ron", "[(id: \"a\", authors: @)]"),
    ("sources.ron", "[(id: \"a\", text: @)]"),
    ("places.ron", "[(id: \"a\", name: \"x\", part_of: @)]"),
    ("measures.ron", "(measures: @, identities: [])"),
    ("measures.ron", "(measures: [], identities: @)"),
    ("claims/a.ron", "(source: \"a\", claims: [(id: \"a\", says: \"x\", about: @)])"),
    ("claims/a.ron", "(source: \"a\", claims: [(id: \"a\", says: \"x\", about: Quantity(measure: \"m\", value: @))])"),
    ("claims/a.ron", "(source: \"a\", claims: [(id: \"a\", says: \"x\", unknown: @)])"),
    ("judgements/a.ron", "[(id: \"x\", on: @)]"),
    ("added/a.ron", "(claims: @)"),
    ("inbox/a.ron", "(source: @)"),
    ("reuse.ron", "[(a: @)]"),
    ("relocations.ron", "@"),
];

#[test]
fn a_graph_file_that_nests_without_end_is_refused_in_every_place() {
    for (file, text) in VALUES {
        for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), ("Some(", ")"), ("a(", ")"), ("/*", "*/")] {
            let graph = Graph::empty().with(file, text.replace('@', &nested(open, "", close)));
            // One that reads the inbox, too.
            graph.run(&["review", "--status"]).refused(&[file, "error["]);
        }
    }
}

#[test]
fn json_that_nests_without_end_is_refused_where_it_is_read() {
    let graph = Graph::empty();
    let deep = nested("[", "", "]");
    let files = [
        ("list.json", deep.clone(), "list.json:1:128: values stand in more than 127 others"),
        ("title.json", format!("[{{\"type\": \"webpage\", \"title\": {deep}}}]"), "title.json:1:"),
        ("check.json", format!("{{\"@type\": \"ClaimReview\", \"itemReviewed\": {deep}}}"), "check.json:1:"),
        ("page.html", format!("<script type=\"application/ld+json\">{deep}</script>"), "page.html:1:"),
    ];
    let before = graph.files();
    for (name, text, told) in files {
        graph.beside(name, text);
        graph.run(&["import", name]).refused(&[told, "help: write it flatter", "nothing was changed"]);
        std::fs::remove_file(graph.folder().join(name)).unwrap();
    }
    assert!(graph.files() == before);
    graph.beside("a.jsonl", format!("{{\"text\": \"300 boats sank.\"}}\n{{\"text\": {deep}}}\n"));
    graph.run(&["extract", "a.jsonl"]).refused(&["a.jsonl: line 2", "stand in more than 127 others"]);
    graph.beside("b.jsonl", format!("{{\"text\": \"300 boats sank.\", \"more\": {deep}}}\n"));
    assert!(graph.run(&["extract", "b.jsonl"]).done().contains("[300]"));
}

#[test]
fn bibliographies_that_nest_without_end_are_refused() {
    let graph = Graph::empty();
    let long = |count: usize| (1..count).map(|at| format!("@string{{a{at} = a{}}}\n", at - 1)).collect::<String>();
    let files = [
        (nested("@article{a, title = {", "", "}}"), "braces stand in more than 100 others"),
        (format!("@article{{a, title = {}}}", nested("{", "x", "}")), "braces stand in more than 100 others"),
        (format!("@string{{a0 = {}}}\n", nested("{", "x", "}")), "braces stand in more than 100 others"),
        ("@string{aa = aa}\n@article{a, title = aa}".to_owned(), "the abbreviation aa leads back to itself"),
        ("@string{aa = bb}\n@string{bb = aa # aa}\n@article{a, title = aa}".to_owned(), "leads back to itself"),
        (format!("@string{{a0 = {{x}}}}\n{}@article{{a, title = a999}}", long(1_000)), "through more than 100 others"),
        ("@article{a, crossref = {a}}".to_owned(), "the entry a refers to itself"),
        ("@article{a, xdata = {b}}\n@xdata{b, xdata = \"a\"}".to_owned(), "refers to itself in a circle"),
        ("@string{k = {a}}\n@article{a, crossref = k}".to_owned(), "the entry a refers to itself"),
    ];
    for (text, told) in files {
        graph.beside("a.bib", text);
        graph.run(&["import", "a.bib"]).refused(&["a.bib:", told, "nothing was changed"]);
    }
    graph.beside("a.bib", "@book{b, title = {B}}\n@inbook{c, title = {C}, crossref = {b}}\n@misc{d, crossref = {\\x}}");
    graph.run(&["import", "a.bib"]).done();
}

#[test]
fn pages_and_notes_that_nest_without_end_are_read() {
    let graph = Graph::empty();
    let texts = [
        ("a.html", nested("<div>", "<p>300 boats sank.", "</div>")),
        ("b.html", format!("<html>{}<p>300 boats sank.", "<b>".repeat(DEEP))),
        ("c.html", format!("<script type=\"application/ld+json\">{}</script><p>300 boats sank.", nested("[", "", "]"))),
        ("d.html", format!("<html><p>300 boats sank. {}", "&amp".repeat(DEEP))),
        ("a.md", format!("{} 300 boats sank.", ">".repeat(DEEP))),
        ("b.md", format!("{}300 boats sank.", "- ".repeat(DEEP))),
        ("c.md", format!("300 boats sank. {}", nested("[", "x", "]"))),
        ("d.md", nested("*", "300 boats sank.", "*")),
        ("a.txt", nested("(", "300 boats sank.", ")")),
        ("b.txt", format!("{}300 boats sank.", "“".repeat(DEEP))),
    ];
    for (name, text) in texts {
        graph.beside(name, text);
        let told = graph.run(&["extract", name, "--format", "csv"]).done();
        assert!(told.contains(",300,300,"), "{name}: {}", crate::support::short(&told));
    }
}

#[test]
fn patterns_that_nest_or_repeat_without_end_are_refused() {
    let graph = Graph::example();
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    for pattern in [deep.as_str(), "(a{1000}){1000}", "((a{100}){100}){100}", "a{999999999}", "[[a", "(?:"] {
        graph.run(&["contradictions", "--about", pattern]).refused(&["--about", "cannot be read as a pattern"]);
    }
    // Words are looked for as they are.
    assert!(graph.run(&["search", &deep]).done().starts_with("nothing found"));
    let slow = format!("{}b", "(a*)*".repeat(50));
    graph.run(&["contradictions", "--about", &slow]).done();
}

#[test]
fn standard_input_is_read_like_a_file() {
    let graph = Graph::empty();
    let told = crate::support::run_with(graph.folder(), &["import", "-"], nested("[", "", "]").as_bytes());
    told.refused(&["-:1:128: values stand in more than 127 others"]);
    run_in(graph.folder(), &["contradictions"]).done();
}
