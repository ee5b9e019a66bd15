//! The words for what a number counts.

use super::rule::{Ending, Role};
use super::view::View;

/// Words of what is counted; more than these are a sentence.
const MOST: usize = 5;

/// The noun phrase that begins at a token, as far as words show it: up to a verb, and no farther than its first plural
/// unless another follows; `until` is the next number.
pub fn counted(view: &View<'_>, from: usize, until: usize) -> Option<String> {
    let mut from = from;
    while from < until && (view.is(from, Role::Of) || view.is(from, Role::Determiner)) && view.is_word(from) {
        from += 1;
    }
    // A seven-member team: the word that is joined, and no more.
    let joined = view.is(from, Role::Hyphen) && view.glued(from);
    from += usize::from(joined);
    let most = from + if joined { 1 } else { MOST };
    let mut end = from;
    while end < until && end < most && goes_on(view, from, end) {
        end += 1;
    }
    (end > from).then(|| view.text[view.tokens[from].start..view.tokens[end - 1].end].to_owned())
}

fn goes_on(view: &View<'_>, from: usize, at: usize) -> bool {
    let joins = |at: usize| view.glued(at) && view.glued(at + 1);
    if view.is(at, Role::Hyphen) {
        return view.glued(at) && view.is_content(at + 1);
    }
    if view.is(at, Role::Owner) && joins(at) || view.before(at, Role::Owner) && view.glued(at) && at > from {
        return view.is_word(at) || view.is_word(at + 1);
    }
    if view.is(at, Role::Period) {
        return is_initial(view, at - 1) && view.glued(at) && at > from && view.is_word(at + 1);
    }
    if view.is(at, Role::And) && at > from {
        return view.is_content(at + 1) && !view.is_plural(at - 1) && view.is_plural(at + 2);
    }
    let noun = view.is_content(at) && !view.is(at, Role::Verb) && !view.is(at, Role::AgeBefore);
    let ended = at > from && view.is_plural(at - 1) && !view.capital(at - 1);
    let action = !view.capital(at) && view.ends(at, Ending::Action);
    noun && !(ended && (action || !view.is_plural(at))) && (!action || view.is_content(at + 1))
}

/// U of U.S.
fn is_initial(view: &View<'_>, at: usize) -> bool {
    view.letters(at).len() == 1 && view.capital(at)
}
