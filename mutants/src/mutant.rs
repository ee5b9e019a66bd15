//! A mutant, as `cargo mutants --list --json` tells it.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Mutant {
    /// Where the code stands, what is changed, and to what.
    pub name: String,
    pub file: String,
    pub genre: Genre,
    pub span: Span,
    pub replacement: String,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

/// From the first character to behind the last.
#[derive(Deserialize)]
pub struct Span {
    pub start: Place,
    pub end: Place,
}

/// Lines and columns, in characters, from 1.
#[derive(Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}
