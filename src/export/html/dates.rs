//! Dates that no line end breaks: `2022-10` and `2022-10-04` stay whole.

use maud::{Markup, html};

use crate::model::PartialDate;

/// A text with its dates kept whole.
pub(super) fn whole(text: &str) -> Markup {
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (from, to) in dates(text) {
        pieces.push((text.get(rest..from).unwrap_or_default(), text.get(from..to).unwrap_or_default()));
        rest = to;
    }
    html! {
        @for (before, date) in pieces { (before) time { (date) } }
        (text.get(rest..).unwrap_or_default())
    }
}

/// Where dates stand: what has the form of one, and is no part of a longer word.
fn dates(text: &str) -> Vec<(usize, usize)> {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '-';
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_word(letter) {
            start = start.or(Some(at));
        } else if let Some(from) = start.take().filter(|from| text.get(*from..at).is_some_and(is_date)) {
            found.push((from, at));
        }
    }
    found
}

/// A year alone has nothing to break at.
fn is_date(word: &str) -> bool {
    word.contains('-') && word.parse::<PartialDate>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found() {
        assert_eq!(whole("in 2022-10, 2022-10-04.").into_string(), "in <time>2022-10</time>, <time>2022-10-04</time>.");
        assert_eq!(whole("a-2022-10 <2022> 2022-2023 2022-1").into_string(), "a-2022-10 &lt;2022&gt; 2022-2023 2022-1");
    }
}
