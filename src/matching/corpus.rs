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
    /// Its id, if it is one of a graph.
    pub known: Option<ClaimId>,
    /// The length of its terms as a vector: the root of the sum of their squared weights.
    pub(super) length: f64,
}

impl Entry {
    /// A claim of a text.
    pub fn new(text: usize, date: Option<Date>, claim: Candidate) -> Self {
        Self { text, date, claim, known: None, length: 0.0 }
    }

    /// A claim of a graph; its source counts as a text.
    pub fn known(text: usize, date: Option<Date>, claim: Candidate, id: ClaimId) -> Self {
        Self { known: Some(id), ..Self::new(text, date, claim) }
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
    /// The claims, with the terms weighed.
    pub fn new(claims: impl IntoIterator<Item = Entry>) -> Self {
        let mut corpus = Self { entries: claims.into_iter().collect(), ..Self::default() };
        corpus.weigh();
        corpus
    }

    /// Rarity is the inverse document frequency of Robertson and Sparck Jones, smoothed, over claims.
    fn weigh(&mut self) {
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for one in self.entries.iter().flat_map(|entry| &entry.claim.terms) {
            *counts.entry(one.term.key).or_default() += 1;
        }
        for unit in self.entries.iter().filter_map(unit) {
            *self.units.entry(unit.to_owned()).or_default() += 1;
        }
        let all = self.entries.len() as f64;
        self.rarity = counts.into_iter().map(|(key, count)| (key, (1.0 + all / count as f64).ln())).collect();
        for place in 0..self.entries.len() {
            let length = self.entries[place]
                .claim
                .terms
                .iter()
                .map(|one| (one.weight * self.rarity(one.term.key)).powi(2))
                .sum::<f64>();
            self.entries[place].length = length.sqrt();
        }
    }

    /// How rare a term is; 0 if no claim has it.
    pub fn rarity(&self, key: u64) -> f64 {
        self.rarity.get(&key).copied().unwrap_or(0.0)
    }

    /// How rare the unit of a claim is: 0 if all claims have it, 1 if only this one has.
    pub(super) fn unit_rarity(&self, entry: &Entry) -> f64 {
        let Some(count) = unit(entry).and_then(|unit| self.units.get(unit)) else { return 0.0 };
        let all = (self.entries.len().max(2)) as f64;
        (all / *count as f64).ln() / all.ln()
    }

    /// The claims.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How alike two texts are: the share of the rarer text's terms, by rarity, that the other has too.
    pub fn alike(&self, a: usize, b: usize) -> f64 {
        let terms = |text: usize| {
            let own = self.entries.iter().filter(|entry| entry.text == text);
            own.flat_map(|entry| &entry.claim.terms).map(|one| one.term.key).collect::<BTreeSet<u64>>()
        };
        let (left, right) = (terms(a), terms(b));
        let shared = left.intersection(&right).count();
        let least = left.len().min(right.len());
        if least > 0 { shared as f64 / least as f64 } else { 0.0 }
    }

    /// The cosine of the angle between the terms of two claims, each weighted by nearness and rarity, of those at least so
    /// near: 0 to 1.
    pub(super) fn cosine(&self, a: &Entry, b: &Entry, least: f64) -> f64 {
        let size = |entry: &Entry| {
            if least <= 0.0 {
                return entry.length;
            }
            let near = entry.claim.terms.iter().filter(|one| one.weight >= least);
            near.map(|one| (one.weight * self.rarity(one.term.key)).powi(2)).sum::<f64>().sqrt()
        };
        let product = |one: &Weighted, other: &Weighted| {
            if one.weight < least || other.weight < least {
                0.0
            } else {
                one.weight * other.weight * self.rarity(one.term.key).powi(2)
            }
        };
        let (sum, length) = (shared(a, b).map(|(one, other)| product(one, other)).sum::<f64>(), size(a) * size(b));
        if length > 0.0 { sum / length } else { 0.0 }
    }

    /// The cosine without names.
    pub(super) fn plain_cosine(&self, a: &Entry, b: &Entry) -> f64 {
        let weight = |one: &Weighted| if one.term.name { 0.0 } else { one.weight * self.rarity(one.term.key) };
        let size = |entry: &Entry| entry.claim.terms.iter().map(|one| weight(one).powi(2)).sum::<f64>().sqrt();
        let (sum, length) =
            (shared(a, b).map(|(one, other)| weight(one) * weight(other)).sum::<f64>(), size(a) * size(b));
        if length > 0.0 { sum / length } else { 0.0 }
    }

    /// How much of the claim with fewer terms the other has, by rarity and nearness: 0 to 1.
    pub(super) fn overlap(&self, a: &Entry, b: &Entry) -> f64 {
        let total =
            |entry: &Entry| entry.claim.terms.iter().map(|one| one.weight * self.rarity(one.term.key)).sum::<f64>();
        let both: f64 = shared(a, b).map(|(one, other)| one.weight.min(other.weight) * self.rarity(one.term.key)).sum();
        let least = total(a).min(total(b));
        if least > 0.0 { both / least } else { 0.0 }
    }

    /// How telling the names are that both have: 0 to 1.
    pub(super) fn shared_names(&self, a: &Entry, b: &Entry) -> f64 {
        let names = shared(a, b).filter(|(one, other)| one.term.name && other.term.name);
        let most = (1.0 + self.entries.len() as f64).ln();
        let sum: f64 = names.map(|(one, _)| self.rarity(one.term.key)).sum();
        if most > 0.0 { (sum / most).min(1.0) } else { 0.0 }
    }
}

fn unit(entry: &Entry) -> Option<&str> {
    match &entry.claim.said {
        Said::Figure { unit, .. } => Some(unit),
        _ => None,
    }
}

/// The terms that both claims have.
fn shared<'a>(a: &'a Entry, b: &'a Entry) -> impl Iterator<Item = (&'a Weighted, &'a Weighted)> {
    let mut right = b.claim.terms.iter().peekable();
    a.claim.terms.iter().filter_map(move |one| {
        while right.next_if(|other| other.term.key < one.term.key).is_some() {}
        right.next_if(|other| other.term.key == one.term.key).map(|other| (one, other))
    })
}
