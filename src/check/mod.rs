//! Texts checked against each other: their claims, which of these speak of the same thing, and what comes of that.

mod reprint;

use std::ops::Range;

use jiff::civil::Date;

use crate::extract::claim::{Setting, candidates};
use crate::matching::{Corpus, Match, judge, pairs};
use crate::text::Document;
use crate::trace::reuse::{Passage, passages};

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
    /// Passages that two texts share word for word.
    pub passages: Vec<Passage>,
}

/// Checks texts against each other, and each against itself.
pub fn check(drafts: &[Draft]) -> Checked {
    let documents: Vec<Document<'_>> = drafts.iter().map(document).collect();
    let claims = drafts.iter().zip(&documents).enumerate().flat_map(|(number, (draft, document))| {
        let setting = Setting { date: draft.date, outlet: draft.outlet.clone(), body: draft.body };
        candidates(document, &setting).into_iter().map(move |claim| (number, draft.date, claim))
    });
    let corpus = Corpus::new(claims);
    let passages = passages(&documents);
    let reprints = reprint::reprints(&corpus, &passages);
    let matches = pairs(&corpus, &reprints).iter().filter_map(|pair| judge(&corpus, pair)).collect();
    Checked { corpus, matches, passages }
}

fn document(draft: &Draft) -> Document<'_> {
    let document = Document::new(&draft.text);
    match draft.date {
        Some(date) => document.dated(date),
        None => document,
    }
}
