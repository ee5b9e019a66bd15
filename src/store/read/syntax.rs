//! Files that could not be read as what they are to hold: what was found, what is expected, and what to write.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use ron::Error;
use ron::error::SpannedError;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::file::GraphFile;
use super::outline::{DEEPEST, outline, token};
use super::slips::slip;
use crate::codes::Code;
use crate::model::nearest;
use crate::quantity::{options, table};
use crate::store::fault::Fault;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    expected: BTreeMap<String, String>,
    records: BTreeMap<String, (String, String)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| table("refused.ron", include_str!("refused.ron")));

/// What is wrong with a file that is no record of that type.
pub(super) fn fault<T: DeserializeOwned>(file: &GraphFile, error: &SpannedError) -> Fault {
    if token(&file.text, 0).is_empty() {
        return empty::<T>(file);
    }
    let at = place(&file.text, error);
    let stopped = word_from(&file.text, at.start, at.end);
    if let Some(slip) = slip(&file.text, &stopped, &name(&error.code)) {
        return file.fault_at(slip.code, slip.span, slip.found).help(slip.mend);
    }
    named(file, &error.code, &at).unwrap_or_else(|| of_notation(file, &error.code, stopped))
}

/// Nothing stands in the file, or only comments: the advice is whatever the type can be read from.
fn empty<T: DeserializeOwned>(file: &GraphFile) -> Fault {
    let shapes = WORDS.records.values().map(|(_, shape)| shape.as_str());
    let shape = ["[]", "()"].into_iter().chain(shapes).find(|shape| options().from_str::<T>(shape).is_ok());
    let help = match shape {
        Some("[]") => "write [] for a list without entries, or remove the file".to_owned(),
        Some(shape) => format!("write {shape}, or remove the file"),
        None => "remove the file".to_owned(),
    };
    file.fault_at(Code::EmptyFile, 0..0, "the file is empty").help(help)
}

/// Faults of fields and variants, which have names.
fn named(file: &GraphFile, error: &Error, at: &Range<usize>) -> Option<Fault> {
    let text = &file.text;
    Some(match error {
        Error::NoSuchStructField { expected, found, .. } => file
            .fault_at(Code::UnknownField, word_before(text, found, at.end), format!("unknown field `{found}`"))
            .help(one_of(found, expected)),
        Error::NoSuchEnumVariant { expected, found, .. } => file
            .fault_at(Code::UnknownVariant, word_before(text, found, at.end), format!("unknown variant `{found}`"))
            .help(one_of(found, expected)),
        Error::MissingStructField { field, .. } => {
            let holder = outline(text, DEEPEST).innermost(at.end).span.start;
            let name = text[holder..].find('(').unwrap_or(0).max(1);
            file.fault_at(Code::MissingField, holder..holder + name, format!("missing field `{field}`"))
                .help(format!("add `{field}: …`"))
        }
        Error::DuplicateStructField { field, .. } => file
            .fault_at(Code::FieldTwice, at.clone(), format!("the field `{field}` is given twice"))
            .help("remove one of them"),
        _ => return None,
    })
}

/// All other faults: what was expected, and what was found in its place.
fn of_notation(file: &GraphFile, error: &Error, stopped: Range<usize>) -> Fault {
    let (code, help) = match error {
        Error::Eof | Error::ExpectedStringEnd => {
            (Code::CutOff, "see whether the file was cut off, or a quotation mark or bracket is missing".to_owned())
        }
        Error::ExpectedNamedStructLike(name) | Error::ExpectedDifferentStructName { expected: name, .. } => {
            (Code::WrongType, shape(name))
        }
        error if is_of_type(error) => (Code::WrongType, FIELDS.to_owned()),
        _ => (Code::NotRon, NEAR.to_owned()),
    };
    let message = message(&file.text, error, stopped.start);
    file.fault_at(code, stopped, message).help(help)
}

const FIELDS: &str =
    "texts stand in quotation marks, numbers do not, lists stand in [ ]; docs/graph-format.md lists the fields";
const NEAR: &str = "see whether a comma, a quotation mark or a bracket is missing or one too many, here or just before";

fn message(text: &str, error: &Error, at: usize) -> String {
    let words = match error {
        Error::ExpectedNamedStructLike(name) => WORDS.records.get(*name).map(|(words, _)| format!("{words} in ( )")),
        error => WORDS.expected.get(&self::name(error)).cloned(),
    };
    match words {
        Some(expected) => format!("expected {expected}, but found {}", found(text, at)),
        None => lower_first(&without_types(&error.to_string())),
    }
}

/// How a record is written, by the name of its type.
fn shape(name: &str) -> String {
    WORDS.records.get(name).map_or_else(|| FIELDS.to_owned(), |(words, shape)| format!("{words} is written {shape}"))
}

/// The name of an error, whatever it carries.
fn name(error: &Error) -> String {
    let told = format!("{error:?}");
    told.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

/// What stands at a byte, shortened.
fn found(text: &str, at: usize) -> String {
    const LONGEST: usize = 40;
    let token = &text[token(text, at)];
    let line = token.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(LONGEST).collect();
    match token {
        "" => "the end of the file".to_owned(),
        _ if cut.len() < token.len() => format!("`{cut}…`"),
        _ => format!("`{token}`"),
    }
}

/// What the notation says, with the words of the format in place of names of types.
fn without_types(said: &str) -> String {
    static TYPE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:(?:struct|tuple|unit|newtype) )?(?:variant|struct) (?:\w+::)?(?<name>\w+)").ok()
    });
    let words = |found: &regex::Captures<'_>| {
        let name = &found["name"];
        WORDS.records.get(name).map_or_else(|| format!("`{name}`"), |(words, _)| words.clone())
    };
    TYPE.as_ref().map_or_else(|| said.to_owned(), |types| types.replace_all(said, words).into_owned())
}

/// The bytes at which reading stopped, as `ron` tells them.
fn place(text: &str, error: &SpannedError) -> Range<usize> {
    let end = byte_of(text, error.span.end.line, error.span.end.col);
    byte_of(text, error.span.start.line, error.span.start.col).min(end)..end
}

/// The last place at or before `at` where the word stands.
fn word_before(text: &str, word: &str, at: usize) -> Range<usize> {
    let end = (at + word.len()).min(text.len());
    let end = (end..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text[..end].rfind(word).map_or(at..at, |start| start..start + word.len())
}

/// The bytes without the blanks before them; where nothing else is left, the word that follows.
fn word_from(text: &str, start: usize, end: usize) -> Range<usize> {
    let start = end - text[start..end].trim_start().len();
    let word = text[start..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(0);
    start..end.max(start + word)
}

fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[before..];
    before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// Whether another type of value was expected; all other errors are of the notation.
fn is_of_type(code: &Error) -> bool {
    matches!(
        code,
        Error::InvalidValueForType { .. }
            | Error::ExpectedDifferentLength { .. }
            | Error::ExpectedStructName(_)
            | Error::ExpectedStructLike
            | Error::ExpectedArray
            | Error::ExpectedBoolean
            | Error::ExpectedFloat
            | Error::ExpectedInteger
            | Error::ExpectedMap
            | Error::ExpectedString
            | Error::IntegerOutOfBounds
    )
}

fn one_of(found: &str, expected: &[&str]) -> String {
    let list = expected.join(", ");
    nearest(found, expected.iter().copied())
        .map_or(format!("expected one of {list}"), |near| format!("did you mean `{near}`? expected one of {list}"))
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of all records in the files that define them.
    fn records() -> Vec<&'static str> {
        let files = [
            include_str!("../record/claims.rs"),
            include_str!("../record/inbox.rs"),
            include_str!("../record/own.rs"),
            include_str!("../record/vocabulary.rs"),
        ];
        let names = files.iter().flat_map(|text| text.split("pub struct ").skip(1));
        names.map(|rest| rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap()).collect()
    }

    #[test]
    fn each_record_is_called_by_words() {
        let known: Vec<&str> = WORDS.records.keys().map(String::as_str).collect();
        let mut records = records();
        records.sort_unstable();
        assert_eq!(records, known);
    }

    #[test]
    fn each_record_can_be_read_as_it_is_said_to_be_written() {
        use crate::store::record::*;
        macro_rules! read {
            ($($record:ident),*) => { $(
                let shape = &WORDS.records[stringify!($record)].1;
                options().from_str::<$record>(shape).unwrap_or_else(|error| panic!("{shape}: {error}"));
            )* };
        }
        read!(ActorRecord, AddedFile, AgainstRecord, CandidateRecord, ClaimFile, ClaimRecord, DecisionRecord);
        read!(EventRecord, EvidenceRecord, GraphRecord, InboxFile, JudgedRecord, JudgementRecord, MeasureRecord);
        read!(MeasuresRecord, MovedRecord, NearRecord, PassageRecord, PropositionRecord, ReadRecord, RegionRecord);
        read!(RelocationRecord, RepresentationRecord, SourceRecord, SpellingRecord, StretchRecord, TextRecord);
    }

    #[test]
    fn names_of_types_are_not_told() {
        assert_eq!(
            without_types("expected tuple variant Stated::Between with 2 elements"),
            "expected `Between` with 2 elements"
        );
        assert_eq!(without_types("expected struct ClaimFile"), "expected a file of claims");
    }

    #[test]
    fn what_is_said_to_write_into_an_empty_file_can_be_read() {
        use crate::store::record::*;
        fn advice<T: DeserializeOwned>() -> String {
            let file = GraphFile::new(std::path::Path::new("a.ron"), "// later".to_owned());
            let help = file.parse::<T>().err().and_then(|fault| fault.help).unwrap();
            let shape = help.strip_prefix("write ").and_then(|rest| rest.strip_suffix(", or remove the file")).unwrap();
            let shape = shape.trim_end_matches(" for a list without entries");
            options().from_str::<T>(shape).unwrap_or_else(|error| panic!("{shape}: {error}"));
            shape.to_owned()
        }
        assert_eq!(advice::<Vec<ActorRecord>>(), "[]");
        assert_eq!(advice::<ClaimFile>(), r#"(source: "…", claims: [])"#);
        assert_eq!(advice::<GraphRecord>(), r#"(title: "…", format: 1)"#);
        assert_eq!(advice::<MeasuresRecord>(), "()");
    }
}
