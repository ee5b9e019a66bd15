//! Texts checked against each other: their claims, which of these speak of the same thing, and what comes of that.

mod citation;
mod known;
mod parallel;
mod parts;
mod repeated;
mod reprint;
mod restated;
mod statements;
mod told;

use std::collections::{BTreeMap, BTreeSet};

pub use citation::Citation;
pub use statements::{Statements, compare};
pub use told::{clock, flat, value_text, why, would_decide};

use self::parallel::in_parallel;
use crate::extract::claim::{Candidate, Setting, candidates};
use crate::matching::{Corpus, Entry, Match, Pair, Tie, judge, pairs};
use crate::model::{Archive, ClaimId};
use crate::readers::Document;
use crate::text;
use crate::trace::reuse::{Passage, passages};

/// What a check finds.
#[derive(Debug)]
pub struct Checked {
    /// The claims of all texts, text by text.
    pub corpus: Corpus,
    /// Pairs that speak of the same thing.
    pub matches: Vec<Match>,
    /// Passages that two texts share word for word.
    pub passages: Vec<Passage>,
    /// Where one text cites another.
    pub citations: Vec<Citation>,
}

/// Checks documents against each other, each against itself, and all against a graph if there is one.
pub fn check(documents: &[Document], graph: Option<&Archive>) -> Checked {
    let texts: Vec<text::Document<'_>> = documents.iter().map(words).collect();
    let corpus = corpus(documents, &texts, graph);
    let passages = passages(&texts);
    let matches = pairs(&corpus, &ties(&corpus, &passages)).iter().filter_map(|pair| judge(&corpus, pair)).collect();
    let matches = repeated::once(&corpus, documents, matches);
    Checked { corpus, matches, passages, citations: citation::citations(documents, &texts) }
}

/// All pairs of claims that are likened, whether they are found to speak of the same thing or not.
pub fn likened(documents: &[Document], graph: Option<&Archive>) -> Vec<Pair> {
    let texts: Vec<text::Document<'_>> = documents.iter().map(words).collect();
    let corpus = corpus(documents, &texts, graph);
    pairs(&corpus, &ties(&corpus, &passages(&texts)))
}

fn corpus(documents: &[Document], texts: &[text::Document<'_>], graph: Option<&Archive>) -> Corpus {
    let numbers: Vec<usize> = (0..documents.len()).collect();
    let claims = in_parallel(&numbers, |number| claims(&documents[*number], &texts[*number], *number));
    let known = graph.map_or_else(Vec::new, |graph| known::known(graph, documents.len()));
    Corpus::new(claims.into_iter().flatten().chain(known))
}

fn claims(document: &Document, text: &text::Document<'_>, number: usize) -> Vec<Entry> {
    let date = document.date.map(|days| days.last);
    let title = document.title.as_ref().and_then(|title| title.span.clone());
    let setting = Setting { date, outlet: document.outlet.clone(), body: document.body, title };
    let entry = |claim: Candidate| {
        let label = format!("{}:{}", document.file, document.place(claim.fragment.start));
        Entry::new(number, date, claim, label)
    };
    candidates(text, &setting).into_iter().map(entry).collect()
}

fn ties(corpus: &Corpus, passages: &[Passage]) -> BTreeMap<(usize, usize), Tie> {
    let mut ties = reprint::reprints(corpus, passages);
    ties.extend(restated::restated(corpus).into_iter().map(|pair| (pair, Tie::Same)));
    ties.extend(parts::parts(corpus).into_iter().map(|pair| (pair, Tie::Part)));
    ties
}

impl Checked {
    /// The pairs, the firmest disagreement first, then the surest.
    pub fn findings(&self, keep: impl Fn(&Match) -> bool) -> Vec<&Match> {
        let mut found: Vec<&Match> = self.matches.iter().filter(|one| keep(one)).collect();
        found.sort_by(|a, b| {
            let conditional = |one: &Match| !one.verdict.conditions.is_empty();
            let firm = a.verdict.relation.cmp(&b.verdict.relation).then(conditional(a).cmp(&conditional(b)));
            firm.then(b.score.total_cmp(&a.score)).then((a.a, a.b).cmp(&(b.a, b.b)))
        });
        found
    }

    /// The claim of the graph that speaks of the same as one of a text, the likeliest of them.
    pub fn answer(&self, entry: &Entry) -> Option<&ClaimId> {
        let entries = self.corpus.entries();
        let of = |one: &Match| {
            [(one.a, one.b), (one.b, one.a)].into_iter().find(|(own, _)| entries[*own].id() == entry.id())
        };
        let known = self.matches.iter().filter_map(|one| Some((one.score, entries[of(one)?.1].known.as_ref()?)));
        known.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    }

    /// The places of the claims that are worth telling: all but those that only place others in time or name a single
    /// thing, unless another text speaks of the same.
    pub fn told(&self) -> Vec<usize> {
        let matched: BTreeSet<usize> = self.matches.iter().flat_map(|one| [one.a, one.b]).collect();
        let told = |(place, entry): &(usize, &Entry)| {
            matched.contains(place) || entry.known.is_none() && !entry.claim.is_aside()
        };
        self.corpus.entries().iter().enumerate().filter(told).map(|(place, _)| place).collect()
    }
}

fn words(document: &Document) -> text::Document<'_> {
    let text = text::Document::new(&document.text);
    match document.date {
        Some(days) => text.dated_between(days.first, days.last),
        None => text,
    }
}
