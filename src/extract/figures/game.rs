//! Scores of games and odds on them, which are no figures of a story: 212 for 4, by six wickets, a 10-point favourite.

use super::draft::Draft;
use super::rule::Role;
use super::view::View;

/// Words between a word for winning and the score, or what it is counted in.
const MOST_BETWEEN: usize = 8;
/// More wickets than a side has.
const WICKETS: f64 = 11.0;

/// Whether the number of a draft is of a game.
pub fn is_score(view: &View<'_>, draft: &Draft) -> bool {
    let at = view.after_hyphen(draft.end);
    let counted = view.is(at, Role::GameAfter) || view.is(at, Role::SportAfter) && is_won(view, draft);
    let odds = draft.unit.is_some() && view.is(at, Role::GameAfter);
    odds || draft.plain() && (counted || all_out(view, draft) || for_wickets(view, draft))
}

/// Whether a word for winning or losing stands near before it.
fn is_won(view: &View<'_>, draft: &Draft) -> bool {
    let from = draft.first.saturating_sub(MOST_BETWEEN);
    (from..draft.first).any(|at| view.is(at, Role::ScoreBefore))
}

/// All out for 143.
fn all_out(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.lead;
    at > 2 && view.is(at - 1, Role::For) && view.is(at - 2, Role::Out) && !view.is_content(draft.end)
}

/// 212 for 4: runs for wickets, with nothing counted after either.
fn for_wickets(view: &View<'_>, draft: &Draft) -> bool {
    let few = |at: usize| view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.value < WICKETS);
    let runs = |at: usize| view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 4);
    let at = draft.first;
    let first = draft.bare && runs(at) && view.is(at + 1, Role::For) && few(at + 2) && !view.is_content(at + 3);
    let second =
        draft.bare && few(at) && at > 1 && view.is(at - 1, Role::For) && runs(at - 2) && !view.is_content(at + 1);
    let declared = |at: usize| view.letters(at).len() > 1;
    (first && declared(at)) || (second && declared(at - 2))
}
