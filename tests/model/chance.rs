//! Graphs by chance, dense in near-coincidences: few places, measures and figures, periods that overlap, hedges of every kind,
//! and chains, circles, reprints and shared passages among few sources.

use gainsay::model::{From, PeriodForm, Stance};
use gainsay::quantity::{Amount, Stated};
use gainsay::store::record::{AboutRecord, AttributionRecord, ClaimRecord, EvidenceRecord, SubjectRecord, ViaRecord};
use proptest::collection::vec;
use proptest::option::{self, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use crate::figures::unit_of;
use crate::world::{Actor, Claim, MEASURES, Measure, Source, World};

/// A claim before it has an id; what it names are numbers, each taken modulo how many there are.
#[derive(Clone, Debug)]
struct Draft {
    source: usize,
    about: AboutRecord,
    inferred: Vec<&'static str>,
    word: Word,
    via: Vec<(u8, usize)>,
    supersedes: Option<usize>,
    evidence: EvidenceRecord,
}

#[derive(Clone, Debug)]
enum Word {
    Own,
    Unnamed(&'static str),
    Actors(Vec<usize>),
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = T> {
    select(all)
}

fn some(id: &str) -> Option<String> {
    Some(id.to_owned())
}

/// Few figures that lie near each other, in the units in which a measure is printed.
fn numbers(measure: &str) -> Vec<f64> {
    match measure {
        "daily" => vec![70.0, 71.0, 72.0, 75.0, 500.0, 1_000.0],
        "portion" => vec![0.5, 10.0, 48.0, 50.0, 51.0, 52.5, 480.0, 500.0],
        "growth" => vec![0.5, 2.0, 2.1, 3.0, 50.0, 100.0],
        "stay" => vec![12.0, 13.0, 90.0, 91.0],
        "border" => vec![620.0, 1_000.0, 1_600.0, 1_610.0],
        _ => {
            vec![
                -1_000.0, 0.0, 40.0, 900.0, 950.0, 997.5, 1_000.0, 1_000.0, 1_000.0, 1_050.0, 1_080.0, 1_120.0, 1_120.0,
            ]
        }
    }
}

fn words(measure: &str) -> Vec<&'static str> {
    match measure {
        "portion" => vec!["half", "majority", "one in five"],
        "growth" => vec!["doubled", "halved"],
        "rent" | "stay" | "border" | "daily" => Vec::new(),
        _ => vec!["hundreds", "thousands", "a dozen"],
    }
}

fn units(measure: &str) -> Vec<&'static str> {
    match measure {
        "daily" => vec!["per week"],
        "portion" => vec!["per mille"],
        "growth" => vec!["percent increase", "percent decrease"],
        "stay" => vec!["week", "month"],
        "border" => vec!["mile", "metre"],
        _ => Vec::new(),
    }
}

fn value(measure: &'static str) -> BoxedStrategy<Stated> {
    let number = || one_of(numbers(measure));
    let figure = number().prop_map(Amount::Number).boxed();
    let figure = match &words(measure)[..] {
        [] => figure,
        words => {
            prop_oneof![6 => figure, 1 => one_of(words.to_vec()).prop_map(|word| Amount::Word(word.into()))].boxed()
        }
    };
    let hedges: Vec<fn(Amount) -> Stated> = vec![
        Stated::Bare,
        Stated::Bare,
        Stated::Exactly,
        Stated::About,
        Stated::About,
        Stated::About,
        Stated::About,
        Stated::Almost,
        Stated::JustOver,
        Stated::MoreThan,
        Stated::AtLeast,
        Stated::LessThan,
        Stated::AtMost,
        Stated::UpTo,
    ];
    let ranges: Vec<fn(f64, f64) -> Stated> =
        vec![Stated::Between, Stated::AboutBetween, Stated::Spread, Stated::Varying, Stated::Rival];
    let ranged = (select(ranges), number(), number()).prop_map(|(form, a, b)| form(a.min(b), a.max(b)));
    let hedged = (select(hedges), figure).prop_map(|(form, figure)| form(figure));
    let change = (one_of(vec![10.0, 50.0, 100.0]), one_of(vec![20.0, 100.0, 210.0]));
    let change = change.prop_map(|(from, to)| Stated::Change { from, to });
    let value = if measure == "growth" {
        prop_oneof![4 => hedged, 1 => ranged, 2 => change].boxed()
    } else {
        prop_oneof![4 => hedged, 1 => ranged].boxed()
    };
    value.prop_filter("a value that means something", |value| value.bounds().is_ok()).boxed()
}

fn period() -> impl Strategy<Value = PeriodForm> {
    let storm = || "storm".to_owned();
    let (in_, between) =
        (|text: &str| PeriodForm::In(text.into()), |a: &str, b: &str| PeriodForm::Between(a.into(), b.into()));
    let after = |event: &str, days, weeks| PeriodForm::After { event: event.into(), days, weeks, months: 0, years: 0 };
    select(vec![
        in_("2031"),
        in_("2031-03"),
        in_("2031-03-21"),
        in_("2031-05"),
        between("2031-03-20", "2031-04-02"),
        between("2031-03-25", "2031-04-10"),
        after("storm", 0, 2),
        after("storm", 7, 0),
        after("rumour", 0, 1),
        after("strike", 0, 2),
        PeriodForm::Before { event: "strike".into(), days: 0, weeks: 1, months: 0, years: 0 },
        PeriodForm::Before { event: storm(), days: 3, weeks: 0, months: 0, years: 0 },
        PeriodForm::Since { event: Some(storm()), date: None, as_of: None },
        PeriodForm::Since { event: Some(storm()), date: None, as_of: some("2031-04-02") },
        PeriodForm::Since { event: some("rumour"), date: None, as_of: some("2031-04-02") },
        PeriodForm::Until { event: Some(storm()), date: None },
        PeriodForm::Until { event: None, date: some("2031-04") },
        PeriodForm::Lasting { days: 0, weeks: 2, months: 0, years: 0, after: None },
        PeriodForm::Lasting { days: 7, weeks: 0, months: 0, years: 0, after: Some(storm()) },
        PeriodForm::Now,
        PeriodForm::Now,
    ])
}

type Scope = (Option<&'static str>, Option<&'static str>, Option<PeriodForm>, Option<&'static str>);

fn scope() -> impl Strategy<Value = Scope> {
    let place = one_of(vec!["land", "land", "coast", "port", "abroad", "delta", "some-ports", "some-ports"]);
    let of = one_of(vec!["people", "people", "sailors", "clerks", "some-crews"]);
    let definition = || one_of(vec!["registered", "Registered", "by sea"]);
    // Most claims of a graph speak of the same, or else nothing would be held against anything.
    prop_oneof![
        6 => (Just(Some("land")), Just(Some("people")), Just(Some(PeriodForm::In("2031".into()))), Just(None)),
        1 => (Just(Some("land")), Just(Some("people")), weighted(0.8, period()), Just(None)),
        1 => (Just(None), Just(None), weighted(0.5, period()), weighted(0.2, definition())),
        2 => (weighted(0.8, place), weighted(0.7, of), weighted(0.8, period()), weighted(0.15, definition())),
    ]
}

fn quantity(measure: &'static Measure) -> BoxedStrategy<AboutRecord> {
    let units = units(measure.id);
    let unit = if units.is_empty() { Just(None).boxed() } else { weighted(0.4, select(units)).boxed() };
    let counts = if measure.counts.is_some() { weighted(0.08, Just("crossings")).boxed() } else { Just(None).boxed() };
    let own = |text: Option<&str>| text.map(str::to_owned);
    (value(measure.id), unit, counts, scope())
        .prop_map(move |(value, unit, counts, (place, of, period, definition))| {
            let brings_its_own =
                unit_of(&value, None, measure) != measure.unit || matches!(value, Stated::Change { .. });
            AboutRecord::Quantity {
                measure: measure.id.into(),
                of: own(of),
                place: own(place),
                unit: own(unit).filter(|_| !brings_its_own),
                value,
                counts: own(counts),
                period,
                definition: own(definition),
            }
        })
        .boxed()
}

fn date() -> impl Strategy<Value = AboutRecord> {
    let after = |days, weeks, months| PeriodForm::After { event: "storm".into(), days, weeks, months, years: 0 };
    let when = select(vec![
        PeriodForm::In("2031-04".into()),
        PeriodForm::In("2031-04-20".into()),
        PeriodForm::In("2031-05".into()),
        PeriodForm::Between("2031-04-20".into(), "2031-05-05".into()),
        after(0, 0, 1),
        after(0, 4, 0),
        after(31, 0, 0),
        PeriodForm::After { event: "strike".into(), days: 0, weeks: 0, months: 1, years: 0 },
        PeriodForm::Until { event: None, date: some("2031-05") },
        PeriodForm::Until { event: None, date: some("2031-04-10") },
        PeriodForm::Until { event: None, date: some("2031-05-12") },
        PeriodForm::Since { event: None, date: some("2031-04"), as_of: None },
        PeriodForm::Since { event: None, date: some("2031-04-25"), as_of: None },
    ]);
    when.prop_map(|when| AboutRecord::Date { event: "rumour".into(), when })
}

fn rank() -> impl Strategy<Value = AboutRecord> {
    let subject = select(vec![SubjectRecord::Place("port".into()), SubjectRecord::Place("delta".into())]);
    let ends = select(vec![From::Top, From::Top, From::Top, From::Bottom]);
    let own = |text: Option<&str>| text.map(str::to_owned);
    (subject, 1_u32..4, weighted(0.2, 3_u32..5), ends, scope()).prop_map(
        move |(subject, rank, to, from, (place, class, period, definition))| AboutRecord::Rank {
            measure: "residents".into(),
            subject,
            rank,
            to: to.filter(|to| *to >= rank),
            from,
            class: own(class),
            place: own(place),
            period,
            definition: own(definition),
        },
    )
}

fn stance() -> impl Strategy<Value = AboutRecord> {
    let own = |text: Option<&str>| text.map(str::to_owned);
    (select(vec![Stance::Affirms, Stance::Denies]), scope()).prop_map(
        move |(stance, (place, of, period, definition))| AboutRecord::Stance {
            proposition: "warned".into(),
            stance,
            of: own(of),
            place: own(place),
            period,
            definition: own(definition),
        },
    )
}

fn quote() -> impl Strategy<Value = AboutRecord> {
    let occasion = weighted(0.7, select(vec!["storm", "storm", "rumour"]));
    (occasion, select(vec!["Why", "why", "why", "where"])).prop_map(|(occasion, passage)| AboutRecord::Quote {
        speaker: "a0".into(),
        occasion: occasion.map(str::to_owned),
        passage: passage.into(),
    })
}

/// The fields that a claim gives, of which any may be inferred.
fn given(about: &AboutRecord) -> Vec<&'static str> {
    let held = |fields: [(&'static str, bool); 4]| fields.into_iter().filter(|(_, is)| *is).map(|(field, _)| field);
    match about {
        AboutRecord::Quantity { of, place, period, definition, .. } => {
            let scope = [
                ("of", of.is_some()),
                ("place", place.is_some()),
                ("period", period.is_some()),
                ("definition", definition.is_some()),
            ];
            held(scope).chain(["measure", "unit"]).collect()
        }
        AboutRecord::Date { .. } => vec!["when", "event"],
        AboutRecord::Rank { class, place, period, .. } => {
            let scope = [
                ("class", class.is_some()),
                ("place", place.is_some()),
                ("period", period.is_some()),
                ("subject", true),
            ];
            held(scope).collect()
        }
        AboutRecord::Stance { of, place, period, .. } => {
            let scope =
                [("of", of.is_some()), ("place", place.is_some()), ("period", period.is_some()), ("proposition", true)];
            held(scope).collect()
        }
        AboutRecord::Quote { occasion, .. } => occasion.iter().map(|_| "occasion").collect(),
    }
}

fn draft(about: BoxedStrategy<AboutRecord>) -> impl Strategy<Value = Draft> {
    let number = || 0_usize..60;
    let word = prop_oneof![
        4 => Just(Word::Own),
        1 => select(vec!["some figures", "officials"]).prop_map(Word::Unnamed),
        2 => vec(number(), 1).prop_map(Word::Actors),
        1 => vec(number(), 2).prop_map(Word::Actors),
    ];
    let via = prop_oneof![3 => Just(Vec::new()), 2 => vec((0_u8..7, number()), 1), 1 => vec((0_u8..7, number()), 2)];
    let bytes = (0_usize..8).prop_map(|at| (at * 10, at * 10 + 5));
    let words = select(vec!["we will come back", "We will come", "will come back!", "wir kommen", "nobody knows"]);
    let inferred = weighted(0.25, number());
    (about, number(), word, via, weighted(0.12, number()), (weighted(0.6, bytes), words, inferred)).prop_map(
        |(about, source, word, via, supersedes, (bytes, words, inferred))| {
            let given = given(&about);
            let is_quote = matches!(about, AboutRecord::Quote { .. });
            let bytes = bytes.filter(|_| !is_quote);
            let fragment = if bytes.is_some() { String::new() } else { words.to_owned() };
            let inferred = inferred.filter(|_| !given.is_empty()).map(|at| given[at % given.len()]);
            let evidence = EvidenceRecord { bytes, fragment };
            Draft { source, about, inferred: inferred.into_iter().collect(), word, via, supersedes, evidence }
        },
    )
}

/// Claims on one or two measures, and few of other kinds.
fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    let measure = || (0..MEASURES.len()).prop_map(|at| &MEASURES[at]);
    let linked = Just((&MEASURES[3], &MEASURES[0]));
    let measures = prop_oneof![4 => (measure(), measure()), 1 => linked];
    measures.prop_flat_map(|(most, few)| {
        let about = prop_oneof![
            10 => quantity(most),
            4 => quantity(few),
            2 => date(),
            2 => rank(),
            1 => stance(),
            2 => quote(),
        ];
        vec(draft(about.boxed()), 2..11)
    })
}

fn sources() -> impl Strategy<Value = Vec<Source>> {
    let published = option::of(select(vec!["2031-03-21", "2031-04", "2031-04-05", "2031-04-05", "2032"]));
    let language = select(vec!["en", "en", "en-GB", "de"]);
    let one = (published, any::<bool>(), language, vec(0_usize..60, 0..3), weighted(0.25, 0_usize..60));
    vec(one, 2..5).prop_map(|rows| {
        let count = rows.len();
        let id = |number: usize| format!("s{}", number % count);
        let source = |(at, (published, is_report, language, cites, republishes)): (
            usize,
            (_, _, _, Vec<usize>, Option<usize>),
        )| {
            let republishes = republishes.map(id).filter(|other| *other != id(at));
            let mut cites: Vec<String> = cites.into_iter().map(id).collect();
            cites.dedup();
            Source { id: id(at), published, is_report, language, cites, republishes }
        };
        rows.into_iter().enumerate().map(source).collect()
    })
}

/// Whom an actor speaks for, a later one so that there is no circle, by number, since when and until when.
type Link = (usize, Option<&'static str>, Option<&'static str>);

fn actors() -> impl Strategy<Value = Vec<Actor>> {
    let dates = || select(vec![None, None, Some("2031-04"), Some("2031-03-21"), Some("2031")]);
    let link = (0_usize..3, dates(), dates());
    let languages = select(vec![vec![], vec!["en"], vec!["de", "kk"]]);
    vec((vec(link, 0..2), languages), 3).prop_map(|rows| {
        let actor = |(at, (links, languages)): (usize, (Vec<Link>, Vec<&'static str>))| {
            let held =
                links.into_iter().filter(|(other, since, until)| *other > at && (since <= until || until.is_none()));
            let speaks_for = held.map(|(other, since, until)| (format!("a{other}"), since, until)).collect();
            Actor { id: format!("a{at}"), speaks_for, languages }
        };
        rows.into_iter().enumerate().map(actor).collect()
    })
}

/// A graph.
pub fn world() -> impl Strategy<Value = World> {
    let stretch = || (0_usize..60, 0_usize..4, 1_usize..5);
    let passages = vec((stretch(), stretch()), 0..2);
    (sources(), actors(), drafts(), passages).prop_map(|(sources, actors, drafts, passages)| {
        let side = |(source, first, long): (usize, usize, usize)| {
            (format!("s{}", source % sources.len()), (first * 10, (first + long) * 10))
        };
        let passages = passages.into_iter().map(|(a, b)| [side(a), side(b)]).filter(|[a, b]| a.0 != b.0).collect();
        let claims = (0..drafts.len()).map(|at| claim(at, &drafts, sources.len(), actors.len())).collect();
        World { sources, actors, passages, claims }
    })
}

fn claim(at: usize, drafts: &[Draft], sources: usize, actors: usize) -> Claim {
    let draft = &drafts[at];
    let id = |number: usize| format!("c{:02}", number % drafts.len());
    let source = |number: usize| format!("s{}", number % sources);
    let own = source(draft.source);
    let via = |(kind, number): &(u8, usize)| match kind {
        0..=2 => ViaRecord::Source(source(*number)),
        3..=5 => ViaRecord::Claim(id(*number)),
        _ => ViaRecord::Named(format!("outlet {}", number % 2)),
    };
    // Nobody has a claim from itself.
    let is_other = |via: &ViaRecord| match via {
        ViaRecord::Source(other) => *other != own,
        ViaRecord::Claim(other) => {
            drafts.iter().enumerate().all(|(at, draft)| id(at) != *other || source(draft.source) != own)
        }
        ViaRecord::Named(_) => true,
    };
    let mut named: Vec<String> = match &draft.word {
        Word::Actors(numbers) => numbers.iter().map(|number| format!("a{}", number % actors)).collect(),
        _ => Vec::new(),
    };
    named.sort();
    named.dedup();
    let attributed_to = match &draft.word {
        Word::Unnamed(words) => Some(AttributionRecord::Unnamed((*words).to_owned())),
        _ => AttributionRecord::actors(named),
    };
    let record = ClaimRecord {
        id: id(at),
        says: "made up".into(),
        about: draft.about.clone(),
        attributed_to,
        via: draft.via.iter().map(via).filter(is_other).collect(),
        evidence: vec![draft.evidence.clone()],
        inferred: draft.inferred.iter().map(|field| (*field).to_owned()).collect(),
        conversion_of: None,
        // Of two claims only the later revises the earlier.
        supersedes: draft
            .supersedes
            .map(|number| number % (at + 1))
            .filter(|old| *old < at)
            .map(id)
            .into_iter()
            .collect(),
        method: None,
        note: None,
    };
    Claim { source: own, record }
}
