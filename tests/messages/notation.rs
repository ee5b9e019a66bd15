//! Slips of notation: the built-in example after one was made in it. Each is told with the very text to write.

use gainsay::codes::Code;

use crate::bad_input::support::{REPORT, Sandbox};
use crate::messages::scene::{Case, run_in};

const VALUE: &str = "Bare(4_200)";
const PERIOD: &str = r#"After(event: "storm", weeks: 2)"#;
const BY_MASTER: &str = r#"Actor("harbour-master")"#;
const ID: &str = r#"id: "arrivals-4200""#;
const EVIDENCE: &str = r#"[(fragment: "4,200 sailors")]"#;

/// What is done: one text in place of another in the report.
const SLIPS: [(Code, &str, &str, &str); 38] = [
    (Code::WrongType, "a bare number for a value", VALUE, "6_000"),
    (Code::WrongType, "a bare number with commas for a value", VALUE, "1,006,000"),
    (Code::WrongType, "a bare number with a comma for a value", VALUE, "6,000"),
    (Code::WrongType, "a number in quotation marks for a value", VALUE, r#""6_000""#),
    (Code::WrongType, "a word for a value", VALUE, r#""scores""#),
    (Code::WrongType, "a comma in a number", VALUE, "Almost(6,000)"),
    (Code::WrongType, "two commas in a number", VALUE, "Almost(1,006,000)"),
    (Code::WrongType, "two figures where one is wanted", VALUE, "About(5, 6)"),
    (Code::WrongType, "one figure where two are wanted", VALUE, "Between(9000)"),
    (Code::WrongType, "weeks that run backwards", "weeks: 2", "weeks: -2"),
    (Code::WrongType, "more weeks than there will be", "weeks: 2", "weeks: 200_000"),
    (Code::WrongType, "weeks in quotation marks", "weeks: 2", r#"weeks: "2""#),
    (Code::WrongType, "a month for a period", PERIOD, r#""2031-05""#),
    (Code::WrongType, "a year for a period", PERIOD, "2031"),
    (Code::WrongType, "words for a period", PERIOD, r#""in May""#),
    (Code::WrongType, "a month without quotation marks", PERIOD, "In(2031)"),
    (Code::WrongType, "two years without quotation marks", PERIOD, "Between(2030, 2031)"),
    (Code::WrongType, "one date where two are wanted", PERIOD, r#"Between("2031-05-01")"#),
    (Code::WrongType, "whose word it is, without saying how", BY_MASTER, r#""harbour-master""#),
    (Code::WrongType, "from whom it is, without saying what", BY_MASTER, r#"Actor("harbour-master"), via: ["radio"]"#),
    (Code::WrongType, "a text for evidence", EVIDENCE, r#"["4,200 sailors"]"#),
    (Code::WrongType, "one record for a list", EVIDENCE, r#"(fragment: "4,200 sailors")"#),
    (Code::WrongType, "one text for a list", BY_MASTER, r#"Actor("harbour-master"), inferred: "place""#),
    (Code::WrongType, "a text without quotation marks", ID, "id: arrivals-4200"),
    (Code::WrongType, "a word of the format in quotation marks", "stance: Denies", r#"stance: "Denies""#),
    (Code::WrongType, "nothing, as other notations write it", BY_MASTER, r#"Actor("harbour-master"), note: null"#),
    (Code::WrongType, "a list where a text belongs", ID, r#"id: ["arrivals-4200"]"#),
    (Code::NotRon, "a text that is not closed", ID, r#"id: "arrivals-4200"#),
    (
        Code::NotRon,
        "the last text of a file that is not closed",
        r#"(fragment: "no warning had reached it")"#,
        r#"(fragment: "no warning had reached it)"#,
    ),
    (Code::NotRon, "quotation marks inside a text", "Nobody warned the harbour", r#""Nobody" warned"#),
    (Code::NotRon, "typographic quotation marks", ID, "id: “arrivals-4200”"),
    (Code::NotRon, "single quotation marks", ID, "id: 'arrivals-4200'"),
    (Code::NotRon, "a word in single quotation marks", VALUE, "Bare('scores')"),
    (Code::NotRon, "the name of a field in quotation marks", ID, r#""id": "arrivals-4200""#),
    (Code::NotRon, "an equals sign for a colon", ID, r#"id = "arrivals-4200""#),
    (Code::WrongType, "a record in braces", r#"(fragment: "4,200 sailors")"#, r#"{"fragment": "4,200 sailors"}"#),
    (
        Code::UnfinishedMerge,
        "two sides of a merge",
        "    claims: [",
        "<<<<<<< HEAD\n    claims: [\n=======\n>>>>>>> desk",
    ),
    (Code::UnfinishedMerge, "the end of a merge", "    claims: [", "    claims: [\n>>>>>>> desk"),
];

/// The examples.
pub fn cases() -> impl Iterator<Item = Case> {
    let slip = |(code, what, old, new)| {
        Case::new(code, what, move || run_in(&Sandbox::with(REPORT, old, new), "gainsay list claims"))
    };
    SLIPS.into_iter().map(slip)
}
