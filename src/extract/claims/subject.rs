//! What a figure is of: the noun that is counted, what happens to it, the terms around it, places, parts and wholes.

use std::ops::Range;

use super::candidate::Weighted;
use super::language::definition::Definition;
use super::language::{Phrase, Role, Sort};
use super::sentence::Sentence;
use super::term::Term;
use super::wording::Words;
use crate::extract::figures::{Kind, Mention};
use crate::extract::time::TimeMention;
use crate::model::FRAGMENT_WORDS;

/// How near terms of other parts of a sentence are, by the number of breaks between; those farther off have the last one.
const NEARNESS: [f64; 4] = [1.0, 0.7, 0.5, 0.35];
/// How near terms of the sentence before are, if the sentence points back.
const BEFORE: f64 = 0.3;
/// How near they are if a word that points back stands for what the figure is of.
const FOR_IT: f64 = 0.7;
/// How many words before the figure such a word may stand.
const POINTER_BEFORE: usize = 4;
/// How near they are otherwise.
const LAST: f64 = 0.15;
/// How far the word for what happens may stand from the figure, in parts of the sentence.
const FARTHEST_EVENT: usize = 1;
/// How many words before a figure its part in another may be told.
const PART_BEFORE: usize = 3;
/// How many words from a figure its sentence is looked at: a list may run over pages.
const REACH: usize = 80;

/// A figure in its sentence.
pub struct Seen<'a> {
    pub text: Words<'a>,
    pub sentence: &'a Sentence,
    pub terms: &'a [Term],
    /// The terms of the sentence before, in the same paragraph.
    pub before: &'a [Term],
    pub mention: &'a Mention,
    /// The breaks before each word of the sentence.
    pub borders: &'a [u32],
    /// The first word of the figure.
    pub at: usize,
    /// The first word after it.
    pub end: usize,
}

/// How many words of a sentence may stand before the time that it begins with.
const LEADING: usize = 2;

/// The breaks before each word of a sentence: signs, and words that begin another part of it. The time with which a sentence
/// begins is no part of its own: "On 4 May, the ship sank".
pub fn borders(text: Words<'_>, sentence: &Sentence, times: &[TimeMention]) -> Vec<u32> {
    let leading = leading(text, sentence, times);
    let breaks_after = |at: usize| {
        let gap = text.gap(at);
        let sign = gap.contains([',', ';', ':', '—', '–', '(', ')', '"', '“', '”']);
        sign && !(leading == Some(at) && gap.trim() == ",") || text.is(at + 1, Role::Breaks)
    };
    let mut count = 0;
    let before = |at: usize| {
        let own = count;
        count += u32::from(breaks_after(at));
        own
    };
    sentence.words.clone().map(before).collect()
}

/// The last word of the time with which a sentence begins.
fn leading(text: Words<'_>, sentence: &Sentence, times: &[TimeMention]) -> Option<usize> {
    let first = times.partition_point(|time| time.span.start < sentence.span.start);
    let time = times.get(first).filter(|time| time.span.end <= sentence.span.end)?;
    let start = text.words.partition_point(|word| word.end <= time.span.start);
    let last = text.words.partition_point(|word| word.start < time.span.end).checked_sub(1)?;
    (start <= sentence.words.start + LEADING).then_some(last)
}

impl<'a> Seen<'a> {
    /// The terms of the sentence that stand near enough to the figure.
    fn near(&self) -> &'a [Term] {
        let first = self.terms.partition_point(|term| (term.word as usize) + REACH < self.at);
        let last = self.terms.partition_point(|term| (term.word as usize) <= self.end + REACH);
        &self.terms[first..last.max(first)]
    }

    /// The words of the sentence that stand near enough to it.
    fn reach(&self) -> Range<usize> {
        let own = &self.sentence.words;
        self.at.saturating_sub(REACH).max(own.start)..(self.end + REACH).min(own.end)
    }

    /// The noun that is counted, the words that narrow it, and the bytes of figure and noun together.
    pub fn head(&self) -> (Option<Term>, Vec<Term>, Range<usize>) {
        let until = self.counted_end();
        let own: Vec<Term> =
            self.near().iter().filter(|term| (self.end..until).contains(&(term.word as usize))).copied().collect();
        let noun = |term: &&Term| !matches!(term.sort(), Some(Sort::Rise | Sort::Fall)) && !self.is_phrase(term);
        // "Life" counts no people in "life jackets".
        let last = |place: usize| own.get(place + 1).is_none_or(|next| next.word > own[place].word + 1);
        let known = (0..own.len()).find(|place| own[*place].sort() == Some(Sort::Person) && last(*place));
        let place = known.or_else(|| own.iter().rposition(|term| noun(&term)));
        let head = place.map(|place| own[place]);
        let modifiers = own[..place.unwrap_or(0)].to_vec();
        let last = head.map_or(self.end, |head| head.word as usize + 1).min(self.at + FRAGMENT_WORDS);
        let end = self.text.words.get(last.saturating_sub(1)).map_or(self.mention.span.end, |word| word.end);
        (head, modifiers, self.mention.span.start..end.max(self.mention.span.end))
    }

    /// Whether a term stands for a phrase and another one for its first word.
    fn is_phrase(&self, term: &Term) -> bool {
        self.terms
            .iter()
            .any(|other| other.word == term.word && other.key != term.key && term.sort() == Some(Sort::Event))
    }

    /// The word after the noun phrase that the mention says is counted.
    fn counted_end(&self) -> usize {
        let Some(counted) = &self.mention.counted else { return self.end };
        let rest = &self.text.text[self.mention.span.end..self.sentence.span.end.max(self.mention.span.end)];
        let Some(at) = rest.find(counted.as_str()) else { return self.end };
        let end = self.mention.span.end + at + counted.len();
        self.text.words.partition_point(|word| word.start < end)
    }

    /// How many breaks stand between the figure and a word of its sentence.
    pub fn breaks(&self, other: usize) -> usize {
        let (first, last) = if other >= self.end { (self.end - 1, other) } else { (other, self.at) };
        let before = |word: usize| self.borders.get(word.saturating_sub(self.sentence.words.start)).copied();
        let last = before(last).or(self.borders.last().copied()).unwrap_or(0);
        last.saturating_sub(before(first).unwrap_or(0)) as usize
    }

    /// What happens to what is counted: the nearest event in the same part of the sentence, or the next.
    pub fn event(&self, head: Option<&Term>) -> Option<u16> {
        let from_head = head.filter(|head| head.sort() == Some(Sort::Event)).and_then(|head| head.class);
        let near = |term: &&Term| self.breaks(term.word as usize) <= FARTHEST_EVENT;
        let events = self.near().iter().filter(|term| term.sort() == Some(Sort::Event)).filter(near);
        let order = |term: &&Term| {
            let word = term.word as usize;
            (self.breaks(word), if word >= self.end { word - self.end } else { 2 * (self.at - word.min(self.at)) })
        };
        from_head.or_else(|| events.min_by_key(order).and_then(|term| term.class))
    }

    /// The terms around the figure, by their keys; of equal ones the nearest.
    pub fn weighted(&self) -> Vec<Weighted> {
        let near = |term: &Term| NEARNESS[self.breaks(term.word as usize).min(NEARNESS.len() - 1)];
        let mut all: Vec<Weighted> =
            self.near().iter().map(|term| Weighted { term: *term, weight: near(term) }).collect();
        let before = match () {
            () if self.stands_for() => FOR_IT,
            () if self.points_back() => BEFORE,
            () => LAST,
        };
        all.extend(self.before.iter().map(|term| Weighted { term: *term, weight: before }));
        all.retain(|one| !matches!(one.term.sort(), Some(Sort::Rise | Sort::Fall)));
        all.sort_by(|a, b| a.term.key.cmp(&b.term.key).then(b.weight.total_cmp(&a.weight)));
        all.dedup_by_key(|one| one.term.key);
        all
    }

    /// Whether a word that points back is what the figure is of: "it was 40 percent".
    fn stands_for(&self) -> bool {
        let first = self.at.saturating_sub(POINTER_BEFORE).max(self.sentence.words.start);
        (first..self.at).any(|at| self.text.is(at, Role::Anaphor) && self.text.is(at + 1, Role::Copula))
    }

    fn points_back(&self) -> bool {
        self.reach().any(|at| self.text.is(at, Role::Anaphor))
    }

    /// Names after a preposition of place, the nearest first.
    pub fn places(&self, times: &[TimeMention]) -> Vec<Term> {
        let mut found: Vec<(usize, Term)> = Vec::new();
        for term in self.near().iter().filter(|term| term.name) {
            let at = term.word as usize;
            let named = !self.text.is(at, Role::NoPlace) || self.is_part_of_name(at);
            let named = named && !self.is_abbreviation(at);
            if named && self.is_placed(at) && !is_timed(times, self.text.words[at].start) {
                found.push((self.breaks(at) * 100 + self.at.abs_diff(at), *term));
            }
        }
        found.sort_by_key(|(distance, _)| *distance);
        found.into_iter().map(|(_, term)| term).collect()
    }

    /// The nearest place as the text names it, with the names right before and after.
    pub fn place(&self, places: &[Term]) -> Option<Range<usize>> {
        let at = places.first()?.word as usize;
        let joined = |at: usize| self.text.gap(at).chars().all(char::is_whitespace);
        let name = |at: usize| self.text.capital(at) && !self.text.is(at, Role::Small);
        let own = self.sentence.words.clone();
        let first = (own.start..at).rev().take_while(|at| name(*at) && joined(*at)).last().unwrap_or(at);
        let last = (at + 1..own.end).take_while(|at| name(*at) && joined(*at - 1)).last().unwrap_or(at);
        Some(self.text.words[first].start..self.text.words[last].end)
    }

    /// Whether a word is two or three capitals that no place is known by: "on the AC side".
    fn is_abbreviation(&self, at: usize) -> bool {
        let letters = self.text.letters(at);
        let capitals = letters.len() <= 3 && letters.chars().all(char::is_uppercase);
        capitals && !self.text.is(at, Role::ShortPlace)
    }

    /// Whether another word with a capital stands right before or after.
    fn is_part_of_name(&self, at: usize) -> bool {
        let own = &self.sentence.words;
        let joined = |at: usize, other: usize| {
            own.contains(&other) && self.text.capital(other) && self.text.gap(at.min(other)).trim().is_empty()
        };
        joined(at, at + 1) || at.checked_sub(1).is_some_and(|before| joined(at, before))
    }

    /// Whether a preposition of place stands before a name: right before it, or before the words that lead up to it.
    fn is_placed(&self, name: usize) -> bool {
        let start = self.sentence.words.start;
        let mut at = name;
        for _ in 0..4 {
            if at == start || self.text.gap(at - 1).contains([',', ';', ':', '"', '“']) {
                return false;
            }
            at -= 1;
            if self.text.is(at, Role::At) {
                // A measure from something on is where it is measured from, not where it is.
                return !(self.mention.kind == Kind::Measure && self.text.is(at, Role::From));
            }
        }
        false
    }

    /// Whether such a phrase stands in the part of the sentence around the figure.
    pub fn has_phrase(&self, phrase: Phrase) -> bool {
        let near = |at: &usize| self.breaks(*at) <= 1;
        self.sentence
            .words
            .clone()
            .filter(near)
            .any(|at| self.text.phrase(at, self.sentence.words.end, phrase).is_some())
    }

    /// Whether the text says that the figure is a part of the one before it.
    pub fn is_part(&self) -> bool {
        let first = self.at.saturating_sub(PART_BEFORE).max(self.sentence.words.start);
        // "Of those who started" says itself of whom.
        let told = |next: usize| self.text.is(next, Role::Who) || self.text.is(next, Role::Thing);
        let part =
            |at: usize| self.text.phrase(at, self.sentence.words.end, Phrase::Part).filter(|width| !told(at + width));
        let before = (first..self.at).any(|at| part(at).is_some());
        let after = (self.end..(self.end + 2).min(self.sentence.words.end))
            .filter(|at| self.breaks(*at) == 0)
            .any(|at| part(at).is_some_and(|width| width > 1));
        before || after || self.is_of_those()
    }

    /// "Two of the dead": a count of those to whom something happened.
    fn is_of_those(&self) -> bool {
        let happened =
            |at: usize| self.terms.iter().any(|term| term.word as usize == at && term.sort() == Some(Sort::Event));
        let next = |at: usize| self.text.gap(at - 1).trim().is_empty();
        let whole = self.mention.kind == Kind::Count && self.mention.unit.is_none();
        whole
            && self.end + 1 < self.sentence.words.end
            && self.text.is(self.end, Role::Of)
            && self.text.is(self.end + 1, Role::Definite)
            && next(self.end)
            && next(self.end + 1)
            && happened(self.end + 2)
    }

    /// What is said of what belongs to it, in its part of the sentence and the next.
    pub fn definition(&self) -> Definition {
        Definition::among(self.text, self.reach().filter(|at| self.breaks(*at) <= 1))
    }

    /// Whether a word for a limit stands in its part of the sentence.
    pub fn is_limit(&self) -> bool {
        self.near().iter().any(|term| term.sort() == Some(Sort::Limit) && self.breaks(term.word as usize) == 0)
    }

    /// Up or down, by the nearest word for a change beside the figure.
    pub fn direction(&self) -> Option<bool> {
        let near = |term: &&Term| self.breaks(term.word as usize) == 0 || (term.word as usize).abs_diff(self.at) <= 4;
        let changes =
            self.near().iter().filter(|term| matches!(term.sort(), Some(Sort::Rise | Sort::Fall))).filter(near);
        let nearest = changes.min_by_key(|term| (term.word as usize).abs_diff(self.at))?;
        Some(nearest.sort() == Some(Sort::Rise))
    }
}

/// Whether a time stands at a byte.
pub fn is_timed(times: &[TimeMention], byte: usize) -> bool {
    let place = times.partition_point(|time| time.span.end <= byte);
    times.get(place).is_some_and(|time| time.span.start <= byte)
}

#[cfg(test)]
mod tests {
    use crate::extract::claims::{Candidate, LANGUAGE, Setting, candidates};
    use crate::text::{Document, key};

    fn weight(claim: &Candidate, word: &str) -> Option<f64> {
        let stem = LANGUAGE.stem(key(word), word);
        let wanted = LANGUAGE.class(stem).map_or(stem, |class| u64::from(class) + 1);
        claim.terms.iter().find(|one| one.term.key == wanted).map(|one| one.weight)
    }

    #[test]
    fn those_who_are_told_of_are_no_part_of_others() {
        let is_part = |text: &str| candidates(&Document::new(text), &Setting::default()).pop().unwrap().part;
        assert!(is_part("They found 90 crates. Only 38 percent of those were full."));
        assert!(!is_part("They found 90 crates. Only 38 percent of those who started were women."));
        assert!(!is_part("They found 90 crates. Only 38 percent of those that arrived were full."));
    }

    #[test]
    fn terms_weigh_less_the_farther_off_they_stand() {
        let text = "Ten umbrellas broke, and the lanterns fell, while the dog barked.";
        let claim = &candidates(&Document::new(text), &Setting::default())[0];
        let weights = ["umbrellas", "lanterns", "dog"].map(|word| weight(claim, word).unwrap());
        assert!(weights.is_sorted_by(|near, far| near > far), "{weights:?}");
        assert_eq!(weight(claim, "kettle"), None);
    }

    #[test]
    fn a_sentence_that_points_back_takes_more_of_the_one_before() {
        let last = |text: &str| candidates(&Document::new(text), &Setting::default()).pop().unwrap();
        let back = last("The lanterns came by ship. They cost nine dollars.");
        let plain = last("The lanterns came by ship. Tickets cost nine dollars.");
        let (back, plain) = (weight(&back, "lanterns").unwrap(), weight(&plain, "lanterns").unwrap());
        assert!(back > plain && plain > 0.0, "{back} {plain}");
    }

    #[test]
    fn fragments_are_short() {
        let text = format!("About 40 {}umbrellas broke.", "very old wooden ".repeat(3));
        for claim in candidates(&Document::new(&text), &Setting::default()) {
            assert!(text[claim.fragment.clone()].split(' ').count() <= 8, "{}", &text[claim.fragment]);
        }
    }
}
