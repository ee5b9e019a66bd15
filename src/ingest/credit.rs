//! The line at the head of an article that says who wrote and published it, and when.

use std::ops::Range;

use super::rules::RULES;
use crate::extract::time::{TimeKind, TimeMention, times};
use crate::readers::Days;

/// What such a line says.
#[derive(Debug, Default)]
pub(super) struct Credit {
    /// Who published.
    pub outlet: Option<Range<usize>>,
    /// Who wrote.
    pub authors: Vec<Range<usize>>,
    /// When, and where that stands.
    pub date: Option<(Days, Range<usize>)>,
}

/// Letters of such a line, at most.
const LINE: usize = 160;
/// Words of it that are no date, at most; a line with more is a sentence.
const WORDS: usize = 12;
/// Marks between the parts of such a line. A hyphen or a dash counts only between spaces.
const MARKS: [char; 8] = ['|', '·', '•', ',', '(', ')', '/', '\t'];
const DASHES: [&str; 4] = [" - ", " – ", " — ", " -- "];

/// What a line says, if it is such a line: it has a date or begins with a word for authors, few other words, and no stop at
/// its end.
pub(super) fn credit(text: &str, line: Range<usize>) -> Option<Credit> {
    let words = &text[line.clone()];
    if words.chars().count() > LINE || words.ends_with(['.', ':', ';', '?', '!']) {
        return None;
    }
    let found = times(words, None);
    let date = found.iter().find_map(|time| Some((days(time)?, time.span.clone())));
    let mut credit = Credit { date: date.map(|(days, span)| (days, shifted(&span, line.start))), ..Credit::default() };
    let parts = parts(words, &found);
    let count: usize = parts.iter().map(|part| words[part.clone()].split_whitespace().count()).sum();
    let named = parts.iter().any(|part| after_by(&words[part.clone()]).is_some());
    if count > WORDS || credit.date.is_none() && !named {
        return None;
    }
    for part in parts {
        let own = part.start + after_by_the(&words[part.clone()])..part.end;
        match after_by(&words[part.clone()]) {
            Some(skipped) => credit.authors.extend(names(words, part.start + skipped..part.end)),
            None if !is_name(&words[own.clone()]) => return None,
            None if credit.outlet.is_none() => credit.outlet = Some(own),
            None => {}
        }
    }
    let moved = |range: &Range<usize>| shifted(range, line.start);
    credit.outlet = credit.outlet.as_ref().map(moved);
    credit.authors = credit.authors.iter().map(moved).collect();
    Some(credit)
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The days of a date: a day, a month or a year.
pub(super) fn days(time: &TimeMention) -> Option<Days> {
    let is_date = matches!(time.kind, TimeKind::Date | TimeKind::Period | TimeKind::Year);
    let (first, last) = time.days();
    first.zip(last).filter(|_| is_date).map(|(first, last)| Days { first, last })
}

/// What is left of a line without times, labels and marks.
fn parts(words: &str, found: &[TimeMention]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let time = found.iter().find(|time| time.span.start == at).map(|time| time.span.len());
        let dash = DASHES.iter().find(|dash| rest.starts_with(**dash)).map(|dash| dash.len());
        let mark = rest.chars().next().filter(|letter| MARKS.contains(letter)).map(char::len_utf8);
        match time.or(dash).or(mark) {
            Some(len) => {
                parts.push(start..at);
                at += len;
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    parts.push(start..words.len());
    parts
        .into_iter()
        .map(|part| trimmed(words, part))
        .filter(|part| !part.is_empty())
        .filter(|part| !is_label(&words[part.clone()]) && !is_post(&words[part.clone()]))
        .collect()
}

fn trimmed(words: &str, part: Range<usize>) -> Range<usize> {
    let own = &words[part.clone()];
    let start = part.start + own.len() - own.trim_start().len();
    start..start + own.trim().len()
}

fn is_label(part: &str) -> bool {
    let small = part.to_lowercase();
    let is = |word: &str| RULES.labels.iter().any(|label| label == word);
    // "09.15 GMT" names nobody.
    is(&small) || small.split_whitespace().all(|word| !word.contains(char::is_alphabetic) || is(word))
}

/// Whether it is what somebody is: "Health Editor", "From Our Own Correspondent, Dublin".
pub(super) fn is_post(part: &str) -> bool {
    let last = |words: &str| words.split_whitespace().next_back().map(str::to_lowercase);
    part.split(',').any(|words| last(words).is_some_and(|word| RULES.posts.contains(&word)))
}

/// The name at the beginning of a line that says where somebody wrote: "Anna Bell in Dublin". A name of one word is a paper's, and one
/// with a small word is a headline.
pub(super) fn writer(line: &str) -> Option<&str> {
    let within = |word: &&str| RULES.within.iter().any(|within| within == word);
    let at = line.split(' ').skip(1).find(within)?;
    let (name, place) = line.split_once(&format!(" {at} "))?;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_person = name.split(' ').count() > 1 && name.split(' ').all(capital);
    (is_person && place.split(' ').all(capital)).then_some(name)
}

/// A name begins with a capital or a figure, or with an article before one.
fn is_name(part: &str) -> bool {
    part.split_whitespace().take(2).any(|word| !word.starts_with(char::is_lowercase))
}

/// Words of a name that stands alone, at most; a line with more is a second headline.
const WHOLE: usize = 4;

/// Whether a line is nothing but a name: few words, none small but those that join others.
pub(super) fn is_whole_name(line: &str) -> bool {
    let of_name = |word: &str| !word.starts_with(char::is_lowercase) || RULES.joins.iter().any(|join| join == word);
    is_name(line) && line.split_whitespace().count() <= WHOLE && line.split_whitespace().all(of_name)
}

/// How many bytes the word for authors takes at the beginning, if names follow.
fn after_by(part: &str) -> Option<usize> {
    let small = part.to_lowercase();
    let follows = |by: &&String| {
        let rest = small.strip_prefix(by.as_str());
        rest.is_some_and(|rest| rest.starts_with(char::is_whitespace)) && small.len() == part.len()
    };
    let by = RULES.by.iter().filter(follows).map(String::len).max()?;
    let name = part.get(by..)?.trim_start();
    name.starts_with(|letter: char| letter.is_uppercase()).then_some(part.len() - name.len())
}

/// How many bytes "by the" takes at the beginning: what has an article is no person, but a paper.
fn after_by_the(part: &str) -> usize {
    let mut words = part.split_inclusive(char::is_whitespace);
    let is = |word: Option<&str>, list: &[String]| {
        word.filter(|word| list.contains(&word.trim().to_lowercase())).map(str::len)
    };
    let length = is(words.next(), &RULES.by).zip(is(words.next(), &RULES.articles));
    length.map_or(0, |(by, the)| by + the)
}

/// The names in a list with words between them.
fn names(words: &str, list: Range<usize>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut start = list.start;
    let mut at = list.start;
    for word in words[list.clone()].split_inclusive(char::is_whitespace) {
        if RULES.and.contains(&word.trim().to_lowercase()) {
            names.push(trimmed(words, start..at));
            start = at + word.len();
        }
        at += word.len();
    }
    names.push(trimmed(words, start..list.end));
    names.retain(|name| !name.is_empty());
    names
}
