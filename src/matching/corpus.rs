//! Claims of several texts with how rare their terms are among them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::extract::claim::{Candidate, Said, Weighted};
use crate::model::ClaimId;

/// A claim with the text it stands in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The number of the text.
    pub text: usize,
    /// The day of its publication.
    pub date: Option<Date>,
    /// The claim.
    pub claim: Candidate,
    /// Where it stands, for people: a place of a file, or an id.
    pub label: String,
    /// Its id, if it is one of a graph.
    pub known: Option<ClaimId>,
    number: usize,
    /// Its terms with their weights.
    terms: Vec<Rated>,
    lengths: Lengths,
}

/// A term with its nearness times its rarity.
#[derive(Clone, Copy, Debug)]
struct Rated {
    key: u64,
    weight: f64,
    near: bool,
    name: bool,
}

/// The lengths of a claim's terms as a vector: of all, of those that are no names, of those beside the figure; and their sum.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    all: f64,
    plain: f64,
    near: f64,
    sum: f64,
}

/// What two claims have in common by their words, each 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shared {
    /// The cosine of the angle between their terms, weighed by nearness and rarity.
    pub cosine: f64,
    /// The same without names.
    pub plain: f64,
    /// The same for the terms beside the figures.
    pub near: f64,
    /// How much of the claim with fewer terms the other has.
    pub overlap: f64,
    /// How telling the names are that both have.
    pub names: f64,
}

impl Entry {
    /// A claim of a text.
    pub fn new(text: usize, date: Option<Date>, claim: Candidate, label: String) -> Self {
        Self { text, date, claim, label, known: None, number: 0, terms: Vec::new(), lengths: Lengths::default() }
    }

    /// A claim of a graph; its source counts as a text.
    pub fn known(text: usize, date: Option<Date>, claim: Candidate, id: ClaimId) -> Self {
        let label = id.to_string();
        Self { known: Some(id), ..Self::new(text, date, claim, label) }
    }

    /// Its id: that of the graph, or its number among the claims.
    pub fn id(&self) -> ClaimId {
        self.known.clone().unwrap_or_else(|| ClaimId::from(format!("c{}", self.number).as_str()))
    }

    fn rate(&mut self, rarity: &BTreeMap<u64, f64>) {
        let rated = |one: &Weighted| Rated {
            key: one.term.key,
            weight: one.weight * rarity.get(&one.term.key).copied().unwrap_or(0.0),
            near: one.weight >= 1.0,
            name: one.term.name,
        };
        self.terms = self.claim.terms.iter().map(rated).collect();
        let length = |keep: fn(&Rated) -> bool| {
            self.terms.iter().filter(|one| keep(one)).map(|one| one.weight.powi(2)).sum::<f64>().sqrt()
        };
        self.lengths = Lengths {
            all: length(|_| true),
            plain: length(|one| !one.name),
            near: length(|one| one.near),
            sum: self.terms.iter().map(|one| one.weight).sum(),
        };
    }

    /// The keys of its terms with their weights.
    pub(super) fn rated(&self) -> impl Iterator<Item = (u64, f64)> + '_ {
        self.terms.iter().map(|one| (one.key, one.weight.max(f64::MIN_POSITIVE)))
    }

    fn unit(&self) -> Option<&str> {
        match &self.claim.said {
            Said::Figure { unit, .. } => Some(unit),
            _ => None,
        }
    }
}

/// Claims that may be held side by side.
#[derive(Debug, Default)]
pub struct Corpus {
    entries: Vec<Entry>,
    rarity: BTreeMap<u64, f64>,
    units: BTreeMap<String, usize>,
}

impl Corpus {
    /// The claims, with their terms weighed. Rarity is the inverse document frequency of Robertson and Sparck Jones
    /// (1976), smoothed, over claims.
    pub fn new(claims: impl IntoIterator<Item = Entry>) -> Self {
        let mut corpus = Self { entries: claims.into_iter().collect(), ..Self::default() };
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for one in corpus.entries.iter().flat_map(|entry| &entry.claim.terms) {
            *counts.entry(one.term.key).or_default() += 1;
        }
        for unit in corpus.entries.iter().filter_map(Entry::unit) {
            *corpus.units.entry(unit.to_owned()).or_default() += 1;
        }
        let all = corpus.entries.len() as f64;
        corpus.rarity = counts.into_iter().map(|(key, count)| (key, (1.0 + all / count as f64).ln())).collect();
        for (number, entry) in corpus.entries.iter_mut().enumerate() {
            entry.number = number;
            entry.rate(&corpus.rarity);
        }
        corpus
    }

    /// The claims.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How rare the unit of a claim is: 0 if all claims have it, 1 if only this one has.
    pub(super) fn unit_rarity(&self, entry: &Entry) -> f64 {
        let Some(count) = entry.unit().and_then(|unit| self.units.get(unit)) else { return 0.0 };
        let all = self.entries.len().max(2) as f64;
        (all / *count as f64).ln() / all.ln()
    }

    /// How alike two texts are: the share of the terms of the one with fewer that the other has too.
    pub fn alike(&self, a: usize, b: usize) -> f64 {
        let terms = |text: usize| {
            let own = self.entries.iter().filter(|entry| entry.text == text);
            own.flat_map(|entry| &entry.terms).map(|one| one.key).collect::<BTreeSet<u64>>()
        };
        let (left, right) = (terms(a), terms(b));
        ratio(left.intersection(&right).count() as f64, left.len().min(right.len()) as f64)
    }

    /// What two claims have in common by their words.
    pub(super) fn shared(&self, a: &Entry, b: &Entry) -> Shared {
        let (mut all, mut plain, mut near, mut both, mut names) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (one, other) in common(a, b) {
            let product = one.weight * other.weight;
            let named = one.name && other.name;
            all += product;
            plain += if one.name || other.name { 0.0 } else { product };
            near += if one.near && other.near { product } else { 0.0 };
            both += one.weight.min(other.weight);
            names += if named { self.rarity.get(&one.key).copied().unwrap_or(0.0) } else { 0.0 };
        }
        let most = (1.0 + self.entries.len() as f64).ln();
        Shared {
            cosine: ratio(all, a.lengths.all * b.lengths.all),
            plain: ratio(plain, a.lengths.plain * b.lengths.plain),
            near: ratio(near, a.lengths.near * b.lengths.near),
            overlap: ratio(both, a.lengths.sum.min(b.lengths.sum)),
            names: ratio(names, most).min(1.0),
        }
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The terms that both claims have.
fn common<'a>(a: &'a Entry, b: &'a Entry) -> impl Iterator<Item = (&'a Rated, &'a Rated)> {
    let mut right = b.terms.iter().peekable();
    a.terms.iter().filter_map(move |one| {
        while right.next_if(|other| other.key < one.key).is_some() {}
        right.next_if(|other| other.key == one.key).map(|other| (one, other))
    })
}
