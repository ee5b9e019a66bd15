//! Ids for rows that have none: of their words, with a number behind those that are taken. Rows that say the same have the
//! same id.

use std::collections::HashMap;

use crate::store::sha256;

/// The ids that were made so far.
#[derive(Debug, Default)]
pub struct Numbering {
    /// By what rows say.
    made: HashMap<String, String>,
    /// The number to try next, by the words of the id.
    next: HashMap<String, usize>,
}

impl Numbering {
    /// An id for a row that says `all`, made of `words`; none that is taken by a row with an id of its own.
    pub fn id(&mut self, words: &str, all: &str, is_taken: impl Fn(&str) -> bool) -> String {
        let digest = sha256(format!("{words}\n{all}").as_bytes());
        if let Some(id) = self.made.get(&digest) {
            return id.clone();
        }
        let next = self.next.entry(words.to_owned()).or_insert(1);
        let id = loop {
            let id = if *next == 1 { words.to_owned() } else { format!("{words}-{next}") };
            *next += 1;
            if !is_taken(&id) {
                break id;
            }
        };
        self.made.insert(digest, id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_row_has_the_same_id_and_others_have_numbers() {
        let mut numbering = Numbering::default();
        let mut id = |all: &str| numbering.id("a", all, |id| id == "a-2");
        assert_eq!([id("x"), id("y"), id("x"), id("z")], ["a", "a-3", "a", "a-4"]);
    }
}
