//! What a claim says in another way, one step of reckoning on: a count of a total as a share, two levels as a change, two
//! dates as a length of time.

use jiff::ToSpan;
use jiff::civil::Date;

use super::corpus::Entry;
use super::figure::Figure;
use crate::extract::Change;
use crate::extract::claims::Said;
use crate::model::days_between;
use crate::quantity::{Amount, Stated};

/// The readings of all claims of one text in their order; `before` is the claim before each, in the same sentence.
pub fn reading(entry: &Entry, before: Option<&Entry>) -> Option<Figure> {
    match &entry.claim.said {
        Said::Figure { stated, unit } => match stated.printed().as_slice() {
            [own] if *own > 0.0 => share(entry, *own, unit).or_else(|| change(level(before?, unit)?, *own)),
            [from, to] if entry.claim.change() == Some(Change::FromTo) => change(*from, *to),
            _ => None,
        },
        Said::Days { first, last } => span((*first)?, (*last)?),
        Said::Clock { from, until } if from != until => Some(hours(*from, *until)),
        _ => None,
    }
}

/// "354 of 1,180" is 30 percent.
fn share(entry: &Entry, own: f64, unit: &str) -> Option<Figure> {
    let whole = entry.claim.of.filter(|whole| *whole >= own && unit == "count")?;
    Some(percent(own / whole * 100.0))
}

/// The level from which something changes, if it is in that unit: "from 50p to 53p a litre" names what it is per only once.
fn level(before: &Entry, unit: &str) -> Option<f64> {
    let Said::Figure { stated, unit: other } = &before.claim.said else { return None };
    let one = unit == other || unit.strip_prefix(other.as_str()).is_some_and(|rest| rest.starts_with(" per "));
    let printed = stated.printed();
    printed.first().copied().filter(|_| one && printed.len() == 1 && before.claim.change() == Some(Change::From))
}

/// "From 50p to 53p" is 6 percent.
fn change(from: f64, to: f64) -> Option<Figure> {
    (from > 0.0).then(|| percent((to - from).abs() / from * 100.0))
}

fn percent(value: f64) -> Figure {
    Figure::new(Stated::Bare(Amount::Number((value * 10.0).round() / 10.0)), "percent".to_owned())
}

/// "From 9 to 16 March" is seven days, or eight with both ends; a month or a year is none.
fn span(first: Date, last: Date) -> Option<Figure> {
    let days = f64::from(days_between(first, last));
    if days < 1.0 || is_calendar(first, last) {
        return None;
    }
    Some(Figure::new(Stated::Between(days, days + 1.0), "day".to_owned()))
}

/// From 18:30 to 04:15 is nine hours and three quarters; what ends earlier than it begins ends on the next day.
fn hours(from: u16, until: u16) -> Figure {
    let minutes = (i32::from(until) - i32::from(from)).rem_euclid(24 * 60);
    Figure::new(Stated::Bare(Amount::Number(f64::from(minutes) / 60.0)), "hour".to_owned())
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

    fn shown(figure: &Option<Figure>) -> Option<(Vec<f64>, &str)> {
        figure.as_ref().map(|figure| (figure.stated.printed(), figure.unit.as_str()))
    }

    #[test]
    fn two_levels_are_a_change() {
        let corpus = corpus_of(&["The fare goes from $50 to $53 a day."], None);
        assert_eq!(shown(&corpus.entries().last().unwrap().also), Some((vec![6.0], "percent")));
    }

    #[test]
    fn a_count_of_a_total_is_a_share() {
        let corpus = corpus_of(&["Of our 120 kilns, 30 were cold."], None);
        assert_eq!(shown(&corpus.entries().last().unwrap().also), Some((vec![25.0], "percent")));
    }

    #[test]
    fn a_month_is_no_length_of_time_and_two_dates_are_one() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(span(day("2031-03-01"), day("2031-03-31")).is_none());
        assert!(span(day("2031-01-01"), day("2031-12-31")).is_none());
        assert_eq!(shown(&span(day("2031-03-09"), day("2031-03-16"))), Some((vec![7.0, 8.0], "day")));
    }

    #[test]
    fn what_ends_earlier_than_it_begins_ends_on_the_next_day() {
        assert_eq!(shown(&Some(hours(18 * 60 + 30, 4 * 60 + 15))), Some((vec![9.75], "hour")));
    }
}
