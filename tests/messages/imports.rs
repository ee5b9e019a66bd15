//! Files of other programs that cannot be imported.

use gainsay::codes::Code;

use crate::messages::scene::{Case, Scene};

/// A file, and what an import says of it.
fn of(code: Code, what: &str, name: &'static str, text: &'static str) -> Case {
    Case::new(code, what, move || Scene::with_graph().with(name, text).run(&format!("gainsay import {name}")))
}

/// The examples, in the order of codes.
pub fn cases() -> Vec<Case> {
    vec![
        of(
            Code::AmbiguousDate,
            "3 April or 4 March",
            "sources.csv",
            "id,title,published\nquay-radio,Quay reopened,03/04/2031\n",
        ),
        of(
            Code::AmbiguousFigure,
            "one thousand or one and a bit",
            "sheet.csv",
            "source,says,measure,figure\nQuay Radio,Boats were lost,boats,1.234\n",
        ),
        of(
            Code::AmbiguousFigure,
            "millions or metres",
            "sheet.csv",
            "source,says,measure,figure\nQuay Radio,Boats were lost,boats,5 m\n",
        ),
        of(
            Code::ColumnTwice,
            "two columns of one name",
            "sheet.csv",
            "source,says,measure,figure,figure\nQuay Radio,Boats were lost,boats,12,13\n",
        ),
        of(
            Code::EmptyCell,
            "a quantity without a figure",
            "sheet.csv",
            "kind,source,says,measure,figure\nquantity,Quay Radio,Boats were lost,boats,\n",
        ),
        of(
            Code::EmptyCell,
            "a figure of nothing",
            "sheet.csv",
            "kind,source,says,measure,figure\nquantity,Quay Radio,Some were lost,,12\n",
        ),
        of(
            Code::EmptyCell,
            "a date without a day",
            "sheet.csv",
            "kind,source,says,event,when\ndate,Quay Radio,The storm was then,storm,\n",
        ),
        of(
            Code::EmptyCell,
            "a rank without a number",
            "sheet.csv",
            "kind,source,says,measure,subject,rank\nrank,Quay Radio,It is the first port,arrivals,port,\n",
        ),
        of(Code::NotBibtex, "a comma that is missing", "library.bib", "@article{harbour title = {The storm}}\n"),
        of(
            Code::NotJson,
            "a bracket that is missing",
            "sources.json",
            "[{\"id\": \"quay-radio\", \"type\": \"webpage\"}",
        ),
        Case::new(Code::Overgrown, "lists in lists in lists", || {
            let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
            Scene::with_graph().with("sources.json", &deep).run("gainsay import sources.json")
        }),
        of(
            Code::NothingToImport,
            "a page without a fact check",
            "page.html",
            "<!doctype html><html><body><p>Nothing here.</p></body></html>",
        ),
        of(Code::NothingToImport, "a library without entries", "library.bib", "% nothing yet\n"),
        Case::new(Code::NothingToImport, "a folder without tables", || {
            Scene::with_graph().with("tables/readme.md", "later").run("gainsay import --from csv tables")
        }),
        of(
            Code::UnevenRow,
            "a comma in a figure",
            "sheet.csv",
            "source,says,measure,figure\nQuay Radio,Boats were lost,boats,6,000\n",
        ),
        of(
            Code::UnevenRow,
            "a row that is cut off",
            "sheet.csv",
            "source,says,measure,figure\nQuay Radio,Boats were lost\n",
        ),
        of(Code::UnknownFormat, "notes", "notes.txt", "Close to 6,000 sailors have landed.\n"),
        of(Code::UnknownTable, "a table of colours", "sheet.csv", "colour,number\nred,12\n"),
        Case::new(Code::Workbook, "a workbook", || {
            Scene::with_graph().with("sheet.xlsx", b"PK\x03\x04\x14\0\x06\0").run("gainsay import sheet.xlsx")
        }),
        of(
            Code::WrongCell,
            "a rank in words",
            "sheet.csv",
            "kind,source,says,measure,subject,rank\nrank,Quay Radio,It is the first port,arrivals,port,first\n",
        ),
        of(
            Code::WrongCell,
            "a figure in other words",
            "sheet.csv",
            "source,says,measure,figure\nQuay Radio,Boats were lost,boats,umpteen\n",
        ),
    ]
}
