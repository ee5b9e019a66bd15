//! References of papers and parts: RB/26/14, FRSO-25-0331, EC 9b, Under-12s.

use super::draft::Draft;
use super::rule::Role;
use super::view::View;

/// Tokens of a reference, at most.
const LONGEST: usize = 8;

/// Whether the number of a draft is a part of a reference, or of a word.
pub fn is_coded(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let hyphen = |at: usize| view.is(at, Role::Hyphen) && view.glued(at);
    let inside = at > 1 && hyphen(at - 1) && view.glued(at);
    let grouped =
        inside && (view.is(at - 2, Role::GroupBefore) || view.is(at - 2, Role::Of) && at > 2 && hyphen(at - 3));
    grouped || view.numeral(at).is_some() && is_led(view, at)
}

/// Whether capitals lead to it without a space, over dashes, slashes and digits.
fn is_led(view: &View<'_>, at: usize) -> bool {
    let mark = |at: usize| [Role::Hyphen, Role::Slash].iter().any(|role| view.is(at, *role));
    let part = |at: &usize| mark(*at) || view.numeral(*at).is_some();
    if !view.glued(at) || at == 0 || !mark(at - 1) {
        return false;
    }
    let first = (at.saturating_sub(LONGEST)..at).rev().take_while(part).take_while(|at| view.glued(*at)).last();
    first.and_then(|first| first.checked_sub(1)).is_some_and(|lead| is_shouted(view.letters(lead)))
}

/// Whether letters are capitals only, and not a currency's.
fn is_shouted(letters: &str) -> bool {
    !letters.is_empty() && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}
