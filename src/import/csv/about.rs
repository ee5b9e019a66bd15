//! What a row of claims is about: the kind that it says, or else the one whose columns it fills.

use super::figure::{Figure, figure};
use super::period::period;
use super::reader::Reader;
use super::row::Row;
use crate::codes::Code;
use crate::import::error::ImportError;
use crate::import::names::Kind;
use crate::model::{PeriodForm, Stance};
use crate::quantity::unit;
use crate::store::record::{AboutRecord, SubjectRecord};

/// What the row is about.
///
/// # Errors
/// If a column that its kind needs says nothing, or a cell is not as it must be.
pub fn about(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    match row.get("kind").map(str::to_lowercase).as_deref() {
        Some("quantity") => quantity(row, reader),
        Some("date") => date(row, reader),
        Some("rank") => rank(row, reader),
        Some("stance") => stance(row, reader),
        Some("quote") => quote(row, reader),
        Some(other) => Err(row.wrong("kind", other, "one of quantity, date, rank, stance, quote")),
        None if row.get("rank").is_some() => rank(row, reader),
        None if ["value", "figure", "low", "high"].iter().any(|name| row.get(name).is_some()) => quantity(row, reader),
        None if row.get("event").is_some() => date(row, reader),
        None if row.get("speaker").is_some() => quote(row, reader),
        None => stance(row, reader),
    }
}

fn quantity(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    let period = period(row, "period", reader)?;
    let Some(Figure { value, unit, counted }) = figure(row, measured_in(row, reader).as_deref())? else {
        return Err(no_figure(row));
    };
    let (row_unit, uncommon) = unit_of(row);
    let own_unit = row_unit.or(unit);
    let name = row.text("measure").or_else(|| row.text("counts")).or_else(|| counted.clone());
    let Some(name) = name else {
        return Err(ImportError::at(
            Code::EmptyCell,
            row.at(),
            "the column measure says nothing",
            "say what is measured: arrivals, deaths",
        ));
    };
    let is_new = reader.naming.names.find(Kind::Measure, &name).is_none();
    let of_measure = row.text("measure_unit").or_else(|| own_unit.clone()).unwrap_or_else(|| "count".to_owned());
    let counts = row.text("counts").or_else(|| uncommon.map(str::to_owned));
    let new_counts = counts.clone().or(counted).or_else(|| (of_measure == "count").then(|| name.to_lowercase()));
    let measure = reader.measure(&name, &of_measure, new_counts, row)?;
    let usual = reader.unit_of(&measure);
    let is_written = row.get("unit").is_some() && uncommon.is_none();
    let counts = counts.filter(|counts| !is_new && (uncommon.is_none() || reader.counts_of(&measure) != Some(counts)));
    if let Some(word) = uncommon {
        reader.list_counted(&measure, word, row);
    }
    Ok(AboutRecord::Quantity {
        // Of a unit that was only read off the words nothing is said where it is the usual one.
        unit: own_unit.filter(|unit| is_written && !is_new || usual.as_ref() != Some(unit)),
        counts,
        measure,
        of: of(row, reader)?,
        place: reader.place(row, "place")?,
        value,
        period,
        definition: row.text("definition"),
    })
}

/// The unit of a row, as the table of units has it, or else the word for the things that are counted.
fn unit_of<'a>(row: &Row<'a>) -> (Option<String>, Option<&'a str>) {
    match row.get("unit") {
        Some(word) if row.get("counts").is_none() && unit(word).is_err() => (Some("count".to_owned()), Some(word)),
        word => (word.map(str::to_owned), None),
    }
}

/// The unit of what the row measures, if the row or a known measure says it.
fn measured_in(row: &Row<'_>, reader: &Reader<'_>) -> Option<String> {
    let name = row.get("measure").or_else(|| row.get("counts"))?;
    let known = reader.naming.names.find(Kind::Measure, name).and_then(|id| reader.unit_of(&id));
    unit_of(row).0.or(known).or_else(|| row.text("measure_unit"))
}

fn no_figure(row: &Row<'_>) -> ImportError {
    ImportError::at(
        Code::EmptyCell,
        row.at(),
        "the row has no figure",
        "fill one of the columns value, figure, low, high",
    )
}

/// Who is counted. Sheets of people may call it the subject.
fn of(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<Option<String>, ImportError> {
    match reader.population(row, "population")? {
        Some(id) => Ok(Some(id)),
        None => reader.population(row, "subject"),
    }
}

fn date(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    let event = reader.naming.event(row.need("event", "the name or id of the event")?, row)?;
    let column = if row.get("when").is_some() { "when" } else { "period" };
    match period(row, column, reader)? {
        Some(when) => Ok(AboutRecord::Date { event, when }),
        // The fault of the cell is told, so that this is imported by nobody.
        None if row.get(column).is_some() => Ok(AboutRecord::Date { event, when: PeriodForm::Now }),
        None => Err(ImportError::at(
            Code::EmptyCell,
            row.at(),
            "the column when says nothing",
            "give the date that the source gives",
        )),
    }
}

fn rank(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    let unit = row.get("measure_unit").unwrap_or("count");
    let measure = reader.measure(row.need("measure", "by what it is ordered")?, unit, row.text("counts"), row)?;
    let subject = row.need("subject", "what is ranked: place:NAME or population:NAME")?;
    let subject = match subject.split_once(':').map(|(kind, name)| (kind, name.trim())) {
        Some(("population", name)) => SubjectRecord::Population(reader.naming.population(name, row)?),
        Some(("place", name)) => SubjectRecord::Place(reader.naming.place(name, row)?),
        _ => SubjectRecord::Place(reader.naming.place(subject, row)?),
    };
    let rank = row.whole("rank")?;
    Ok(AboutRecord::Rank {
        measure,
        subject,
        rank: rank.ok_or_else(|| {
            ImportError::at(Code::EmptyCell, row.at(), "the column rank says nothing", "give the rank, 1 for the first")
        })?,
        to: row.whole("rank_to")?,
        from: row.word("rank_from")?.unwrap_or_default(),
        class: reader.population(row, "population")?,
        place: reader.place(row, "place")?,
        period: period(row, "period", reader)?,
        definition: row.text("definition"),
    })
}

fn stance(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    let text = match row.get("proposition") {
        Some(text) => text,
        None => {
            let says = row.need("says", "what the source says")?;
            let why = "taken for the proposition that the source affirms; a figure was not given";
            reader.naming.incoming.assumed(row.at(), crate::import::json::short(says), why);
            says
        }
    };
    Ok(AboutRecord::Stance {
        proposition: reader.naming.proposition(text, row)?,
        stance: row.word("stance")?.unwrap_or(Stance::Affirms),
        of: of(row, reader)?,
        place: reader.place(row, "place")?,
        period: period(row, "period", reader)?,
        definition: row.text("definition"),
    })
}

fn quote(row: &Row<'_>, reader: &mut Reader<'_>) -> Result<AboutRecord, ImportError> {
    let speaker = reader.naming.actor(row.need("speaker", "whose words they are")?, row)?;
    let occasion = row.get("occasion").map(|name| reader.naming.event(name, row)).transpose()?;
    let passage = row.get("passage").or(row.get("says")).unwrap_or_default().to_owned();
    Ok(AboutRecord::Quote { speaker, occasion, passage })
}
