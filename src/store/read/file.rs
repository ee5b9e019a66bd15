//! One file of the graph: its text, where things stand in it, and faults that name their place.

use crate::codes::Code;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;

use super::outline::{DEEPEST, Node, Step, outline};
use crate::model::Locus;
use crate::model::nearest;
use crate::quantity::options;
use crate::store::fault::Fault;
use crate::text::{LineStarts, Place};

/// A file that was read.
#[derive(Debug)]
pub(crate) struct GraphFile {
    /// Path as shown.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// Looked at only where a place is asked for.
    shape: OnceLock<Node>,
    lines: OnceLock<LineStarts>,
}

/// How deep files are outlined: as deep as the claims of imports lie. What is inside them is found when it is asked for.
const DEPTH: usize = 4;

impl GraphFile {
    /// The file with that text.
    pub fn new(path: &Path, text: String) -> Self {
        Self {
            path: path.display().to_string().into(),
            text: text.into(),
            shape: OnceLock::new(),
            lines: OnceLock::new(),
        }
    }

    /// The bytes of the value that the steps lead to.
    fn find(&self, steps: &[Step]) -> Range<usize> {
        self.shape.get_or_init(|| outline(&self.text, DEPTH)).find(&self.text, steps)
    }

    fn place(&self, byte: usize) -> Place {
        self.lines.get_or_init(|| LineStarts::new(&self.text)).place(&self.text, byte)
    }

    /// Reads the file as a record.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        if self.text.trim().is_empty() {
            return Err(self
                .fault_at(Code::EmptyFile, 0..0, "the file is empty")
                .help("write [] for a list without entries, or remove the file"));
        }
        options().from_str(&self.text).map_err(|error| self.syntax_fault(&error))
    }

    /// The start of a path of steps.
    pub fn root(&self) -> At<'_> {
        At { file: self, steps: [Step::Index(0); STEPS], taken: 0 }
    }

    /// A fault at some bytes of the file.
    pub fn fault_at(&self, code: Code, span: Range<usize>, message: impl Into<String>) -> Fault {
        Fault::new(code, &self.path, &self.text, span, message)
    }

    fn syntax_fault(&self, error: &ron::error::SpannedError) -> Fault {
        use ron::Error;
        let at = self.byte_of(error.span.end.line, error.span.end.col);
        let start = self.byte_of(error.span.start.line, error.span.start.col).min(at);
        match &error.code {
            Error::NoSuchStructField { expected, found, .. } | Error::NoSuchEnumVariant { expected, found, .. } => {
                let span = self.word_before(found, at);
                let is_field = matches!(error.code, Error::NoSuchStructField { .. });
                let (what, code) = if is_field { ("field", Code::UnknownField) } else { ("variant", Code::UnknownVariant) };
                self.fault_at(code, span, format!("unknown {what} `{found}`")).help(one_of(found, expected))
            }
            Error::MissingStructField { field, .. } => {
                let holder = outline(&self.text, DEEPEST).innermost(at).span.start;
                let name = self.text[holder..].find('(').unwrap_or(0).max(1);
                self.fault_at(Code::MissingField, holder..holder + name, format!("missing field `{field}`"))
                    .help(format!("add `{field}: …`"))
            }
            Error::DuplicateStructField { field, .. } => self
                .fault_at(Code::FieldTwice, start..at.max(start), format!("the field `{field}` is given twice"))
                .help("remove one of them"),
            code @ (Error::Eof | Error::ExpectedStringEnd) => self
                .fault_at(Code::CutOff, self.word_from(start, at), lower_first(&code.to_string()))
                .help("see whether the file was cut off, or a quotation mark or bracket is missing"),
            code if is_of_type(code) => self
                .fault_at(Code::WrongType, self.word_from(start, at), lower_first(&code.to_string()))
                .help("texts stand in quotation marks, numbers do not, lists stand in [ ]; docs/graph-format.md lists the fields"),
            code => self
                .fault_at(Code::NotRon, self.word_from(start, at), lower_first(&code.to_string()))
                .help("see whether a comma, a quotation mark or a bracket is missing or one too many, here or just before"),
        }
    }

    /// The last place at or before `at` where the word stands.
    fn word_before(&self, word: &str, at: usize) -> Range<usize> {
        let end = (at + word.len()).min(self.text.len());
        let end = (end..=self.text.len()).find(|end| self.text.is_char_boundary(*end)).unwrap_or(0);
        self.text[..end].rfind(word).map_or(at..at, |start| start..start + word.len())
    }

    /// The bytes without the blanks before them; where nothing else is left, the word that follows.
    fn word_from(&self, start: usize, end: usize) -> Range<usize> {
        let found = &self.text[start..end];
        let start = end - found.trim_start().len();
        let word = self.text[start..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(0);
        start..end.max(start + word)
    }

    fn byte_of(&self, line: usize, column: usize) -> usize {
        let before: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = &self.text[before..];
        before + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }
}

/// The most steps that lead to a value that anything is said of.
const STEPS: usize = 8;

/// A value in a file, by the steps that lead to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'a> {
    file: &'a GraphFile,
    steps: [Step; STEPS],
    taken: usize,
}

impl At<'_> {
    /// The value of a field of this one.
    pub fn field(&self, name: &'static str) -> Self {
        self.step(Step::Field(name))
    }

    /// An entry of this list.
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// One step more; what lies deeper than any format goes is not told from what holds it.
    fn step(&self, step: Step) -> Self {
        let mut longer = *self;
        if let Some(next) = longer.steps.get_mut(self.taken) {
            *next = step;
            longer.taken += 1;
        }
        longer
    }

    fn span(&self) -> Range<usize> {
        self.file.find(self.steps.get(..self.taken).unwrap_or_default())
    }

    /// A fault of this value.
    pub fn fault(&self, code: Code, message: impl Into<String>) -> Fault {
        self.file.fault_at(code, self.span(), message)
    }

    /// Where the value stands.
    pub fn locus(&self) -> Locus {
        let Place { line, column } = self.file.place(self.span().start);
        Locus { file: self.file.path.clone(), line, column }
    }
}

/// Whether another type of value was expected; all other errors are of the notation.
fn is_of_type(code: &ron::Error) -> bool {
    use ron::Error;
    matches!(
        code,
        Error::InvalidValueForType { .. }
            | Error::ExpectedDifferentLength { .. }
            | Error::ExpectedDifferentStructName { .. }
            | Error::ExpectedNamedStructLike(_)
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
