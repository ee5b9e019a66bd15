//! A text as claims are read from it: words, sentences, figures, times, speeches.

use jiff::civil::Date;

use super::candidate::{Candidate, Said, Speaker, When};
use super::language::{Phrase, Role};
use super::sentence::{Sentence, sentences};
use super::speaker::Speakers;
use super::term::{Term, terms};
use super::voice::voice;
use super::wording::Words;
use super::{Setting, subject, value};
use crate::extract::mention::{Kind, Mention, Value};
use crate::extract::time::{TimeKind, TimeMention, times};
use crate::quantity::unit;
use crate::text::Document;

/// A text with all that its claims are read from.
pub struct Context<'a> {
    pub(super) words: Words<'a>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) mentions: Vec<Mention>,
    /// The speakers, by sentence.
    speakers: Speakers<'a>,
    times: Vec<TimeMention>,
    terms: Vec<Vec<Term>>,
    /// The breaks before each word, by sentence.
    borders: Vec<Vec<u32>>,
    voice: Option<Speaker>,
    body: usize,
}

impl<'a> Context<'a> {
    pub(super) fn new(document: &'a Document<'_>, setting: &Setting) -> Self {
        let text = document.text();
        let words = Words { text, words: document.words() };
        let sentences = sentences(text, document.words());
        let voice = voice(words, document.quoted(), setting);
        let speakers = Speakers::new(words, &sentences, document.quoted(), voice.as_ref(), setting);
        let times = times(text, setting.date);
        // "March" is a month where it stands in a date.
        let timed = |term: &Term| subject::is_timed(&times, document.words()[term.word as usize].start);
        let own =
            |sentence| terms(text, document.words(), sentence).into_iter().filter(|term| !term.name || !timed(term));
        Self {
            words,
            mentions: crate::extract::extract(text),
            terms: sentences.iter().map(|sentence| own(sentence).collect()).collect(),
            borders: sentences.iter().map(|sentence| subject::borders(words, sentence)).collect(),
            times,
            voice,
            speakers,
            sentences,
            body: setting.body,
        }
    }

    /// The claim of a figure, if it makes one.
    pub(super) fn candidate(&self, mention: &Mention) -> Option<Candidate> {
        let place = self.sentence_at(mention.span.start)?;
        let sentence = &self.sentences[place];
        if mention.span.start < self.body || matches!(mention.kind, Kind::Name | Kind::Ordinal | Kind::Age) {
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
        let denied = self.is_denied(sentence, at);
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
            period: when.as_ref().map(|when| self.words.text[when.span.clone()].to_owned()),
            counted: head.as_ref().map(|_| self.words.text[mention.span.end..fragment.end].trim().to_owned()),
            when,
            lasting: self.lasting(&seen),
            speaker: self.speakers.of(place, at).or_else(|| self.voice.clone()),
            mention: mention.clone(),
            head,
            modifiers,
            fragment,
            denied,
        })
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

    fn said(&self, mention: &Mention) -> Option<Said> {
        let after = self.times.partition_point(|time| time.span.end <= mention.span.start);
        let time = self.times.get(after).filter(|time| time.span.start < mention.span.end);
        match (mention.kind, time) {
            (Kind::Rank, _) => match mention.low {
                Some(Value::Number(rank)) if (1.0..1e6).contains(&rank) => Some(Said::Rank(whole(rank))),
                _ => None,
            },
            (Kind::Date | Kind::Year | Kind::Period, Some(time)) => days(time),
            (Kind::Time, Some(time)) => clock(time.low.as_deref()?),
            (Kind::Date | Kind::Year | Kind::Period | Kind::Time, None) => None,
            _ => value::stated(mention).map(|(stated, unit)| Said::Figure { stated, unit }),
        }
    }

    /// The time nearest to a figure in its sentence.
    fn when(&self, seen: &subject::Seen<'_>) -> Option<When> {
        let (sentence, mention) = (seen.sentence, seen.mention);
        let dated = |time: &&TimeMention| matches!(time.kind, TimeKind::Date | TimeKind::Year | TimeKind::Period);
        let apart = |time: &&TimeMention| time.span.end <= mention.span.start || mention.span.end <= time.span.start;
        let first = self.times.partition_point(|time| time.span.start < sentence.span.start);
        let own = self.times[first..].iter().take_while(|time| time.span.start < sentence.span.end);
        let near = own.filter(dated).filter(apart).filter(|time| time.low.is_some() || time.high.is_some());
        let distance = |time: &&TimeMention| match time.span.start >= mention.span.end {
            true => time.span.start - mention.span.end,
            false => mention.span.start - time.span.end,
        };
        let time = near.min_by_key(distance)?;
        let near = seen.breaks(self.word_at(time.span.start)) == 0;
        Some(When { span: time.span.clone(), first: day(time.low.as_deref()), last: day(time.high.as_deref()), near })
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
        near.filter(placed).find_map(days)
    }

    fn is_denied(&self, sentence: &Sentence, at: usize) -> bool {
        (sentence.words.start..at)
            .any(|word| self.words.is(word, Role::Denies) || self.words.phrase(word, at, Phrase::Denies).is_some())
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and a million")]
fn whole(rank: f64) -> u32 {
    rank as u32
}

fn day(text: Option<&str>) -> Option<Date> {
    text?.parse().ok()
}

fn days(time: &TimeMention) -> Option<Said> {
    let (first, last) = (day(time.low.as_deref()), day(time.high.as_deref()));
    (first.is_some() || last.is_some()).then_some(Said::Days { first, last })
}

fn clock(time: &str) -> Option<Said> {
    let (hours, minutes) = time.split_once(':')?;
    Some(Said::Clock(hours.parse::<u16>().ok()? * 60 + minutes.get(..2)?.parse::<u16>().ok()?))
}
