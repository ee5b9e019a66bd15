//! Citations between documents: one names the publisher of another, or links to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::readers::Document;
use crate::text::{self, Word, words};

/// The shortest name of a publisher that is looked for, in bytes: a shorter one is a word like any other.
const SHORTEST_NAME: usize = 5;

/// A document that cites another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The number of the document that cites.
    pub from: usize,
    /// The number of the document that is cited.
    pub to: usize,
    /// Where it does, in bytes of its text.
    pub bytes: Range<usize>,
}

/// All citations between documents, by document and place; of one document by another the first. A publisher of several of
/// the documents is no citation: nobody knows which of them is meant. `texts` are their words.
pub fn citations(documents: &[Document], texts: &[text::Document<'_>]) -> Vec<Citation> {
    let names = names(documents);
    let addresses: BTreeMap<&str, usize> =
        documents.iter().enumerate().filter_map(|(place, one)| Some((one.url.as_deref()?, place))).collect();
    let mut found = Vec::new();
    for (from, document) in documents.iter().enumerate() {
        let named = named(document, texts.get(from).map_or(&[], |text| text.words()), &names);
        let links =
            document.links.iter().filter_map(|link| Some((*addresses.get(link.url.as_str())?, link.span.clone())));
        let mut seen = BTreeSet::from([from]);
        let mut all: Vec<(usize, Range<usize>)> = named.into_iter().chain(links).collect();
        all.sort_by_key(|(to, bytes)| (bytes.start, *to));
        found.extend(all.into_iter().filter(|(to, _)| seen.insert(*to)).map(|(to, bytes)| Citation {
            from,
            to,
            bytes,
        }));
    }
    found
}

/// Names of publishers by the key of their first word: the keys of all of them, and the document.
type Names = BTreeMap<u64, Vec<(Vec<u64>, usize)>>;

/// The publishers that have only one of the documents.
fn names(documents: &[Document]) -> Names {
    let mut by_name: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
    for (place, document) in documents.iter().enumerate() {
        let name = document.outlet.as_deref().filter(|name| name.len() >= SHORTEST_NAME).unwrap_or_default();
        let keys = words(name).iter().map(|word| word.key).collect();
        by_name.entry(keys).or_default().push(place);
    }
    let mut names = Names::new();
    for (keys, places) in by_name {
        if let ([first, ..], [place]) = (keys.as_slice(), places.as_slice()) {
            names.entry(*first).or_default().push((keys, *place));
        }
    }
    names
}

/// The publishers that the body of a document names.
fn named(document: &Document, own: &[Word], names: &Names) -> Vec<(usize, Range<usize>)> {
    let body = own.partition_point(|word| word.start < document.body);
    let at = |place: usize| {
        let fits = |keys: &[u64]| {
            own[place..].len() >= keys.len() && own[place..].iter().map(|word| word.key).zip(keys).all(|(a, b)| a == *b)
        };
        let capital = |word: &Word| document.text[word.start..].starts_with(char::is_uppercase);
        let known = names.get(&own[place].key).into_iter().flatten().filter(|(keys, _)| fits(keys));
        known
            .filter(|_| capital(&own[place]))
            .map(|(keys, to)| (*to, own[place].start..own[place + keys.len() - 1].end))
            .collect::<Vec<_>>()
    };
    (body..own.len()).flat_map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::Link;

    fn document(outlet: Option<&str>, url: Option<&str>, text: &str) -> Document {
        let mut document = crate::ingest::documents("a", text.as_bytes()).unwrap().remove(0);
        (document.outlet, document.url, document.body) = (outlet.map(Into::into), url.map(Into::into), 0);
        document
    }

    fn shown(documents: &[Document]) -> Vec<(usize, usize, &str)> {
        let texts: Vec<_> = documents.iter().map(|document| text::Document::new(&document.text)).collect();
        let found = citations(documents, &texts);
        found.into_iter().map(|one| (one.from, one.to, &documents[one.from].text[one.bytes])).collect()
    }

    #[test]
    fn the_name_of_a_publisher_is_a_citation() {
        let echo = document(Some("Arden Echo"), None, "Ten boats sank.");
        let herald =
            document(Some("Lorn Herald"), None, "The Arden Echo and the Arden Echo's rival counted ten boats.");
        assert_eq!(shown(&[echo, herald]), [(1, 0, "Arden Echo")]);
    }

    #[test]
    fn no_publisher_cites_itself_nor_is_a_common_word_one() {
        let echo = document(Some("Arden Echo"), None, "Ten boats sank.");
        let again = document(Some("Arden Echo"), None, "The Arden Echo counted ten boats.");
        assert_eq!(shown(&[echo, again]), []);
        let brief = document(Some("Day"), None, "Ten boats sank.");
        let other = document(Some("Lorn Herald"), None, "On that day ten boats sank.");
        assert_eq!(shown(&[brief, other]), []);
    }

    #[test]
    fn a_link_is_a_citation() {
        let url = "https://echo.example/boats";
        let echo = document(None, Some(url), "Ten boats sank.");
        let mut herald = document(None, None, "Ten boats, it was told, sank.");
        herald.links.push(Link { span: 11..22, url: url.into(), text: "it was told".into() });
        assert_eq!(shown(&[echo, herald]), [(1, 0, "it was told")]);
    }
}
