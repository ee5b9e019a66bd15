//! Claims of several texts with how rare their terms are among them.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::circumstances::near_names;
use super::figure::Figure;
use super::rarity::{Terms, units};
use super::reading::reading;
use crate::extract::claims::{Candidate, Said, Weighted};
use crate::model::ClaimId;

/// Claims up to which each is held against each. Of more, each is held against those most like it, so that the work grows
/// with the number of claims and not with its square.
pub(super) const FEW: usize = 400;

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
    /// The names near its figure.
    pub(super) names: Vec<u64>,
    /// Its figure, if it has one.
    pub(super) figure: Option<Figure>,
    /// What follows from it in one step.
    pub(super) also: Option<Figure>,
    /// How many claims of its text say that value.
    pub(super) often: u32,
    number: usize,
    /// Its terms with their weights.
    terms: Vec<Rated>,
    lengths: Lengths,
    /// How rare its unit is.
    unit_rarity: f64,
}

/// A term with its nearness times its rarity.
#[derive(Clone, Copy, Debug)]
struct Rated {
    /// The number of the term in the corpus: terms have one order, by number and by key.
    term: u32,
    weight: f64,
    rarity: f64,
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
        Self {
            text,
            date,
            claim,
            label,
            known: None,
            names: Vec::new(),
            figure: None,
            also: None,
            often: 1,
            number: 0,
            terms: Vec::new(),
            lengths: Lengths::default(),
            unit_rarity: 0.0,
        }
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

    fn rate(&mut self, terms: &Terms) {
        let rated = |one: &Weighted| {
            let (term, rarity) = terms.get(one.term.key);
            Rated { term, weight: one.weight * rarity, rarity, near: one.weight >= 1.0, name: one.term.name }
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

    /// The numbers of its terms with their weights.
    pub(super) fn rated(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.terms.iter().map(|one| (one.term, one.weight.max(f64::MIN_POSITIVE)))
    }

    /// Whether it stands in the same sentence as another.
    fn is_beside(&self, other: &Self) -> bool {
        self.known.is_none()
            && other.known.is_none()
            && self.text == other.text
            && self.claim.sentence == other.claim.sentence
    }

    /// The length of its terms as a vector.
    pub(super) fn length(&self) -> f64 {
        self.lengths.all.max(f64::MIN_POSITIVE)
    }

    /// The unit of its figure.
    pub(super) fn unit(&self) -> Option<&str> {
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
    /// How many different terms they have.
    terms: usize,
    /// The rank of each text, by its number.
    ranks: Vec<usize>,
    /// For each claim the place of that which is told in its stead, itself if it is told. Empty if all are.
    firsts: Vec<usize>,
}

impl Corpus {
    /// The claims, with their terms weighed; those of each text one after the other.
    pub fn new(claims: impl IntoIterator<Item = Entry>) -> Self {
        let mut entries: Vec<Entry> = claims.into_iter().collect();
        let (terms, units) = (Terms::new(&entries), units(&entries));
        let all = entries.len().max(2) as f64;
        for place in 0..entries.len() {
            let before = place.checked_sub(1).map(|before| &entries[before]);
            entries[place].also = reading(&entries[place], before.filter(|one| one.is_beside(&entries[place])));
            entries[place].figure = figure(&entries[place]);
            entries[place].names = near_names(&entries[place].claim);
        }
        count_values(&mut entries);
        for (number, entry) in entries.iter_mut().enumerate() {
            entry.number = number;
            entry.rate(&terms);
            let count = entry.unit().and_then(|unit| units.get(unit));
            entry.unit_rarity = count.map_or(0.0, |count| (all / *count as f64).ln() / all.ln());
        }
        Self { ranks: ranks(&entries), terms: terms.count(), entries, firsts: Vec::new() }
    }

    /// The same, with claims that stand for others: `firsts` has for each claim the place of the one that is likened and
    /// told in its stead.
    #[must_use]
    pub fn folded(self, firsts: Vec<usize>) -> Self {
        Self { firsts, ..self }
    }

    /// The place of the claim that is told in the stead of another; that of itself if it is none's copy.
    pub fn first(&self, place: usize) -> usize {
        self.firsts.get(place).copied().unwrap_or(place)
    }

    /// Whether these are so many claims that each is held against those most like it only, and copies are told once.
    pub fn is_large(&self) -> bool {
        self.entries.len() > FEW
    }

    /// How many different terms the claims have.
    pub(super) fn terms(&self) -> usize {
        self.terms
    }

    /// Which of two claims comes first, whatever the order in which the texts were given: that of the text that was
    /// published first, or whose name comes first; in one text the one that stands first.
    pub fn order(&self, a: usize, b: usize) -> Ordering {
        let rank = |place: usize| self.entries.get(place).and_then(|entry| self.ranks.get(entry.text));
        rank(a).cmp(&rank(b)).then(a.cmp(&b))
    }

    /// The claims.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How rare the unit of a claim is: 0 if all claims have it, 1 if only this one has.
    pub(super) fn unit_rarity(&self, entry: &Entry) -> f64 {
        entry.unit_rarity
    }

    /// How alike two texts are: the share of the terms of the one with fewer that the other has too.
    pub fn alike(&self, a: usize, b: usize) -> f64 {
        let terms = |text: usize| {
            let own = self.entries.iter().filter(|entry| entry.text == text);
            own.flat_map(|entry| &entry.terms).map(|one| one.term).collect::<BTreeSet<u32>>()
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
            names += if named { one.rarity } else { 0.0 };
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

/// The rank of each text: by day, those without one last, then by the name under which its first claim stands.
fn ranks(entries: &[Entry]) -> Vec<usize> {
    let mut texts: Vec<&Entry> = entries.chunk_by(|one, other| one.text == other.text).map(|own| &own[0]).collect();
    texts.sort_by_key(|entry| (entry.date.is_none(), entry.date, &entry.label));
    let most = texts.iter().map(|entry| entry.text + 1).max().unwrap_or_default();
    let mut ranks = vec![usize::MAX; most];
    for (rank, entry) in texts.iter().enumerate() {
        ranks[entry.text] = ranks[entry.text].min(rank);
    }
    ranks
}

fn figure(entry: &Entry) -> Option<Figure> {
    match &entry.claim.said {
        Said::Figure { stated, unit } => Some(Figure::new(stated.clone(), unit.clone())),
        _ => None,
    }
}

/// Counts for each claim how many of its text say its value.
fn count_values(entries: &mut [Entry]) {
    for own in entries.chunk_by_mut(|one, other| one.text == other.text) {
        let mut order: Vec<(String, usize)> =
            own.iter().enumerate().map(|(place, entry)| (format!("{:?}", entry.claim.said), place)).collect();
        order.sort();
        for same in order.chunk_by(|one, other| one.0 == other.0) {
            let often = u32::try_from(same.len()).unwrap_or(u32::MAX);
            same.iter().for_each(|(_, place)| own[*place].often = often);
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
        while right.next_if(|other| other.term < one.term).is_some() {}
        right.next_if(|other| other.term == one.term).map(|other| (one, other))
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::extract::claims::{Setting, candidates};
    use crate::text::Document;

    /// The claims of texts that are published on one day, or on none.
    pub fn corpus_of(texts: &[&str], date: Option<&str>) -> Corpus {
        let date: Option<Date> = date.map(|day| day.parse().unwrap());
        let claims = texts.iter().enumerate().flat_map(|(number, text)| {
            let setting = Setting { date, ..Setting::default() };
            let own = candidates(&Document::new(text), &setting);
            own.into_iter().map(move |claim| Entry::new(number, date, claim, format!("text {number}")))
        });
        Corpus::new(claims)
    }

    #[test]
    fn what_is_shared_is_between_none_and_all() {
        let corpus =
            corpus_of(&["Ten boats sank off Lorn.", "Ten boats sank off Lorn.", "It snowed for 40 days."], None);
        let all = corpus.entries();
        let same = corpus.shared(&all[0], &all[1]);
        for share in [same.cosine, same.plain, same.near, same.overlap] {
            assert!((share - 1.0).abs() < 1e-9, "{same:?}");
        }
        assert_eq!(corpus.shared(&all[0], &all[2]), Shared::default());
    }

    #[test]
    fn a_rare_term_counts_more_than_a_common_one() {
        let texts = ["Ten lanterns and umbrellas broke.", "Nine lanterns broke.", "Eight umbrellas broke."];
        let more = ["Seven lanterns burned.", "Six lanterns hung.", "Four lanterns fell."];
        let corpus = corpus_of(&[&texts[..], &more[..]].concat(), None);
        let all = corpus.entries();
        assert!(corpus.shared(&all[0], &all[2]).cosine > corpus.shared(&all[0], &all[1]).cosine);
    }

    #[test]
    fn a_unit_is_rare_if_few_claims_have_it() {
        let corpus = corpus_of(&["Ten boats, nine barges and two oars lay on 40 metres."], None);
        let rarity = |place: usize| corpus.unit_rarity(&corpus.entries()[place]);
        assert!(rarity(3) > rarity(0), "{} {}", rarity(3), rarity(0));
        assert!((0.0..=1.0).contains(&rarity(0)) && (rarity(3) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn texts_are_as_alike_as_the_shorter_one_is_to_the_longer() {
        let corpus =
            corpus_of(&["Ten boats sank off Lorn.", "Ten boats sank.", "It snowed for 40 days.", "No figure."], None);
        assert!((corpus.alike(0, 1) - 1.0).abs() < 1e-9);
        assert!(corpus.alike(0, 2) < 1e-9 && corpus.alike(0, 3) < 1e-9);
    }

    #[test]
    fn claims_of_texts_are_numbered() {
        let corpus = corpus_of(&["Ten boats sank.", "Nine boats sank."], None);
        assert_eq!(corpus.entries().iter().map(|entry| entry.id().to_string()).collect::<Vec<_>>(), ["c0", "c1"]);
    }
}
