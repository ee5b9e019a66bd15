//! Telephone numbers: groups of digits that are dialled.

use super::draft::Draft;
use super::rule::Role;
use super::view::View;

/// Tokens of a telephone number, at most.
const LONGEST: usize = 14;
/// Tokens between a word for calling and the number.
const MOST_BETWEEN: usize = 4;
/// The fewest digits of a number that is known by its form alone.
const FEWEST: usize = 7;

/// Whether the number of a draft is a telephone number or a part of one.
pub fn is_dialled(view: &View<'_>, draft: &Draft) -> bool {
    if draft.scale != 1.0 || draft.sort().is_some() || view.numeral(draft.end - 1).is_none() {
        return false;
    }
    let (first, end) = run(view, draft);
    let digits = |at: usize| view.letters(at).bytes().filter(u8::is_ascii_digit).count();
    let all: usize = (first..end).map(digits).sum();
    let groups: usize = (first..end).map(|at| groups(view.letters(at))).sum();
    let opened =
        view.letters(first).starts_with('+') || view.letters(first).starts_with('0') || view.is(first, Role::Open);
    let formed = opened && groups > 1 && all >= FEWEST;
    let spaced = all > FEWEST && groups > 1 && all >= FEWEST_OF_GROUP * groups && is_loose(view, first, end);
    formed
        || spaced
        || is_contact(view, first) && all >= FEWEST_OF_CONTACT && !view.is_content(end)
        || is_called(view, first)
            && !view.is_content(end)
            && (groups > 1 && all >= FEWEST || digits(first) == all && all > 2)
}

/// The fewest digits of a number after "Bookings:".
const FEWEST_OF_CONTACT: usize = 5;
/// The fewest digits of each group, where nothing but spaces stands between them.
const FEWEST_OF_GROUP: usize = 4;

/// Whether groups of digits stand beside each other as no number and no two years do: 94140 55512.
fn is_loose(view: &View<'_>, first: usize, end: usize) -> bool {
    let digits = |at: usize| view.numeral(at).is_some_and(|numeral| numeral.plain);
    let long = |at: usize| view.numeral(at).is_some_and(|numeral| usize::from(numeral.digits) > FEWEST_OF_GROUP);
    end > first + 1 && (first..end).all(digits) && (first..end).any(long) && !view.is_content(end)
}

/// Whether it stands after a colon and a word for those who answer: "Bookings: 555 0192".
fn is_contact(view: &View<'_>, first: usize) -> bool {
    first > 1 && view.is(first - 1, Role::Colon) && view.is(first - 2, Role::Contact)
}

/// The groups of digits in a token.
fn groups(letters: &str) -> usize {
    letters.split(|letter: char| !letter.is_ascii_digit()).filter(|group| group.len() > 1).count()
}

/// The tokens around a draft that are digits or signs between them; a comma or a full stop ends them.
fn run(view: &View<'_>, draft: &Draft) -> (usize, usize) {
    let sign = |at: usize| [Role::Hyphen, Role::Plus, Role::Open, Role::Close].iter().any(|role| view.is(at, *role));
    let part = |at: &usize| {
        view.numeral(*at).is_some_and(|numeral| numeral.decimals == 0) && !view.letters(*at).contains(',') || sign(*at)
    };
    let breaks = |at: usize| view.tokens.get(at).is_some_and(|token| token.breaks);
    let back = (draft.first.saturating_sub(LONGEST)..draft.first).rev().take_while(part);
    let first = back.take_while(|at| !breaks(at + 1)).last().unwrap_or(draft.first);
    let mut end = (draft.first..draft.first + LONGEST)
        .take_while(part)
        .take_while(|at| *at == draft.first || !breaks(*at))
        .last()
        .map_or(draft.end, |at| at + 1);
    while end > draft.end && sign(end - 1) {
        end -= 1;
    }
    (first, end)
}

/// Whether a word for calling stands before the number: call, helpline, tel.
fn is_called(view: &View<'_>, first: usize) -> bool {
    let before = (first.saturating_sub(MOST_BETWEEN)..first).rev();
    let mut near =
        before.take_while(|at| !view.is(*at, Role::Period) || view.is(at.wrapping_sub(1), Role::PhoneBefore));
    near.any(|at| view.is(at, Role::PhoneBefore))
}
