//! The words of a text that terms stand for: names in full, what is counted.

use crate::extract::claims::{Candidate, Term};
use crate::text::{Word, one_line, words};

/// A text with its words.
pub struct Worded<'a> {
    text: &'a str,
    words: Vec<Word>,
}

impl<'a> Worded<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, words: words(text) }
    }

    /// The word that a term begins with.
    pub fn word(&self, term: &Term) -> &'a str {
        self.words.get(term.word as usize).map_or("", |word| &self.text[word.start..word.end])
    }

    /// The noun that is counted, with the words that narrow it.
    pub fn counted(&self, candidate: &Candidate) -> Option<String> {
        let head = candidate.head.as_ref()?;
        let all = candidate.modifiers.iter().chain([head]);
        let mut own: Vec<&str> = all.map(|term| self.word(term)).collect();
        own.dedup();
        Some(own.join(" "))
    }

    /// The name of a place in full: the words beside it that are in the candidate's names of places, too.
    pub fn place(&self, candidate: &Candidate, term: &Term) -> String {
        let is_name = |at: usize| candidate.places.iter().any(|other| other.word as usize == at);
        let (mut first, mut last) = (term.word as usize, term.word as usize);
        while first > 0 && is_name(first - 1) && self.adjoins(first - 1) {
            first -= 1;
        }
        while is_name(last + 1) && self.adjoins(last) {
            last += 1;
        }
        match (self.words.get(first), self.words.get(last)) {
            (Some(first), Some(last)) => one_line(&self.text[first.start..last.end]),
            _ => String::new(),
        }
    }

    /// Whether only a blank or a hyphen stands between a word and the next.
    fn adjoins(&self, at: usize) -> bool {
        let gap = self.words.get(at).zip(self.words.get(at + 1)).map(|(one, next)| &self.text[one.end..next.start]);
        matches!(gap, Some(" " | "\n" | "-"))
    }

    /// A noun for a figure that counts nothing: the nearest term of its own part of the sentence that is no name and not
    /// the figure's unit.
    pub fn noun(&self, candidate: &Candidate) -> Option<&'a str> {
        self.nearest(candidate, |term| !term.name)
    }

    /// What the text says happened: the nearest word for the event.
    pub fn event(&self, candidate: &Candidate) -> Option<&'a str> {
        self.nearest(candidate, |term| term.class.is_some() && term.class == candidate.event)
    }

    fn nearest(&self, candidate: &Candidate, fits: impl Fn(&Term) -> bool) -> Option<&'a str> {
        let figure = &candidate.mention.span;
        let start = figure.start;
        let distance =
            |term: &Term| self.words.get(term.word as usize).map_or(usize::MAX, |word| word.start.abs_diff(start));
        let inside = |term: &&Term| {
            let word = self.words.get(term.word as usize);
            word.is_some_and(|word| candidate.sentence.contains(&word.start) && !figure.contains(&word.start))
        };
        let own = candidate.terms.iter().map(|one| &one.term).filter(|term| fits(term)).filter(inside);
        own.min_by_key(|term| (distance(term), term.key)).map(|term| self.word(term))
    }
}
