//! Measures and the identities between them.

use std::collections::BTreeMap;

use super::Checker;
use super::names::Vocabulary;
use crate::model::nearest;
use crate::model::{Basis, Identity, Measure, MeasureId};
use crate::quantity::{unit, unit_names};
use crate::store::file::At;
use crate::store::load::Loaded;
use crate::store::record::{IdentityRecord, MeasureRecord, MeasuresRecord};

/// The measures and identities.
pub(crate) fn check(
    loaded: &Loaded<MeasuresRecord>,
    names: &Vocabulary,
    checker: &mut Checker,
) -> (BTreeMap<MeasureId, Measure>, Vec<Identity>) {
    let Loaded { file: Some(file), record: Some(record) } = loaded else { return Default::default() };
    let mut measures = BTreeMap::new();
    for (index, record) in record.measures.iter().enumerate() {
        check_measure(record, &file.root().field("measures").index(index), checker);
        let measure = measure(record);
        measures.insert(measure.id.clone(), measure);
    }
    let listed = record.identities.iter().enumerate();
    let at = |index| file.root().field("identities").index(index);
    let identities = listed.map(|(index, record)| identity(record, &at(index), names, checker)).collect();
    (measures, identities)
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
        note: record.note.clone(),
    }
}

fn check_measure(record: &MeasureRecord, at: &At<'_>, checker: &mut Checker) {
    let dimension = known_unit(&at.field("unit"), &record.unit, checker).unwrap_or_default();
    match &record.counts {
        None if dimension == "count" => {
            let fault = at.fault(format!("the measure \"{}\" counts, but does not say what", record.id));
            checker.push(fault.help("add `counts: \"persons\"`, or whatever is counted"));
        }
        Some(_) if !matches!(dimension.as_str(), "count" | "per time" | "per head" | "") => {
            let fault = at.field("counts").fault(format!("a measure in {} counts nothing", record.unit));
            checker.push(fault.help("remove `counts`, or use the unit `count`"));
        }
        _ => {}
    }
    if record.basis == Basis::Ratio && !matches!(dimension.as_str(), "ratio" | "") {
        let fault = at.field("unit").fault(format!("a ratio cannot be given in {}", record.unit));
        checker.push(fault.help("use the unit `times`, or another basis"));
    }
}

/// The dimension of the unit, or a fault with the nearest unit.
pub(super) fn known_unit(at: &At<'_>, name: &str, checker: &mut Checker) -> Option<String> {
    let found = unit(name);
    if let Err(error) = &found {
        let near = nearest(name, unit_names()).map(|near| format!("did you mean \"{near}\"?"));
        checker.push(at.fault(error.to_string()).help(near.unwrap_or_else(|| "see the table of units".to_owned())));
    }
    found.ok().map(|unit| unit.dimension.clone())
}

fn identity(record: &IdentityRecord, at: &At<'_>, names: &Vocabulary, checker: &mut Checker) -> Identity {
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
