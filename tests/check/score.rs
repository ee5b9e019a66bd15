//! How much of what is known of clusters `check` finds, by the rules of `tests/clusters/README.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use gainsay::check::{Checked, check};
use gainsay::compare::Relation;

use crate::check::gold::{Cluster, GoldClaim, GoldPair};

/// Parts of wholes.
#[derive(Clone, Copy, Default)]
pub struct Share {
    part: usize,
    whole: usize,
}

impl Share {
    fn add(&mut self, is: bool) {
        self.part += usize::from(is);
        self.whole += 1;
    }

    /// The share, 0 to 1.
    pub fn ratio(self) -> f64 {
        self.part as f64 / self.whole.max(1) as f64
    }
}

/// The shares of one part of the clusters.
#[derive(Default)]
pub struct Score {
    /// Claims that overlap one that is found.
    pub claims: Share,
    /// Contradictions that are told and right.
    pub precision: Share,
    /// Contradictions that are found.
    pub recall: Share,
    /// Explained pairs that are not called contradictions.
    pub kept: Share,
    /// Agreements that are called so.
    pub agreements: Share,
    /// Claims found whose speaker shares a word with the one that is known.
    pub attribution: Share,
}

impl Score {
    /// The shares in order, with their names.
    pub fn rows(&self) -> [(&'static str, Share); 6] {
        [
            ("claims", self.claims),
            ("contradictions told that are right", self.precision),
            ("contradictions found", self.recall),
            ("explained kept", self.kept),
            ("agreements", self.agreements),
            ("attribution", self.attribution),
        ]
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows().iter().try_for_each(|(name, share)| {
            writeln!(f, "{name:36} {:4} of {:4}  {:.3}", share.part, share.whole, share.ratio())
        })
    }
}

/// The score of all clusters.
pub fn score(clusters: &[Cluster]) -> Score {
    let mut score = Score::default();
    for cluster in clusters {
        let checked = check(&cluster.texts, None, &|_| {});
        Measured::new(cluster, &checked).add_to(&mut score);
    }
    score
}

/// A cluster beside what is found in it.
struct Measured<'a> {
    cluster: &'a Cluster,
    checked: &'a Checked,
    /// For each claim that is known, those found that overlap it.
    over: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Measured<'a> {
    fn new(cluster: &'a Cluster, checked: &'a Checked) -> Self {
        let told = checked.told();
        let hit = |claim: &GoldClaim| {
            let (text, bytes) = cluster.place(claim);
            let overlaps = |at: &&usize| {
                let entry = &checked.corpus.entries()[**at];
                let own = &entry.claim.fragment;
                entry.text == text && own.start < bytes.end && bytes.start < own.end
            };
            told.iter().filter(overlaps).copied().collect()
        };
        let over = cluster.gold.claims.iter().map(|claim| (claim.id.as_str(), hit(claim))).collect();
        Self { cluster, checked, over }
    }

    fn add_to(&self, score: &mut Score) {
        for claim in &self.cluster.gold.claims {
            let found = &self.over[claim.id.as_str()];
            score.claims.add(!found.is_empty());
            if let Some(name) = claim.attributed_to.as_ref().filter(|_| !found.is_empty()) {
                score.attribution.add(found.iter().any(|at| self.is_said_by(*at, name)));
            }
        }
        for pair in self.cluster.gold.pairs.iter().filter(|pair| !pair.optional) {
            let found = self.relations(pair);
            match pair.relation.as_str() {
                "contradiction" => score.recall.add(found.contains(&Relation::Contradiction)),
                "explained" => score.kept.add(!found.contains(&Relation::Contradiction)),
                _ => score.agreements.add(found.contains(&Relation::Agreement)),
            }
        }
        self.told().into_values().flatten().for_each(|right| score.precision.add(right));
    }

    /// What is found between any two claims that overlap those of a pair.
    fn relations(&self, pair: &GoldPair) -> BTreeSet<Relation> {
        let (a, b) = (&self.over[pair.a.as_str()], &self.over[pair.b.as_str()]);
        let of = |x: usize, y: usize| a.contains(&x) && b.contains(&y);
        let found = self.checked.matches.iter().filter(|one| of(one.a, one.b) || of(one.b, one.a));
        found.map(|one| one.verdict.relation).collect()
    }

    /// The contradictions that are told, by what is known of their claims, and whether they are right; none where that is open.
    fn told(&self) -> BTreeMap<[String; 2], Option<bool>> {
        let found = self.checked.matches.iter().filter(|one| one.verdict.relation == Relation::Contradiction);
        found.map(|one| self.judged(one.a, one.b)).collect()
    }

    fn judged(&self, a: usize, b: usize) -> ([String; 2], Option<bool>) {
        let known = |at: usize| self.over.iter().filter(move |(_, found)| found.contains(&at)).map(|(id, _)| *id);
        let is = |pair: &&GoldPair, x: &str, y: &str| (pair.a == x && pair.b == y) || (pair.a == y && pair.b == x);
        let between: Vec<(&str, &str)> = known(a).flat_map(|x| known(b).map(move |y| (x, y))).collect();
        let pairs = |one: &(&str, &str)| self.cluster.gold.pairs.iter().find(|pair| is(pair, one.0, one.1));
        let right = between.iter().find(|one| pairs(one).is_some_and(|pair| pair.relation == "contradiction"));
        let open = between.iter().filter_map(pairs).any(|pair| pair.optional);
        let mut key =
            right.or(between.first()).map_or([format!("{a}"), format!("{b}")], |(x, y)| [(*x).into(), (*y).into()]);
        key.sort();
        (key, (!open).then_some(right.is_some()))
    }

    fn is_said_by(&self, at: usize, name: &str) -> bool {
        let speaker = self.checked.corpus.entries()[at].claim.speaker.as_ref();
        speaker.is_some_and(|speaker| !words(&speaker.name).is_disjoint(&words(name)))
    }
}

/// Words that many speakers share.
const COMMON: [&str; 12] = [
    "the",
    "and",
    "for",
    "office",
    "said",
    "minister",
    "ministry",
    "department",
    "president",
    "spokesman",
    "spokeswoman",
    "director",
];

/// The words of a name that tell whose it is.
fn words(name: &str) -> BTreeSet<String> {
    let lower = name.to_lowercase();
    let all = lower.split(|letter: char| !letter.is_ascii_lowercase());
    all.filter(|word| word.len() >= 3 && !COMMON.contains(word)).map(str::to_owned).collect()
}
