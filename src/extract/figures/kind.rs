//! Tells quantities from years, dates, ages, times of day and numbers that only name something.

use super::draft::Draft;
use super::mention::Kind;
use super::name::name;
use super::number::Form;
use super::rule::{Role, Sort};
use super::view::View;

/// Gives every draft its kind.
pub fn classify(view: &View<'_>, drafts: &mut [Draft]) {
    for place in 0..drafts.len() {
        let last = place.checked_sub(1).map(|last| Last::of(&drafts[last]));
        let draft = &mut drafts[place];
        let kind = draft
            .kind
            .or_else(|| special(view, draft, last))
            .unwrap_or_else(|| usual(draft, view.before(draft.lead, Role::Ranked)));
        draft.kind = Some(kind);
    }
}

/// What the draft before was, and where it ended.
#[derive(Clone, Copy)]
struct Last {
    kind: Option<Kind>,
    end: usize,
    named: bool,
}

impl Last {
    fn of(draft: &Draft) -> Self {
        Self { kind: draft.kind, end: draft.end, named: draft.kind == Some(Kind::Name) }
    }

    /// Whether it is of that kind and a token at most stands between.
    fn is(self, kind: Kind, draft: &Draft) -> bool {
        self.kind == Some(kind) && self.end + 1 >= draft.first
    }
}

fn special(view: &View<'_>, draft: &mut Draft, last: Option<Last>) -> Option<Kind> {
    let years = last.is_some_and(|last| last.kind == Some(Kind::Year));
    let dated = last.is_some_and(|last| last.kind == Some(Kind::Date) && last.end + 2 >= draft.first);
    let dated = dated && !opens_sentence(view, draft);
    let listed = view.before(draft.first, Role::And) || view.before(draft.first, Role::Comma);
    let aged = listed && last.is_some_and(|last| last.is(Kind::Age, draft)) && !view.is_plural(draft.end);
    // Digits straight after others that name are part of them: 0800 555 033.
    let chained = last.is_some_and(|last| last.named && last.end == draft.first) && draft.bare && draft.plain();
    // Tables 1 and 2.
    let also = last.is_some_and(|last| last.is(Kind::Name, draft)) && view.before(draft.first, Role::And);
    let chained = chained || also && draft.bare && draft.plain() && !view.is_content(draft.end);
    age(view, draft, aged)
        .or_else(|| (draft.sort() == Some(Sort::Clock)).then_some(Kind::Time))
        .or_else(|| clock(view, draft))
        .or_else(|| decade(view, draft))
        .or_else(|| date(view, draft, dated))
        .or_else(|| year(view, draft, years))
        .or_else(|| ranked(view, draft))
        .or_else(|| chained.then_some(Kind::Name))
        .or_else(|| name(view, draft))
}

/// The second largest, 14th place: an ordinal before a word for an order.
fn ranked(view: &View<'_>, draft: &Draft) -> Option<Kind> {
    let at = view.after_hyphen(draft.end);
    let order = view.is(at, Role::Superlative) || view.is(at, Role::Ranked);
    (draft.form == Form::Ordinal && order).then_some(Kind::Rank)
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
        (Form::Part | Form::Most, None) => Kind::Share,
        (_, None) => Kind::Count,
    }
}

/// 50 years old, a 15 year-old, aged 18 to 34, 18 months of age, 40 years and older; Smith, 45, said.
fn age(view: &View<'_>, draft: &mut Draft, aged: bool) -> Option<Kind> {
    let old = view.after_hyphen(draft.end);
    let of_age = view.is(draft.end, Role::Of) && view.is(draft.end + 1, Role::AgeBefore);
    let timed = draft.sort() == Some(Sort::Time);
    let bare = draft.plain() || draft.range && draft.unit.is_none();
    if timed && view.is(old, Role::AgeAfter) {
        draft.end = old + 1;
    } else if timed && of_age {
        draft.end += 2;
    } else if bare && (led_as_age(view, draft) || aged || in_apposition(view, draft) || is_limit_of_age(view, draft)) {
        years_old(view, draft);
    } else if !(timed && (led_as_age(view, draft) || older(view, draft))) {
        return None;
    }
    draft.tail = draft.tail.max(draft.end);
    Some(Kind::Age)
}

/// Aged 18, between the ages of 18.
fn led_as_age(view: &View<'_>, draft: &Draft) -> bool {
    let lead = draft.lead;
    let between = view.before(lead, Role::Of) || view.before(lead, Role::Between) || view.before(lead, Role::From);
    view.before(lead, Role::AgeBefore)
        || between && view.before(lead - 1, Role::AgeBefore)
        || is_somebody(view, draft)
        || is_of_age(view, draft)
}

/// "A widow of 58"; "at 81 he still rows".
fn is_of_age(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    let age = draft.bare && draft.unit.is_none() && draft.value().is_some_and(|value| AGES.contains(&value));
    let human = at > 1 && view.is(at - 1, Role::Of) && view.is(at - 2, Role::Human) && !view.is_plural(draft.end);
    let acts = view.before(at, Role::AtAge) && view.is(draft.end, Role::Person);
    age && draft.lead == at && (human || acts)
}

/// Children under five, people over 65: a bare number and a limit after those who are so old.
fn is_limit_of_age(view: &View<'_>, draft: &Draft) -> bool {
    let limit = draft.lead + 1 == draft.first && view.is(draft.lead, Role::AgeLimit);
    let age = draft.unit.is_none() && draft.low.or(draft.high).is_some_and(|value| AGES.contains(&value));
    limit && age && view.before(draft.lead, Role::Aged) && !view.is_plural(draft.end)
}

/// "She is 70", "who will be 70 in May": a bare number that somebody is.
fn is_somebody(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.lead;
    let age = draft.bare && draft.value().is_some_and(|value| AGES.contains(&value)) && !view.is_content(draft.end);
    let be = at > 1 && view.is(at - 1, Role::Being);
    let subject = at.wrapping_sub(if at > 2 && view.is(at - 2, Role::Auxiliary) { 3 } else { 2 });
    age && be && draft.unit.is_none() && view.is(subject, Role::Person) && !view.is(draft.end, Role::Of)
}

/// 40 years and older.
fn older(view: &View<'_>, draft: &Draft) -> bool {
    draft.tail > draft.end && view.is(draft.tail - 1, Role::AgeHedge)
        || draft.lead < draft.first && view.is(draft.lead, Role::AgeHedge)
}

/// More years than anybody has lived, and the least age that stands beside a name.
const AGES: std::ops::Range<f64> = 1.0..115.0;

/// Smith, 45, said: a number between commas after a name.
fn in_apposition(view: &View<'_>, draft: &Draft) -> bool {
    let whole = draft.value().is_some_and(|value| AGES.contains(&value) && value.fract() == 0.0);
    let at = draft.first - usize::from(view.before(draft.first, Role::AgeAdverb));
    let comma = view.before(at, Role::Comma) && draft.lead >= at;
    let human = at > 1 && view.is(at - 2, Role::Human);
    let name = at > 1 && view.is_word(at - 2) && (human || view.capital(at - 2) && !is_month(view, at - 2));
    let full = human || at > 2 && view.is_word(at - 3) && (view.capital(at - 3) || view.is(at - 3, Role::Verb));
    let closed =
        view.is(draft.end, Role::Comma) || view.is(draft.end, Role::Close) || full && view.is(draft.end, Role::Period);
    // A number on either side makes it a list.
    let listed = view.numeral(draft.end + 1).is_some() || at > 2 && view.numeral(at - 3).is_some();
    (draft.bare || human && draft.plain()) && whole && comma && name && closed && !listed
}

/// An age without a unit is in the unit that the rules give for it.
fn years_old(view: &View<'_>, draft: &mut Draft) {
    if draft.unit.is_none() {
        let unit = view.rules.units.iter().find(|unit| unit.of_age);
        draft.unit = unit.map(|unit| super::draft::Measure { name: unit.name.clone(), sort: unit.sort, per: None });
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
    if value < AGES.end && view.before(draft.lead, Role::Determiner) {
        (draft.low, draft.high) = (Some(value), Some(value + 9.0));
        years_old(view, draft);
        return Some(Kind::Age);
    }
    if (1000.0..2100.0).contains(&value) {
        (draft.low, draft.high) = (Some(value), Some(value + 9.0));
    }
    Some(Kind::Period)
}

/// October 4, 4 October, the days and years after it.
fn date(view: &View<'_>, draft: &Draft, dated: bool) -> Option<Kind> {
    let month = |at: usize| is_month(view, at) || (view.is(at, Role::MonthMay) && view.capital(at));
    let value = draft.low?;
    let simple = draft.unit.is_none() && matches!(draft.form, Form::Plain | Form::Ordinal) && draft.scale == 1.0;
    let day = simple && (1.0..=31.0).contains(&value) && value.fract() == 0.0;
    let abbreviated = is_abbreviated(view, draft);
    let before = draft.first > 0 && (month(draft.first - 1) || abbreviated);
    let after = month(draft.end) || (view.is(draft.end, Role::Of) && month(draft.end + 1));
    let slashed = view.is(draft.end, Role::Slash)
        && view.numeral(draft.end + 1).is_some_and(|next| next.plain)
        && view.is(draft.end + 2, Role::Slash);
    let four = view.numeral(draft.first).is_some_and(|numeral| numeral.plain && numeral.digits == 4);
    let year = simple && four && (1000.0..2200.0).contains(&value) && draft.bare && (before || dated);
    let follows = dated && day && view.before(draft.first, Role::Slash);
    (day && (before || after || slashed || follows) || year).then_some(Kind::Date)
}

fn is_month(view: &View<'_>, at: usize) -> bool {
    view.is(at, Role::Month) || view.is(at, Role::MonthShort)
}

/// Oct. 4: whether the stop before a number is that of a month's short name.
fn is_abbreviated(view: &View<'_>, draft: &Draft) -> bool {
    let at = draft.first;
    at > 1 && view.is(at - 1, Role::Period) && view.is(at - 2, Role::MonthShort)
}

/// Whether the stop before a number ends a sentence: "in March. 7 people died".
fn opens_sentence(view: &View<'_>, draft: &Draft) -> bool {
    view.before(draft.first, Role::Period) && !view.glued(draft.first) && !is_abbreviated(view, draft)
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
