//! A text as claims are read from it: words, sentences, figures, times, speeches.

use std::collections::BTreeSet;
use std::ops::Range;

use super::candidate::{Candidate, Said, Speaker, When};
use super::language::{Phrase, Role};
use super::parts::Parts;
use super::passes::clock;
use super::sentence::{Sentence, parted_at, sentences};
use super::speakers::voice::voice;
use super::speakers::{Speakers, Spoken};
use super::term::{Term, terms};
use super::wording::Words;
use super::{Setting, subject, value, year};
use crate::extract::figures::{Kind, Mention, Value, extract};
use crate::extract::time::{Clock, TimeKind, TimeMention};
use crate::quantity::unit;
use crate::text::Document;

/// The figures of a text.
fn figures(text: &str, body: usize) -> Vec<Mention> {
    Parts::new(text, body).each(extract, |figure, moved| Mention {
        span: moved(figure.span.clone()),
        converts: figure.converts.clone().map(moved),
        ..figure
    })
}

/// Words in capitals after a figure by which a slogan is known.
const SLOGAN: usize = 3;

/// Letters of a word that are looked at for being small or capital, at most: what has more is no word.
const LETTERS: usize = 64;

/// Words of a phrase such as "no later than", at most.
const LONGEST_BOUND: usize = 4;

/// The days of the shortest length of time that is told without a number.
const WEEK: f64 = 7.0;

/// A text with all that its claims are read from.
pub struct Context<'a> {
    pub(super) words: Words<'a>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) mentions: Vec<Mention>,
    /// The speakers, by sentence.
    speakers: Speakers<'a>,
    times: Vec<TimeMention>,
    /// Where times begin that have their year from another.
    borrowed_years: BTreeSet<usize>,
    terms: Vec<Vec<Term>>,
    /// The breaks before each word, by sentence.
    borders: Vec<Vec<u32>>,
    voice: Option<Speaker>,
    body: usize,
    title: Option<Range<usize>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(document: &'a Document<'_>, setting: &Setting) -> Self {
        let text = document.text();
        let words = Words { text, words: document.words() };
        let sentences = parted_at(setting.body, sentences(text, document.words()), document.words());
        let voice = voice(words, document.quoted(), setting);
        let speakers = Speakers::new(words, &sentences, document.quoted(), voice.as_ref(), setting);
        let (times, borrowed_years) = year::placed(text, setting.body, setting.date);
        // "March" is a month where it stands in a date.
        let timed = |term: &Term| subject::is_timed(&times, document.words()[term.word as usize].start);
        let own =
            |sentence| terms(text, document.words(), sentence).into_iter().filter(|term| !term.name || !timed(term));
        Self {
            words,
            mentions: clock::spans(words, figures(text, setting.body)),
            terms: sentences.iter().map(|sentence| own(sentence).collect()).collect(),
            borders: sentences.iter().map(|sentence| subject::borders(words, sentence, &times)).collect(),
            times,
            borrowed_years,
            voice,
            speakers,
            sentences,
            body: setting.body,
            title: setting.title.clone(),
        }
    }

    /// The claim of a figure, if it makes one.
    pub(super) fn candidate(&self, mention: &Mention) -> Option<Candidate> {
        let place = self.sentence_at(mention.span.start)?;
        let sentence = &self.sentences[place];
        let named = matches!(mention.kind, Kind::Name | Kind::Ordinal | Kind::Age);
        if named || !self.is_told(mention) || self.is_stamp(mention, sentence) || self.is_slogan(mention, sentence) {
            return None;
        }
        let at = self.word_at(mention.span.start);
        let own = &self.terms[place];
        let before = place.checked_sub(1).filter(|before| self.sentences[*before].span.start >= self.body);
        let seen = subject::Seen {
            text: self.words,
            sentence,
            terms: own,
            borders: &self.borders[place],
            before: before.map_or(&[], |before| self.terms[before].as_slice()),
            mention,
            at,
            end: self.word_after(mention.span.end).max(at + 1),
        };
        let (head, modifiers, fragment) = seen.head();
        let when = self.when(&seen);
        let places = seen.places(&self.times);
        let denied = self.is_denied(&seen);
        Some(Candidate {
            printed: self.words.text[mention.span.clone()].to_owned(),
            said: self.said(mention)?,
            sentence: sentence.span.clone(),
            event: seen.event(head.as_ref()),
            terms: seen.weighted(),
            place: seen.place(&places).map(|span| self.words.text[span].to_owned()),
            places,
            whole: seen.has_phrase(Phrase::Whole),
            part: seen.is_part(),
            direction: if value::falls(mention) { Some(false) } else { seen.direction() },
            limit: seen.is_limit(),
            definition: seen.definition(),
            period: when.as_ref().map(|when| self.words.text[when.span.clone()].to_owned()),
            counted: head.as_ref().map(|_| self.counted(mention.span.end..fragment.end)),
            when,
            lasting: self.lasting(&seen),
            speaker: self.speaker(place, at, mention.span.start),
            mention: mention.clone(),
            head,
            modifiers,
            fragment,
            denied,
            of: None,
            aside: false,
            borrows_year: self.borrows_year(mention),
        })
    }

    /// The words of what is counted, without the hyphen of "eight-storey".
    fn counted(&self, span: Range<usize>) -> String {
        self.words.text[span].trim().trim_start_matches(['-', '\u{2010}', '\u{2011}']).to_owned()
    }

    /// Whether a figure stands in the text itself or in its headline, where shares and multiples in words are figures of speech.
    fn is_told(&self, mention: &Mention) -> bool {
        let start = mention.span.start;
        let digits = self.words.text[mention.span.clone()].contains(|letter: char| letter.is_ascii_digit());
        let speech = !digits && matches!(mention.kind, Kind::Share | Kind::Ratio);
        start >= self.body || !speech && self.title.as_ref().is_some_and(|title| title.contains(&start))
    }

    /// Whether a time of day only says when an entry of a running report was written: "18:20 The road is shut."
    fn is_stamp(&self, mention: &Mention, sentence: &Sentence) -> bool {
        let next = self.word_after(mention.span.end);
        let opens = mention.kind == Kind::Time && mention.span.start == sentence.span.start;
        let alone = next >= sentence.words.end || self.words.capital(next) && !self.words.parted(next - 1);
        let first = next
            .checked_sub(1)
            .is_some_and(|_| self.words.text[..mention.span.start].trim_end_matches(' ').ends_with('\n'));
        opens && alone && first
    }

    /// Whether capitals go on after a figure in a sentence that has small letters before it: "they chanted: 24 HOURS TO SAVE US".
    fn is_slogan(&self, mention: &Mention, sentence: &Sentence) -> bool {
        let next = self.word_after(mention.span.end);
        let is_small = |at: usize| self.words.letters(at).chars().take(LETTERS).any(char::is_lowercase);
        let shouted = |at: usize| self.words.letters(at).len() > 1 && !is_small(at);
        let loud = next + SLOGAN <= sentence.words.end && (next..next + SLOGAN).all(shouted);
        let first = sentence.words.start..(sentence.words.start + SLOGAN).min(next);
        let quiet = first.into_iter().any(is_small);
        loud && mention.span.start > sentence.span.start && quiet
    }

    /// Whose word a claim is; a headline of a newspaper is nobody's.
    fn speaker(&self, place: usize, at: usize, byte: usize) -> Option<Speaker> {
        let spoken = if byte < self.body { None } else { self.speakers.of(place, at) };
        spoken.or_else(|| self.voice.clone())
    }

    fn sentence_at(&self, byte: usize) -> Option<usize> {
        let place = self.sentences.partition_point(|sentence| sentence.span.start <= byte).checked_sub(1)?;
        Some(place)
    }

    /// The first word that ends after a byte.
    fn word_at(&self, byte: usize) -> usize {
        self.words.words.partition_point(|word| word.end <= byte)
    }

    /// The first word that begins at a byte or after it.
    fn word_after(&self, byte: usize) -> usize {
        self.words.words.partition_point(|word| word.start < byte)
    }

    /// The time that a mention is, or has in it.
    fn time_of(&self, mention: &Mention) -> Option<&TimeMention> {
        let after = self.times.partition_point(|time| time.span.end <= mention.span.start);
        self.times.get(after).filter(|time| time.span.start < mention.span.end)
    }

    fn borrows_year(&self, mention: &Mention) -> bool {
        self.time_of(mention).is_some_and(|time| self.borrowed_years.contains(&time.span.start))
    }

    fn said(&self, mention: &Mention) -> Option<Said> {
        let time = self.time_of(mention);
        match (mention.kind, time) {
            (Kind::Rank, _) => match mention.low {
                Some(Value::Number(rank)) if (1.0..1e6).contains(&rank) => Some(Said::Rank(whole(rank))),
                _ => None,
            },
            (Kind::Date | Kind::Year | Kind::Period, Some(time)) => self.days(time),
            (Kind::Time, _) => Some(Said::Clock { from: minutes(mention.low)?, until: minutes(mention.high)? }),
            (Kind::Date | Kind::Year | Kind::Period, None) => None,
            _ => value::stated(mention).map(|(stated, unit)| Said::Figure { stated, unit }),
        }
    }

    /// The days of a time, open at one end after "by" or "since".
    fn days(&self, time: &TimeMention) -> Option<Said> {
        let (first, last) = time.days();
        let open = |phrase| self.is_after(time.span.start, phrase);
        let (first, last) = match (first, last) {
            (Some(_), Some(last)) if open(Phrase::Until) => (None, Some(last)),
            (Some(first), Some(_)) if open(Phrase::Since) => (Some(first), None),
            ends => ends,
        };
        (first.is_some() || last.is_some()).then_some(Said::Days { first, last })
    }

    /// Whether a phrase stands right before a byte.
    fn is_after(&self, byte: usize, phrase: Phrase) -> bool {
        let end = self.word_after(byte);
        let whole = |at: usize| self.words.phrase(at, end, phrase).is_some_and(|width| at + width == end);
        (end.saturating_sub(LONGEST_BOUND)..end).any(whole)
    }

    /// The time nearest to a figure in its sentence.
    fn when(&self, seen: &subject::Seen<'_>) -> Option<When> {
        let (sentence, mention) = (seen.sentence, seen.mention);
        let dated = |time: &&TimeMention| matches!(time.kind, TimeKind::Date | TimeKind::Year | TimeKind::Period);
        let apart = |time: &&TimeMention| time.span.end <= mention.span.start || mention.span.end <= time.span.start;
        let first = self.times.partition_point(|time| time.span.start < sentence.span.start);
        let own = self.times[first..].iter().take_while(|time| time.span.start < sentence.span.end);
        let told = own.filter(dated).filter(apart).filter(|time| !self.is_of_saying(time));
        let near = told.filter(|time| time.low.is_some() || time.high.is_some());
        let distance = |time: &&TimeMention| match time.span.start >= mention.span.end {
            true => time.span.start - mention.span.end,
            false => mention.span.start - time.span.end,
        };
        let time = near.min_by_key(distance)?;
        let near = seen.breaks(self.word_at(time.span.start)) == 0;
        let (first, last) = time.days();
        Some(When { span: time.span.clone(), first, last, near })
    }

    /// Whether a time says when somebody spoke, and not when something was: "the clerk said on Monday that 40 had come".
    fn is_of_saying(&self, time: &TimeMention) -> bool {
        let at = self.word_at(time.span.start);
        let before = at.saturating_sub(1 + usize::from(at > 0 && self.words.is(at - 1, Role::At)));
        before < at && self.words.is(before, Role::Spoke) && !self.words.parted(before)
    }

    /// The length of time beside a figure that is none itself: "in two weeks".
    fn lasting(&self, seen: &subject::Seen<'_>) -> Option<f64> {
        let first = self.times.partition_point(|time| time.span.end <= seen.sentence.span.start);
        let own = self.times[first..].iter().take_while(|time| time.span.start < seen.sentence.span.end);
        let lengths = own.filter(|time| time.kind == TimeKind::Duration && time.span.start >= seen.mention.span.end);
        let near = lengths.filter(|time| seen.breaks(self.word_at(time.span.start)) == 0);
        let days = |time: &TimeMention| Some(time.value_low.or(time.value_high)? * unit(time.unit?).ok()?.factor);
        let placed = |time: &&TimeMention| {
            let at = self.word_at(time.span.start);
            (at.saturating_sub(2)..=at).any(|at| self.words.is(at, Role::At))
        };
        near.filter(placed).find_map(days).or_else(|| self.one_length(seen))
    }

    /// One length of time without a number: "in the fortnight".
    fn one_length(&self, seen: &subject::Seen<'_>) -> Option<f64> {
        let placed = |at: &usize| self.words.is(*at, Role::At) && self.words.is(at + 1, Role::Definite);
        let length = |at: usize| unit(&self.words.letters(at + 2).to_lowercase()).ok();
        let after = (seen.end..seen.sentence.words.end).take_while(|at| seen.breaks(*at) == 0);
        let found = after.filter(placed).find_map(length)?;
        (found.dimension == "time" && found.factor >= WEEK).then_some(found.factor)
    }

    fn is_denied(&self, seen: &subject::Seen<'_>) -> bool {
        let words = self.words;
        let spoken = Spoken::new(words, seen.sentence);
        let passive = |word: usize| word > seen.sentence.words.start && words.is(word - 1, Role::Be);
        (seen.sentence.words.start..seen.at).any(|word| {
            words.is(word, Role::Denies) && !passive(word) && !spoken.is_deed(word)
                || words.phrase(word, seen.at, Phrase::Denies).is_some()
                || seen.breaks(word) == 0 && words.phrase(word, seen.at, Phrase::Negates).is_some()
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and a million")]
fn whole(rank: f64) -> u32 {
    rank as u32
}

/// A time of day in minutes from midnight.
fn minutes(end: Option<Value>) -> Option<u16> {
    end?.time()?.clock().map(Clock::minutes)
}
