//! Dates of an event side by side, each as precise as it is given.

use super::relation::{Gap, GapKind, Reason};
use super::values::{Leaning, Values};
use crate::model::{DateClaim, Window};

/// Holds two dates side by side. A coarser date that holds the finer one is rounding, not disagreement.
pub(super) fn values(a: &DateClaim, b: &DateClaim) -> Values {
    let (leaning, gap) = match (a.when.window, b.when.window) {
        _ if a.when.form == b.when.form => (Leaning::Agree, None),
        (Window::Known(a_first, a_last), Window::Known(b_first, b_last)) => {
            let days =
                |from: jiff::civil::Date, to: jiff::civil::Date| from.until(to).map_or(0, |span| span.get_days());
            let apart = days(a_last, b_first).max(days(b_last, a_first));
            let gap = Gap { size: f64::from(apart), kind: GapKind::Days };
            let nested = (a_first <= b_first && b_last <= a_last) || (b_first <= a_first && a_last <= b_last);
            let approximate = a.when.form.is_approximate() || b.when.form.is_approximate();
            match () {
                () if (a_first, a_last) == (b_first, b_last) => (Leaning::Agree, None),
                () if apart > 0 => (Leaning::Clash, Some(gap)),
                () if nested => (Leaning::Explained(Reason::Rounding), None),
                () if approximate => (Leaning::Explained(Reason::HedgeCovers), None),
                () => (Leaning::Strained, None),
            }
        }
        _ => (Leaning::Explained(Reason::HedgeCovers), None),
    };
    Values { leaning, gap, a: text(a), b: text(b) }
}

/// The date in words, with the days that it may mean where it does not name one.
pub(super) fn text(date: &DateClaim) -> String {
    match date.when.window {
        Window::Known(first, last) if first.to_string() == date.when.text && first == last => first.to_string(),
        Window::Known(first, last) => format!("{} ({first} to {last})", date.when.text),
        _ => date.when.text.clone(),
    }
}
