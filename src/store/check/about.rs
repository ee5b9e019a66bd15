//! What a claim is about: ids that exist, values that mean something, periods that can be.

use super::checker::Checker;
use super::ground::Ground;
use super::measures::known_unit;
use super::names::Vocabulary;
use crate::codes::Code;
use crate::model::nearest;
use crate::model::{
    About, Basis, Calendar, DateClaim, Measure, PartialDate, Period, PeriodError, PeriodForm, Quantity, Quote, Rank,
    Scope, StanceClaim, Subject,
};
use crate::quantity::{Bounds, IntervalError, Stated, Unit, ValueError, convert, unit, words};
use crate::store::read::file::At;
use crate::store::record::{AboutRecord, SubjectRecord};

/// What is needed to check the body of a claim.
pub(super) struct Body<'a> {
    pub ground: &'a Ground<'a>,
    pub names: &'a Vocabulary<'a>,
    pub published: Option<PartialDate>,
}

impl Body<'_> {
    /// The kind and scope of the claim; `None` if a fault leaves nothing to work with.
    pub fn check(&self, record: &AboutRecord, at: &At<'_>, checker: &mut Checker) -> Option<(About, Scope)> {
        match record {
            AboutRecord::Quantity { measure, of, place, value, unit, counts, period, definition } => {
                let scope = self.scope(at, checker, [("of", of), ("place", place)], period.as_ref(), definition);
                let quantity = self.quantity(at, checker, measure, value, unit.as_deref(), counts.as_deref());
                quantity.map(|quantity| (About::Quantity(quantity), scope))
            }
            AboutRecord::Date { event, when } => {
                checker.known(&at.field("event"), &self.names.events, event);
                let when = self.period(&at.field("when"), checker, when, PeriodForm::resolve_date)?;
                Some((About::Date(DateClaim { event: event.as_str().into(), when }), Scope::default()))
            }
            AboutRecord::Rank { measure, subject, rank, to, from, class, place, period, definition } => {
                let scope = self.scope(at, checker, [("class", class), ("place", place)], period.as_ref(), definition);
                checker.known(&at.field("measure"), &self.names.measures, measure);
                let subject = self.subject(at, checker, subject);
                let to = to.unwrap_or(*rank);
                check_rank(at, checker, *rank, to);
                Some((
                    About::Rank(Rank { measure: measure.as_str().into(), subject, rank: *rank, to, from: *from }),
                    scope,
                ))
            }
            AboutRecord::Stance { proposition, stance, of, place, period, definition } => {
                let scope = self.scope(at, checker, [("of", of), ("place", place)], period.as_ref(), definition);
                checker.known(&at.field("proposition"), &self.names.propositions, proposition);
                Some((About::Stance(StanceClaim { proposition: proposition.as_str().into(), stance: *stance }), scope))
            }
            AboutRecord::Quote { speaker, occasion, passage } => {
                checker.known(&at.field("speaker"), &self.names.actors, speaker);
                if let Some(occasion) = occasion {
                    checker.known(&at.field("occasion"), &self.names.events, occasion);
                }
                let occasion = occasion.as_deref().map(Into::into);
                let quote = Quote { speaker: speaker.as_str().into(), occasion, passage: passage.clone() };
                Some((About::Quote(quote), Scope::default()))
            }
        }
    }

    fn scope(
        &self,
        at: &At<'_>,
        checker: &mut Checker,
        [(of_field, of), (place_field, place)]: [(&'static str, &Option<String>); 2],
        period: Option<&PeriodForm>,
        definition: &Option<String>,
    ) -> Scope {
        if let Some(of) = of {
            checker.known(&at.field(of_field), &self.names.populations, of);
        }
        if let Some(place) = place {
            checker.known(&at.field(place_field), &self.names.places, place);
        }
        Scope {
            population: of.as_deref().map(Into::into),
            place: place.as_deref().map(Into::into),
            period: period.and_then(|form| self.period(&at.field("period"), checker, form, PeriodForm::resolve)),
            definition: definition.clone(),
        }
    }

    fn period(
        &self,
        at: &At<'_>,
        checker: &mut Checker,
        form: &PeriodForm,
        resolve: impl Fn(&PeriodForm, &Calendar<'_>) -> Result<Period, PeriodError>,
    ) -> Option<Period> {
        let calendar = Calendar { events: self.ground.events(), published: self.published };
        match resolve(form, &calendar) {
            Ok(period) => return Some(period),
            Err(PeriodError::UnknownEvent(id)) => {
                let field = if matches!(form, PeriodForm::Lasting { .. }) { "after" } else { "event" };
                checker.known(&at.field(field), &self.names.events, &id);
            }
            Err(error) => checker.push(at.fault(error.code(), error.to_string()).help(period_help(&error))),
        }
        None
    }

    fn subject(&self, at: &At<'_>, checker: &mut Checker, record: &SubjectRecord) -> Subject {
        let at = at.field("subject").index(0);
        match record {
            SubjectRecord::Place(id) => {
                checker.known(&at, &self.names.places, id);
                Subject::Place(id.as_str().into())
            }
            SubjectRecord::Population(id) => {
                checker.known(&at, &self.names.populations, id);
                Subject::Population(id.as_str().into())
            }
        }
    }

    fn quantity(
        &self,
        at: &At<'_>,
        checker: &mut Checker,
        measure: &str,
        value: &Stated,
        own_unit: Option<&str>,
        counts: Option<&str>,
    ) -> Option<Quantity> {
        checker.known(&at.field("measure"), &self.names.measures, measure);
        let measure = self.ground.measure(measure)?;
        let name = own_unit.or_else(|| value.own_unit()).unwrap_or(&measure.unit);
        if name == measure.unit && unit(name).is_err() {
            return None; // the measure's own fault, told there
        }
        let own = known_unit(&at.field("unit"), name, checker)?;
        if counts.is_some() && measure.counts.is_none() {
            let message = format!("the measure \"{}\" is in {} and counts nothing", measure.id, measure.unit);
            let fault = at.field("counts").fault(Code::CountsNothing, message);
            checker.push(fault.help("leave `counts` out, or give the measure the unit `count`"));
        }
        let bounds = bounds(value, own, measure).map_err(|error| checker.push(value_fault(at, &error))).ok()?;
        Some(Quantity {
            measure: measure.id.clone(),
            stated: value.clone(),
            unit: name.to_owned(),
            counts: counts.map(str::to_owned).or_else(|| measure.counts.clone()),
            bounds,
        })
    }
}

/// What the value allows, in the measure's unit.
fn bounds(value: &Stated, own: &Unit, measure: &Measure) -> Result<Bounds, ValueError> {
    let change = matches!(value, Stated::Change { .. });
    if change && measure.basis != Basis::Ratio {
        return Err(ValueError::NoRatio);
    }
    let bounds = if measure.basis == Basis::Limit { value.limit_bounds()? } else { value.bounds()? };
    if change || own.name == measure.unit {
        return Ok(bounds);
    }
    let to = unit(&measure.unit)?;
    Ok(Bounds { logical: convert(bounds.logical, own, to)?, expected: convert(bounds.expected, own, to)? })
}

fn value_fault(at: &At<'_>, error: &ValueError) -> crate::store::fault::Fault {
    let help = match error {
        ValueError::UnknownWord(word) => nearest(word, words()).map_or_else(
            || "write the number, or a word that the table of amounts has, such as \"scores\"".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        ),
        ValueError::Interval(IntervalError::NotFinite) => "write a finite number".to_owned(),
        ValueError::Interval(IntervalError::Beyond) => "write it in a larger or smaller unit".to_owned(),
        ValueError::Interval(_) => "write the lower number first; only a Spread may run from high to low".to_owned(),
        ValueError::Unit(error) if error.is_exchange() => {
            "currencies are not converted; make a second measure in that currency".to_owned()
        }
        ValueError::Unit(_) => "give a `unit` of the measure's dimension, or another measure".to_owned(),
        ValueError::NoRatio => "use another value, or a measure of basis Ratio".to_owned(),
    };
    at.field("value").fault(error.code(), error.to_string()).help(help)
}

fn period_help(error: &PeriodError) -> &'static str {
    match error {
        PeriodError::Date(_) => "write a year, a month or a day: \"2022\", \"2022-10\", \"2022-10-04\"",
        PeriodError::UnknownEvent(_) => "define the event in events.ron",
        PeriodError::Empty => "give it days, weeks, months or years, or an event or date to hang on",
        PeriodError::TwoAnchors => "give it one of the two",
        PeriodError::Reversed => "write the earlier date first",
        PeriodError::BeyondCalendar => "write a shorter length; look whether a digit is a slip",
    }
}

fn check_rank(at: &At<'_>, checker: &mut Checker, rank: u32, to: u32) {
    if rank == 0 {
        let fault = at.field("rank").fault(Code::ImpossibleRank, "the rank is 0, and ranks begin with 1");
        checker.push(fault.help("write 1 for the first; for the lowest add `from: Bottom`"));
    }
    if to < rank {
        let fault =
            at.field("to").fault(Code::ImpossibleRank, format!("the last rank {to} lies before the first {rank}"));
        checker.push(fault.help("write the smaller number as `rank`"));
    }
}
