//! Laws of writing and reading: what is written reads back equal.

use std::path::Path;

use gainsay::model::{From, Method, PartialDate, PeriodForm, Stance};
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::{
    AboutRecord, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord, SubjectRecord, ViaRecord,
};
use gainsay::store::{read_claims, to_ron};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::fixture::empty;
use crate::support::strategies::any_value;

/// Any text, and texts that look like RON.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "\\PC{0,24}",
        1 => any::<String>(),
        1 => select(vec!["None", "Some(1)", "\"quoted\"", "back\\slash", "// no comment", "/* */", "line\nbreak", "r#\"raw\"#", ""])
            .prop_map(str::to_owned),
    ]
    .boxed()
}

fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |number| number.is_finite())
}

fn value() -> BoxedStrategy<Stated> {
    prop_oneof![
        4 => any_value(),
        1 => finite().prop_map(|number| Stated::Bare(Amount::Number(number))),
        1 => text().prop_map(|word| Stated::About(Amount::Word(word))),
        1 => (finite(), finite()).prop_map(|(a, b)| Stated::Spread(a, b)),
    ]
    .boxed()
}

fn period() -> BoxedStrategy<PeriodForm> {
    let some = || option::of(text());
    prop_oneof![
        text().prop_map(PeriodForm::In),
        (text(), text()).prop_map(|(from, to)| PeriodForm::Between(from, to)),
        (text(), any::<[u16; 4]>()).prop_map(|(event, [days, weeks, months, years])| PeriodForm::After {
            event,
            days,
            weeks,
            months,
            years
        }),
        (text(), any::<[u16; 4]>()).prop_map(|(event, [days, weeks, months, years])| PeriodForm::Before {
            event,
            days,
            weeks,
            months,
            years
        }),
        (some(), some(), some()).prop_map(|(event, date, as_of)| PeriodForm::Since { event, date, as_of }),
        (some(), some()).prop_map(|(event, date)| PeriodForm::Until { event, date }),
        (any::<[u16; 4]>(), some()).prop_map(|([days, weeks, months, years], after)| PeriodForm::Lasting {
            days,
            weeks,
            months,
            years,
            after
        }),
        Just(PeriodForm::Now),
    ]
    .boxed()
}

fn about() -> BoxedStrategy<AboutRecord> {
    let some = || option::of(text());
    prop_oneof![
        ((text(), some(), some(), value()), (some(), some(), option::of(period()), some())).prop_map(
            |((measure, of, place, value), (unit, counts, period, definition))| AboutRecord::Quantity {
                measure,
                of,
                place,
                value,
                unit,
                counts,
                period,
                definition
            }
        ),
        (text(), period()).prop_map(|(event, when)| AboutRecord::Date { event, when }),
        (
            (text(), subject(), any::<u32>(), any::<Option<u32>>()),
            (end(), some(), some(), option::of(period()), some())
        )
            .prop_map(|((measure, subject, rank, to), (from, class, place, period, definition))| {
                AboutRecord::Rank { measure, subject, rank, to, from, class, place, period, definition }
            }),
        (text(), select(vec![Stance::Affirms, Stance::Denies]), some(), some(), option::of(period()), some()).prop_map(
            |(proposition, stance, of, place, period, definition)| AboutRecord::Stance {
                proposition,
                stance,
                of,
                place,
                period,
                definition
            }
        ),
        (text(), some(), text()).prop_map(|(speaker, occasion, passage)| AboutRecord::Quote {
            speaker,
            occasion,
            passage
        }),
    ]
    .boxed()
}

fn subject() -> impl Strategy<Value = SubjectRecord> {
    prop_oneof![text().prop_map(SubjectRecord::Place), text().prop_map(SubjectRecord::Population)]
}

fn end() -> impl Strategy<Value = From> {
    select(vec![From::Top, From::Bottom])
}

fn via() -> impl Strategy<Value = ViaRecord> {
    prop_oneof![
        text().prop_map(ViaRecord::Source),
        text().prop_map(ViaRecord::Claim),
        text().prop_map(ViaRecord::Named)
    ]
}

fn evidence() -> impl Strategy<Value = EvidenceRecord> {
    (any::<Option<(usize, usize)>>(), text()).prop_map(|(bytes, fragment)| EvidenceRecord { bytes, fragment })
}

fn method() -> impl Strategy<Value = Option<Method>> {
    option::of(select(vec![Method::Counted, Method::Registered, Method::Estimated, Method::Modelled]))
}

/// Whom a source names, for a claim and for what it has the claim from.
fn words() -> impl Strategy<Value = (Option<AttributionRecord>, Vec<ViaRecord>)> {
    let word = prop_oneof![
        text().prop_map(AttributionRecord::Actor),
        vec(text(), 0..3).prop_map(AttributionRecord::Actors),
        text().prop_map(AttributionRecord::Unnamed)
    ];
    (option::of(word), vec(via(), 0..3))
}

fn claim() -> BoxedStrategy<ClaimRecord> {
    let some = || option::of(text());
    let lists = (vec(evidence(), 0..3), vec(text(), 0..3), vec(text(), 0..3));
    ((text(), text(), about(), words()), lists, (some(), method(), some()))
        .prop_map(|((id, says, about, (attributed_to, via)), (evidence, inferred, supersedes), rest)| {
            let (conversion_of, method, note) = rest;
            ClaimRecord {
                id,
                says,
                about,
                attributed_to,
                via,
                evidence,
                inferred,
                conversion_of,
                supersedes,
                method,
                note,
            }
        })
        .boxed()
}

fn date() -> impl Strategy<Value = String> {
    let full = (0_i16..=9_999, 1_u8..=12, 1_u8..=31);
    (full, 0..3).prop_map(|((year, month, day), parts)| match parts {
        0 => format!("{year:04}"),
        1 => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    })
}

proptest! {
    #[test]
    fn claims_that_are_written_read_back_equal(source in text(), claims in vec(claim(), 0..4)) {
        let file = ClaimFile { source, claims };
        let written = to_ron(&file).unwrap();
        let read = read_claims(Path::new("made-up.ron"), &written).map_err(|fault| TestCaseError::fail(format!("{fault}\n{written}")))?;
        prop_assert_eq!(read, file, "{}", written);
    }

    #[test]
    fn a_date_reads_as_it_is_shown(text in prop_oneof![date(), "[0-9-]{0,11}", "\\PC{0,12}"]) {
        if let Ok(date) = text.parse::<PartialDate>() {
            prop_assert_eq!(date.to_string(), text);
            prop_assert!(date.first_day() <= date.last_day());
        }
    }

    #[test]
    fn a_day_that_the_calendar_has_is_read(text in date()) {
        let padded = format!("{text}{}", &"0000-01-01"[text.len().min(10)..]);
        let known = padded.parse::<jiff::civil::Date>().is_ok();
        prop_assert_eq!(text.parse::<PartialDate>().is_ok(), known);
    }
}

#[test]
fn the_made_up_graph_loads() {
    assert!(empty().claims.is_empty());
}
