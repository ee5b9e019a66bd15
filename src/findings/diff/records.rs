//! Records of two archives by id: which only one of them has, and which both have and not alike.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Fields, against};
use super::{Change, RecordChange, fields, vocabulary};
use crate::model::Archive;

/// A record, ready to be held against another state of itself.
struct Record {
    label: String,
    fields: Fields,
}

/// The records of one kind by id.
type Records = BTreeMap<String, Record>;

/// Takes the records of one kind out of an archive.
type Take = fn(&Archive) -> Records;

/// What became of all records.
pub(super) fn records(old: &Archive, new: &Archive) -> Vec<RecordChange> {
    let mut found = claims(old, new);
    let kinds: [(&'static str, Take); 11] = [
        ("source", sources),
        ("actor", actors),
        ("measure", measures),
        ("identity", identities),
        ("place", places),
        ("population", populations),
        ("event", events),
        ("proposition", propositions),
        ("judgement", judgements),
        ("passage", passages),
        ("graph", graph),
    ];
    for (kind, of) in kinds {
        found.extend(changes(kind, of(old), of(new)).into_iter().filter(|change| !change.fields.is_empty()));
    }
    found
}

fn claims(old: &Archive, new: &Archive) -> Vec<RecordChange> {
    let same = |id: &String| match (old.claims.get(id.as_str()), new.claims.get(id.as_str())) {
        (Some(a), Some(b)) => fields::is_same(a, b),
        _ => false,
    };
    let of = |archive: &Archive| {
        let claims = archive.claims.values();
        claims.map(|claim| (claim.id.to_string(), record(&claim.says, fields::claim(archive, claim)))).collect()
    };
    changes("claim", of(old), of(new)).into_iter().filter(|change| !same(&change.id)).collect()
}

fn changes(kind: &'static str, mut old: Records, mut new: Records) -> Vec<RecordChange> {
    let ids: BTreeSet<String> = old.keys().chain(new.keys()).cloned().collect();
    let change = |id| {
        let (was, is) = (old.remove(&id), new.remove(&id));
        let change = match (&was, &is) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            _ => Change::Changed,
        };
        let label = is.as_ref().or(was.as_ref()).map(|record| record.label.clone()).unwrap_or_default();
        let fields = against(was.map(|record| record.fields), is.map(|record| record.fields));
        RecordChange { record: kind, id, label, change, fields }
    };
    ids.into_iter().map(change).collect()
}

fn record(label: &str, fields: Fields) -> Record {
    Record { label: label.to_owned(), fields }
}

fn sources(archive: &Archive) -> Records {
    let all = archive.sources.values();
    all.map(|source| (source.id.to_string(), record(source.label(), vocabulary::source(source)))).collect()
}

fn actors(archive: &Archive) -> Records {
    let all = archive.actors.values();
    all.map(|actor| (actor.id.to_string(), record(&actor.name, vocabulary::actor(actor)))).collect()
}

fn measures(archive: &Archive) -> Records {
    let all = archive.measures.values();
    all.map(|measure| (measure.id.to_string(), record(&measure.name, vocabulary::measure(measure)))).collect()
}

fn places(archive: &Archive) -> Records {
    let all = archive.places.values();
    all.map(|place| (place.id.to_string(), record(&place.name, vocabulary::region(place)))).collect()
}

fn populations(archive: &Archive) -> Records {
    let all = archive.populations.values();
    all.map(|known| (known.id.to_string(), record(&known.name, vocabulary::region(known)))).collect()
}

fn events(archive: &Archive) -> Records {
    let all = archive.events.values();
    all.map(|event| (event.id.to_string(), record(&event.name, vocabulary::event(event)))).collect()
}

fn propositions(archive: &Archive) -> Records {
    let all = archive.propositions.values();
    all.map(|known| (known.id.to_string(), record(&known.text, vocabulary::proposition(known)))).collect()
}

fn judgements(archive: &Archive) -> Records {
    let all = archive.judgements.iter();
    all.map(|judged| (judged.id.to_string(), record(&judged.verdict, vocabulary::judgement(judged)))).collect()
}

fn identities(archive: &Archive) -> Records {
    let all = archive.identities.iter();
    all.map(|known| (vocabulary::equation(known), record("", vocabulary::identity(known)))).collect()
}

fn passages(archive: &Archive) -> Records {
    let all = archive.passages.iter();
    all.map(|shared| (vocabulary::places(shared), record("", vocabulary::passage(shared)))).collect()
}

/// The graph itself is one record, which has no id.
fn graph(archive: &Archive) -> Records {
    let fields = vec![("title", fields::one(&archive.title))];
    BTreeMap::from([(String::new(), record(&archive.title, fields))])
}
