//! What a claim says in another way, one step of reckoning on: a count of a total as a share, two levels as a change, two
//! dates as a length of time.

use jiff::ToSpan;
use jiff::civil::Date;

use super::corpus::Entry;
use crate::extract::Change;
use crate::extract::claim::Said;
use crate::quantity::{Amount, Stated};

/// A value that follows from a claim, with its unit.
pub type Reading = (Stated, String);

/// The readings of all claims of one text in their order; `before` is the claim before each, in the same sentence.
pub fn reading(entry: &Entry, before: Option<&Entry>) -> Option<Reading> {
    match &entry.claim.said {
        Said::Figure { stated, unit } => {
            let own = single(stated)?;
            share(entry, own, unit).or_else(|| change(before?, unit, own))
        }
        Said::Days { first, last } => span((*first)?, (*last)?),
        _ => None,
    }
}

fn single(stated: &Stated) -> Option<f64> {
    match stated.printed().as_slice() {
        [one] if *one > 0.0 => Some(*one),
        _ => None,
    }
}

/// "354 of 1,180" is 30 percent.
fn share(entry: &Entry, own: f64, unit: &str) -> Option<Reading> {
    let whole = entry.claim.of.filter(|whole| *whole >= own && unit == "count")?;
    Some(percent(own / whole * 100.0))
}

/// "From 50p to 53p" is 6 percent.
fn change(before: &Entry, unit: &str, own: f64) -> Option<Reading> {
    let Said::Figure { stated, unit: other } = &before.claim.said else { return None };
    let from = single(stated).filter(|_| unit == other && before.claim.change() == Some(Change::From))?;
    Some(percent((own - from).abs() / from * 100.0))
}

fn percent(value: f64) -> Reading {
    (Stated::Bare(Amount::Number((value * 10.0).round() / 10.0)), "percent".to_owned())
}

/// "From 9 to 16 March" is seven days, or eight with both ends; a month or a year is none.
fn span(first: Date, last: Date) -> Option<Reading> {
    let days = f64::from(first.until(last).ok()?.get_days());
    if days < 1.0 || is_calendar(first, last) {
        return None;
    }
    Some((Stated::Between(days, days + 1.0), "day".to_owned()))
}

/// Whether two days are the ends of one month, quarter, half year, year or decade.
fn is_calendar(first: Date, last: Date) -> bool {
    let ends = |months: i32| first.checked_add(months.months()).is_ok_and(|next| next.yesterday().ok() == Some(last));
    first.day() == 1 && [1, 3, 6, 12, 120].into_iter().any(ends)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::corpus::tests::corpus_of;

    fn readings(text: &str) -> Vec<Option<Reading>> {
        corpus_of(&[text], Some("2031-05-14")).entries().iter().map(|entry| entry.also.clone()).collect()
    }

    #[test]
    fn two_levels_are_a_change() {
        let found = readings("The fare goes from $50 to $53.");
        assert_eq!(found[1], Some((Stated::Bare(Amount::Number(6.0)), "percent".to_owned())));
        assert_eq!(found[0], None);
    }

    #[test]
    fn a_month_is_no_length_of_time_and_two_dates_are_one() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(span(day("2031-03-01"), day("2031-03-31")), None);
        assert_eq!(span(day("2031-01-01"), day("2031-12-31")), None);
        assert_eq!(span(day("2031-03-09"), day("2031-03-16")), Some((Stated::Between(7.0, 8.0), "day".to_owned())));
    }
}
