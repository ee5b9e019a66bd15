//! Made-up values, scopes and claims.

use gainsay::model::PeriodForm;
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::AttributionRecord;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::fixture::{Scope, Sketch};

/// Numbers as texts print them: small, round, with decimals, negative, huge; often one that another value has too.
pub fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => select(vec![0.0, 1.0, 2.0, 5.0, 12.0, 40.0, 48.2, 90.0, 100.0, 7_644.0, 147_000.0, 200_000.0, 300_000.0]),
        2 => (1_i32..1_000).prop_map(f64::from),
        2 => (1_i64..1_000, 0_u32..10).prop_map(|(digits, zeros)| (digits * 10_i64.pow(zeros)) as f64),
        1 => (1_i32..100_000).prop_map(|hundredths| f64::from(hundredths) / 100.0),
        1 => (1_i32..1_000_000).prop_map(|number| f64::from(-number)),
        1 => (1_i64..1_000_000_000_000).prop_map(|number| number as f64),
    ]
}

/// Two numbers, the lower first.
pub fn range() -> impl Strategy<Value = (f64, f64)> {
    (number(), number()).prop_map(|(a, b)| (a.min(b), a.max(b)))
}

fn amount(words: &'static [&'static str]) -> BoxedStrategy<Amount> {
    let figure = number().prop_map(Amount::Number);
    if words.is_empty() {
        return figure.boxed();
    }
    prop_oneof![5 => figure, 1 => select(words).prop_map(|word| Amount::Word(word.to_owned()))].boxed()
}

/// The forms of one amount with a hedge, or with none.
pub fn hedges() -> Vec<fn(Amount) -> Stated> {
    vec![
        Stated::Bare,
        Stated::Exactly,
        Stated::About,
        Stated::Almost,
        Stated::JustOver,
        Stated::MoreThan,
        Stated::AtLeast,
        Stated::LessThan,
        Stated::AtMost,
        Stated::UpTo,
    ]
}

fn hedged(words: &'static [&'static str]) -> impl Strategy<Value = Stated> {
    (select(hedges()), amount(words)).prop_map(|(form, amount)| form(amount))
}

fn ranged() -> impl Strategy<Value = Stated> {
    let forms: Vec<fn(f64, f64) -> Stated> =
        vec![Stated::Between, Stated::AboutBetween, Stated::Spread, Stated::Varying, Stated::Rival];
    (select(forms), range()).prop_map(|(form, (low, high))| form(low, high))
}

fn change() -> impl Strategy<Value = Stated> {
    (1_u32..10_000, 1_u32..10_000).prop_map(|(from, to)| Stated::Change { from: f64::from(from), to: f64::from(to) })
}

/// Values that mean something, with words from the list.
fn value_with(words: &'static [&'static str]) -> impl Strategy<Value = Stated> {
    prop_oneof![3 => hedged(words), 1 => ranged()]
        .prop_filter("values that mean nothing are refused on loading", |value| value.bounds().is_ok())
}

/// Values of every variant.
pub fn any_value() -> impl Strategy<Value = Stated> {
    prop_oneof![8 => value_with(&["half", "scores", "doubled", "tens of thousands", "majority", "dozen"]), 1 => change()]
}

/// Values that fit a measure.
pub fn value_of(measure: &str) -> BoxedStrategy<Stated> {
    match measure {
        "portion" => value_with(&["half", "majority", "one in five", "all"]).boxed(),
        "growth" => prop_oneof![3 => value_with(&["doubled", "halved", "threefold"]), 1 => change()].boxed(),
        "arrivals" | "departures" | "net" | "residents" => {
            value_with(&["scores", "dozen", "several", "tens of thousands", "millions"]).boxed()
        }
        _ => value_with(&[]).boxed(),
    }
}

/// A measure of the made-up graph.
pub fn measure() -> impl Strategy<Value = &'static str> {
    select(vec![
        "arrivals",
        "departures",
        "net",
        "daily",
        "residents",
        "portion",
        "growth",
        "rent",
        "stay",
        "border",
        "cargo",
    ])
}

fn unit_of(measure: &str) -> Vec<&'static str> {
    match measure {
        "daily" => vec!["per week", "per year"],
        "portion" => vec!["per mille"],
        "stay" => vec!["week", "month", "year"],
        "border" => vec!["mile", "nautical mile", "metre"],
        "cargo" => vec!["pound", "kilogram"],
        _ => Vec::new(),
    }
}

fn period() -> impl Strategy<Value = PeriodForm> {
    let storm = || "storm".to_owned();
    select(vec![
        PeriodForm::In("2031".into()),
        PeriodForm::In("2031-03".into()),
        PeriodForm::In("2031-03-21".into()),
        PeriodForm::In("2029".into()),
        PeriodForm::Between("2031-03-20".into(), "2031-04-02".into()),
        PeriodForm::Between("2031-03-28".into(), "2031-04-20".into()),
        PeriodForm::After { event: storm(), days: 0, weeks: 2, months: 0, years: 0 },
        PeriodForm::Before { event: storm(), days: 3, weeks: 0, months: 0, years: 0 },
        PeriodForm::After { event: "rumour".into(), days: 0, weeks: 1, months: 0, years: 0 },
        PeriodForm::Since { event: Some(storm()), date: None, as_of: None },
        PeriodForm::Since { event: None, date: Some("2030-01".into()), as_of: Some("2031-04-05".into()) },
        PeriodForm::Until { event: Some(storm()), date: None },
        PeriodForm::Lasting { days: 0, weeks: 1, months: 0, years: 0, after: None },
        PeriodForm::Lasting { days: 0, weeks: 2, months: 0, years: 0, after: Some(storm()) },
        PeriodForm::Now,
    ])
}

/// A scope with each field given or not, inferred or not.
pub fn scope() -> impl Strategy<Value = Scope> {
    let of = option::of(select(vec!["people", "sailors", "clerks"]));
    let place = option::of(select(vec!["land", "coast", "port", "abroad", "some-ports"]));
    let definition = option::of(select(vec!["registered", "Registered", "by sea"]));
    let fields = (of, place, option::of(period()), definition, any::<[bool; 4]>());
    fields.prop_map(|(of, place, period, definition, inferred)| Scope { of, place, period, definition, inferred })
}

fn word() -> impl Strategy<Value = Option<AttributionRecord>> {
    select(vec![
        None,
        Some(AttributionRecord::Actor("office".into())),
        Some(AttributionRecord::Actor("holder".into())),
        Some(AttributionRecord::Actors(vec!["holder".into(), "office".into()])),
        Some(AttributionRecord::Unnamed("port workers".into())),
    ])
}

/// A claim on a measure.
pub fn sketch_of(measure: &'static str) -> impl Strategy<Value = Sketch> {
    let units = unit_of(measure);
    let unit = if units.is_empty() { Just(None).boxed() } else { option::weighted(0.3, select(units)).boxed() };
    let source = select(vec!["one", "two", "three"]);
    (value_of(measure), unit, scope(), source, word())
        .prop_map(move |(value, unit, scope, source, word)| Sketch { measure, value, unit, scope, source, word })
        .prop_filter("a word that brings its unit keeps it", |sketch| {
            sketch.unit.is_none() || sketch.value.own_unit().is_none()
        })
}

/// A dozen claims, most on one measure.
pub fn sketches() -> impl Strategy<Value = Vec<Sketch>> {
    (measure(), measure()).prop_flat_map(|(most, few)| {
        let most = prop::collection::vec(sketch_of(most), 2..9);
        (most, prop::collection::vec(sketch_of(few), 0..4)).prop_map(|(most, few)| [most, few].concat())
    })
}

/// Claims with sharp figures and known periods, all of one measure, place and population, most of one period: so that columns tell
/// what they come to.
pub fn lane(claims: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Sketch>> {
    // No identity links one of these to the rate or total of another.
    let measures = vec!["departures", "net", "residents", "stores", "portion", "rent", "stay", "border", "cargo"];
    let close = || (940_i32..1_060).prop_map(f64::from);
    let value = prop_oneof![
        3 => close().prop_map(|number| Stated::Exactly(Amount::Number(number))),
        2 => (close(), close()).prop_map(|(a, b)| Stated::Between(a.min(b), a.max(b))),
        1 => number().prop_map(|number| Stated::Exactly(Amount::Number(number))),
        1 => range().prop_map(|(low, high)| Stated::Between(low, high)),
    ];
    let between = |a: i8, b: i8| PeriodForm::Between(format!("2031-03-{a:02}"), format!("2031-03-{b:02}"));
    let period = prop_oneof![
        3 => Just(between(3, 25)),
        1 => (1_i8..=28, 1_i8..=28).prop_map(move |(a, b)| between(a.min(b), a.max(b))),
    ];
    let source = select(vec!["one", "two", "three"]);
    let one = (select(measures), prop::collection::vec((value, period, source, word()), claims));
    one.prop_map(|(measure, claims)| {
        let sketch = |(value, period, source, word)| {
            let (of, place) = (Some("people"), Some("land"));
            let scope = Scope { of, place, period: Some(period), definition: None, inferred: [false; 4] };
            Sketch { measure, value, unit: None, scope, source, word }
        };
        claims.into_iter().map(sketch).collect()
    })
}
