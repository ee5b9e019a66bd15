//! Tells where a word for one counts, and where it stands for a thing or for anybody.

use super::number::{Form, Number};
use super::rule::{Ending, Role};
use super::view::View;

/// Nouns between one and the number that it is a share of: one new boat in ten.
const MOST_NOUNS: usize = 3;

/// Whether the number is a word for one that counts nothing: that one, one's, the longer one, one obtains.
pub fn is_pronoun(view: &View<'_>, number: &Number) -> bool {
    let word = number.form == Form::Plain && number.value == 1.0 && view.numeral(number.first).is_none();
    let single = number.end == number.first + 1 && number.scale == 1.0;
    let at = number.first;
    let nouns = (number.end..number.end + MOST_NOUNS).take_while(|at| view.is_content(*at)).count();
    let within = number.end + nouns;
    let share = view.is(within, Role::In) && view.class(within + 1).is_some();
    word && single && !share && (names(view, number) || named_before(view, at) || anybody(view, at) || held(view, at))
}

/// The one, no one, one another, one's.
fn names(view: &View<'_>, number: &Number) -> bool {
    view.before(number.first, Role::Denied)
        || (view.is(number.end, Role::Denied) && !view.is(number.end, Role::Determiner))
        || (view.is(number.end, Role::Owner) && view.glued(number.end))
}

/// The longer one, a new one.
fn named_before(view: &View<'_>, at: usize) -> bool {
    let named = at > 1
        && view.is_content(at - 1)
        && (view.before(at - 1, Role::Determiner) || view.before(at - 1, Role::Article));
    named && !view.is_content(at + 1) && !view.is(at + 1, Role::Of)
}

/// Those who hold one in addition: after a verb that the rules do not list, with nothing to count.
fn held(view: &View<'_>, at: usize) -> bool {
    let known = |at: usize| [Role::Verb, Role::Change, Role::NameBefore].iter().any(|role| view.is(at, *role));
    let verb = at > 0 && view.is_content(at - 1) && !known(at - 1) && !view.capital(at - 1);
    let hedged = view.rules.hedges_before.longest(view.tokens[..at].iter().rev(), |_, _| true).is_some();
    let open = !view.is_content(at + 1) && !view.is(at + 1, Role::Of) && view.class(at + 1).is_none();
    verb && open && !hedged && !view.is(at + 1, Role::Hyphen) && view.class(at - 1).is_none()
}

/// One obtains; one might say.
fn anybody(view: &View<'_>, at: usize) -> bool {
    let opens = view.opens_sentence(at) || view.before(at, Role::Comma) || view.before(at, Role::Mark);
    view.is_content(at + 1) && view.ends(at + 1, Ending::Plural) || opens && view.is(at + 1, Role::Auxiliary)
}
