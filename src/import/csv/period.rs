//! Periods of cells: as the graph writes them, as days, or in words.

use jiff::civil::Date;

use super::date::{self, in_order};
use super::reader::Reader;
use super::row::Row;
use crate::extract::time::times;
use crate::import::error::ImportError;
use crate::model::{PartialDate, PeriodForm};

/// The period in a column, if it says one. A cell that holds something else, or a date that may be two, is a fault.
///
/// # Errors
/// If it was not the cell that was wrong.
pub fn period(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<PeriodForm>, ImportError> {
    let found = form(row, column, reader);
    Ok(reader.naming.incoming.faults.kept(found)?.flatten())
}

fn form(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<PeriodForm>, ImportError> {
    let Some(cell) = row.get(column) else { return ends(row, column, reader) };
    if let Some(found) = row.ron(column) {
        return Ok(Some(found));
    }
    let found = read(&in_order(row, column, cell.trim(), reader)?);
    found.map(Some).ok_or_else(|| row.wrong(column, cell, EXPECTED))
}

/// The period between two days, where the columns of its first and its last day say them.
fn ends(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<PeriodForm>, ImportError> {
    if column != "period" {
        return Ok(None);
    }
    let open = |(first, _): (Date, Date)| Some(first.to_string());
    Ok(match (end(row, "start", reader)?, end(row, "end", reader)?) {
        (Some((first, _)), Some((_, last))) => Some(between(first, last)),
        (Some(start), None) => Some(PeriodForm::Since { event: None, date: open(start), as_of: None }),
        (None, Some((_, last))) => Some(PeriodForm::Until { event: None, date: Some(last.to_string()) }),
        (None, None) => None,
    })
}

/// A year, a month or a day, where the two days are its ends.
fn between(first: Date, last: Date) -> PeriodForm {
    let (year, month) = (first.first_of_year(), first.first_of_month());
    if first == last {
        PeriodForm::In(first.to_string())
    } else if first == month && last == first.last_of_month() {
        PeriodForm::In(format!("{:04}-{:02}", first.year(), first.month()))
    } else if first == year && last == first.last_of_year() {
        PeriodForm::In(format!("{:04}", first.year()))
    } else {
        PeriodForm::Between(first.to_string(), last.to_string())
    }
}

/// The first and the last day that a cell may mean.
fn end(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<(Date, Date)>, ImportError> {
    let date = date::read(row, column, reader)?.and_then(|date| date.parse::<PartialDate>().ok());
    Ok(date.map(|date| (date.first_day(), date.last_day())))
}

const EXPECTED: &str = "a period, such as 2022, 2022-10-04, March 2031, 20 March 2031, 2022-09-21/2022-10-04, now, or \
                        After(event: \"storm\", weeks: 2)";

fn read(cell: &str) -> Option<PeriodForm> {
    if cell.eq_ignore_ascii_case("now") {
        return Some(PeriodForm::Now);
    }
    if is_date(cell) {
        return Some(PeriodForm::In(cell.to_owned()));
    }
    let ends = ["/", "..", " to ", " – ", " - "].into_iter().find_map(|sign| cell.split_once(sign));
    match ends.map(|(first, last)| (first.trim(), last.trim())) {
        Some((first, last)) if is_date(first) && is_date(last) => {
            Some(PeriodForm::Between(first.to_owned(), last.to_owned()))
        }
        Some((first, "")) if is_date(first) => {
            Some(PeriodForm::Since { event: None, date: Some(first.to_owned()), as_of: None })
        }
        Some(("", last)) if is_date(last) => Some(PeriodForm::Until { event: None, date: Some(last.to_owned()) }),
        _ => in_words(cell),
    }
}

fn is_date(text: &str) -> bool {
    text.parse::<PartialDate>().is_ok()
}

/// One time that the words say in full: "September 2022", "21 September 2022".
fn in_words(cell: &str) -> Option<PeriodForm> {
    let found = times(cell, None);
    let [one] = found.as_slice() else { return None };
    match one.days() {
        (Some(first), Some(last)) if first == last => Some(PeriodForm::In(first.to_string())),
        (Some(first), Some(last)) => Some(PeriodForm::Between(first.to_string(), last.to_string())),
        (Some(first), None) => Some(PeriodForm::Since { event: None, date: Some(first.to_string()), as_of: None }),
        (None, Some(last)) => Some(PeriodForm::Until { event: None, date: Some(last.to_string()) }),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_days_may_be_the_ends_of_a_year_a_month_or_one_day() {
        let form = |first: &str, last: &str| between(first.parse().unwrap(), last.parse().unwrap());
        assert_eq!(form("2008-01-01", "2008-12-31"), PeriodForm::In("2008".into()));
        assert_eq!(form("2008-02-01", "2008-02-29"), PeriodForm::In("2008-02".into()));
        assert_eq!(form("2008-02-03", "2008-02-03"), PeriodForm::In("2008-02-03".into()));
        let days = PeriodForm::Between("2008-01-01".into(), "2008-12-30".into());
        assert_eq!(form("2008-01-01", "2008-12-30"), days);
    }

    #[test]
    fn people_write_periods_in_many_ways() {
        let between = |a: &str, b: &str| Some(PeriodForm::Between(a.into(), b.into()));
        assert_eq!(read("2022-10-04"), Some(PeriodForm::In("2022-10-04".into())));
        assert_eq!(read("2022-09-21 to 2022-10-04"), between("2022-09-21", "2022-10-04"));
        assert_eq!(read("2022/2023"), between("2022", "2023"));
        assert_eq!(read("September 2022"), between("2022-09-01", "2022-09-30"));
        assert_eq!(read("soon"), None);
    }
}
