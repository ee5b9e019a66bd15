//! A file of code: where its lines begin, and the range of whatever a mutant changes.

use std::ops::Range;

use anyhow::{Context, Result};
use proc_macro2::LineColumn;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::mutant::{Genre, Place, Span};

pub struct Source {
    pub text: String,
    lines: Vec<usize>,
    /// What can be switched, by kind; the outermost first.
    parts: Vec<(Part, Range<usize>)>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    Binary,
    Unary,
    Struct,
    /// An arm of a match, and where its guard begins.
    Arm {
        guard: Option<usize>,
    },
}

impl Source {
    pub fn read(text: String) -> Result<Source> {
        let file = syn::parse_file(&text).context("the code does not parse")?;
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut source = Source { text, lines, parts: Vec::new() };
        Parts { source: &mut source }.visit_file(&file);
        Ok(source)
    }

    pub fn range(&self, span: &Span) -> Range<usize> {
        self.place(&span.start)..self.place(&span.end)
    }

    /// What must be switched as a whole so that what stands at a range can be changed: the innermost of the kind.
    pub fn around(&self, genre: Genre, range: &Range<usize>) -> Option<(Part, Range<usize>)> {
        let fits = |part: &Part, whole: &Range<usize>| match genre {
            Genre::BinaryOperator => *part == Part::Binary,
            Genre::UnaryOperator => *part == Part::Unary && whole.start == range.start,
            Genre::StructField => *part == Part::Struct,
            Genre::MatchArm => matches!(part, Part::Arm { .. }) && whole.start == range.start,
            Genre::FnValue | Genre::MatchArmGuard => false,
        };
        let around = |whole: &Range<usize>| whole.start <= range.start && range.end <= whole.end;
        let of_genre = self.parts.iter().filter(|(part, whole)| fits(part, whole));
        let arm = genre == Genre::MatchArm;
        of_genre.filter(|(_, whole)| arm || around(whole)).min_by_key(|(_, whole)| whole.len()).cloned()
    }

    fn place(&self, place: &Place) -> usize {
        self.at(place.line, place.column - 1)
    }

    /// The byte at a line, from 1, and a column in characters, from 0.
    fn at(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line - 1];
        self.text[start..].char_indices().nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }

    fn bytes(&self, spanned: &impl Spanned) -> Range<usize> {
        let byte = |place: LineColumn| self.at(place.line, place.column);
        let span = spanned.span();
        byte(span.start())..byte(span.end())
    }
}

struct Parts<'a> {
    source: &'a mut Source,
}

impl Parts<'_> {
    fn add(&mut self, part: Part, spanned: &impl Spanned) {
        let range = self.source.bytes(spanned);
        self.source.parts.push((part, range));
    }
}

impl<'ast> Visit<'ast> for Parts<'_> {
    fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
        self.add(Part::Binary, binary);
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        self.add(Part::Unary, unary);
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_struct(&mut self, made: &'ast syn::ExprStruct) {
        self.add(Part::Struct, made);
        visit::visit_expr_struct(self, made);
    }

    /// Arms without which a match is complete: its last takes whatever is left.
    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        let takes_rest = |arm: &syn::Arm| arm.guard.is_none() && matches!(arm.pat, syn::Pat::Wild(_));
        if choice.arms.last().is_some_and(takes_rest) {
            choice.arms.iter().for_each(|arm| self.arm(arm));
        }
        visit::visit_expr_match(self, choice);
    }
}

impl Parts<'_> {
    /// Of an arm the pattern counts and its guard, not what it answers.
    fn arm(&mut self, arm: &syn::Arm) {
        let pattern = self.source.bytes(&arm.pat);
        let guard = arm.guard.as_ref().map(|(_, guard)| self.source.bytes(guard));
        let end = guard.as_ref().unwrap_or(&pattern).end;
        self.source.parts.push((Part::Arm { guard: guard.map(|guard| guard.start) }, pattern.start..end));
    }
}
