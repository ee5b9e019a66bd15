//! Ids made of words: lower-case letters, digits and hyphens.

use super::digest::sha256;

/// The longest id that is made, in bytes.
const LONGEST: usize = 60;

/// An id for some words. Letters that no id may have are left out; if none remain, the id is a digest of the words.
pub fn slug(words: &str) -> String {
    let mut made = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => made.push_str(letters),
            None if letter.is_ascii_lowercase() || letter.is_ascii_digit() => made.push(letter),
            None if matches!(letter, '\'' | '’') => {}
            None if !made.is_empty() && !made.ends_with('-') => made.push('-'),
            None => {}
        }
    }
    made.truncate(LONGEST);
    let made = made.trim_end_matches('-');
    if made.is_empty() { format!("x{}", &sha256(words.as_bytes())[..8]) } else { made.to_owned() }
}

/// The plain letters for one with a mark, as far as the table of Latin letters goes.
fn plain(letter: char) -> Option<&'static str> {
    const TABLE: [(&str, &str); 17] = [
        ("àáâãåāăą", "a"),
        ("äæ", "ae"),
        ("çćčĉ", "c"),
        ("ďđð", "d"),
        ("èéêëēėęě", "e"),
        ("ğģ", "g"),
        ("ìíîïīįı", "i"),
        ("ķ", "k"),
        ("łļľ", "l"),
        ("ñńņň", "n"),
        ("òóôõøōő", "o"),
        ("öœ", "oe"),
        ("ŕř", "r"),
        ("śşšș", "s"),
        ("ťţțþ", "t"),
        ("ùúûūůűų", "u"),
        ("žźż", "z"),
    ];
    let found = TABLE.iter().find(|(marked, _)| marked.contains(letter)).map(|(_, plain)| *plain);
    match letter {
        'ü' => Some("ue"),
        'ß' => Some("ss"),
        'ý' | 'ÿ' => Some("y"),
        _ => found,
    }
}

/// The id, or the first of `ID-2`, `ID-3` and so on that is free.
pub fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(id) {
        return id.to_owned();
    }
    let numbered = (2..usize::MAX).map(|number| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::is_id;

    #[test]
    fn ids_are_made_of_any_words() {
        assert_eq!(slug("The Dock Gazette’s 2nd page"), "the-dock-gazettes-2nd-page");
        assert_eq!(slug("Málaga / Żory"), "malaga-zory");
        for words in ["", "…", "上海", "  - ", &"long ".repeat(100)] {
            assert!(is_id(&slug(words)), "{words:?}");
        }
        assert_ne!(slug("上海"), slug("北京"));
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        assert_eq!(free("a", |id| ["a", "a-2"].contains(&id)), "a-3");
        assert_eq!(free("b", |_| false), "b");
    }
}
