//! One file of the graph: its text, where things stand in it, and faults that name their place.

use crate::codes::Code;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;

use super::outline::{Node, Step, outline};
use super::syntax;
use crate::model::Locus;
use crate::quantity::options;
use crate::store::fault::{Fault, Listed};
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
        options().from_str(&self.text).map_err(|error| syntax::fault::<T>(self, &error))
    }

    /// The start of a path of steps.
    pub fn root(&self) -> At<'_> {
        At { file: self, steps: [Step::Index(0); STEPS], taken: 0 }
    }

    /// A fault at some bytes of the file.
    pub fn fault_at(&self, code: Code, span: Range<usize>, message: impl Into<String>) -> Fault {
        Fault::new(code, &self.path, &self.text, span, message)
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
        Fault { record: self.record().map(Box::new), ..self.file.fault_at(code, self.span(), message) }
    }

    /// The innermost record with an id that the value is in, or is.
    fn record(&self) -> Option<Listed> {
        (2..=self.taken).rev().find_map(|taken| {
            let [.., Step::Field(list), Step::Index(_)] = self.steps.get(..taken)? else { return None };
            let id = Self { taken, ..*self }.field("id").span();
            Some(Listed { list, id: options().from_str(self.file.text.get(id)?).ok()? })
        })
    }

    /// Where the value stands.
    pub fn locus(&self) -> Locus {
        let Place { line, column } = self.file.place(self.span().start);
        Locus { file: self.file.path.clone(), line, column }
    }
}
