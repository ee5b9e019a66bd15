//! Tells quantities from years, dates, ages, times of day and numbers that only name something.

use super::draft::Draft;
use super::mention::Kind;
use super::number::Form;
use super::rules::{Role, Sort};
use super::view::View;

/// Gives every draft its kind.
pub fn classify(view: &View<'_>, drafts: &mut [Draft]) {
    for place in 0..drafts.len() {
        let years = place > 0 && drafts[place - 1].kind == Some(Kind::Year);
        let dated = place > 0
            && drafts[place - 1].kind == Some(Kind::Date)
            && drafts[place - 1].end >= drafts[place].first.saturating_sub(2);
        let draft = &mut drafts[place];
        let kind = draft
            .kind
            .or_else(|| special(view, draft, years, dated))
            .unwrap_or_else(|| usual(draft, view.before(draft.lead, Role::Ranked)));
        draft.kind = Some(kind);
    }
}

fn special(view: &View<'_>, draft: &mut Draft, years: bool, dated: bool) -> Option<Kind> {
    age(view, draft)
        .or_else(|| (draft.sort() == Some(Sort::Clock)).then_some(Kind::Time))
        .or_else(|| clock(view, draft))
        .or_else(|| decade(view, draft))
        .or_else(|| date(view, draft, dated))
        .or_else(|| year(view, draft, years))
        .or_else(|| name(view, draft))
}

fn usual(draft: &Draft, ranked: bool) -> Kind {
    match (draft.form, draft.sort()) {
        (Form::Ordinal, _) if ranked => Kind::Rank,
        (Form::Ordinal, _) => Kind::Ordinal,
        (_, Some(Sort::Money | Sort::Coin)) => Kind::Money,
        (_, Some(Sort::Share)) => Kind::Share,
        (_, Some(Sort::Ratio)) | (Form::Times, _) => Kind::Ratio,
        (_, Some(Sort::Time)) => Kind::Duration,
        (_, Some(Sort::Clock)) => Kind::Time,
        (_, Some(Sort::Measure)) => Kind::Measure,
        (Form::Part, None) => Kind::Share,
        (_, None) => Kind::Count,
    }
}

/// 50 years old, a 15 year-old, aged 18 to 34, 18 months of age.
fn age(view: &View<'_>, draft: &mut Draft) -> Option<Kind> {
    let old = view.after_hyphen(draft.end);
    let of_age = view.is(draft.end, Role::Of) && view.is(draft.end + 1, Role::AgeBefore);
    let timed = draft.sort() == Some(Sort::Time);
    if timed && view.is(old, Role::AgeAfter) {
        draft.end = old + 1;
    } else if timed && of_age {
        draft.end += 2;
    } else if (draft.plain() || timed || draft.range && draft.unit.is_none())
        && view.before(draft.lead, Role::AgeBefore)
    {
        years_old(view, draft);
    } else {
        return None;
    }
    draft.tail = draft.tail.max(draft.end);
    Some(Kind::Age)
}

/// An age without a unit is in years: the first unit that the rules call a length of time and an age.
fn years_old(view: &View<'_>, draft: &mut Draft) {
    if draft.unit.is_none() {
        let year = view.rules.units.iter().find(|unit| unit.name == "year");
        draft.unit = year.map(|unit| super::draft::Measure { name: unit.name.clone(), sort: unit.sort, per: None });
    }
}

/// 9:01.
fn clock(view: &View<'_>, draft: &Draft) -> Option<Kind> {
    let after = view.is(draft.end, Role::Colon)
        && view.glued(draft.end)
        && view.numeral(draft.end + 1).is_some_and(|next| next.digits == 2);
    let before = view.before(draft.first, Role::Colon)
        && view.glued(draft.first)
        && draft.first > 1
        && view.numeral(draft.first - 2).is_some()
        && view.glued(draft.first - 1);
    (draft.plain() && (after || before)).then_some(Kind::Time)
}

/// The 1990s, his 30s.
fn decade(view: &View<'_>, draft: &mut Draft) -> Option<Kind> {
    let value = draft.value()?;
    let owner = usize::from(view.is(draft.end, Role::Owner) && view.letters(draft.end).len() != 1);
    let plural = draft.sort() == Some(Sort::Time) && view.is(draft.end - 1, Role::Owner) && view.glued(draft.end - 1);
    let round = value % 10.0 == 0.0 && (20.0..2100.0).contains(&value);
    let late = owner == 1 && view.is(draft.end + 1, Role::Owner) && round && draft.bare;
    if !(plural && round || late) {
        return None;
    }
    draft.unit = None;
    if (1000.0..2100.0).contains(&value) {
        (draft.low, draft.high) = (Some(value), Some(value + 9.0));
    }
    Some(Kind::Period)
}

/// October 4, 4 October, the days and years after it.
fn date(view: &View<'_>, draft: &Draft, dated: bool) -> Option<Kind> {
    let month = |at: usize| view.is(at, Role::Month) || (view.is(at, Role::MonthMay) && view.capital(at));
    let value = draft.low?;
    let simple = draft.unit.is_none() && matches!(draft.form, Form::Plain | Form::Ordinal) && draft.scale == 1.0;
    let day = simple && (1.0..=31.0).contains(&value) && value.fract() == 0.0;
    let abbreviated = view.before(draft.first, Role::Period) && draft.first > 1 && month(draft.first - 2);
    let before = draft.first > 0 && (month(draft.first - 1) || abbreviated);
    let after = month(draft.end) || (view.is(draft.end, Role::Of) && month(draft.end + 1));
    let slashed = view.is(draft.end, Role::Slash)
        && view.numeral(draft.end + 1).is_some_and(|next| next.plain)
        && view.is(draft.end + 2, Role::Slash);
    let year = simple && (1000.0..2200.0).contains(&value) && draft.bare && (before || dated);
    let follows = dated && day && view.before(draft.first, Role::Slash);
    (day && (before || after || slashed || follows) || year).then_some(Kind::Date)
}

/// 2016, between 1600 and 1900.
fn year(view: &View<'_>, draft: &Draft, years: bool) -> Option<Kind> {
    let (low, high) = (draft.low.or(draft.high)?, draft.high.or(draft.low)?);
    let four = draft.bare || (draft.range && draft.unit.is_none());
    let numeral = view.numeral(draft.end - 1)?;
    if !four
        || draft.unit.is_some()
        || !numeral.plain
        || numeral.digits != 4
        || draft.scale != 1.0
        || low < 1000.0
        || high >= 2100.0
    {
        return None;
    }
    let kind = if draft.range { Kind::Period } else { Kind::Year };
    let things = view.is_content(draft.end) && !view.capital(draft.end) && view.letters(draft.end).ends_with('s');
    let led = view.before(draft.lead, Role::YearBefore) || (years && view.before(draft.first, Role::But));
    let owned = view.before(draft.lead, Role::Determiner);
    let recent = low >= 1900.0 && draft.first == draft.lead;
    let ok = (recent && (owned || (!things && (led || low >= 1950.0)))) || (low >= 1500.0 && led && !things);
    ok.then_some(kind)
}

/// Boeing 737, Article 5, COVID-19, 13F, (4).
fn name(view: &View<'_>, draft: &Draft) -> Option<Kind> {
    let numeral = view.numeral(draft.end - 1)?;
    if exponent(view, draft) {
        return Some(Kind::Name);
    }
    if !draft.bare || draft.first != draft.end - 1 || draft.unit.is_some() || draft.kind.is_some() {
        return None;
    }
    let at = draft.first;
    let tail = view.glued(draft.end) && view.is_word(draft.end);
    let apart = view.is(at.saturating_sub(1), Role::Hyphen) || view.before(at, Role::Period);
    let hyphened = at > 1 && draft.lead == at && apart && view.glued(at) && view.glued(at - 1) && view.is_word(at - 2);
    let listed = view.letters(at.wrapping_sub(1)) == "[" || view.letters(draft.end) == "]";
    let alone =
        listed || view.before(at, Role::Open) && view.is(draft.end, Role::Close) && numeral.plain && numeral.digits < 3;
    let numbered = view.before(at, Role::NameBefore)
        || (view.before(at, Role::Period) && at > 1 && view.is(at - 2, Role::NameBefore));
    let proper = at > 0
        && draft.lead == at
        && view.is_word(at - 1)
        && view.capital(at - 1)
        && !view.opens_sentence(at - 1)
        && !view.is(at - 1, Role::Stop);
    let counts = view.is_content(draft.end) && !view.capital(draft.end);
    (tail || hyphened || alone || (numeral.plain && (numbered || proper && !counts && numeral.digits < 4)))
        .then_some(Kind::Name)
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
