//! The passes of [`super::extract`] up to one of them, for the benchmark; each gives how much it found.

use super::rules::rules;
use super::scan::{Token, scan};
use super::view::View;
use super::{joined, kind, number};

/// Cut into tokens.
pub fn tokens(text: &str) -> usize {
    scan(text, &rules().lexicon).len()
}

/// And numbers put together.
pub fn numbers(text: &str) -> usize {
    viewed(text, |view| number::numbers(view).len())
}

/// And with signs, units and hedges, and joined.
pub fn joins(text: &str) -> usize {
    viewed(text, |view| joined(view).len())
}

/// And told apart from years, ages and names.
pub fn kinds(text: &str) -> usize {
    viewed(text, |view| {
        let mut drafts = joined(view);
        kind::classify(view, &mut drafts);
        drafts.len()
    })
}

fn viewed(text: &str, count: impl Fn(&View<'_>) -> usize) -> usize {
    let rules = rules();
    let tokens: Vec<Token> = scan(text, &rules.lexicon);
    count(&View { text, tokens: &tokens, rules })
}
