//! From figures to claims: what is counted, what happens to it, where, when, on whose word, and whether it is denied. Rules
//! and words are data (`rules/claims/`).

mod candidate;
mod cast;
mod context;
mod language;
mod name;
mod parted;
mod phrase;
mod role;
mod sentence;
mod speaker;
mod speech;
mod subject;
mod superlative;
mod tables;
mod term;
mod value;
mod voice;
mod wording;

pub use candidate::{Candidate, Said, Speaker, Weighted, When};
pub use language::{Class, LANGUAGE, Language, Sort};
pub use sentence::{Sentence, sentences};
pub use term::Term;

use jiff::civil::Date;

use self::context::Context;
use crate::text::Document;

/// What is known of a text beside its words.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The day of publication, by which "on Tuesday" is reckoned.
    pub date: Option<Date>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// Where the text itself begins: its head, with title and outlet, makes no claims.
    pub body: usize,
}

/// The terms of words that are no text of their own: a name, a label.
pub fn terms_of(words: &str) -> Vec<Term> {
    let own = crate::text::words(words);
    let sentence = Sentence { span: 0..words.len(), words: 0..own.len(), paragraph: 0 };
    term::terms(words, &own, &sentence)
}

/// The claims of a text, one for each figure that is no name, ordinal or age, in order.
pub fn candidates(document: &Document<'_>, setting: &Setting) -> Vec<Candidate> {
    let context = Context::new(document, setting);
    let mut mentions = superlative::ranks(&context);
    for mention in &context.mentions {
        match parted::levels(document.text(), mention) {
            Some(levels) => mentions.extend(levels),
            None => mentions.push(mention.clone()),
        }
    }
    mentions.sort_by_key(|mention| mention.span.start);
    mentions.iter().filter_map(|mention| context.candidate(mention)).collect()
}
