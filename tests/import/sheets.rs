//! Sheets that people make: no ids, free names, figures in words.

use gainsay::findings::{Desk, questions};
use gainsay::model::{About, Attribution, Basis, PeriodForm, SourceKind};
use gainsay::quantity::{Amount, Stated};

use crate::import::support::{Graph, file};

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

#[test]
fn tables_of_other_programs_have_days_things_counted_and_ids_that_are_numbers() {
    let claims = "id,statement,measure,subject,place,unit,lo,hi,start,end,source,ev_start,ev_end,actors\n\
                  12,So it is,harvest,farmers,Delta,sacks,5,5,12784,13148,7,10,20,1 2\n\
                  13,So it is,harvest,farmers,Delta,tonnes,5,9,13149,13149,7,30,40,2\n\
                  14,So it is,way,,Delta,kilometre,5,9,12784,13147,7,50,60,\n";
    let sources = "id,title,kind,published\n7,A Title,wire,19266\n8,Other,report,2005\n";
    let graph = Graph::empty();
    let files =
        [file("claims.csv", claims), file("sources.csv", sources), file("actors.csv", "id,name\n1,One\n2,Two\n")];
    let report = graph.import(&files).unwrap();
    assert!(report.conflicts.is_empty() && report.unmapped.is_empty(), "{report:?}");
    let archive = graph.archive();
    let source = &archive.sources["source-7"];
    assert_eq!((source.kind, source.published.unwrap().to_string().as_str()), (SourceKind::Article, "2022-10-01"));
    assert_eq!(archive.sources["source-8"].published.unwrap().to_string(), "1975-06-29", "in a column of days");
    let claim = |id: &str| archive.claims[id].clone();
    assert_eq!(claim("claim-12").attribution, Attribution::Actors(vec!["actor-1".into(), "actor-2".into()]));
    assert_eq!(claim("claim-13").attribution, Attribution::actor("actor-2"));
    assert_eq!(claim("claim-12").evidence[0].bytes, Some((10, 20)));
    let period = |id: &str| claim(id).scope.period.unwrap().form;
    assert_eq!(period("claim-12"), PeriodForm::In("2005".to_owned()));
    assert_eq!(period("claim-13"), PeriodForm::In("2006-01-01".to_owned()));
    assert_eq!(period("claim-14"), PeriodForm::Between("2005-01-01".to_owned(), "2005-12-30".to_owned()));
    let quantity = |id: &str| claim(id).about.as_quantity().unwrap().clone();
    assert_eq!(quantity("claim-12").stated, Stated::Exactly(Amount::Number(5.0)));
    assert_eq!(quantity("claim-12").counts.as_deref(), Some("sacks"));
    assert_eq!((quantity("claim-13").unit.as_str(), quantity("claim-13").counts.as_deref()), ("count", Some("tonnes")));
    assert_eq!((quantity("claim-14").unit.as_str(), quantity("claim-14").counts), ("kilometre", None));
    assert_eq!(archive.measures["harvest"].basis, Basis::Stock);
}
