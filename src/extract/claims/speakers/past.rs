//! Names that more is said of before their verb: "officials who asked not to be named said", "papers seen by the Echo show".

use std::ops::Range;

use super::noun_phrase::{before_age, ending, has_article, is_proper};
use crate::extract::claims::language::{Phrase, Role};
use crate::extract::claims::wording::Words;

/// Words that may stand between a name and its verb.
const FARTHEST: usize = 16;

/// The name before a clause or a participle that ends at a word.
pub fn past(text: Words<'_>, end: usize, start: usize) -> Option<Range<usize>> {
    let far = end.saturating_sub(FARTHEST).max(start);
    let last = text.gap(end.checked_sub(1)?).trim();
    let closed = last == ",";
    if !closed && text.parted(end - 1) {
        return None;
    }
    let inside = (far + 1..end).rev().take_while(|at| *at + 1 == end || !text.parted(*at));
    let name = inside
        .filter(|at| opens(text, *at, end, closed))
        .find_map(|at| ending(text, before_age(text, at, start), start))?;
    Some(beside(text, &name, start).unwrap_or(name))
}

/// The name that another only describes: Ann Lee in "Ann Lee, the baker who".
fn beside(text: Words<'_>, name: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let article = usize::from(has_article(text, name.start));
    let comma = name.start.checked_sub(1 + article).filter(|at| article == 1 && *at > start && text.comma(*at))?;
    ending(text, comma + 1, start).filter(|first| is_proper(text, first, start))
}

/// Whether a clause or a participle begins there that says more of the noun before it.
fn opens(text: Words<'_>, at: usize, end: usize, closed: bool) -> bool {
    let gap = text.gap(at - 1).trim();
    let said = |at: usize| !text.is(at, Role::Unsaid) || text.is(at, Role::Be);
    let clause = text.is(at, Role::Who) && (at + 1..end).any(said);
    let participle = text.is(at, Role::Reduced) && text.phrase(at, end, Phrase::According).is_none();
    clause && (gap.is_empty() || gap == ",") || participle && gap.is_empty() && !closed && !text.capital(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn a_clause_or_a_participle_is_passed() {
        for (sentence, wanted) in [
            ("Two bakers who will not be named", Some("bakers")),
            ("Papers seen by the Echo", Some("Papers")),
            ("The guild in Lorn", None),
            ("Ann Lee, who runs the guild,", Some("Ann Lee")),
            ("Ann Lee, the baker who runs the guild,", Some("Ann Lee")),
        ] {
            let own = words(sentence);
            let text = Words { text: sentence, words: &own };
            let name = past(text, own.len(), 0);
            assert_eq!(name.map(|name| &sentence[own[name.start].start..own[name.end - 1].end]), wanted, "{sentence}");
        }
    }
}
