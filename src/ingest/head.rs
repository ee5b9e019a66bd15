//! The head of a text: its headline, the line that says who published it and when, and the dateline of an agency.

use std::ops::Range;

use super::credit::{Credit, credit, is_post, is_whole_name, writer};
use super::dateline::{dateline, is_dateline};
use crate::readers::Days;

/// What stands at the head of a text; all ranges are bytes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The headline.
    pub title: Option<Range<usize>>,
    /// Who published it.
    pub outlet: Option<Range<usize>>,
    /// Who wrote it.
    pub authors: Vec<Range<usize>>,
    /// When it was published, and where that stands.
    pub date: Option<(Days, Range<usize>)>,
    /// The place of a dateline.
    pub place: Option<Range<usize>>,
    /// The agency of a dateline.
    pub agency: Option<Range<usize>>,
    /// The first byte of the body. The figures before it are no claims of the text, but for those of the headline.
    pub body: usize,
}

/// Letters of a headline, at most.
const TITLE: usize = 180;
/// Lines of a head, at most.
const LINES: usize = 8;
/// Letters of a line that is only the name of who published, at most.
const NAME: usize = 60;

/// Finds the head of a text.
///
/// ```
/// let text = "Five boats sink\nDock Gazette, 2 June 2024\n\nThe storm came.";
/// let head = gainsay::ingest::head(text);
/// assert_eq!(head.outlet.map(|outlet| &text[outlet]), Some("Dock Gazette"));
/// assert_eq!(head.date.map(|(days, _)| days.to_string()).as_deref(), Some("2024-06-02"));
/// assert_eq!(&text[head.body..], "The storm came.");
/// ```
pub fn head(text: &str) -> Head {
    let lines = first_lines(text);
    let mut head = Head::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let taken = take_credit(text, &lines, at, &mut head);
        if taken > 0 {
            at += taken;
        } else if head.title.is_none() && is_title(text, &lines, at) {
            head.title = Some(line.clone());
            at += 1;
        } else {
            break;
        }
    }
    let body = lines.get(at).map_or(text.len(), |line| line.start);
    head.body = if lines.is_empty() || at == lines.len() && head.date.is_none() { 0 } else { body };
    if head.body == 0 {
        // A text that is nothing but a line is no headline of anything.
        head.title = None;
    }
    dateline(text, &mut head);
    head
}

/// The first lines that are not empty, without the spaces around them.
fn first_lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        if !words.is_empty() {
            let start = at + (line.find(words).unwrap_or(0));
            lines.push(start..start + words.len());
        }
        at += line.len();
        if lines.len() > LINES {
            break;
        }
    }
    lines
}

/// Takes a line of credits, a name and the line of credits after it, or what stands before a dateline; how many lines.
fn take_credit(text: &str, lines: &[Range<usize>], at: usize, head: &mut Head) -> usize {
    let line = &lines[at];
    if let Some(found) = credit(text, line.clone()) {
        return usize::from(fill(head, found));
    }
    let (words, Some(next)) = (&text[line.clone()], lines.get(at + 1)) else { return 0 };
    if head.title.is_none() || ends_sentence(words) {
        return 0;
    }
    let named = head.outlet.is_none() && words.chars().count() <= NAME;
    match credit(text, next.clone()) {
        Some(next) if named && next.date.is_some() && next.outlet.is_none() => {
            fill(head, next);
            match writer(words) {
                Some(name) => head.authors.push(line.start..line.start + name.len()),
                None if !is_post(words) => head.outlet = Some(line.clone()),
                None => {}
            }
            2
        }
        _ if words.chars().count() <= TITLE && is_dateline(text, next.start) => {
            // What is no name is a second headline.
            head.outlet =
                head.outlet.take().or((named && is_whole_name(words) && !is_post(words)).then(|| line.clone()));
            1
        }
        _ => 0,
    }
}

/// Adds credits; not those that say again what is known, as a sentence on an older event would.
fn fill(head: &mut Head, found: Credit) -> bool {
    if found.outlet.is_some() && head.outlet.is_some() {
        return false;
    }
    head.outlet = head.outlet.take().or(found.outlet);
    head.date = head.date.take().or(found.date);
    head.authors.extend(found.authors);
    true
}

/// A short line without a stop at its end; credits, a dateline, an empty line or a much longer line come after it.
fn is_title(text: &str, lines: &[Range<usize>], at: usize) -> bool {
    let (line, Some(next)) = (&lines[at], lines.get(at + 1)) else { return false };
    let words = &text[line.clone()];
    let short = words.chars().count() <= TITLE && !ends_sentence(words);
    let parted = text[line.end..next.start].matches('\n').count() > 1;
    let longer = next.len() > 2 * line.len();
    let heads = |line: &Range<usize>| credit(text, line.clone()).is_some() || is_dateline(text, line.start);
    let is_next_credit = || lines[at + 1..].iter().take(2).any(heads);
    short && (parted || longer || is_next_credit())
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '»', ')']).ends_with(['.', ',', ';', ':'])
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::quantity::table;

    /// A text and what its head must come to.
    #[derive(Default, Deserialize)]
    #[serde(deny_unknown_fields, default)]
    struct Example {
        text: String,
        title: Option<String>,
        outlet: Option<String>,
        authors: Option<String>,
        date: Option<String>,
        place: Option<String>,
        agency: Option<String>,
        body: String,
    }

    #[test]
    fn every_example_comes_to_what_it_says() {
        for example in table::<Vec<Example>>("examples.ron", include_str!("rules/examples.ron")) {
            let text = example.text.as_str();
            let found = head(text);
            let words = |range: &Option<Range<usize>>| range.clone().map(|range| text[range].to_owned());
            let authors: Vec<&str> = found.authors.iter().map(|range| &text[range.clone()]).collect();
            assert_eq!(words(&found.title), example.title, "title of {text:?}");
            assert_eq!(words(&found.outlet), example.outlet, "outlet of {text:?}");
            assert_eq!(authors.join("; "), example.authors.clone().unwrap_or_default(), "authors of {text:?}");
            assert_eq!(found.date.as_ref().map(|(days, _)| days.to_string()), example.date, "date of {text:?}");
            assert_eq!(words(&found.place), example.place, "place of {text:?}");
            assert_eq!(words(&found.agency), example.agency, "agency of {text:?}");
            assert_eq!(&text[found.body..], example.body, "body of {text:?}");
        }
    }

    #[test]
    fn texts_of_one_kind_of_line_are_no_head() {
        for text in ["", "\n\n", "\u{feff}", &"word ".repeat(100_000), &"a\n".repeat(1000)] {
            assert_eq!(head(text).outlet, None);
        }
    }
}
