//! Slips that are often made in files of a graph: what each looks like, and what to write instead, is a table. It is asked only
//! about files that could not be read.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde::{Deserialize, Deserializer};

use super::outline::last_text;
use crate::codes::Code;
use crate::quantity::table;

/// What was done, where, and what to write.
pub(super) struct Slip {
    pub code: Code,
    pub span: Range<usize>,
    pub found: String,
    pub mend: String,
}

/// Of what kind a slip is.
#[derive(Clone, Copy, Deserialize)]
enum Of {
    Merge,
    Notation,
    Type,
}

impl Of {
    fn code(self) -> Code {
        match self {
            Of::Merge => Code::UnfinishedMerge,
            Of::Notation => Code::NotRon,
            Of::Type => Code::WrongType,
        }
    }
}

/// Where a slip is looked for.
#[derive(Clone, Copy, PartialEq, Deserialize)]
enum Within {
    File,
    Open,
    Here,
}

impl Within {
    /// The bytes that are looked at, if reading stopped at `at`.
    fn window(self, text: &str, at: &Range<usize>) -> Option<Range<usize>> {
        let end = text[at.end..].find('\n').map_or(text.len(), |end| at.end + end);
        match self {
            Within::File => Some(0..text.len()),
            Within::Open => last_text(text, at.start).map(|start| start..text.len()),
            Within::Here => {
                let line = |end: usize| text[..end].rfind('\n');
                Some(line(at.start).and_then(line).map_or(0, |before| before + 1)..end)
            }
        }
    }

    /// Whether what was found has to do with the place where reading stopped.
    fn fits(self, found: &Range<usize>, at: &Range<usize>) -> bool {
        self != Within::Here || (found.start <= at.end && at.start <= found.end)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    of: Of,
    within: Within,
    #[serde(default)]
    refused: Vec<String>,
    #[serde(deserialize_with = "pattern")]
    looks: Regex,
    found: String,
    mend: String,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| table("slips.ron", include_str!("slips.ron")));

fn pattern<'de, D: Deserializer<'de>>(from: D) -> Result<Regex, D::Error> {
    let text = String::deserialize(from)?;
    Regex::new(&text).map_err(serde::de::Error::custom)
}

/// The slip that explains why reading stopped at `at` with the error of that name, if there is one that is known.
pub(super) fn slip(text: &str, at: &Range<usize>, refused: &str) -> Option<Slip> {
    let may = |row: &&Row| row.refused.is_empty() || row.refused.iter().any(|name| name == refused);
    ROWS.iter().filter(may).find_map(|row| row.told(text, at))
}

impl Row {
    fn told(&self, text: &str, at: &Range<usize>) -> Option<Slip> {
        let window = self.within.window(text, at)?;
        let in_file = |part: regex::Match<'_>| window.start + part.start()..window.start + part.end();
        let fits = |found: &Captures<'_>| found.get(0).is_some_and(|all| self.within.fits(&in_file(all), at));
        let found = self.looks.captures_iter(text.get(window.clone())?).find(fits)?;
        let span = found.name("slip").or_else(|| found.get(0)).map(in_file)?;
        let fill = |words: &str| {
            let mut filled = String::new();
            found.expand(words, &mut filled);
            filled
        };
        Some(Slip { code: self.of.code(), span, found: fill(&self.found), mend: fill(&self.mend) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a text at the mark `|`, which is not part of it.
    fn told(marked: &str, refused: &str) -> Option<(String, String, String)> {
        let at = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let slip = slip(&text, &(at..at), refused)?;
        Some((text[slip.span].to_owned(), slip.found, slip.mend))
    }

    #[test]
    fn a_text_that_is_not_closed_is_told_where_it_opens() {
        let (slip, _, write) = told("(id: \"isl,\n name: \"|the island\")", "ExpectedComma").unwrap();
        assert_eq!((slip.as_str(), write.as_str()), ("\"isl", "close it with a quotation mark: \"isl\""));
    }

    #[test]
    fn a_text_of_two_lines_is_not_taken_for_one_that_is_not_closed() {
        assert!(told("(note: \"one\ntwo\" |name: \"the island\")", "ExpectedComma").is_none());
    }

    #[test]
    fn what_lies_elsewhere_is_not_told() {
        assert!(told("(value: 6_000,\n a: 1,\n b: |)", "ExpectedIdentifier").is_none());
        assert!(told("(a: 'x',\n b: 1,\n c: |)", "ExpectedComma").is_none());
    }

    #[test]
    fn a_line_that_only_resembles_a_mark_of_a_merge_is_none() {
        for text in ["<<<<<<<< eight\n|", " <<<<<<< HEAD\n|", "======== eight\n|", "=======a\n|"] {
            assert!(told(text, "ExpectedComma").is_none(), "{text}");
        }
        assert!(told("<<<<<<< HEAD\n|", "ExpectedComma").is_some());
    }
}
