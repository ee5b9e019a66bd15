//! Dates of cells: as the graph writes them, in three numbers, or in words. What may be two days is refused.

use crate::codes::Code;
use jiff::Span;
use jiff::civil::Date;

use super::reader::Reader;
use super::row::Row;
use crate::extract::time::times;
use crate::import::error::ImportError;
use crate::import::source;
use crate::model::PartialDate;

/// The date in a column, if it says one. A cell that holds something else, or may be two dates, is a fault.
///
/// # Errors
/// If it was not the cell that was wrong.
pub fn date(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<String>, ImportError> {
    let found = read(row, column, reader);
    Ok(reader.naming.incoming.faults.kept(found)?.flatten())
}

/// The same, with the fault.
///
/// # Errors
/// If the cell holds something else, or may be two dates.
pub fn read(row: &Row<'_>, column: &str, reader: &mut Reader<'_>) -> Result<Option<String>, ImportError> {
    let Some(cell) = row.get(column) else { return Ok(None) };
    if row.days(column).is_some() {
        return day(row, column).map(|day| day.map(|day| day.to_string()));
    }
    let plain = in_order(row, column, cell.trim(), reader)?;
    let found = source::date(&plain).or_else(|| in_words(&plain));
    let expected = "a date, such as 2031, 2031-03, 2031-03-20, March 2031 or 20 March 2031";
    found.map(Some).ok_or_else(|| row.wrong(column, cell, expected))
}

/// The day in a column of days since 1 January 1970.
fn day(row: &Row<'_>, column: &str) -> Result<Option<Date>, ImportError> {
    let Some(days) = row.days(column) else { return Ok(None) };
    let day = Date::constant(1970, 1, 1).checked_add(Span::new().days(days));
    let expected = "a day of the calendar, in days since 1970-01-01";
    day.map(Some).map_err(|_| row.wrong(column, &days.to_string(), expected))
}

/// The cell with all dates of three numbers as the graph writes them. Those that were turned round are listed.
///
/// # Errors
/// If day and month of one cannot be told apart.
pub fn in_order(row: &Row<'_>, column: &str, cell: &str, reader: &mut Reader<'_>) -> Result<String, ImportError> {
    let (mut done, mut rest) = (String::new(), cell);
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        done.push_str(before);
        let Some(three) = three(from) else {
            let end = from.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(from.len());
            done.push_str(&from[..end]);
            rest = &from[end..];
            continue;
        };
        let text = &from[..three.length];
        match readings(&three.numbers).as_slice() {
            [] => {
                return Err(row.wrong(
                    column,
                    text,
                    "a day of the calendar, with four digits for the year: 2031-02-03",
                ));
            }
            [one] if one == text => done.push_str(one),
            [one] => {
                let why = "a date of three numbers that can be read in one way only";
                reader.naming.incoming.assumed(
                    format!("{}, column {column}", row.at()),
                    format!("{text} is {one}"),
                    why,
                );
                done.push_str(one);
            }
            [first, others @ ..] => return Err(two_ways(row, column, text, first, others)),
        }
        rest = &from[three.length..];
    }
    Ok(done + rest)
}

fn two_ways(row: &Row<'_>, column: &str, text: &str, first: &str, others: &[String]) -> ImportError {
    let others: Vec<String> = others.iter().map(|date| in_full(date)).collect();
    let at = format!("{}, column {column}", row.at());
    let found = format!("\"{text}\" may be {} or {}", in_full(first), others.join(" or "));
    ImportError::at(Code::AmbiguousDate, at, found, format!("write year, month and day, such as {first}"))
}

/// Three numbers with the same sign between them, and how many bytes they take.
struct Three<'a> {
    numbers: [&'a str; 3],
    length: usize,
}

fn three(text: &str) -> Option<Three<'_>> {
    let (first, rest) = digits(text)?;
    let sign = rest.chars().next().filter(|sign| "/.-".contains(*sign))?;
    let next = |rest: &'_ str| -> Option<usize> {
        let after = rest.strip_prefix(sign)?;
        Some(rest.len() - after.trim_start_matches(' ').len())
    };
    let (second, rest) = digits(&rest[next(rest)?..])?;
    let (third, rest) = digits(&rest[next(rest)?..])?;
    let goes_on = next(rest).is_some_and(|at| rest[at..].starts_with(|letter: char| letter.is_ascii_digit()));
    let length = text.len() - rest.len();
    (!goes_on).then_some(Three { numbers: [first, second, third], length })
}

/// The digits that a text begins with, at most as many as a year has, and the rest.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    (1..=4).contains(&end).then(|| text.split_at(end))
}

/// The days that three numbers may be. Without a year of four digits they are none.
fn readings(numbers: &[&str; 3]) -> Vec<String> {
    let [first, second, third] = *numbers;
    let orders = match (first.len(), third.len()) {
        (4, _) => vec![(first, second, third)],
        (_, 4) => vec![(third, second, first), (third, first, second)],
        _ => Vec::new(),
    };
    let days = orders.into_iter().map(|(year, month, day)| format!("{year}-{month:0>2}-{day:0>2}"));
    let mut days: Vec<String> = days.filter(|day| day.parse::<PartialDate>().is_ok()).collect();
    days.dedup();
    days
}

/// `3 February 2031`.
fn in_full(date: &str) -> String {
    let day = date.parse::<PartialDate>().map(PartialDate::first_day);
    day.map_or_else(|_| date.to_owned(), |day| day.strftime("%-d %B %Y").to_string())
}

/// A day, a month or a year that words say, and nothing else.
fn in_words(text: &str) -> Option<String> {
    let found = times(text, None);
    let [one] = found.as_slice() else { return None };
    if one.span != (0..text.len()) {
        return None;
    }
    let (first, last) = one.days();
    let wanted = first.zip(last)?;
    let ends = |date: &String| date.parse::<PartialDate>().ok().map(|date| (date.first_day(), date.last_day()));
    let as_precise = ["%Y", "%Y-%m", "%F"].map(|form| wanted.0.strftime(form).to_string());
    as_precise.into_iter().find(|date| ends(date) == Some(wanted))
}
