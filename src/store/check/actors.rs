//! Actors and whom they speak for.

use crate::codes::Code;
use std::collections::BTreeMap;

use super::checker::Checker;
use super::circles::{circles, told};
use super::names::{Names, Vocabulary};
use crate::model::{Actor, ActorId, Representation, Spelling};
use crate::store::read::file::At;
use crate::store::read::sheet::Sheet;
use crate::store::record::{ActorRecord, RepresentationRecord, SpellingRecord};

/// The actors; nobody may speak for himself, however many steps away.
pub(crate) fn check(
    sheet: &Sheet<'_, ActorRecord>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> BTreeMap<ActorId, Actor> {
    check_circles(sheet, &names.actors, checker);
    let mut actors = BTreeMap::new();
    for (at, record) in &sheet.rows {
        let actor = actor(record, at, names, checker);
        actors.insert(actor.id.clone(), actor);
    }
    actors
}

fn check_circles(sheet: &Sheet<'_, ActorRecord>, names: &Names<'_>, checker: &mut Checker) {
    let edges = sheet
        .rows
        .iter()
        .flat_map(|(_, record)| record.speaks_for.iter().map(|other| (record.id.as_str(), other.actor.as_str())));
    for circle in circles(edges) {
        let Some((at, _)) = names.first(circle[0]).and_then(|(_, row)| sheet.rows.get(row)) else { continue };
        let fault =
            at.field("speaks_for").fault(Code::Circle, format!("speaks_for runs in a circle: {}", told(&circle)));
        checker.push(fault.help("the holder speaks for the office, the office for its organisation"));
    }
}

fn actor(record: &ActorRecord, at: &At<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Actor {
    let spellings = record.spellings.iter().enumerate();
    let speaks_for = record.speaks_for.iter().enumerate();
    Actor {
        id: record.id.as_str().into(),
        name: record.name.clone(),
        kind: record.kind,
        aliases: record.aliases.clone(),
        spellings: spellings
            .map(|(index, record)| spelling(record, &at.field("spellings").index(index), names, checker))
            .collect(),
        speaks_for: speaks_for
            .map(|(index, record)| representation(record, &at.field("speaks_for").index(index), names, checker))
            .collect(),
        languages: record.languages.clone(),
        standing: record.standing,
        note: record.note.clone(),
    }
}

fn spelling(record: &SpellingRecord, at: &At<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Spelling {
    checker.known(&at.field("source"), &names.sources, &record.source);
    Spelling { text: record.text.clone(), source: record.source.as_str().into() }
}

fn representation(
    record: &RepresentationRecord,
    at: &At<'_>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Representation {
    checker.known(&at.field("actor"), &names.actors, &record.actor);
    let since = checker.date(&at.field("since"), record.since.as_ref());
    let until = checker.date(&at.field("until"), record.until.as_ref());
    if let Some((since, until)) = since.zip(until).filter(|(since, until)| until.last_day() < since.first_day()) {
        let message = format!("speaking for \"{}\" ends ({until}) before it begins ({since})", record.actor);
        checker.push(at.field("until").fault(Code::ReversedTime, message).help("correct one of the two dates"));
    }
    Representation { actor: record.actor.as_str().into(), since, until }
}
