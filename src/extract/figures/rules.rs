//! The rules of a language: the files in `rules/`, read once.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lexicon::{Lexicon, Trie};
use super::rule::{
    EndingRule, Examples, Figure, HedgeRule, IdiomRule, LetterRule, NumberRule, Sort, Spelling, UnitRule, WordInfo,
    WordRule,
};
use crate::quantity::table;

/// All rules.
pub struct Rules {
    /// The words that they name.
    pub lexicon: Lexicon,
    words: Vec<WordInfo>,
    /// The units.
    pub units: Vec<UnitRule>,
    /// Units after numbers.
    pub after: Trie<Spelling>,
    /// Units before numbers, last word first.
    pub before: Trie<usize>,
    /// Hedges.
    pub hedges: Vec<HedgeRule>,
    /// Hedges before numbers, last word first.
    pub hedges_before: Trie<usize>,
    /// Hedges after numbers.
    pub hedges_after: Trie<usize>,
    /// Letters that are scales.
    pub letters: Vec<LetterRule>,
    /// Phrases in which numbers count nothing.
    pub idioms: Trie<()>,
    /// Ends of words.
    pub endings: Vec<EndingRule>,
    /// Two numbers with a slash that are no fraction.
    pub idiom_figures: BTreeSet<Figure>,
    examples: Vec<(String, Examples)>,
}

impl Rules {
    /// What is known of a word by its number.
    pub fn word(&self, id: u32) -> WordInfo {
        self.words.get(id as usize).copied().unwrap_or_default()
    }

    /// Each rule's name with its examples.
    pub fn examples(&self) -> &[(String, Examples)] {
        &self.examples
    }

    fn read() -> Self {
        let mut rules = Self {
            lexicon: Lexicon::default(),
            words: Vec::new(),
            units: table("units.ron", include_str!("rules/units.ron")),
            after: Trie::default(),
            before: Trie::default(),
            hedges: table("hedges.ron", include_str!("rules/hedges.ron")),
            hedges_before: Trie::default(),
            hedges_after: Trie::default(),
            letters: Vec::new(),
            endings: Vec::new(),
            idioms: Trie::default(),
            idiom_figures: BTreeSet::new(),
            examples: Vec::new(),
        };
        rules.add_numbers(table("numbers.ron", include_str!("rules/numbers.ron")));
        rules.add_words(table("words.ron", include_str!("rules/words.ron")));
        rules.add_units();
        rules.add_hedges();
        rules.add_letters(table("letters.ron", include_str!("rules/letters.ron")));
        rules.add_endings(table("endings.ron", include_str!("rules/endings.ron")));
        rules.add_idioms(table("idioms.ron", include_str!("rules/idioms.ron")));
        rules.words.resize(rules.lexicon.size(), WordInfo::default());
        rules
    }

    fn info(&mut self, word: &str) -> &mut WordInfo {
        let id = self.lexicon.add(word) as usize;
        self.words.resize(self.words.len().max(id + 1), WordInfo::default());
        &mut self.words[id]
    }

    fn add_numbers(&mut self, numbers: Vec<NumberRule>) {
        for rule in numbers {
            for (word, value) in &rule.words {
                self.info(word).number = Some((rule.class, *value));
            }
            self.examples.push((rule.id, rule.examples));
        }
    }

    fn add_words(&mut self, words: Vec<WordRule>) {
        for rule in words {
            for word in &rule.words {
                self.info(word).roles |= 1 << rule.role as u64;
            }
            self.examples.push((rule.id, rule.examples));
        }
    }

    fn add_units(&mut self) {
        let units = std::mem::take(&mut self.units);
        for (unit, rule) in units.iter().enumerate() {
            let plain = Spelling {
                unit,
                exact: None,
                glued: false,
                unquoted: false,
                apart: false,
                last: false,
                between: false,
            };
            let mut add = |words: &[String], cased: bool, spelling: &Spelling| {
                for word in words {
                    let exact = cased.then(|| word.as_str().into());
                    self.after.insert(self.lexicon.phrase(word), Spelling { exact, ..*spelling });
                }
            };
            add(&rule.exact, true, &plain);
            add(&rule.glued, true, &Spelling { glued: true, exact: None, ..plain });
            add(&rule.unquoted, true, &Spelling { glued: true, unquoted: true, exact: None, ..plain });
            add(&rule.apart, true, &Spelling { apart: true, exact: None, ..plain });
            add(&rule.last, false, &Spelling { last: true, exact: None, ..plain });
            add(&rule.between, false, &Spelling { between: true, exact: None, ..plain });
            add(&rule.words, false, &plain);
            for word in &rule.before {
                if word.chars().all(|letter| letter.is_ascii_alphabetic()) {
                    self.lexicon.split(word);
                }
                self.before.insert(self.lexicon.phrase(word).into_iter().rev(), unit);
            }
            self.examples.push((rule.name.clone(), rule.examples.clone()));
        }
        // What keeps its case goes before what does not: Mt is a megatonne before it is any mt. Times of day come first.
        self.after.rank(|spelling| (units[spelling.unit].sort != Sort::Clock, spelling.exact.is_none()));
        self.units = units;
    }

    fn add_hedges(&mut self) {
        let hedges = std::mem::take(&mut self.hedges);
        for (place, rule) in hedges.iter().enumerate() {
            for words in &rule.before {
                self.hedges_before.insert(self.lexicon.phrase(words).into_iter().rev(), place);
            }
            for words in &rule.after {
                self.hedges_after.insert(self.lexicon.phrase(words), place);
            }
            self.examples.push((rule.hedge.name().to_owned(), rule.examples.clone()));
        }
        self.hedges = hedges;
    }

    fn add_letters(&mut self, letters: Vec<LetterRule>) {
        for rule in &letters {
            rule.letters.iter().for_each(|letters| {
                self.lexicon.add(letters);
            });
            self.examples.push((rule.id.clone(), rule.examples.clone()));
        }
        self.letters = letters;
    }

    fn add_endings(&mut self, endings: Vec<EndingRule>) {
        self.examples.extend(endings.iter().map(|rule| (rule.id.clone(), rule.examples.clone())));
        self.endings = endings;
    }

    fn add_idioms(&mut self, idioms: Vec<IdiomRule>) {
        for rule in idioms {
            for phrase in &rule.phrases {
                self.idioms.insert(self.lexicon.phrase(phrase), ());
            }
            self.idiom_figures.extend(rule.figures);
            self.examples.push((rule.id, rule.examples));
        }
    }
}

/// The rules for English.
pub fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(Rules::read);
    &RULES
}
