//! Figures and dates beyond all bounds: refused, or told as what they are; no output has a number that is none.

use regex::Regex;

use crate::support::{Graph, Told, short};

/// That an output ended, and holds no number that is none.
#[track_caller]
fn is_finite(what: &str, told: &Told) {
    assert!(matches!(told.code, Some(0 | 2)), "{what}: {:?} {}", told.code, short(&told.err));
    let none = Regex::new(r"(?i)(?:^|[^\w])(?:nan|-?inf(?:inity)?)(?:[^\w]|$)").unwrap();
    // The script of a page may speak of them.
    let shown = told.out.split_once("<script>").map_or(told.out.as_str(), |(page, _)| page);
    let found = none.find(shown).map(|found| found.as_str());
    assert_eq!(found, None, "{what}: {}", short(&told.out));
}

#[test]
fn figures_of_texts_are_read_or_left_alone() {
    let graph = Graph::empty();
    let long = "9".repeat(10_000);
    let figures = [
        "1e999999999".to_owned(),
        format!("1e{long}"),
        long.clone(),
        format!("0.{long}"),
        format!("{long}.{long}"),
        format!("{long} %"),
        format!("${long} trillion"),
        format!("{long} billion billion billion kilometres"),
        format!("between 1 and {long}"),
        format!("{long} million to {long} billion"),
        format!("{long}/{long}"),
        "1/0".to_owned(),
        "9".repeat(308),
        format!("{} trillion trillion", "9".repeat(300)),
        format!("1{}", ",000".repeat(3_000)),
        "million ".repeat(500),
        "hundred thousand ".repeat(300),
        "minus 0".to_owned(),
        "0 out of 0".to_owned(),
        format!("{long}-fold"),
        format!("{long} °F"),
        "from 0 to 300, a rise of 300 %".to_owned(),
    ];
    for figure in &figures {
        let text = format!("About {figure} boats sank on Sunday. The {figure} people were saved.\n");
        graph.beside("a.txt", &text);
        graph.beside("b.txt", text.replace("Sunday", "Monday").replace("sank", "were lost"));
        for command in [
            &["extract", "a.txt", "--format", "json"][..],
            &["extract", "a.txt", "--format", "csv"],
            &["extract", "a.txt"],
            &["check", "a.txt", "b.txt", "--all", "--format", "json"],
            &["compare", figure, "300 boats"],
        ] {
            is_finite(&short(figure), &graph.run(command));
        }
    }
}

#[test]
fn dates_of_texts_are_of_the_calendar_or_none() {
    let graph = Graph::empty();
    for date in [
        "99999999",
        "99999999-01-01",
        "1 January 99999999",
        "-1",
        "0000-00-00",
        "2022-99-99",
        "31 June 2022",
        "9999-12-31",
    ] {
        let text = format!("On {date} 300 boats sank, {date} years and 99999999999 weeks after {date}.");
        graph.beside("a.txt", text);
        for command in [&["extract", "a.txt", "--format", "json"][..], &["check", "a.txt", "a.txt", "--format", "json"]]
        {
            is_finite(date, &graph.run(command));
        }
        graph.beside("a.jsonl", format!("{{\"text\": \"300 boats sank last week.\", \"date\": \"{date}\"}}\n"));
        is_finite(date, &graph.run(&["extract", "a.jsonl", "--format", "json"]));
    }
}

/// The example with a value for a figure of each of its sources.
fn with(value: &str, other: &str) -> Graph {
    let report = include_str!("../../src/store/write/template/claims/harbour-report.ron").replace("Bare(4_200)", value);
    let post = include_str!("../../src/store/write/template/claims/evening-post.ron").replace("Almost(6_000)", other);
    assert!(report.contains(value) && post.contains(other), "{value}, {other}");
    Graph::example().with("claims/harbour-report.ron", report).with("claims/evening-post.ron", post)
}

#[test]
fn figures_of_a_graph_are_refused_or_have_bounds() {
    let long = "9".repeat(10_000);
    let values = [
        "Bare(1e999999999)".to_owned(),
        "Bare(-1e999999999)".to_owned(),
        "Bare(NaN)".to_owned(),
        "Bare(inf)".to_owned(),
        format!("Bare({long})"),
        "Bare(1.7e308)".to_owned(),
        "About(1.7e308)".to_owned(),
        "MoreThan(1.7e308)".to_owned(),
        "Bare(5e-324)".to_owned(),
        "Bare(0)".to_owned(),
        "About(0)".to_owned(),
        "Bare(-0.0)".to_owned(),
        "Between(-1.7e308, 1.7e308)".to_owned(),
        "Spread(1.7e308, 0)".to_owned(),
        "Change(from: 1, to: 1.7e308)".to_owned(),
        "Change(from: 5e-324, to: 1.7e308)".to_owned(),
        "Bare(1e60)".to_owned(),
        "About(1e60)".to_owned(),
        "Bare(1e-60)".to_owned(),
        "Between(-1e60, 1e60)".to_owned(),
        "Spread(1e60, 0)".to_owned(),
        "Change(from: 1e-60, to: 1e60)".to_owned(),
    ];
    for value in &values {
        let graph = with(value, "Almost(6_000)");
        let told = graph.run(&["contradictions"]);
        is_finite(value, &told);
        if told.code == Some(2) {
            told.refused(&["harbour-report.ron:10:", "error["]);
            continue;
        }
        for other in ["About(9e59)", "Bare(-1e-60)"] {
            let graph = with(value, other);
            for command in [
                &["contradictions", "--all"][..],
                &["contradictions", "--all", "--format", "json"],
                &["contradictions", "--all", "--format", "csv"],
                &["export", "--to", "json"],
                &["export", "--to", "csv", "--table", "disagreements"],
                &["export", "--to", "html"],
            ] {
                is_finite(&format!("{value} and {other}: {command:?}"), &graph.run(command));
            }
        }
    }
}

#[test]
fn dates_of_a_graph_and_of_options_are_of_the_calendar() {
    for date in ["99999999", "99999999-01-01", "-0001", "0000-00-00", "2022-13"] {
        let sources = include_str!("../../src/store/write/template/sources.ron").replace("2031-04-02", date);
        assert!(sources.contains(date));
        Graph::example().with("sources.ron", sources).run(&["contradictions"]).refused(&["sources.ron:4:", date]);
        let graph = Graph::example();
        for option in ["--since", "--until", "--known-at"] {
            graph.run(&["contradictions", &format!("{option}={date}")]).refused(&[option, date]);
        }
    }
    let far = "After(event: \"storm\", weeks: 4_000_000_000)";
    let report = include_str!("../../src/store/write/template/claims/harbour-report.ron")
        .replace("After(event: \"storm\", weeks: 2)", far);
    assert!(report.contains(far));
    let graph = Graph::example().with("claims/harbour-report.ron", report);
    for command in [&["contradictions", "--all"][..], &["export", "--to", "json"], &["show", "arrivals-4200"]] {
        is_finite(far, &graph.run(command));
    }
}

#[test]
fn numbers_of_options_are_numbers() {
    let graph = Graph::example();
    for gap in ["NaN", "inf", "-inf", "1e999"] {
        graph.run(&["contradictions", &format!("--min-gap={gap}")]).refused(&["--min-gap", gap]);
        graph.beside("a.csv", "id,title\na,b\n");
        graph.run(&["import", "a.csv", &format!("--tolerance={gap}")]).refused(&["--tolerance", gap]);
    }
    graph.run(&["contradictions", "--limit", &"9".repeat(100)]).refused(&["--limit"]);
    graph.run(&["export", "--to", "json", "--around", "storm", "--hops", &"9".repeat(30)]).refused(&["--hops"]);
    graph.run(&["export", "--to", "json", "--around", "storm", "--hops", "18446744073709551615"]).done();
}

#[test]
fn figures_of_tables_are_read_or_refused() {
    let long = "9".repeat(10_000);
    for figure in ["1e999999999", "NaN", "inf", long.as_str(), "1e308", "-1e308", "0.0000000000001", "1/0"] {
        let graph = Graph::empty();
        graph.beside("a.csv", format!("says,source,measure,unit,figure\nso,a,m,USD,{figure}\nthus,b,m,USD,12\n"));
        let told = graph.run(&["import", "a.csv"]);
        is_finite(figure, &told);
        if told.code == Some(0) {
            is_finite(figure, &graph.run(&["contradictions", "--all", "--format", "json"]));
            is_finite(figure, &graph.run(&["export", "--to", "csv"]));
        }
    }
}
