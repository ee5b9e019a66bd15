//! Numbers that tell one of many from the others: Juror 8, a grade of 4, the 38 bus, a 10k runner, shoes, 42 to 44.

use super::draft::Draft;
use super::rule::{Role, Sort};
use super::view::View;

/// The digits of the number of a bus or a train, at most.
const TRANSPORT_DIGITS: u8 = 5;
/// Words of a title between quotation marks, at most.
const LONGEST_TITLE: usize = 6;
/// Words between one for running and the length of the race.
const MOST_BEFORE_RACE: usize = 3;

/// Whether the number of a draft only tells one of many.
pub fn is_label(view: &View<'_>, draft: &Draft) -> bool {
    let plain = draft.unit.is_none() && draft.lead == draft.first && draft.scale == 1.0;
    is_race(view, draft)
        || is_family(view, draft)
        || is_small_change(view, draft)
        || is_size(view, draft)
        || plain
            && (is_titled(view, draft)
                || draft.bare && (is_capital(view, draft) || is_grade(view, draft) || is_run(view, draft)))
}

/// Juror 8: a noun with a capital, in the singular.
fn is_capital(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let digits = view.numeral(at).is_some_and(|numeral| numeral.plain);
    digits && view.before(at, Role::Labelled) && view.capital(at - 1)
}

/// A grade of 4.
fn is_grade(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    at > 1 && view.is(at - 1, Role::Of) && view.is(at - 2, Role::Graded) && !view.is_content(draft.end)
}

/// The 38 bus, the 14.20 train.
fn is_run(view: &View<'_>, draft: &Draft) -> bool {
    let digits = view.numeral(draft.first).is_some_and(|numeral| numeral.digits < TRANSPORT_DIGITS);
    digits && view.before(draft.first, Role::Definite) && view.is(draft.end, Role::Transport)
}

/// A 10k runner; she ran the 5k.
fn is_race(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let scaled = (draft.first..draft.end).any(|at| view.is(at, Role::RaceScale));
    let ran = (at.saturating_sub(MOST_BEFORE_RACE)..at).any(|at| view.is(at, Role::RaceBefore));
    let raced = view.is(draft.end, Role::RaceAfter) || ran && !view.is_plural(draft.end);
    scaled && raced && draft.sort().is_none_or(|sort| sort == Sort::Measure)
}

/// A £1 coin; ask at the desk, price £5.
fn is_small_change(view: &View<'_>, draft: &Draft) -> bool {
    let money = draft.sort().is_some_and(|sort| matches!(sort, Sort::Money | Sort::Coin));
    let thing = view.is(view.after_hyphen(draft.end), Role::Coin);
    let at = draft.lead;
    let opens = at > 1 && (view.is(at - 2, Role::Comma) || view.is(at - 2, Role::Open));
    money && draft.scale == 1.0 && (thing || opens && view.is(at - 1, Role::Priced))
}

/// She has three sons: those who belong to a person, in words.
fn is_family(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let few = draft.plain() && view.numeral(at).is_none() && draft.lead == at;
    let kin = view.is(draft.end, Role::Kin) && !view.is(draft.end + 1, Role::In);
    few && kin
        && at > 1
        && view.before(at, Role::Own)
        && (view.is(at - 2, Role::Person) || view.is(at - 2, Role::Owner))
}

/// Shoes, 42 to 44.
fn is_size(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let sized = at > 1 && view.before(at, Role::Comma) && view.is(at - 2, Role::Sized);
    sized && draft.unit.is_none() && !view.is_content(draft.end)
}

/// The film 40 Days, "Seven Roads": the words after it have capitals, too.
fn is_titled(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let after = view.is_word(draft.end) && view.capital(draft.end);
    let work = view.before(at, Role::Work) && after;
    work || after && view.before(at, Role::Quote) && is_quoted_title(view, draft)
}

/// Whether all nouns up to the end of the quotation have capitals, and it is short.
fn is_quoted_title(view: &View<'_>, draft: &Draft) -> bool {
    let loud = |at: &usize| !view.is_content(*at) || view.capital(*at);
    let within = draft.end..=draft.end + LONGEST_TITLE;
    within.take_while(|at| view.is(*at, Role::Quote) || loud(at)).any(|at| view.is(at, Role::Quote))
}
