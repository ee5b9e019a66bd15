//! Texts checked against each other: their claims, which of these speak of the same thing, and what comes of that.

mod citation;
mod copies;
mod dated;
mod known;
mod quote;
mod record;
mod statements;
mod steps;
mod subject;
mod ties;
mod told;

use std::collections::{BTreeMap, BTreeSet};

pub use citation::Citation;
pub use quote::{Quote, quote};
pub use record::{Record, record};
pub use statements::{Statements, compare};
pub use steps::Step;
pub use subject::subject;
pub use told::{clock, value_text, why, would_decide};

use rayon::prelude::*;

use self::ties::Ties;
use crate::extract::claims::{Candidate, Setting, candidates};
use crate::matching::{Corpus, Entry, Match, Pair, judge, pairs, relation};
use crate::model::{Archive, ClaimId};
use crate::readers::Document;
use crate::reuse::{Passage, limits, passages_among};
use crate::text;

/// Pairs that one thread judges at a time: fewer are not worth the handing over.
const SHARE: usize = 64;

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

/// Checks documents against each other, each against itself, and all against a graph if there is one; `tell` is told of each
/// step as it is done, from any thread.
pub fn check(documents: &[Document], graph: Option<&Archive>, tell: &(dyn Fn(Step) + Sync)) -> Checked {
    let texts: Vec<text::Document<'_>> = documents.par_iter().map(words).collect();
    let (corpus, passages, ties) = read(documents, &texts, graph, tell);
    tell(Step::Compare);
    let matches = matches(&corpus, &pairs(&corpus, &ties));
    let matches = dated::once(&corpus, copies::repeated::once(&corpus, documents, matches));
    Checked { corpus, matches, passages, citations: citation::citations(documents, &texts) }
}

/// The pairs of claims that are likened, whether they are found to speak of the same thing or not.
pub fn likened(documents: &[Document], graph: Option<&Archive>) -> Vec<Pair> {
    let texts: Vec<text::Document<'_>> = documents.par_iter().map(words).collect();
    let (corpus, _, ties) = read(documents, &texts, graph, &|_| {});
    pairs(&corpus, &ties)
}

/// The claims of all texts, and what the texts themselves say of them.
fn read(
    documents: &[Document],
    texts: &[text::Document<'_>],
    graph: Option<&Archive>,
    tell: &(dyn Fn(Step) + Sync),
) -> (Corpus, Vec<Passage>, Ties) {
    let corpus = corpus_telling(documents, texts, graph, tell);
    let partners = if corpus.is_large() { limits::FEW_PARTNERS } else { limits::PARTNERS };
    let passages = passages_among(texts, partners, |number| &documents[number].file);
    if !corpus.is_large() {
        let ties = ties::ties(&corpus, &passages);
        return (corpus, passages, ties);
    }
    let firsts = copies::copies(&corpus, documents, &passages);
    let corpus = corpus.folded(firsts);
    let ties = ties::folded(&corpus, &passages);
    (corpus, passages, ties)
}

/// The pairs that speak of the same thing; of large collections the likeliest of each claim.
fn matches(corpus: &Corpus, pairs: &[Pair]) -> Vec<Match> {
    let related = |pair: &Pair| Some((*pair, relation(corpus, pair)?));
    let mut judged: Vec<_> = pairs.par_iter().with_min_len(SHARE).filter_map(related).collect();
    if corpus.is_large() {
        judged = copies::cap::likeliest(corpus, judged);
    }
    judged.par_iter().with_min_len(SHARE).filter_map(|(pair, _)| judge(corpus, pair)).collect()
}

#[cfg(test)]
fn corpus(documents: &[Document], texts: &[text::Document<'_>], graph: Option<&Archive>) -> Corpus {
    corpus_telling(documents, texts, graph, &|_| {})
}

fn corpus_telling(
    documents: &[Document],
    texts: &[text::Document<'_>],
    graph: Option<&Archive>,
    tell: &(dyn Fn(Step) + Sync),
) -> Corpus {
    let read = |number: usize| {
        let own = claims(&documents[number], &texts[number], number);
        tell(Step::Text);
        own
    };
    let claims: Vec<Vec<Entry>> = (0..documents.len()).into_par_iter().map(read).collect();
    let known = graph.map_or_else(Vec::new, |graph| known::known(graph, documents));
    Corpus::new(claims.into_iter().flatten().chain(known))
}

fn claims(document: &Document, text: &text::Document<'_>, number: usize) -> Vec<Entry> {
    let setting = Setting::of(document);
    let entry = |claim: Candidate| {
        let label = format!("{}:{}", document.file, document.place(claim.fragment.start));
        Entry::new(number, setting.date, claim, label)
    };
    candidates(text, &setting).into_iter().map(entry).collect()
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

    /// For each claim, by its place, the claim of the graph that speaks of the same, the likeliest of them.
    pub fn answers(&self) -> BTreeMap<usize, &ClaimId> {
        let entries = self.corpus.entries();
        let mut best: BTreeMap<usize, (f64, &ClaimId)> = BTreeMap::new();
        for one in &self.matches {
            for (own, other) in [(one.a, one.b), (one.b, one.a)] {
                let Some(known) = entries[other].known.as_ref() else { continue };
                if best.get(&own).is_none_or(|(score, _)| one.score >= *score) {
                    best.insert(own, (one.score, known));
                }
            }
        }
        best.into_iter().map(|(place, (_, id))| (place, id)).collect()
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
