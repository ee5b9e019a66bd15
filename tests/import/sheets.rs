//! Sheets that people make: no ids, free names, figures in words.

use gainsay::findings::{Desk, questions};
use gainsay::model::{About, Attribution, PeriodForm};

use crate::support::{Graph, file};

const SHEET: &str = "\
Says,Source,Figure,Measure,Place,Said by,Date,Quote,Link,Colour
\"About 200,000 came ashore\",Harbour Post,\"about 200,000\",arrivals,Port Ellen,Harbour Office,2031-10,\"about 200,000\",https://post.example/1,red
\"Fewer than 150,000 came ashore\",Dock Gazette,\"fewer than 150,000\",Arrivals,port ellen,the mayor,2031-10,,,
The quay is safe,Harbour Post,,,,,,,,
";

#[test]
fn a_sheet_of_a_person_makes_a_graph() {
    let graph = Graph::empty();
    let report = graph.import(&[file("sheet.csv", SHEET)]).unwrap();
    let archive = graph.archive();
    assert_eq!((archive.claims.len(), archive.sources.len(), archive.places.len()), (3, 2, 1));
    assert_eq!(archive.measures.len(), 1);
    let claim = &archive.claims["harbour-post-about-200-000-came-ashore"];
    assert_eq!(claim.attribution, Attribution::actor("harbour-office"));
    assert_eq!(claim.scope.period.as_ref().unwrap().form, PeriodForm::In("2031-10".into()));
    assert_eq!(archive.sources["harbour-post"].url.as_deref(), Some("https://post.example/1"));
    assert!(matches!(archive.claims["harbour-post-the-quay-is-safe"].about, About::Stance(_)));
    let asked = questions(&Desk::new(&archive));
    assert!(asked.iter().any(|question| question.is_disagreement()), "the two figures contradict each other");
    let left: Vec<&str> = report.unmapped.iter().map(|one| one.at.as_str()).collect();
    assert_eq!(left, ["sheet.csv:1, column colour"]);
}

#[test]
fn the_same_sheet_twice_adds_nothing() {
    let graph = Graph::empty();
    graph.import(&[file("sheet.csv", SHEET)]).unwrap();
    let before = graph.files();
    let report = graph.import(&[file("sheet.csv", SHEET)]).unwrap();
    assert_eq!((report.new_records(), report.conflicts.len()), (0, 0), "{report:?}");
    assert!(graph.files() == before);
}

#[test]
fn a_source_that_nobody_knows_is_listed_with_the_nearest_one() {
    let graph = Graph::empty();
    graph.import(&[file("sources.csv", "id,title,url\npost,Harbour Post,https://post.example\n")]).unwrap();
    let sheet = "says,source\nIt is safe,harbour post\nIt is shut,Harbor Post\nIt is so,Rosa Lind\nIt was so,Rosa Lind\n\
        It will be so,https://post.example/2\n";
    let report = graph.import(&[file("a.csv", sheet)]).unwrap();
    let new = report.assumed.iter().filter(|one| one.what.starts_with("the source"));
    let new: Vec<(&str, &str)> = new.map(|one| (one.at.as_str(), one.what.as_str())).collect();
    let wanted = [
        ("a.csv:3", "the source Harbor Post; did you mean post (\"harbour post\")?"),
        ("a.csv:4", "the source Rosa Lind"),
        ("a.csv:6", "the source https://post.example/2"),
    ];
    assert_eq!(new, wanted);
}

#[test]
fn a_table_with_tabs_is_a_table() {
    for name in ["t.tsv", "T.TAB"] {
        let graph = Graph::empty();
        graph.import(&[file(name, "says\tsource\tfigure\tmeasure\nTen, or so, came\tPost\t10\tarrivals\n")]).unwrap();
        assert_eq!(graph.archive().claims.values().next().unwrap().says, "Ten, or so, came");
    }
}

#[test]
fn a_column_that_is_another_word_is_not_taken_for_a_slip_of_the_pen() {
    let sheet = "says,source,page,rate,periode\nIt is safe,Post,3,2,2031\n";
    let report = Graph::empty().import(&[file("a.csv", sheet)]).unwrap();
    let why: Vec<&str> = report.unmapped.iter().map(|one| one.why.as_str()).collect();
    let plain = "the table has no such column";
    assert_eq!(why, [plain, plain, "the table has no such column; did you mean period?"]);
}

#[test]
fn names_of_the_graph_are_found_again() {
    let graph = Graph::empty();
    let records = "record,id,name,aliases,basis,unit,counts\nplace,ellen,Port Ellen,Elleport; The Port,,,\n\
        measure,came,people who came ashore,,flow,count,persons\n";
    graph.import(&[file("records.csv", records)]).unwrap();
    let sheet = "says;source;figure;measure;place\nTen came;Post;10;People who came ashore;the port\n";
    graph.import(&[file("semicolons.csv", sheet)]).unwrap();
    let archive = graph.archive();
    let claim = archive.claims.values().next().unwrap();
    assert_eq!(claim.scope.place.as_ref().unwrap().as_str(), "ellen");
    assert_eq!(claim.about.measure().unwrap().as_str(), "came");
    assert_eq!((archive.places.len(), archive.measures.len()), (1, 1));
}

#[test]
fn plain_tables_of_actors_and_of_who_cites_whom_are_read() {
    let graph = Graph::empty();
    let files = [
        file("actors.csv", "id,name\na-1,Harbour Office\na-2,Rosa Lind\n"),
        file("cites.csv", "citing,cited\ns-2,s-1\ns-3,s-1\n"),
        file("sources.csv", "id,title,kind,published\ns-1,One,report,2031-01-02\ns-2,Two,article,2031-01-03\n"),
    ];
    let report = graph.import(&files).unwrap();
    let archive = graph.archive();
    assert_eq!(archive.sources["s-2"].cites[0].as_str(), "s-1");
    assert_eq!(archive.actors["a-1"].name, "Harbour Office");
    assert_eq!(report.unmapped.len(), 1, "{:?}", report.unmapped);
    assert_eq!(report.unmapped[0].what, "s-3 cites s-1");
}
