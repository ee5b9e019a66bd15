//! Whatever is drawn is in the view, and whatever is in the view is drawn; the same graph gives the same bytes.

use gainsay::compare::Relation;
use gainsay::export::{Format, Selection, View};
use gainsay::findings::{Desk, Filter};
use gainsay::graph::{Edge, Node};
use gainsay::model::Archive;
use proptest::prelude::*;

use crate::pictures::{PICTURES, dot_grammar, exported, graphs, mermaid_grammar, written, xml};

/// What a picture must show of a view.
#[derive(Debug, PartialEq, Eq)]
struct Counts {
    sources: usize,
    /// Claims, actors and, around a record, whatever else.
    shapes: usize,
    lines: usize,
}

fn expected(view: &View<'_>) -> Counts {
    let drawn =
        |of: &dyn Fn(&Node) -> bool| view.desk.graph.nodes().filter(|node| of(node) && view.draws(node)).count();
    let ties =
        view.desk.graph.edges().filter(|(from, edge, to)| *edge != Edge::Asserts && view.draws(from) && view.draws(to));
    let is_drawn = |id: &gainsay::model::ClaimId| view.draws(&Node::Claim(id.clone()));
    let disagreements = view.disagreements().into_iter().filter(|pair| is_drawn(&pair.a) && is_drawn(&pair.b)).count();
    Counts {
        sources: drawn(&|node| matches!(node, Node::Source(_))),
        shapes: drawn(&|node| !matches!(node, Node::Source(_))),
        lines: ties.count() + disagreements,
    }
}

fn dot(text: &str) -> Counts {
    let drawn = dot_grammar::read(text).unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
    let legends = usize::from(drawn.clusters.iter().any(|name| name == "cluster_legend"));
    Counts { sources: drawn.clusters.len() - legends, shapes: drawn.nodes.len() - legends, lines: drawn.edges.len() }
}

fn mermaid(text: &str) -> Counts {
    let drawn = mermaid_grammar::read(text).unwrap_or_else(|line| panic!("{line}\n{text}"));
    let alone = drawn.nodes.iter().filter(|name| name.starts_with("source_")).count();
    Counts { sources: drawn.groups.len() + alone, shapes: drawn.nodes.len() - alone, lines: drawn.edges.len() }
}

fn svg(text: &str) -> Counts {
    let elements = xml::elements(text).unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
    // The legend has samples of shapes and lines, which stand for none.
    let legend = elements.iter().position(|element| element.get("class") == "g-legend").unwrap();
    let end = elements[legend + 1..].iter().take_while(|element| element.depth > elements[legend].depth).count();
    let drawn: Vec<_> = elements[..legend].iter().chain(&elements[legend + 1 + end..]).collect();
    let count = |class: &str| drawn.iter().filter(|one| one.get("class").split(' ').any(|own| own == class)).count();
    Counts { sources: count("g-card"), shapes: count("g-shape"), lines: count("g-line") }
}

fn graphml(text: &str, view: &View<'_>) {
    let elements = xml::elements(text).unwrap_or_else(|wrong| panic!("{wrong}\n{text}"));
    let named = |name: &str| elements.iter().filter(|element| element.name == name).collect::<Vec<_>>();
    let nodes: std::collections::BTreeSet<&str> = named("node").iter().map(|node| node.get("id")).collect();
    assert_eq!(nodes.len(), view.desk.graph.nodes().filter(|node| view.holds(node)).count());
    let edges = named("edge");
    let compared = view.comparisons().iter().filter(|pair| pair.relation != Relation::NotComparable).count();
    assert_eq!(edges.len(), view.edges().count() + compared);
    assert!(edges.iter().all(|edge| nodes.contains(edge.get("source")) && nodes.contains(edge.get("target"))));
    let keys: std::collections::BTreeMap<&str, &str> =
        named("key").iter().map(|key| (key.get("id"), key.get("attr.type"))).collect();
    for data in named("data") {
        match keys.get(data.get("key")) {
            Some(&"double") => assert!(data.text.parse::<f64>().is_ok(), "{data:?}"),
            Some(&"boolean") => assert!(data.text.parse::<bool>().is_ok(), "{data:?}"),
            Some(&"string") => {}
            other => panic!("{other:?} of {data:?}"),
        }
    }
}

fn check(view: &View<'_>) {
    let expected = expected(view);
    assert_eq!(dot(&written(view, Format::Dot)), expected, "dot");
    assert_eq!(svg(&written(view, Format::Svg)), expected, "svg");
    assert_eq!(mermaid(&written(view, Format::Mermaid)), expected, "mermaid");
    graphml(&written(view, Format::Graphml), view);
    for format in PICTURES {
        assert_eq!(written(view, format), written(view, format));
    }
}

/// Chains are trees of their own: as many lines as shapes but for the first.
fn check_chain(desk: &Desk<'_>, claim: &str) {
    let selection = Selection::Trace { claim: claim.to_owned() };
    let view = View::new(desk, &selection, &Filter::default()).unwrap();
    let text = written(&view, Format::Dot);
    let counts = dot(&text);
    assert_eq!((counts.sources, counts.lines + 1), (0, counts.shapes), "{text}");
    assert_eq!(svg(&written(&view, Format::Svg)), counts);
    let flowchart = mermaid(&written(&view, Format::Mermaid));
    assert_eq!((flowchart.sources + flowchart.shapes, flowchart.lines), (counts.shapes, counts.lines));
}

fn selections(archive: &Archive) -> Vec<Selection> {
    let first = archive.claims.keys().next().unwrap().to_string();
    let source = archive.sources.keys().next().unwrap().to_string();
    vec![
        Selection::Everything,
        Selection::Disagreements,
        Selection::Around { id: first, hops: 2 },
        Selection::Around { id: source, hops: 1 },
    ]
}

fn check_all(archive: &Archive) {
    let desk = Desk::new(archive);
    for selection in selections(archive) {
        check(&View::new(&desk, &selection, &Filter::default()).unwrap());
    }
    check_chain(&desk, archive.claims.keys().next().unwrap().as_str());
}

#[test]
fn all_of_the_shipped_graph_is_drawn() {
    let archive = graphs::shipped();
    check_all(&archive);
    let desk = Desk::new(&archive);
    archive.claims.keys().step_by(20).for_each(|claim| check_chain(&desk, claim.as_str()));
}

/// More claims of one source than a card has rows would show the source twice; its rows and lines stay.
#[test]
fn a_source_of_many_claims_has_several_cards() {
    let archive = crate::pictures::made::large(300);
    let text = exported(&archive, &Selection::Everything, Format::Svg);
    let desk = Desk::new(&archive);
    let expected = expected(&View::whole(&desk));
    let drawn = svg(&text);
    assert_eq!((drawn.shapes, drawn.lines), (expected.shapes, expected.lines));
    assert!(drawn.sources > expected.sources);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn all_of_any_graph_is_drawn(archive in graphs::graph()) {
        check_all(&archive);
    }
}
