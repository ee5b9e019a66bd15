//! Names that a text gives in full somewhere: what a surname, "the minister" or "she" stands for.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::noun_phrase::{beginning, ending, has_article, is_actor, is_proper, opening};
use crate::extract::claims::language::Role;
use crate::extract::claims::sentence::Sentence;
use crate::extract::claims::wording::Words;

/// How many names with one word are looked at, the latest first.
const LOOKED_AT: usize = 40;

/// The names written with capitals, of two words or more, and those of whoever spoke so far.
pub struct Cast<'a> {
    text: Words<'a>,
    runs: Vec<Run>,
    /// The places of runs by the keys of their words.
    by_word: FxHashMap<u64, Vec<usize>>,
    /// Whoever spoke, with the paragraph.
    known: Vec<(Range<usize>, u32)>,
    known_by_word: FxHashMap<u64, Vec<usize>>,
    /// Bodies that open a sentence, with the paragraph: "The guild met."
    bodies: Vec<(Range<usize>, u32)>,
}

/// A name written with capitals.
struct Run {
    words: Range<usize>,
    paragraph: u32,
    /// The sentence that it stands in, and whether it opens it.
    sentence: usize,
    opens: bool,
    /// Whether words beside it say what post somebody of that name holds.
    holds_post: bool,
}

impl<'a> Cast<'a> {
    /// Finds the names of a text whose body begins at a byte: headlines have capitals that make no names.
    pub fn new(text: Words<'a>, sentences: &[Sentence], body: usize) -> Self {
        let maps = (FxHashMap::default(), FxHashMap::default());
        let mut cast = Self {
            text,
            runs: Vec::new(),
            by_word: maps.0,
            known: Vec::new(),
            known_by_word: maps.1,
            bodies: Vec::new(),
        };
        let first = text.words.partition_point(|word| word.start < body);
        for (number, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| sentence.words.end > first) {
            cast.read(number, sentence, first);
        }
        cast
    }

    fn read(&mut self, number: usize, sentence: &Sentence, first: usize) {
        let text = self.text;
        let start = sentence.words.start.max(first);
        let body = opening(text, start, sentence.words.end).filter(|name| self.is_body(name));
        self.bodies.extend(body.map(|name| (name, sentence.paragraph)));
        let mut at = start;
        while at < sentence.words.end {
            let end = run_end(text, at, sentence.words.end);
            let words = stripped(text, at..end);
            if words.len() > 1 {
                let opens = at == start || text.gap(at - 1).contains(" - ");
                let described = description(text, words.start, start).map(|first| first..words.end);
                let office = office(text, end, sentence.words.end).map(|last| words.start..last);
                let holds_post = described.is_some() || office.is_some();
                let run = |words| Run { words, paragraph: sentence.paragraph, sentence: number, opens, holds_post };
                self.add(run(words.clone()));
                described.into_iter().for_each(|words| self.add(run(words)));
                office.into_iter().for_each(|words| self.add(run(words)));
            }
            at = end.max(at + 1);
        }
    }

    fn add(&mut self, run: Run) {
        for at in run.words.clone() {
            self.by_word.entry(self.text.words[at].key).or_default().push(self.runs.len());
        }
        self.runs.push(run);
    }

    /// Remembers who spoke.
    pub fn meet(&mut self, name: Range<usize>, paragraph: u32) {
        for word in self.text.words.get(name.clone()).unwrap_or_default() {
            self.known_by_word.entry(word.key).or_default().push(self.known.len());
        }
        self.known.push((name, paragraph));
    }

    /// The speakers so far with that word in their names, the latest first.
    fn known_with(&self, word: usize) -> impl Iterator<Item = &Range<usize>> {
        let places = self.text.words.get(word).and_then(|word| self.known_by_word.get(&word.key));
        places.into_iter().flatten().rev().take(LOOKED_AT).map(|place| &self.known[*place].0)
    }

    /// The names with that word: those before it, the latest first, then those after it.
    fn runs_with(&self, word: usize) -> impl Iterator<Item = &Range<usize>> + Clone {
        let places =
            self.text.words.get(word).and_then(|word| self.by_word.get(&word.key)).map_or(&[][..], Vec::as_slice);
        let (before, after) = places.split_at(places.partition_point(|place| self.runs[*place].words.end <= word));
        let nearest = before.iter().rev().take(LOOKED_AT).chain(after.iter().take(LOOKED_AT));
        nearest.map(|place| &self.runs[*place].words)
    }

    /// The fullest form of a name, or whom a noun stands for; the name itself if no other is known.
    pub fn full(&self, name: &Range<usize>, sentence: usize, first: usize) -> Range<usize> {
        let found = if is_proper(self.text, name, first) {
            let office = || has_article(self.text, name.start) && is_actor(self.text, name);
            self.longer(name)
                .or_else(|| self.addressed(name))
                .or_else(|| if office() { self.described(name, sentence) } else { None })
        } else if name.start > 0 && self.text.is(name.start - 1, Role::Definite) || name.start == first {
            self.described(name, sentence)
        } else {
            None
        };
        found.unwrap_or_else(|| name.clone())
    }

    /// A longer name that ends as this one does and has all its words.
    fn longer(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let fits = |other: &&Range<usize>| {
            other.len() > name.len() && self.same(other.end - 1, name.end - 1) && self.has_all(other, name)
        };
        let last = name.end - 1;
        let known = self.known_with(last).find(fits);
        known.or_else(|| self.runs_with(last).filter(fits).max_by_key(|words| words.len())).cloned()
    }

    /// Whoever "Mr Oakes" is, if one person alone of the text has the surname: "chief executive Martin Oakes".
    fn addressed(&self, name: &Range<usize>) -> Option<Range<usize>> {
        let is_courtesy = |words: &Range<usize>| self.text.is(words.start, Role::Courtesy);
        let surname = Some(name.start + 1..name.end).filter(|rest| is_courtesy(name) && !rest.is_empty())?;
        let last = surname.end - 1;
        let is_one = |other: &Range<usize>| !other.clone().any(|at| self.text.is(at, Role::And));
        let fits = |other: &&Range<usize>| {
            other.len() > surname.len()
                && is_one(other)
                && self.same(other.end - 1, last)
                && self.has_all(other, &surname)
                && !is_courtesy(other)
        };
        let all = || self.known_with(last).chain(self.runs_with(last)).filter(fits);
        let fullest = all().max_by_key(|words| words.len())?;
        all().all(|other| self.has_all(fullest, other)).then(|| fullest.clone())
    }

    /// Whoever was named with that noun: as a speaker, or by a name with it; for a noun of any company, whoever the sentence tells of.
    fn described(&self, name: &Range<usize>, sentence: usize) -> Option<Range<usize>> {
        let fits = |other: &&Range<usize>| {
            other.len() > name.len() && self.has_all(other, name) && is_proper(self.text, other, usize::MAX)
        };
        let last = name.end - 1;
        let found = self.known_with(last).find(fits).or_else(|| self.runs_with(last).find(fits));
        found.cloned().or_else(|| self.opener(name, sentence))
    }

    /// The first name that opens a sentence of the last paragraph with names; nobody's who holds a post.
    fn opener(&self, name: &Range<usize>, sentence: usize) -> Option<Range<usize>> {
        let last = name.end - 1;
        let trade = !self.text.is(last, Role::Body) || name.len() == 2 && self.text.capital(name.start);
        if !self.text.is(last, Role::Generic) || name.len() > 1 && !trade {
            return None;
        }
        let end = self.runs.partition_point(|run| run.sentence <= sentence && run.words.end <= name.start);
        let paragraph = self.runs.get(end.checked_sub(1)?)?.paragraph;
        let near = self.runs[..end].iter().rev().take(LOOKED_AT).take_while(|run| run.paragraph == paragraph);
        let firm = |run: &&Run| run.opens && !run.holds_post && !self.text.is(run.words.start, Role::Title);
        near.filter(firm).last().map(|run| run.words.clone())
    }

    fn has_all(&self, other: &Range<usize>, name: &Range<usize>) -> bool {
        let said = |at: &usize| !self.text.is(*at, Role::Small) || self.text.is(*at, Role::Title);
        name.clone().filter(said).all(|at| other.clone().any(|place| self.same(place, at)))
    }

    fn same(&self, one: usize, other: usize) -> bool {
        self.text.words.get(one).zip(self.text.words.get(other)).is_some_and(|(one, other)| one.key == other.key)
    }

    /// Whom a pronoun stands for: a body for "it", a person or people for the others.
    pub fn meant(&self, pronoun: usize, paragraph: u32) -> Option<Range<usize>> {
        let thing = self.text.is(pronoun, Role::It);
        let any = self.text.is(pronoun, Role::They);
        let near = |known: &&(Range<usize>, u32)| !thing || known.1 == paragraph;
        let latest = self.known.iter().rev().take(LOOKED_AT).take_while(near).map(|(name, _)| name);
        let known =
            latest.into_iter().find(|name| any || self.is_body(name) == thing && (thing || self.is_person(name)));
        if thing || any {
            let told = || if thing { self.body(pronoun, paragraph) } else { None };
            return known.or_else(told).cloned();
        }
        let told = self.teller(pronoun, paragraph);
        let later = told.filter(|words| known.is_none_or(|known| known.end < words.end));
        later.or(known).cloned()
    }

    /// The last body that opened a sentence of the paragraph.
    fn body(&self, pronoun: usize, paragraph: u32) -> Option<&Range<usize>> {
        let before = self.bodies.partition_point(|(name, _)| name.end <= pronoun);
        let last = before.checked_sub(1).map(|last| &self.bodies[last]);
        last.filter(|body| body.1 == paragraph).map(|(name, _)| name)
    }

    /// The last person in the paragraph of whom it tells something.
    fn teller(&self, pronoun: usize, paragraph: u32) -> Option<&Range<usize>> {
        let before = self.runs.partition_point(|run| run.words.end <= pronoun);
        let own = self.runs[..before].iter().rev().take_while(|run| run.paragraph == paragraph).take(LOOKED_AT);
        own.filter(|run| !self.is_body(&run.words)).find(|run| self.acts(run)).map(|run| &run.words)
    }

    /// The last person of whom a sentence tells something.
    pub fn told(&self, sentence: usize) -> Option<Range<usize>> {
        let first = self.runs.partition_point(|run| run.sentence < sentence);
        let own = self.runs[first..].iter().take_while(|run| run.sentence == sentence).take(LOOKED_AT);
        own.filter(|run| run.opens && !self.is_body(&run.words) && self.acts(run)).last().map(|run| run.words.clone())
    }

    /// Whether somebody of that name does something, by the words around it.
    fn acts(&self, run: &Run) -> bool {
        let words = &run.words;
        let aside = run.opens && self.text.gap(words.end - 1).trim() == ",";
        let lower =
            self.text.letters(words.end).starts_with(char::is_lowercase) && !self.text.parted(words.end - 1) || aside;
        let free =
            words.start.checked_sub(1).is_none_or(|at| !self.text.is(at, Role::At) && !self.text.is(at, Role::Link));
        let spaced = (words.start..words.end - 1).any(|at| self.text.gap(at).starts_with(char::is_whitespace));
        lower && free && spaced
    }

    /// Whoever spoke last.
    pub fn latest(&self) -> Option<Range<usize>> {
        self.known.last().map(|(name, _)| name.clone())
    }

    /// Whether a name may be that of a person: it has capitals, or ends with what somebody is.
    fn is_person(&self, name: &Range<usize>) -> bool {
        name.clone().any(|at| self.text.capital(at)) || self.text.is(name.end - 1, Role::Title)
    }

    /// Whether a name is that of a body: by its last word, or the one before "of".
    fn is_body(&self, name: &Range<usize>) -> bool {
        let head = name.clone().find(|at| self.text.is(at + 1, Role::Link)).unwrap_or(name.end - 1);
        self.text.is(head, Role::Body) || self.text.is(head, Role::SayingNoun)
    }
}

/// A name without the small word that begins a sentence.
fn stripped(text: Words<'_>, mut words: Range<usize>) -> Range<usize> {
    let idle = |at: usize| {
        !text.is(at, Role::Title) && [Role::Small, Role::Unsaid, Role::At].iter().any(|role| text.is(at, *role))
    };
    while words.start < words.end && idle(words.start) {
        words.start += 1;
    }
    words
}

/// Where the words begin that say what somebody is, if they stand before a name: "the manager, Ann Lee", "manager Ann Lee".
fn description(text: Words<'_>, name: usize, start: usize) -> Option<usize> {
    let article = usize::from(has_article(text, name));
    let before = name.checked_sub(1 + article).filter(|at| *at >= start)?;
    let description = ending(text, before + 1, start)?;
    let comma = text.gap(before).trim() == "," && has_article(text, description.start) && description.start > start;
    (comma || text.gap(before).trim().is_empty() && text.is(before, Role::Title)).then_some(description.start)
}

/// The end of what somebody is, where it stands between commas after a name: "Ann Lee, the guild's director, ...".
fn office(text: Words<'_>, name: usize, end: usize) -> Option<usize> {
    let comma = text.gap(name.checked_sub(1)?).trim() == ",";
    let role = (comma && name < end).then(|| beginning(text, name, end)).flatten()?;
    let closed = role.end == end || text.gap(role.end - 1).trim() == ",";
    let head = role.clone().find(|at| text.is(at + 1, Role::Link)).unwrap_or(role.end - 1);
    (closed && text.is(head, Role::Title)).then_some(role.end)
}

/// The end of the words with capitals that begin there; links stand between two of them.
fn run_end(text: Words<'_>, first: usize, end: usize) -> usize {
    let mut last = first;
    while last < end && text.capital(last) {
        last += 1;
        let open = last < end && !text.parted(last - 1);
        let link =
            open && (text.is(last, Role::Link) || text.is(last, Role::And)) && last + 1 < end && !text.parted(last);
        if !open {
            break;
        }
        last += usize::from(link && text.capital(last + 1));
    }
    last
}
