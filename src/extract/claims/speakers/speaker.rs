//! Whose word a claim is: the speech of its sentence, that of the quotation it stands in, or one that goes on.

use std::ops::Range;

use super::mentioned::Cast;
use super::speech::{Force, Speech, Who, speeches};
use super::voice::is_minutes;
use crate::extract::claims::Setting;
use crate::extract::claims::candidate::Speaker;
use crate::extract::claims::language::Role;
use crate::extract::claims::sentence::Sentence;
use crate::extract::claims::wording::Words;
use crate::text::{quotation_at, words};

/// How much nearer a verb after a figure is than one whose speaker opens the sentence, in words.
const AGAINST_ORDER: usize = 12;
/// Sentences for which a reported speech goes on, or after which a quotation names its speaker.
const GOES_ON: usize = 3;
/// Words of a sentence that only says that somebody reports, at most.
const SHORT: usize = 5;
/// Words between a figure and the verb that says it.
const FARTHEST: usize = 120;
/// Sentences of a quotation or a list, at most, so that looking back stays short.
const LONGEST: usize = 24;

/// The speeches of a text with their speakers, by sentence.
pub struct Speakers<'a> {
    text: Words<'a>,
    sentences: Vec<Sentence>,
    quoted: &'a [Range<usize>],
    by_sentence: Vec<Vec<(Speech, Option<Speaker>)>>,
    /// The person of whom each sentence tells something.
    told: Vec<Option<Speaker>>,
    /// Whether it is the record of a meeting.
    minutes: bool,
}

impl<'a> Speakers<'a> {
    /// Finds them, in the order of the text.
    pub fn new(
        text: Words<'a>,
        sentences: &[Sentence],
        quoted: &'a [Range<usize>],
        voice: Option<&Speaker>,
        setting: &Setting,
    ) -> Self {
        let outlet: Vec<u64> =
            words(setting.outlet.as_deref().unwrap_or_default()).iter().map(|word| word.key).collect();
        let minutes = is_minutes(text);
        let inner = |speech: &Speech| !minutes && is_inner(text, speech);
        let mut cast = Cast::new(text, sentences, setting.body);
        let person = |name: Range<usize>| {
            let span = bytes(text, &name)?;
            Some(Speaker { name: text.text[span.clone()].replace('\n', " "), carried: true, span: Some(span) })
        };
        let told = (0..sentences.len()).map(|number| cast.told(number).and_then(person)).collect();
        let mut by_sentence = Vec::with_capacity(sentences.len());
        for (number, sentence) in sentences.iter().enumerate() {
            let others =
                speeches(text, sentence).into_iter().filter(|speech| voice.is_some() || !is_own(text, speech, &outlet));
            let spoken = others.map(|speech| {
                let speaker = match voice {
                    Some(voice) if is_own(text, &speech, &outlet) || inner(&speech) => Some(voice.clone()),
                    _ => speaker(text, &mut cast, &speech, (number, sentence)),
                };
                (speech, speaker)
            });
            by_sentence.push(spoken.collect());
        }
        Self { text, sentences: sentences.to_vec(), quoted, by_sentence, told, minutes }
    }

    /// Whoever says the word of a sentence; none if it is the text itself.
    pub fn of(&self, place: usize, at: usize) -> Option<Speaker> {
        let carried = |speaker: Speaker| Speaker { carried: true, ..speaker };
        let own = self.own(place, at);
        if let Some(own) = own {
            return own;
        }
        self.quoting(place, at).or_else(|| self.listed(place)).or_else(|| self.going_on(place, at)).map(carried)
    }

    /// By a speech of the sentence: outside if none covers the word; inside, none if a pronoun has nobody to stand for.
    fn own(&self, place: usize, at: usize) -> Option<Option<Speaker>> {
        let all = &self.by_sentence[place];
        let first = all.partition_point(|(speech, _)| speech.verb + FARTHEST < at);
        let near = all[first..].iter().take_while(|(speech, _)| speech.verb <= at + FARTHEST);
        let covering = near.filter(|(speech, _)| {
            speech.covers.contains(&at) && !matches!(&speech.who, Who::Named(name) if name.contains(&at))
        });
        let told_after =
            covering.clone().any(|(speech, _)| speech.force == Force::Says && speech.verb > at && !speech.leads);
        let crosses = |verb: usize| (at.min(verb)..at.max(verb)).any(|at| self.text.gap(at).contains(';'));
        let order = |(speech, _): &&(Speech, Option<Speaker>)| {
            let behind = if speech.leads && speech.verb > at { AGAINST_ORDER } else { 0 };
            let rank = if told_after || speech.force == Force::Wants { speech.force } else { Force::Says };
            (crosses(speech.verb), rank, told_after && speech.light, speech.verb.abs_diff(at) + behind)
        };
        covering.min_by_key(order).map(|(_, speaker)| speaker.clone())
    }

    /// Inside a quotation, whoever speaks in its paragraph: before it, or else after it; else whoever spoke in the paragraph before.
    fn quoting(&self, place: usize, at: usize) -> Option<Speaker> {
        quotation_at(self.quoted, self.text.words.get(at)?.start)?;
        let paragraph = self.sentences[place].paragraph;
        let same = |near: &usize| self.sentences[*near].paragraph == paragraph;
        let before = (0..place).rev().take(LONGEST).take_while(same).find_map(|near| self.last(near));
        let after =
            || (place + 1..self.sentences.len()).take_while(same).take(GOES_ON).find_map(|near| self.first(near));
        let earlier = || {
            let mut above = (0..place).rev().take(LONGEST).skip_while(same).take(GOES_ON);
            above.find_map(|near| self.last(near))
        };
        let told = || (0..place).rev().take(GOES_ON).take_while(same).find_map(|near| self.told[near].clone());
        before.or_else(after).or_else(told).or_else(earlier)
    }

    fn last(&self, place: usize) -> Option<Speaker> {
        self.said(place).next_back()
    }

    fn first(&self, place: usize) -> Option<Speaker> {
        self.said(place).next()
    }

    fn said(&self, place: usize) -> impl DoubleEndedIterator<Item = Speaker> {
        let says = |(speech, _): &&(Speech, _)| speech.force == Force::Says;
        self.by_sentence[place].iter().filter(says).filter_map(|(_, speaker)| speaker.clone())
    }

    /// In a list, whoever speaks in the sentence before it that ends with a colon.
    fn listed(&self, place: usize) -> Option<Speaker> {
        let mut head = place;
        while head > 0 && place - head < LONGEST && self.is_item(head) {
            head -= 1;
        }
        let opens = head < place && self.gap_after(head).trim_start().starts_with(':');
        if opens { self.last(head) } else { None }
    }

    /// Whether a sentence is an entry of a list: a sign stands before it on its line.
    fn is_item(&self, place: usize) -> bool {
        let gap = place.checked_sub(1).map_or("", |before| self.gap_after(before));
        gap.rsplit_once('\n')
            .is_some_and(|(_, sign)| sign.trim_start().starts_with(['-', '•', '*', '–', '—', '·', '▪']))
    }

    fn gap_after(&self, place: usize) -> &'a str {
        self.sentences[place].words.end.checked_sub(1).map_or("", |last| self.text.gap(last))
    }

    /// A sentence in the tense of reported speech goes on with the one before it.
    fn going_on(&self, place: usize, at: usize) -> Option<Speaker> {
        if quotation_at(self.quoted, self.text.words.get(at)?.start).is_some() {
            return None;
        }
        if let Some(speaker) = self.reporting(place) {
            return Some(speaker);
        }
        let shifted = (place.saturating_sub(GOES_ON) + 1..=place).rev().take_while(|near| self.is_shifted(*near));
        let first = shifted.last()?;
        let before = first.checked_sub(1)?;
        let same = self.sentences[before].paragraph == self.sentences[place].paragraph;
        if same { self.last(before) } else { None }
    }

    /// Whoever reports before in the paragraph, in the record of a meeting or in a sentence that says no more: "The warden reports."
    fn reporting(&self, place: usize) -> Option<Speaker> {
        let above = (0..place).rev().take(LONGEST);
        let mut silent = above.take_while(|near| self.sentences[*near].paragraph == self.sentences[place].paragraph);
        let near = silent.find(|near| !self.by_sentence[*near].is_empty())?;
        let whole = |(speech, _): &(Speech, Option<Speaker>)| speech.verb + 1 == self.sentences[near].words.end;
        let reports = self.by_sentence[near].len() == 1 && self.by_sentence[near].iter().any(whole);
        let spoken =
            self.by_sentence[place].is_empty() && quotation_at(self.quoted, self.sentences[near].span.start).is_none();
        if spoken && (self.minutes || reports && self.is_short(near)) { self.last(near) } else { None }
    }

    fn is_short(&self, place: usize) -> bool {
        self.sentences[place].words.len() <= SHORT
    }

    /// Whether a sentence may be reported speech, and names nobody.
    fn is_shifted(&self, place: usize) -> bool {
        let mut words = self.sentences[place].words.clone();
        let points = self.text.is(words.start, Role::Pronoun) && self.text.is(words.start + 1, Role::Be);
        self.by_sentence[place].is_empty() && (points || words.any(|word| self.text.is(word, Role::Backshift)))
    }
}

fn speaker(
    text: Words<'_>,
    cast: &mut Cast<'_>,
    speech: &Speech,
    (number, sentence): (usize, &Sentence),
) -> Option<Speaker> {
    let (name, carried) = match &speech.who {
        Who::Named(name) if is_again(text, name) => (cast.latest().unwrap_or_else(|| name.clone()), true),
        Who::Named(name) => (cast.full(name, number, sentence.words.start), false),
        Who::Pronoun(at) => {
            let meant = cast.meant(*at, sentence.paragraph)?;
            let body = text.is(*at, Role::It).then(|| cast.full(&meant, number, sentence.words.start));
            (body.unwrap_or(meant), true)
        }
    };
    if !carried {
        cast.meet(name.clone(), sentence.paragraph);
    }
    let span = bytes(text, &name)?;
    Some(Speaker { name: text.text[span.clone()].replace('\n', " "), carried, span: Some(span) })
}

/// Whether whoever speaks is the publisher: "the office" in a statement of an office, "the Echo has learned" in the Echo.
fn is_own(text: Words<'_>, speech: &Speech, outlet: &[u64]) -> bool {
    let Who::Named(name) = &speech.who else { return false };
    let definite = name.start.checked_sub(1).is_some_and(|at| text.is(at, Role::Definite));
    definite && name.clone().all(|at| text.words.get(at).is_some_and(|word| outlet.contains(&word.key)))
}

/// Whether a part of the publisher speaks in the publisher's text: "our teams", "the board".
fn is_inner(text: Words<'_>, speech: &Speech) -> bool {
    let Who::Named(name) = &speech.who else { return false };
    let before = |role| name.start.checked_sub(1).is_some_and(|at| text.is(at, role));
    let whole = name.len() == 1 && text.is(name.start, Role::Inner);
    let paper = name.len() == 1 && text.is(name.start, Role::SayingNoun) && before(Role::Article);
    let plain = !name.clone().any(|at| text.capital(at));
    before(Role::Ours) && plain || whole && before(Role::Definite) || paper && !before(Role::Definite)
}

/// Whether a source is one that the text has named before: "the same images".
fn is_again(text: Words<'_>, name: &Range<usize>) -> bool {
    text.is(name.start, Role::Again) || name.start.checked_sub(1).is_some_and(|at| text.is(at, Role::Again))
}

fn bytes(text: Words<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (text.words.get(name.start)?, text.words.get(name.end.checked_sub(1)?)?);
    (first.start < last.end).then_some(first.start..last.end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use crate::extract::claims::{Setting, candidates};
    use crate::quantity::table;
    use crate::text::Document;

    /// A text, who publishes it, and for figures in it whoever is named; nobody if that is empty.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Example {
        text: String,
        #[serde(default)]
        outlet: String,
        says: Vec<(String, String)>,
    }

    fn setting(outlet: &str) -> Setting {
        Setting { outlet: (!outlet.is_empty()).then(|| outlet.to_owned()), ..Setting::default() }
    }

    #[test]
    fn every_example_names_whom_it_says() {
        let file = include_str!("../rules/speech_examples.ron");
        for Example { text, outlet, says } in table::<Vec<Example>>("speech_examples.ron", file) {
            let document = Document::new(&text);
            let claims = candidates(&document, &setting(&outlet));
            for (figure, name) in says {
                let at = text.find(&figure).unwrap();
                let claim = claims
                    .iter()
                    .find(|claim| claim.mention.span.start < at + figure.len() && at < claim.mention.span.end);
                let speaker = claim.unwrap_or_else(|| panic!("no claim {figure} in {text:?}")).speaker.as_ref();
                assert_eq!(speaker.map_or("", |speaker| speaker.name.as_str()), name, "{figure} in {text:?}");
            }
        }
    }

    /// Texts of the words and signs that forms of speech are made of.
    fn texts() -> impl Strategy<Value = String> {
        let bits = "said|says|told|counted|is|was|by|according to|who|which|that|the|The|a|their|her|she|he|it|they|we|Ann|Lee|Clinic|clinic|union's|count|minister|police|and|of|at|had|would|no|40|3 million|Mr.|,|;|:|.|\"|“|”|(|)| - |\n\n|\n- |é|\u{301}|—";
        let bits: Vec<&'static str> = bits.split('|').collect();
        prop::collection::vec(prop::sample::select(bits), 0..60).prop_map(|bits| bits.join(" "))
    }

    proptest! {
        #[test]
        fn names_stand_where_they_are_said_to(text in prop_oneof![texts(), any::<String>()], outlet in "[A-Za-z ]{0,12}") {
            let document = Document::new(&text);
            for claim in candidates(&document, &setting(&outlet)) {
                let Some(speaker) = claim.speaker else { continue };
                match speaker.span {
                    Some(span) => prop_assert_eq!(text[span].replace('\n', " "), speaker.name),
                    None => prop_assert_eq!(outlet.as_str(), speaker.name),
                }
            }
        }
    }
}
