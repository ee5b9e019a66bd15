//! From text to quantities: every figure, what bounds it, its unit and what it counts. The rules are data (`rules/`); a
//! text is cut into tokens once, and each pass after that goes once over tokens or numbers, so time is linear.

mod bound;
mod cardinal;
mod code;
mod convert;
mod counted;
mod dial;
mod draft;
mod finish;
mod fraction;
mod game;
mod join;
mod kind;
mod label;
mod lexicon;
mod mention;
mod name;
mod number;
mod one;
mod rate;
mod rule;
mod rules;
mod scan;
#[doc(hidden)]
pub mod stages;
mod timed;
mod vague;
mod view;
mod web;

pub use mention::{Change, Kind, Mention, Value};
pub use rule::Examples;

use self::rules::rules;
use self::view::View;
use super::time::times;

/// All figures of a text, in order; numbers that are no quantities have a kind that says so.
pub fn extract(text: &str) -> Vec<Mention> {
    let rules = rules();
    let tokens = scan::scan(text, &rules.lexicon);
    let view = View { text, tokens: &tokens, rules };
    let mut drafts = joined(&view);
    kind::classify(&view, &mut drafts);
    let last = |place: usize| place.checked_sub(1).and_then(|last| drafts.get(last));
    let found = drafts.iter().enumerate();
    let found = found.map(|(place, draft)| finish::mention(&view, last(place), draft, drafts.get(place + 1)));
    timed::merge(found.collect(), times(text, None))
}

/// The figures of a text with their units and hedges, joined where they say one thing.
fn joined(view: &View<'_>) -> Vec<draft::Draft> {
    let numbers = number::numbers(view);
    let mut drafts = draft::drafts(view, &numbers);
    let addresses = web::addresses(view.text);
    drafts.retain(|draft| !web::within(&addresses, view.tokens[draft.first].start));
    bound::hedge(view, &mut drafts);
    let mut drafts = join::join(view, drafts);
    drafts.retain(draft::Draft::is_finite);
    bound::open(&mut drafts);
    drafts
}

/// Each rule by its name, with texts and mentions that it must find, and those that it must not.
pub fn examples() -> &'static [(String, Examples)] {
    rules().examples()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        extract(text).iter().map(Mention::to_string).collect()
    }

    #[test]
    fn every_rule_finds_its_examples_and_nothing_else() {
        let mut wrong = Vec::new();
        for (rule, Examples { finds, not }) in examples() {
            assert!(!finds.is_empty() || !not.is_empty(), "{rule} has no example");
            let missed = finds.iter().filter(|(text, wanted)| !shown(text).contains(wanted));
            wrong.extend(missed.map(|(text, wanted)| format!("{rule}: no {wanted} in {text:?} but {:?}", shown(text))));
            let extra = not.iter().filter(|(text, unwanted)| shown(text).contains(unwanted));
            wrong.extend(extra.map(|(text, unwanted)| format!("{rule}: {unwanted} in {text:?}")));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
