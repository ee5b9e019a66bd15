//! The words around a figure.

use crate::extract::claims::Candidate;
use crate::text::one_line;

/// Bytes of a sentence shown before and after a figure.
const AROUND: usize = 44;

/// A figure with the words of its sentence around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote<'a> {
    /// The words before it.
    pub before: &'a str,
    /// The words that carry it.
    pub own: &'a str,
    /// The words after it.
    pub after: &'a str,
    /// Whether the sentence begins before.
    pub opens: bool,
    /// Whether the sentence goes on.
    pub closes: bool,
}

/// The words of a text around the figure of one of its claims.
pub fn quote<'a>(text: &'a str, claim: &Candidate) -> Quote<'a> {
    let (sentence, fragment) = (&claim.sentence, &claim.fragment);
    let first = sentence.start.min(fragment.start);
    let start = match fragment.start.saturating_sub(AROUND) {
        early if early <= first => first,
        cut => border(text, cut).min(fragment.start),
    };
    let end = border(text, (fragment.end + AROUND).min(sentence.end.max(fragment.end)));
    Quote {
        before: &text[start..fragment.start],
        own: &text[fragment.clone()],
        after: &text[fragment.end..end],
        opens: start > sentence.start,
        closes: end < sentence.end,
    }
}

/// The border of the word that a byte is in: its end, or the byte itself between words.
fn border(text: &str, at: usize) -> usize {
    let end = (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let rest = &text[end..];
    let inside = |letter: char| letter.is_alphanumeric();
    if text[..end].ends_with(inside) { end + rest.find(|letter| !inside(letter)).unwrap_or(rest.len()) } else { end }
}

impl Quote<'_> {
    /// The sign that stands for what is left out before.
    pub fn opening(&self) -> &'static str {
        if self.opens { "…" } else { "" }
    }

    /// The sign that stands for what is left out after.
    pub fn closing(&self) -> &'static str {
        if self.closes { "…" } else { "" }
    }

    /// All of it in one line.
    pub fn line(&self) -> String {
        let words = one_line(&format!("{}{}{}", self.before, self.own, self.after));
        format!("{}{words}{}", self.opening(), self.closing())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::compare;

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let text =
            "In the long and cold night after the storm, when nobody slept in the valley, the\nflood drowned 12 goats.";
        let found = compare(text, text);
        let quote = quote(text, &found.corpus.entries()[0].claim);
        assert_eq!((quote.own, quote.opens, quote.closes), ("12 goats", true, false));
        assert!(quote.line().ends_with(" in the valley, the flood drowned 12 goats"), "{}", quote.line());
        assert!(quote.line().starts_with('…'), "{}", quote.line());
    }
}
