//! Places, populations, events and propositions.

use crate::codes::Code;
use std::collections::{BTreeMap, BTreeSet};

use super::checker::Checker;
use super::circles::{circles, told};
use super::names::Names;
use crate::model::{Event, EventId, Proposition, PropositionId, Region};
use crate::store::read::sheet::Sheet;
use crate::store::record::{EventRecord, PropositionRecord, RegionRecord};

/// The regions of a vocabulary; what they are part of must exist and must not lead back to them.
pub(crate) fn check<Id>(
    sheet: &Sheet<'_, RegionRecord>,
    names: &Names<'_>,
    checker: &mut Checker,
) -> BTreeMap<Id, Region<Id>>
where
    Id: for<'a> From<&'a str> + Ord + Clone,
{
    for (at, record) in &sheet.rows {
        let at = at.field("part_of");
        for (part, whole) in record.part_of.iter().enumerate() {
            checker.known(&at.index(part), names, whole);
        }
    }
    check_circles(sheet, names, checker);
    let over = check_wholes(sheet, names, checker);
    let region = |record: &RegionRecord| {
        let region: Region<Id> = region(record);
        // What is at fault is not worked out all the same.
        if over.contains(record.id.as_str()) { Region { part_of: Vec::new(), ..region } } else { region }
    };
    sheet.rows.iter().map(|(_, record)| region(record)).map(|region| (region.id.clone(), region)).collect()
}

fn check_circles(sheet: &Sheet<'_, RegionRecord>, names: &Names<'_>, checker: &mut Checker) {
    let edges = sheet
        .rows
        .iter()
        .flat_map(|(_, record)| record.part_of.iter().map(|whole| (record.id.as_str(), whole.as_str())));
    for circle in circles(edges) {
        let Some((at, _)) = names.first(circle[0]).and_then(|(_, row)| sheet.rows.get(row)) else { continue };
        let fault = at.field("part_of").fault(Code::Circle, format!("part_of runs in a circle: {}", told(&circle)));
        checker.push(fault.help("take one of these out of the circle"));
    }
}

/// Wholes of one region, directly or through others, at most. Which regions share a part is worked out for all of them, so that
/// the time grows with the square of this; a village has some dozen.
const MOST_WHOLES: usize = 100;

/// Tells of regions with more wholes; which have.
fn check_wholes<'a>(sheet: &Sheet<'a, RegionRecord>, names: &Names<'_>, checker: &mut Checker) -> BTreeSet<&'a str> {
    let above: BTreeMap<&'a str, &[String]> =
        sheet.rows.iter().map(|(_, record)| (record.id.as_str(), record.part_of.as_slice())).collect();
    let direct = |id: &str| above.get(id).map_or_else(|| names.known_above(id), |wholes| wholes.to_vec());
    let over: BTreeSet<&'a str> = above.keys().copied().filter(|id| has_too_many(id, &direct)).collect();
    for (at, record) in sheet.rows.iter().filter(|(_, record)| over.contains(record.id.as_str())) {
        // What is a part of such a one is at fault for no other reason.
        if record.part_of.iter().all(|whole| !over.contains(whole.as_str())) {
            let message = format!("it is part of more than {MOST_WHOLES} others, one through the other");
            checker.push(
                at.field("part_of").fault(Code::TooManyWholes, message).help("name only those that claims speak of"),
            );
        }
    }
    over
}

/// Whether a region has more wholes than are worked out.
fn has_too_many(id: &str, direct: &impl Fn(&str) -> Vec<String>) -> bool {
    let (mut found, mut open) = (BTreeSet::new(), direct(id));
    while let Some(whole) = open.pop() {
        if !found.contains(&whole) {
            open.extend(direct(&whole));
            found.insert(whole);
        }
        if found.len() > MOST_WHOLES {
            return true;
        }
    }
    false
}

fn region<Id: for<'a> From<&'a str>>(record: &RegionRecord) -> Region<Id> {
    Region {
        id: Id::from(&record.id),
        name: record.name.clone(),
        aliases: record.aliases.clone(),
        part_of: record.part_of.iter().map(|whole| Id::from(whole)).collect(),
        vague: record.vague,
        note: record.note.clone(),
    }
}

/// The events, with dates that exist and do not run backwards.
pub(crate) fn events(sheet: &Sheet<'_, EventRecord>, checker: &mut Checker) -> BTreeMap<EventId, Event> {
    let mut events = BTreeMap::new();
    for (at, record) in &sheet.rows {
        let date = checker.date(&at.field("date"), record.date.as_ref());
        let until = checker.date(&at.field("until"), record.until.as_ref());
        if let (Some(date), Some(until)) = (date, until)
            && until.last_day() < date.first_day()
        {
            let message = format!("the event ends ({until}) before it begins ({date})");
            checker.push(at.field("until").fault(Code::ReversedTime, message).help("correct one of the two dates"));
        }
        let id = EventId::from(record.id.as_str());
        events.insert(id.clone(), Event { id, name: record.name.clone(), date, until, note: record.note.clone() });
    }
    events
}

/// The propositions.
pub(crate) fn propositions(sheet: &Sheet<'_, PropositionRecord>) -> BTreeMap<PropositionId, Proposition> {
    let proposition =
        |record: &PropositionRecord| Proposition { id: record.id.as_str().into(), text: record.text.clone() };
    sheet
        .rows
        .iter()
        .map(|(_, record)| proposition(record))
        .map(|proposition| (proposition.id.clone(), proposition))
        .collect()
}
