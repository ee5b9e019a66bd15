//! Which claims are held side by side: how alike each pair is, and whether each is the other's best match.

use std::collections::BTreeMap;

use super::corpus::Corpus;
use super::likeness::{likelihood, signs, weight};

/// Two claims and how likely they speak of the same thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of the first in the corpus.
    pub a: usize,
    /// The place of the second, which is greater.
    pub b: usize,
    /// How likely they speak of the same thing: 0 to 1.
    pub score: f64,
    /// Whether both stand at one place of a passage that their texts share.
    pub reprinted: bool,
}

/// A pair with the sum of its signs.
struct Weighed {
    a: usize,
    b: usize,
    sum: f64,
}

/// All pairs whose values can be held against each other, with their likelihoods. `reprints` says of pairs that stand in one
/// shared passage whether they stand at the same place of it: these are one claim, and the others of it are not.
pub fn pairs(corpus: &Corpus, reprints: &BTreeMap<(usize, usize), bool>) -> Vec<Pair> {
    let weighed = weigh(corpus);
    let best = best(corpus, &weighed);
    let is_best = |own: usize, other: usize, sum: f64| best.get(&(own, corpus.entries()[other].text)) == Some(&sum);
    let pair = |one: &Weighed| {
        let (a, b) = (is_best(one.a, one.b, one.sum), is_best(one.b, one.a, one.sum));
        let mutual = match (a, b) {
            (true, true) => weight("best_both"),
            (false, false) => 0.0,
            _ => weight("best_one"),
        };
        if std::env::var_os("GAINSAY_DEBUG").is_some() {
            let mut t: Vec<String> = signs(corpus, &corpus.entries()[one.a], &corpus.entries()[one.b])
                .unwrap_or_default()
                .iter()
                .map(|(n, v)| format!("\"{n}\": {v}"))
                .collect();
            t.push(format!(
                "\"best_both\": {}, \"best_one\": {}, \"score\": {}",
                u8::from(a && b),
                u8::from(a != b),
                likelihood(one.sum + mutual)
            ));
            eprintln!("DBG c{} c{} {{{}}}", one.a, one.b, t.join(", "));
        }
        let reprinted = reprints.get(&(one.a, one.b)).copied();
        let score = match reprinted {
            Some(true) => 1.0,
            Some(false) => 0.0,
            None => likelihood(one.sum + mutual),
        };
        Pair { a: one.a, b: one.b, score, reprinted: reprinted == Some(true) }
    };
    weighed.iter().map(pair).collect()
}

fn weigh(corpus: &Corpus) -> Vec<Weighed> {
    let all = corpus.entries();
    let sum = |a: usize, b: usize| {
        if all[a].known.is_some() && all[b].known.is_some() {
            return None;
        }
        let signs = signs(corpus, &all[a], &all[b])?;
        Some(Weighed { a, b, sum: signs.into_iter().map(|(name, value)| weight(name) * value).sum() })
    };
    (0..all.len()).flat_map(|a| (a + 1..all.len()).filter_map(move |b| sum(a, b))).collect()
}

/// The best sum of each claim in each text.
fn best(corpus: &Corpus, weighed: &[Weighed]) -> BTreeMap<(usize, usize), f64> {
    let mut best: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for one in weighed {
        for (own, other) in [(one.a, one.b), (one.b, one.a)] {
            let known = best.entry((own, corpus.entries()[other].text)).or_insert(f64::NEG_INFINITY);
            *known = known.max(one.sum);
        }
    }
    best
}
