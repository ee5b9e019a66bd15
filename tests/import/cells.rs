//! Cells that may mean two things are refused with advice; those that can be read in one way are.

use gainsay::model::PeriodForm;

use crate::support::{Graph, file};

/// The graph's own reading of the period of a row, or the error.
fn period(cell: &str) -> Result<PeriodForm, String> {
    let graph = Graph::empty();
    let sheet = format!("says,source,date\nThe pier is safe,Post,\"{cell}\"\n");
    graph.import(&[file("a.csv", &sheet)]).map_err(|error| error.to_string())?;
    let archive = graph.archive();
    let claim = archive.claims.values().next().unwrap();
    Ok(claim.scope.period.as_ref().unwrap().form.clone())
}

/// The graph's own reading of a date of publication, or the error.
fn published(cell: &str) -> Result<String, String> {
    let graph = Graph::empty();
    let sheet = format!("says,source,published\nThe pier is safe,Post,\"{cell}\"\n");
    graph.import(&[file("a.csv", &sheet)]).map_err(|error| error.to_string())?;
    Ok(graph.archive().sources.values().next().unwrap().published.unwrap().to_string())
}

#[test]
fn a_date_that_may_be_two_days_is_refused() {
    for cell in ["03/02/2031", "3.2.2031", "03-02-2031", "3. 2. 2031"] {
        let wanted = format!("\"{cell}\" may be 3 February 2031 or 2 March 2031\nhelp: write year, month and day");
        for (column, found) in [("period", period(cell).unwrap_err()), ("published", published(cell).unwrap_err())] {
            assert!(found.contains(&format!("a.csv:2, column {column}: {wanted}")), "{found}");
        }
    }
    for cell in ["03/02/2031 - 13/02/2031", "since 03/02/2031", "13/02/2031..3/4/2031"] {
        assert!(period(cell).unwrap_err().contains("may be 3 "), "{cell}");
    }
}

#[test]
fn a_date_that_can_be_one_day_only_is_taken() {
    let day = |text: &str| Ok(PeriodForm::In(text.to_owned()));
    for (cell, wanted) in [
        ("13/02/2031", "2031-02-13"),
        ("02/13/2031", "2031-02-13"),
        ("3.3.2031", "2031-03-03"),
        ("2031/02/03", "2031-02-03"),
        ("2031-02-03", "2031-02-03"),
        ("5 February 2031", "2031-02-05"),
    ] {
        assert_eq!(period(cell), day(wanted), "{cell}");
        assert_eq!(published(cell), Ok(wanted.to_owned()), "{cell}");
    }
    let both = PeriodForm::Between("2031-02-13".into(), "2031-02-21".into());
    assert_eq!(period("13/02/2031 - 21/02/2031"), Ok(both));
}

#[test]
fn days_that_were_turned_round_are_listed() {
    let sheet = "says,source,date,published\nThe pier is safe,Post,13/02/2031,14.2.2031\nIt is open,Post,2031-02-03,\n";
    let report = Graph::empty().import(&[file("a.csv", sheet)]).unwrap();
    let listed = report.assumed.iter().filter(|one| one.why.contains("three numbers"));
    let listed: Vec<(&str, &str)> = listed.map(|one| (one.at.as_str(), one.what.as_str())).collect();
    let wanted = [
        ("a.csv:2, column published", "14.2.2031 is 2031-02-14"),
        ("a.csv:2, column period", "13/02/2031 is 2031-02-13"),
    ];
    assert_eq!(listed, wanted);
}

#[test]
fn dates_of_publication_are_read_in_words() {
    for (cell, wanted) in [
        ("March 2031", "2031-03"),
        ("Feb. 5, 2031", "2031-02-05"),
        ("2031-02-05T10:00:00Z", "2031-02-05"),
        ("2031", "2031"),
    ] {
        assert_eq!(published(cell), Ok(wanted.to_owned()), "{cell}");
    }
    for cell in ["yesterday", "5 February", "5 February 2031, perhaps", "March to May 2031"] {
        let found = published(cell).unwrap_err();
        assert!(found.contains("a.csv:2, column published: found"), "{found}");
        assert!(found.contains("expected a date, such as") && found.contains("March 2031"), "{found}");
    }
    for cell in ["30/30/2031", "03/02/31", "13.2.31", "2031-02-30"] {
        let found = [published(cell).unwrap_err(), period(cell).unwrap_err()];
        assert!(found.iter().all(|found| found.contains("expected a day of the calendar")), "{found:?}");
    }
    assert!(period("soon").unwrap_err().contains("March 2031"));
}
