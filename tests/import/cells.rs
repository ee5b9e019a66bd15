//! Cells that may mean two things are refused with advice; those that can be read in one way are.

use gainsay::model::{About, PeriodForm};
use gainsay::quantity::{Amount, Stated};

use crate::import::support::{Graph, file};

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

/// The value of a cell beside a measure of that unit, and its unit; or the error.
fn value(column: &str, cell: &str, unit: &str) -> Result<(Stated, String), String> {
    let graph = Graph::empty();
    let sheet = format!("says,source,measure,measure_unit,{column}\nIt is so,Post,growth,{unit},\"{cell}\"\n");
    graph.import(&[file("a.csv", &sheet)]).map_err(|error| error.to_string())?;
    let archive = graph.archive();
    let About::Quantity(quantity) = &archive.claims.values().next().unwrap().about else { panic!("no quantity") };
    Ok((quantity.stated.clone(), quantity.unit.clone()))
}

#[test]
fn a_figure_that_may_be_two_is_refused() {
    for column in ["figure", "low", "high", "value"] {
        for (cell, told) in [
            ("5.000", "\"5.000\" may be 5 or 5,000\nhelp: write 5000 or 5"),
            ("1.234,5", "\"1.234,5\" may be 1234.5, with a comma before the decimals\nhelp: write 1234.5"),
            ("12,5", "help: write 12.5"),
        ] {
            let found = value(column, cell, "count").unwrap_err();
            assert!(found.contains(&format!("a.csv:2, column {column}: ")) && found.contains(told), "{found}");
        }
    }
    assert!(value("figure", "about 5.000 people", "count").unwrap_err().contains("write 5000 or 5"));
    assert!(value("low", "some", "count").unwrap_err().contains("a.csv:2, column low: found \"some\""));
}

#[test]
fn a_figure_that_is_one_is_read() {
    let number = Amount::Number;
    for (cell, wanted) in [
        ("1.234.567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("5,000", 5_000.0),
        ("5000", 5_000.0),
        ("1,234.5", 1_234.5),
        ("0.125", 0.125),
        ("12.3450", 12.345),
    ] {
        let read = |column: &str| value(column, cell, "count").map(|(value, _)| value);
        assert_eq!(read("figure"), Ok(Stated::Bare(number(wanted))), "{cell}");
        assert_eq!(read("low"), Ok(Stated::AtLeast(number(wanted))), "{cell}");
        assert_eq!(read("high"), Ok(Stated::AtMost(number(wanted))), "{cell}");
    }
    // As the graph writes it.
    assert_eq!(value("value", "Bare(12.345)", "count"), Ok((Stated::Bare(number(12.345)), "count".to_owned())));
}

#[test]
fn an_m_is_a_million_of_what_is_counted_and_a_metre_of_a_length() {
    let of = |value: f64, unit: &str| Ok((Stated::Bare(Amount::Number(value)), unit.to_owned()));
    for cell in ["1.2m", "1.2M", "1.2 m", "1.2 million"] {
        assert_eq!(value("figure", cell, "count"), of(1_200_000.0, "count"), "{cell}");
    }
    assert_eq!(value("figure", "about 2m", "count").map(|(value, _)| value), Ok(Stated::About(Amount::Number(2e6))));
    assert_eq!(value("figure", "1.2m", "metre"), of(1.2, "metre"));
    assert_eq!(value("figure", "1.2m", "kilometre"), of(1.2, "metre"));
    let range = value("figure", "1.2m to 1.5m", "count").map(|(value, _)| value);
    assert_eq!(range, Ok(Stated::Between(1.2e6, 1.5e6)));
    assert_eq!(value("figure", "£1.2m", ""), of(1_200_000.0, "GBP"));
    let found = value("figure", "1.2m", "").unwrap_err();
    assert!(found.contains("\"1.2m\" may be 1.2 million or metres\nhelp: write 1.2 million, or"), "{found}");
}
