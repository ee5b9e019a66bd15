//! Numbers that only name: Boeing 737, Article 5, COVID-19, 1600 Pennsylvania Avenue, 0800 555 033, (4).

use super::code::is_coded;
use super::dial::is_dialled;
use super::draft::Draft;
use super::game::is_score;
use super::label::is_label;
use super::mention::Kind;
use super::rule::{Ending, Role};
use super::view::View;

/// Whether the number of a draft only names something.
pub fn name(view: &View<'_>, draft: &Draft) -> Option<Kind> {
    let named = exponent(view, draft)
        || numbered(view, draft)
        || scored(view, draft)
        || is_score(view, draft)
        || is_dialled(view, draft)
        || is_coded(view, draft)
        || is_label(view, draft)
        || titled(view, draft)
        || draft.bare && draft.unit.is_none() && draft.first + 1 == draft.end && single(view, draft);
    (named && draft.kind.is_none()).then_some(Kind::Name)
}

/// One numeral without anything.
fn single(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    joined(view, draft)
        || bracketed(view, at)
        || listed(view, at)
        || dialled(view, at)
        || addressed(view, at)
        || indexed(view, at)
        || labelled(view, at)
        || proper(view, draft)
}

/// The −1 of `ml min −1`, which is written out as it stands in print.
fn exponent(view: &View<'_>, draft: &Draft) -> bool {
    let small = draft.value().is_some_and(|value| (-3.0..0.0).contains(&value) && value.fract() == 0.0);
    small
        && draft.unit.is_none()
        && draft.first > 0
        && view.is_word(draft.first - 1)
        && view.letters(draft.first - 1).len() < 4
}

/// Article 5, Eq. 3, No. 5, Section 3.2, pages 4–7, phase two.
fn numbered(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let dotted = view.before(at, Role::Period) && at > 1;
    let capital = view.before(at, Role::NameCapital) && view.capital(at - 1);
    let named = capital && (!view.opens_sentence(at - 1) || !view.is_content(draft.end));
    let word = named
        || view.before(at, Role::NameBefore)
        || dotted && (view.is(at - 2, Role::NameBefore) || view.is(at - 2, Role::NameDotted) && view.glued(at - 1));
    let short = view.before(at, Role::NameDotted) && view.capital(at - 1) && draft.bare && !view.is_content(draft.end);
    let hash = view.before(at, Role::NumberBefore) || short;
    let long = view.numeral(at).is_some_and(|numeral| numeral.digits > 3);
    let grouped = view.numeral(at).is_some_and(|numeral| !numeral.plain && numeral.decimals == 0);
    let told = (long || grouped) && view.is_plural(draft.end);
    // The bank lent the district six new vans.
    let spelled = view.numeral(at).is_none() && counted(view, draft.end);
    let counts = at > 0 && (!view.capital(at - 1) && (told || spelled) || grouped && told);
    // Line 7X: a letter that is a unit elsewhere.
    let lettered =
        draft.unit.is_none() || at > 0 && view.glued(at + 1) && view.letters(at + 1).len() == 1 && view.capital(at + 1);
    (word && !counts || hash) && lettered && draft.scale == 1.0 && draft.lead == at && draft.per.is_none()
}

/// Whether a plural follows, past the words that narrow it.
fn counted(view: &View<'_>, end: usize) -> bool {
    let mut noun = (end..end + MOST_MODIFIERS).take_while(|place| view.is_content(*place));
    noun.any(|place| view.is_plural(place))
}

/// A score where no side is below the other, or after a word for winning: 2-1, won 1–3.
fn scored(view: &View<'_>, draft: &Draft) -> bool {
    let from = draft.first.saturating_sub(MOST_BEFORE_SCORE);
    let dashed =
        draft.range && draft.end == draft.first + 3 && view.is(draft.first + 1, Role::Dash) && draft.unit.is_none();
    dashed && view.glued(draft.first + 1) && (from..draft.first).any(|at| view.is(at, Role::ScoreBefore))
}

/// Words between a word for winning and the score.
const MOST_BEFORE_SCORE: usize = 8;

/// 13F, COVID-19, v.2, 2.9.19.
fn joined(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let tail = view.glued(draft.end) && view.is_word(draft.end);
    let dotted = |at: usize| view.is(at, Role::Period) && view.glued(at) && view.glued(at + 1);
    if dotted(at + 1) && view.numeral(at + 2).is_some() || at > 1 && dotted(at - 1) && view.numeral(at - 2).is_some() {
        return true;
    }
    let apart = [Role::Hyphen, Role::Period, Role::Slash].iter().any(|role| view.before(at, *role));
    let whole = view.numeral(at).is_some_and(|numeral| numeral.decimals == 0);
    let led = at > 1 && draft.lead == at && apart && view.glued(at) && view.glued(at - 1) && view.is_word(at - 2);
    tail || led && whole
}

/// Ann Lee (4), [12].
fn bracketed(view: &View<'_>, at: usize) -> bool {
    let reference = view.letters(at.wrapping_sub(1)) == "[" || view.letters(at + 1) == "]";
    let short = view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 3);
    reference || view.before(at, Role::Open) && view.is(at + 1, Role::Close) && short
}

/// The index of a sign in a formula: r 1, CO 2.
fn indexed(view: &View<'_>, at: usize) -> bool {
    let numeral = view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 2);
    let letters = view.letters(at.wrapping_sub(1));
    let sign = at > 0 && view.is_word(at - 1) && !view.glued(at);
    let variable = letters.len() == 1 && !view.is_content(at + 1) && !view.is(at + 1, Role::Hyphen);
    let formula = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    numeral && sign && (variable || formula)
}

/// A part with its number, as drawings have it: the pump 14, the mould chamber 42.
fn labelled(view: &View<'_>, at: usize) -> bool {
    let part = |at: usize| view.is_content(at) && !view.capital(at) && !view.is(at, Role::CountBefore);
    let small = view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 4);
    let named = at > 1
        && part(at - 1)
        && !view.is_plural(at - 1)
        && !view.is(at - 1, Role::Verb)
        && !view.ends(at - 1, Ending::Action);
    let led = named && (view.is(at - 2, Role::Definite) || at > 2 && part(at - 2) && view.is(at - 3, Role::Definite));
    led && small && (!view.is_content(at + 1) || view.ends(at + 1, Ending::Action))
}

/// How far back a bracket may stand open.
const LONGEST_BRACKET: usize = 40;

/// Whether a bracket stands open before a token.
fn is_open(view: &View<'_>, at: usize) -> bool {
    let from = at.saturating_sub(LONGEST_BRACKET);
    let bracket = (from..at).rev().find(|at| view.is(*at, Role::Open) || view.is(*at, Role::Close));
    bracket.is_some_and(|at| view.is(at, Role::Open))
}

/// The number of an item, at the beginning of a line or with a bracket that closes none: 1. or 2).
fn listed(view: &View<'_>, at: usize) -> bool {
    let short = view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 3);
    if short && view.is(at + 1, Role::Close) && view.glued(at + 1) && view.is_word(at + 2) && !is_open(view, at) {
        return true;
    }
    let opens = view.tokens.get(at).is_some_and(|token| token.breaks) || at == 0;
    let marked = view.glued(at + 1) && (view.is(at + 1, Role::Period) || view.is(at + 1, Role::Close));
    opens && marked && view.is_word(at + 2) && short
}

/// Digits that begin with 0, or with + and others after them, are dialled.
fn dialled(view: &View<'_>, at: usize) -> bool {
    let digits = view.letters(at);
    let zero =
        digits.len() > 2 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    zero || view.before(at, Role::Plus) && view.glued(at) && view.numeral(at + 1).is_some()
}

/// Words of a street's name.
const MOST_OF_STREET: usize = 3;

/// 1600 Pennsylvania Avenue, Calle Salta 1451, the 90049 ZIP code.
fn addressed(view: &View<'_>, at: usize) -> bool {
    let owner = |at: usize| view.is(at, Role::Owner) && view.glued(at);
    let named = |at: usize| view.is_word(at) && view.capital(at) || owner(at);
    let after = (at + 1..=at + 3 + MOST_OF_STREET).take_while(|place| named(*place));
    let street = after.into_iter().any(|place| view.is(place, Role::StreetAfter) && place > at + 1);
    let mut before = (at.saturating_sub(MOST_OF_STREET)..at).rev().take_while(|place| named(*place));
    street || before.any(|place| view.is(place, Role::StreetBefore)) || view.is(at + 1, Role::NameAfter)
}

/// Nouns that may stand between a number and the plural that it counts.
const MOST_MODIFIERS: usize = 3;

/// A number after a word with a capital, where it counts nothing that follows: Boeing 737, Apollo 11 capsule.
fn proper(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let plain = view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits < 5);
    let name = at > 0 && view.is_word(at - 1) && view.capital(at - 1) && !view.opens_sentence(at - 1);
    if !plain
        || !name
        || draft.lead != at
        || view.is(at - 1, Role::Stop)
        || view.before(at, Role::YearBefore)
        || is_headline(view, at)
    {
        return false;
    }
    let mut noun = (at + 1..at + 1 + MOST_MODIFIERS).take_while(|place| view.is_content(*place));
    let led = at > 1 && (view.before(at - 1, Role::Determiner) || view.before(at - 1, Role::Article));
    led || view.capital(at + 1) || !noun.any(|place| view.is_plural(place))
}

/// The Three Tuns, Lucky Seven, the 90417 Express: a number in a name, in the midst of a sentence.
fn titled(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let inside = at > 0 && view.is_word(at - 1) && !view.opens_sentence(at);
    if !inside || draft.unit.is_some() || draft.scale != 1.0 || is_headline(view, at) {
        return false;
    }
    let word = view.is_word(at) && view.capital(at) && draft.end == at + 1;
    let after = view.capital(draft.end) && view.is_word(draft.end) && !view.is_plural(draft.end);
    let train = draft.bare && view.numeral(at).is_some_and(|numeral| numeral.plain && numeral.digits > 2);
    let alone = after && !view.is_content(draft.end + 1);
    word && !view.is(draft.end, Role::Hyphen) || train && alone && view.before(at, Role::Definite)
}

/// Words on either side by which a headline is known.
const AROUND: usize = 6;

/// Whether all nouns and verbs around begin with a capital, so that one before a number names nothing: Storm Kills 12.
fn is_headline(view: &View<'_>, at: usize) -> bool {
    let breaks = |at: usize| view.tokens.get(at).is_none_or(|token| token.breaks);
    let first = (at.saturating_sub(AROUND)..at)
        .rev()
        .find(|place| breaks(place + 1))
        .map_or(at.saturating_sub(AROUND), |place| place + 1);
    let around = first..(at + 1..=at + AROUND).find(|place| breaks(*place)).unwrap_or(at + 1 + AROUND);
    let mut words = around.filter(|place| view.is_content(*place) && !view.glued(*place));
    let shouted = |place: usize| view.letters(place).bytes().all(|byte| byte.is_ascii_uppercase());
    let capitals = words.clone().filter(|place| view.capital(*place) && !shouted(*place)).count();
    let mut all = words.clone();
    let loud = all.clone().count() > 2 && all.all(shouted);
    loud || capitals > 2 && words.all(|place| view.capital(place))
}
