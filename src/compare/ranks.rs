//! Ranks side by side: one thing in two places, or two things in one place. Several may share a span of places; and how the
//! first from above lies to the first from below, nobody knows who does not know how many there are.

use super::relation::{Gap, GapKind};
use super::subject::ranked;
use super::values::{Leaning, Values};
use crate::model::{Archive, From, Rank};

/// Holds two ranks side by side. A place in a span that several share is a matter of its own: the first rung keeps it apart.
pub(super) fn values(archive: &Archive, a: &Rank, b: &Rank) -> Values {
    let shown = |rank: &Rank| format!("{}: {}", ranked(archive, &rank.subject), text(rank));
    let (text_a, text_b) = if a.subject == b.subject { (text(a), text(b)) } else { (shown(a), shown(b)) };
    let places = b.rank.saturating_sub(a.to).max(a.rank.saturating_sub(b.to));
    let gap = Gap { size: f64::from(places), kind: GapKind::Places };
    let (leaning, gap) = match () {
        () if a.from != b.from => (Leaning::None, None),
        () if a.subject != b.subject => (Leaning::Clash, None),
        () if places > 0 => (Leaning::Clash, Some(gap)),
        () => (Leaning::Agree, None),
    };
    Values { leaning, gap, a: text_a, b: text_b }
}

/// The rank in words: "2nd", "1st to 4th", "last".
pub(super) fn text(rank: &Rank) -> String {
    let places =
        if rank.is_several() { format!("{} to {}", ordinal(rank.rank), ordinal(rank.to)) } else { ordinal(rank.rank) };
    match rank.from {
        From::Top => places,
        From::Bottom => format!("{places} from below"),
    }
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_end_as_english_has_them() {
        let texts: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112].into_iter().map(ordinal).collect();
        assert_eq!(texts, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
    }
}
