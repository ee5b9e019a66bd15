//! What a graph has of a claim that a text is held against.

use std::borrow::Cow;

use crate::model::{Archive, Attribution, Claim, ClaimId, Source};
use crate::text::one_line;

/// A claim of a graph in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<'a> {
    /// What it says.
    pub says: &'a str,
    /// The title, outlet and day of its source as far as known; its id where it has neither title nor outlet.
    pub source: String,
    /// On whose word.
    pub word: Cow<'a, str>,
}

/// The record of a claim; none where there is no graph, or the graph lacks it.
pub fn record<'a>(graph: Option<&'a Archive>, id: &ClaimId) -> Option<Record<'a>> {
    let archive = graph?;
    let claim = archive.claims.get(id)?;
    let source = archive.sources.get(&claim.source).map_or_else(|| claim.source.to_string(), named);
    Some(Record { says: &claim.says, source, word: word(archive, claim) })
}

fn word<'a>(archive: &'a Archive, claim: &'a Claim) -> Cow<'a, str> {
    match &claim.attribution {
        Attribution::OwnVoice => "the source itself".into(),
        Attribution::Actors(ids) => archive.actor_names(ids).into(),
        Attribution::Unnamed(words) => words.into(),
    }
}

fn named(source: &Source) -> String {
    let names = [source.title.as_deref(), source.outlet.as_deref()].into_iter().flatten();
    let date = source.published.map(|date| date.to_string());
    let mut parts: Vec<String> = names.map(one_line).collect();
    if parts.is_empty() {
        parts.push(source.id.to_string());
    }
    parts.dedup();
    parts.extend(date);
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_claim_is_told_with_its_source_and_whose_word_it_is() {
        let archive = crate::store::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap();
        let mut own = 0;
        for claim in archive.claims.values() {
            let found = record(Some(&archive), &claim.id).unwrap();
            let source = &archive.sources[&claim.source];
            assert!(found.source.starts_with(source.title.as_deref().unwrap_or_default()), "{found:?}");
            assert!(source.published.is_none_or(|date| found.source.ends_with(&date.to_string())), "{found:?}");
            own += usize::from(found.word == "the source itself");
        }
        assert!(own > 0 && own < archive.claims.len());
    }

    #[test]
    fn without_a_graph_there_is_no_record() {
        assert_eq!(record(None, &ClaimId::from("any")), None);
    }
}
