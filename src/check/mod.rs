//! Texts checked against each other: their claims, which of these speak of the same thing, and what comes of that.

use std::ops::Range;

use jiff::civil::Date;

use crate::extract::claim::{Setting, candidates};
use crate::matching::{Corpus, Match, judge, pairs};
use crate::text::Document;

/// A text to be checked.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it says.
    pub text: String,
    /// Its headline, in bytes.
    pub title: Option<Range<usize>>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// The day of its publication.
    pub date: Option<Date>,
    /// Where its body begins, in bytes.
    pub body: usize,
}

/// What a check finds.
#[derive(Debug)]
pub struct Checked {
    /// The claims of all texts, text by text.
    pub corpus: Corpus,
    /// Pairs that speak of the same thing.
    pub matches: Vec<Match>,
}

/// Checks texts against each other, and each against itself.
pub fn check(drafts: &[Draft]) -> Checked {
    let claims = drafts.iter().enumerate().flat_map(|(number, draft)| {
        let document = Document::new(&draft.text);
        let setting = Setting { date: draft.date, outlet: draft.outlet.clone(), body: draft.body };
        candidates(&document, &setting).into_iter().map(move |claim| (number, draft.date, claim))
    });
    let corpus = Corpus::new(claims);
    let matches = pairs(&corpus).iter().filter_map(|pair| judge(&corpus, pair)).collect();
    Checked { corpus, matches }
}
