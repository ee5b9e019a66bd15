//! Measures and the identities between them.

use crate::codes::Code;
use std::collections::BTreeMap;

use super::checker::Checker;
use super::names::Vocabulary;
use crate::model::nearest;
use crate::model::{Basis, Identity, Measure, MeasureId};
use crate::quantity::{Unit, unit, unit_called, unit_names};
use crate::store::read::file::At;
use crate::store::read::sheet::Sheet;
use crate::store::record::{IdentityRecord, MeasureRecord};

/// The measures.
pub(crate) fn check(sheet: &Sheet<'_, MeasureRecord>, checker: &mut Checker) -> BTreeMap<MeasureId, Measure> {
    sheet.rows.iter().for_each(|(at, record)| check_measure(record, at, checker));
    sheet.rows.iter().map(|(_, record)| measure(record)).map(|measure| (measure.id.clone(), measure)).collect()
}

/// The identities.
pub(crate) fn identities(
    sheet: &Sheet<'_, IdentityRecord>,
    names: &Vocabulary<'_>,
    checker: &mut Checker,
) -> Vec<Identity> {
    sheet.rows.iter().map(|(at, record)| identity(record, at, names, checker)).collect()
}

fn measure(record: &MeasureRecord) -> Measure {
    Measure {
        id: record.id.as_str().into(),
        name: record.name.clone(),
        basis: record.basis,
        unit: record.unit.clone(),
        counts: record.counts.clone(),
        question: record.question.clone(),
        stakes: record.stakes,
        tolerance: record.tolerance,
        note: record.note.clone(),
    }
}

fn check_measure(record: &MeasureRecord, at: &At<'_>, checker: &mut Checker) {
    let dimension = known_unit(&at.field("unit"), &record.unit, checker).map_or("", |unit| unit.dimension.as_str());
    match &record.counts {
        None if dimension == "count" => {
            let fault =
                at.fault(Code::CountsUnsaid, format!("the measure \"{}\" counts, but does not say what", record.id));
            checker.push(fault.help("add `counts: \"persons\"`, or whatever is counted"));
        }
        Some(_) if !matches!(dimension, "count" | "per time" | "per head" | "") => {
            let fault =
                at.field("counts").fault(Code::CountsNothing, format!("a measure in {} counts nothing", record.unit));
            checker.push(fault.help("remove `counts`, or use the unit `count`"));
        }
        _ => {}
    }
    if record.basis == Basis::Ratio && !matches!(dimension, "ratio" | "") {
        let fault = at.field("unit").fault(Code::RatioUnit, format!("a ratio cannot be given in {}", record.unit));
        checker.push(fault.help("use the unit `times`, or another basis"));
    }
    if let Some(percent) = record.tolerance.filter(|percent| !(0.0..100.0).contains(percent)) {
        let fault = at.field("tolerance").fault(Code::BadTolerance, format!("{percent} is no tolerance"));
        checker.push(fault.help("give it in percent, from 0 up to, not including, 100: `tolerance: 5`"));
    }
}

/// The unit, or a fault with the nearest unit.
pub(super) fn known_unit(at: &At<'_>, name: &str, checker: &mut Checker) -> Option<&'static Unit> {
    let found = unit(name);
    if let Err(error) = &found {
        let alike = unit_called(name).map(|unit| unit.name.as_str()).or_else(|| nearest(name, unit_names()));
        let else_counted = || "whatever is counted is in `count`;".to_owned();
        let near = alike.map_or_else(else_counted, |near| format!("did you mean \"{near}\"?"));
        let help = format!("{near} `gainsay list units` lists all units");
        checker.push(at.fault(error.code(), error.to_string()).help(help));
    }
    found.ok()
}

fn identity(record: &IdentityRecord, at: &At<'_>, names: &Vocabulary<'_>, checker: &mut Checker) -> Identity {
    let mut id = |field, id: &str| {
        checker.known(&at.field(field), &names.measures, id);
        MeasureId::from(id)
    };
    match record {
        IdentityRecord::Difference { total, of, less } => {
            Identity::Difference { total: id("total", total), of: id("of", of), less: id("less", less) }
        }
        IdentityRecord::Share { share, part, whole } => {
            Identity::Share { share: id("share", share), part: id("part", part), whole: id("whole", whole) }
        }
        IdentityRecord::RateTotal { rate, total } => {
            Identity::RateTotal { rate: id("rate", rate), total: id("total", total) }
        }
    }
}
