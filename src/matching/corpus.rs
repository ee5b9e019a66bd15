//! Claims of several texts with how rare their terms are among them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::extract::claim::Candidate;

/// A claim with the text it stands in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The number of the text.
    pub text: usize,
    /// The day of its publication.
    pub date: Option<Date>,
    /// The claim.
    pub claim: Candidate,
    /// The length of its terms as a vector: the root of the sum of their squared weights.
    pub(super) length: f64,
}

/// Claims that may be held side by side.
#[derive(Debug, Default)]
pub struct Corpus {
    entries: Vec<Entry>,
    rarity: BTreeMap<u64, f64>,
}

impl Corpus {
    /// The claims of texts, each with the number and the date of its text.
    pub fn new(claims: impl IntoIterator<Item = (usize, Option<Date>, Candidate)>) -> Self {
        let entry = |(text, date, claim)| Entry { text, date, claim, length: 0.0 };
        let mut corpus = Self { entries: claims.into_iter().map(entry).collect(), rarity: BTreeMap::new() };
        corpus.weigh();
        corpus
    }

    /// Rarity is the inverse document frequency of Robertson and Sparck Jones, smoothed, over claims.
    fn weigh(&mut self) {
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for one in self.entries.iter().flat_map(|entry| &entry.claim.terms) {
            *counts.entry(one.term.key).or_default() += 1;
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

    /// The claims.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The cosine of the angle between the terms of two claims, each weighted by nearness and rarity: 0 to 1.
    pub(super) fn cosine(&self, a: &Entry, b: &Entry) -> f64 {
        let (mut left, mut right) = (a.claim.terms.iter().peekable(), b.claim.terms.iter().peekable());
        let mut sum = 0.0;
        while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
            match one.term.key.cmp(&other.term.key) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    sum += one.weight * other.weight * self.rarity(one.term.key).powi(2);
                    (left.next(), right.next());
                }
            }
        }
        let length = a.length * b.length;
        if length > 0.0 { sum / length } else { 0.0 }
    }
}
