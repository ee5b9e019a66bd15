//! Tables of more claims than are held: they are passed on row by row, written aside and put in place at the end.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use gainsay::import::{File, ImportError, MOST_CLAIMS, Report, Settings, import};
use gainsay::model::{Archive, Claim, Locus};

use crate::import::support::{Graph, file};

/// More claims than a file of a graph holds.
const MANY: usize = MOST_CLAIMS + 10;
const LAST: usize = MANY - 1;

/// A table of claims, with a column of ties or without. A row of it may be another.
fn claims(is_tied: bool, other: Option<(usize, &str)>) -> File {
    let tie = if is_tied { ",via" } else { "" };
    let mut text = format!("id,says,measure,subject,place,unit,lo,hi,start,end,source,ev_start,ev_end,actors{tie}\n");
    for at in 0..MANY {
        let (places, sources, unit) = (at % 97, at % 211, if at % 50 == 0 { "sacks" } else { "tonnes" });
        let (low, high, day, who) = (at, at + at % 3, 12_784 + at % 40, at % 13);
        let tie = if is_tied { "," } else { "" };
        match other.filter(|(row, _)| *row == at) {
            Some((_, row)) => writeln!(text, "{row}{tie}").unwrap(),
            None => writeln!(
                text,
                "{at},\"Row {at}, so to say\",harvest,farmers,place-{places},{unit},{low},{high},{day},{},{sources},\
                 {at},{},{who} {}{tie}",
                day + 27,
                at + 5,
                who + 1
            )
            .unwrap(),
        }
    }
    file("claims.csv", &text)
}

fn tables(claims: File) -> Vec<File> {
    let (mut sources, mut cites, mut actors) =
        ("id,title,kind,published\n".to_owned(), "citing,cited\n".to_owned(), "id,name\n".to_owned());
    for at in 0..211 {
        writeln!(sources, "{at},Title {at},{},{}", ["wire", "news", "report"][at % 3], 9_131 + at * 10).unwrap();
        writeln!(cites, "{at},{}", at * 7 % 211).unwrap();
    }
    (0..14).for_each(|at| writeln!(actors, "{at},Office {at}").unwrap());
    vec![claims, file("sources.csv", &sources), file("cites.csv", &cites), file("actors.csv", &actors)]
}

fn read(graph: &Graph, claims: File, write: bool) -> Result<Report, ImportError> {
    let settings = Settings { write, tolerance: Some(5.0), ..Settings::default() };
    import(graph.path(), &tables(claims), &settings)
}

/// The files of `added/`, and how many folders wait beside it.
fn files(graph: &Graph) -> (Vec<String>, usize) {
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
    };
    let mut added = names(&graph.path().join("added"));
    added.sort();
    (added, names(graph.path()).iter().filter(|name| name.starts_with(".import-")).count())
}

/// The archive but for where its claims are written.
fn nowhere(graph: &Graph) -> Archive {
    let mut archive = graph.archive();
    let locus = Locus { file: "".into(), line: 0, column: 0 };
    let bare = |claim: &mut Claim| {
        claim.locus = locus.clone();
        claim.evidence.iter_mut().for_each(|evidence| evidence.locus = locus.clone());
    };
    archive.claims.values_mut().for_each(bare);
    archive
}

#[test]
fn what_is_passed_on_is_what_would_have_been_held() {
    let (passed, held) = (Graph::empty(), Graph::empty());
    let reports = [read(&passed, claims(false, None), true).unwrap(), read(&held, claims(true, None), true).unwrap()];
    assert_eq!(reports[0].added, reports[1].added);
    assert_eq!(reports[0].assumed, reports[1].assumed);
    let names = ["import-claims-part-0001.ron", "import-claims-part-0002.ron", "import-claims.ron"];
    assert_eq!(files(&passed), (names.map(str::to_owned).to_vec(), 0));
    assert_eq!(files(&held), (vec!["import-claims.ron".to_owned()], 0));
    let (passed, held) = (nowhere(&passed), nowhere(&held));
    assert_eq!(passed.claims.len(), MANY);
    assert!(passed.claims == held.claims, "the claims are others");
    assert_eq!(passed.measures["harvest"].tolerance, Some(5.0));
    assert_eq!(passed.sources["source-0"].cites, ["source-0".into()], "a source may cite itself");
}

#[test]
fn what_is_there_is_not_written_again_and_what_is_otherwise_is_told() {
    let graph = Graph::empty();
    read(&graph, claims(false, None), true).unwrap();
    let before = graph.files();
    let report = read(&graph, claims(false, None), true).unwrap();
    assert_eq!((report.new_records(), report.present["claim"].len(), report.conflicts.len()), (0, MANY, 0));
    assert!(graph.files() == before, "files have changed");
    let other = format!("{LAST},Other words,harvest,farmers,place-1,tonnes,1,2,12784,12785,3,1,2,0");
    let report = read(&graph, claims(false, Some((LAST, &other))), true).unwrap();
    assert!(
        report.conflicts.iter().any(|one| one.field == "says" && one.file == "Other words"),
        "{:?}",
        report.conflicts
    );
    assert!(report.conflicts.iter().all(|one| one.id == format!("claim-{LAST}")));
    assert!(graph.files() == before, "files have changed");
}

#[test]
fn whatever_is_wrong_is_told_with_its_line_and_nothing_is_written() {
    let row = |start, end, at| format!("{at},Words,harvest,farmers,place-1,tonnes,1,2,{start},{end},3,1,2,0");
    let (reversed, twice) = (row(12_790, 12_784, LAST), row(12_784, 12_785, 7));
    for (row, found) in [
        (&reversed, format!("claims.csv:{}, record \"claim-{LAST}\": ", LAST + 2)),
        (&twice, format!("claims.csv:{}: a second record has the id \"claim-7\", and says something else", LAST + 2)),
        (&row(12_784, 12_785, LAST).replace(",1,2,0", ",5,2,0"), format!("claims.csv:{}, record", LAST + 2)),
        (
            &row(12_784, 12_785, LAST).replace(",1,2,12", ",9,2,12"),
            "the low end 9 lies above the high end 2".to_owned(),
        ),
    ] {
        let graph = Graph::empty();
        let error = read(&graph, claims(false, Some((LAST, row))), true).unwrap_err().to_string();
        assert!(error.contains(&found), "{error}");
        assert_eq!(files(&graph), (Vec::new(), 0));
    }
}

#[test]
fn a_rehearsal_writes_nothing() {
    let graph = Graph::empty();
    let report = read(&graph, claims(false, None), false).unwrap();
    assert_eq!(report.added["claim"].len(), MANY);
    assert_eq!(files(&graph), (Vec::new(), 0));
}

#[test]
fn an_import_that_was_broken_off_leaves_a_graph_that_loads_and_is_ended_by_the_next() {
    let graph = Graph::empty();
    read(&graph, claims(false, None), true).unwrap();
    let whole = nowhere(&graph).claims;
    // As if the program had been stopped after the first of the files.
    fs::remove_file(graph.path().join("added/import-claims-part-0002.ron")).unwrap();
    fs::create_dir(graph.path().join(".import-left")).unwrap();
    assert_eq!(graph.archive().claims.len(), MOST_CLAIMS);
    let report = read(&graph, claims(false, None), true).unwrap();
    assert_eq!((report.added["claim"].len(), report.present["claim"].len()), (MANY - MOST_CLAIMS, MOST_CLAIMS));
    assert!(nowhere(&graph).claims == whole, "the claims are others");
    assert_eq!(files(&graph).1, 0);
}

#[test]
fn a_file_on_disk_is_read_like_one_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("claims.csv");
    fs::write(&path, &*claims(false, Some((LAST, "\n\n1,2"))).bytes().unwrap()).unwrap();
    let files: Vec<File> =
        std::iter::once(File::at(&path)).chain(tables(file("x.csv", "")).into_iter().skip(1)).collect();
    let settings = Settings::default();
    let graph = Graph::empty();
    let error = import(graph.path(), &files, &settings).unwrap_err().to_string();
    assert!(error.contains("the row has 2 cells, the header has 14"), "{error}");
    fs::write(&path, &*claims(false, None).bytes().unwrap()).unwrap();
    assert_eq!(import(graph.path(), &files, &settings).unwrap().added["claim"].len(), MANY);
}
