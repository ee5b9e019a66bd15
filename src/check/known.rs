//! Claims of a graph as they are held beside those of texts: what the graph records, and the words in which it says so.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::extract::claims::{
    Candidate, Definition, Said, Setting, Speaker, Term, Weighted, When, candidates, terms_of,
};
use crate::extract::{Kind, Mention};
use crate::matching::Entry;
use crate::model::{About, Archive, Attribution, Claim, Source, SourceId, Window};
use crate::readers;
use crate::store::sha256;
use crate::text::Document;

/// How near terms count that the record has and its words have not: those of the measure, the population and the place.
const OF_RECORD: f64 = 0.6;

/// The claims of a graph that have a value which the documents can be held against. Those of a document that the graph has as
/// the text of a source are left out: it makes them itself.
pub fn known(archive: &Archive, documents: &[readers::Document]) -> Vec<Entry> {
    let own: BTreeSet<String> = documents.iter().map(|document| sha256(document.text.as_bytes())).collect();
    let is_own = |source: &Source| source.text.as_ref().is_some_and(|text| own.contains(&text.sha256));
    let own: BTreeSet<&SourceId> = archive.sources.values().filter(|one| is_own(one)).map(|one| &one.id).collect();
    let sources: Vec<_> = archive.sources.keys().collect();
    let number = |claim: &Claim| documents.len() + sources.binary_search(&&claim.source).unwrap_or(0);
    let others = archive.claims.values().filter(|claim| !own.contains(&claim.source));
    others.filter_map(|claim| entry(archive, claim, number(claim))).collect()
}

fn entry(archive: &Archive, claim: &Claim, text: usize) -> Option<Entry> {
    let said = said(claim)?;
    let published = archive.published(&claim.source);
    let date = published.map(|date| date.last_day());
    let document = Document::new(&claim.says);
    let own = candidates(&document, &Setting { date, ..Setting::default() });
    let mut candidate = own.iter().find(|one| one.said == said).or(own.first()).cloned().unwrap_or_else(|| bare(claim));
    add_terms(archive, claim, &mut candidate);
    candidate.said = said;
    candidate.when = when(claim);
    candidate.place = claim.scope.place.as_ref().map(|id| archive.place_name(id).to_owned());
    candidate.period = claim.scope.period.as_ref().map(|period| period.text.clone());
    candidate.counted = claim.about.as_quantity().and_then(|quantity| quantity.counts.clone());
    candidate.lasting = lasting(claim);
    candidate.speaker = speaker(archive, claim);
    // What a record states is asserted, also where its sentence has a "not": "those who do not register".
    candidate.denied = false;
    Some(Entry::known(text, date, candidate, claim.id.clone()))
}

fn said(claim: &Claim) -> Option<Said> {
    Some(match &claim.about {
        About::Quantity(quantity) => Said::Figure { stated: quantity.stated.clone(), unit: quantity.unit.clone() },
        About::Date(date) => {
            let (first, last) = days(date.when.window)?;
            Said::Days { first, last }
        }
        About::Rank(rank) => Said::Rank(rank.rank),
        About::Stance(_) | About::Quote(_) => return None,
    })
}

/// First and last day, if any is known.
fn days(window: Window) -> Option<(Option<Date>, Option<Date>)> {
    Some(window.ends()).filter(|ends| *ends != (None, None))
}

fn when(claim: &Claim) -> Option<When> {
    let (first, last) = days(claim.scope.period.as_ref()?.window)?;
    Some(When { span: 0..0, first, last, near: true })
}

fn lasting(claim: &Claim) -> Option<f64> {
    claim.scope.period.as_ref()?.window.length().map(f64::from)
}

fn speaker(archive: &Archive, claim: &Claim) -> Option<Speaker> {
    let name = match &claim.attribution {
        Attribution::OwnVoice => return None,
        Attribution::Actors(ids) => archive.actor_names(ids),
        Attribution::Unnamed(words) => words.clone(),
    };
    Some(Speaker { name, carried: false, span: None })
}

/// A claim whose words carry no figure.
fn bare(claim: &Claim) -> Candidate {
    let mention = Mention {
        span: 0..0,
        low: None,
        high: None,
        unit: None,
        approx: false,
        hedge: None,
        kind: Kind::Count,
        counted: None,
        change: None,
        converts: None,
    };
    Candidate {
        mention,
        printed: String::new(),
        said: Said::Rank(0),
        sentence: 0..claim.says.len(),
        fragment: 0..0,
        head: None,
        modifiers: Vec::new(),
        event: None,
        terms: terms_of(&claim.says).into_iter().map(|term| Weighted { term, weight: 1.0 }).collect(),
        places: Vec::new(),
        place: None,
        period: None,
        counted: None,
        whole: false,
        part: false,
        direction: None,
        limit: false,
        definition: Definition::default(),
        when: None,
        lasting: None,
        speaker: None,
        denied: false,
        of: None,
        aside: false,
        borrows_year: false,
    }
}

fn add_terms(archive: &Archive, claim: &Claim, candidate: &mut Candidate) {
    let measure = archive.measure_of(claim).map_or("", |measure| measure.name.as_str());
    let counts = claim.about.as_quantity().and_then(|quantity| quantity.counts.as_deref()).unwrap_or_default();
    let population = claim.scope.population.as_ref().map_or("", |id| archive.population_name(id));
    let place = claim.scope.place.as_ref().map_or("", |id| archive.place_name(id));
    let record = format!("{measure} {counts} {population}");
    let placed: Vec<Term> = terms_of(place).into_iter().map(|term| Term { name: true, ..term }).collect();
    let new = terms_of(&record).into_iter().chain(placed.iter().copied());
    candidate.terms.extend(new.map(|term| Weighted { term, weight: OF_RECORD }));
    candidate.terms.sort_by(|a, b| a.term.key.cmp(&b.term.key).then(b.weight.total_cmp(&a.weight)));
    candidate.terms.dedup_by_key(|one| one.term.key);
    candidate.places.extend(placed);
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ingest;

    fn shipped() -> Archive {
        crate::store::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph")).unwrap()
    }

    fn entry_of<'a>(entries: &'a [Entry], id: &str) -> &'a Entry {
        entries.iter().find(|entry| entry.known.as_ref().is_some_and(|known| known.as_str() == id)).unwrap()
    }

    #[test]
    fn every_claim_with_a_value_is_known() {
        let archive = shipped();
        let documents =
            ["a.txt", "b.txt", "c.txt"].map(|name| ingest::documents(name, &b"Rain fell."[..]).unwrap().remove(0));
        let found = known(&archive, &documents);
        let valued = |claim: &&Claim| matches!(claim.about, About::Quantity(_) | About::Rank(_));
        let valued = archive.claims.values().filter(valued).count();
        assert!(found.len() >= valued && found.iter().all(|entry| entry.known.is_some() && entry.text >= 3));
        let speaks = |entry: &&Entry| {
            matches!(archive.claims[entry.known.as_ref().unwrap()].about, About::Quote(_) | About::Stance(_))
        };
        assert_eq!(found.iter().filter(speaks).count(), 0);
    }

    #[test]
    fn a_text_is_not_held_against_its_own_claims() {
        let mut archive = shipped();
        let document = ingest::documents("a.txt", &b"Rain fell."[..]).unwrap().remove(0);
        let claim = archive.claims.values().find(|claim| claim.about.as_quantity().is_some()).unwrap();
        let (id, source) = (claim.id.clone(), claim.source.clone());
        let is_known = |archive: &Archive| {
            known(archive, std::slice::from_ref(&document)).iter().any(|one| one.known.as_ref() == Some(&id))
        };
        assert!(is_known(&archive));
        let text = archive.sources.get_mut(&source).unwrap().text.as_mut().unwrap();
        text.sha256 = sha256(b"Rain fell.");
        assert!(!is_known(&archive));
    }

    #[test]
    fn what_the_record_says_counts() {
        let archive = shipped();
        let found = known(&archive, &[]);
        let claim = &entry_of(&found, "kz-arrivals-300k").claim;
        assert_eq!((claim.place.as_deref(), claim.lasting), (Some("Kazakhstan"), Some(14.0)));
        assert_eq!(claim.speaker.as_ref().map(|speaker| speaker.name.as_str()), Some("some figures"));
        let Said::Figure { stated, unit } = &claim.said else { panic!("{claim:?}") };
        assert_eq!((stated.hedge_name(), unit.as_str()), ("almost", "count"));
    }

    #[test]
    fn a_value_of_the_graph_is_not_denied_by_the_words_of_its_sentence() {
        let archive = shipped();
        let claim = &archive.claims["uz-stay-15-unregistered"];
        let read = candidates(&Document::new(&claim.says), &Setting::default());
        assert!(read.iter().any(|one| one.denied), "the words alone are taken for a denial");
        assert!(known(&archive, &[]).iter().all(|entry| !entry.claim.denied));
    }

    #[test]
    fn one_source_is_one_text() {
        let archive = shipped();
        let found = known(&archive, &[]);
        for one in &found {
            for other in &found {
                let source = |entry: &Entry| archive.claims[entry.known.as_ref().unwrap()].source.clone();
                assert_eq!(one.text == other.text, source(one) == source(other), "{} {}", one.label, other.label);
            }
        }
    }
}
