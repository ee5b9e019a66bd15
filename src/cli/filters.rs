//! Options by which commands narrow the graph.

use clap::Args as ClapArgs;
use clap::builder::TypedValueParser;
use gainsay::compare::Relation;
use gainsay::findings::{Desk, Filter, known_at, without};
use gainsay::model::{Archive, PartialDate};

use super::choices::choices;
use super::commands::impact;
use super::error::CliError;

/// What narrows the graph.
#[derive(Debug, ClapArgs)]
pub struct Filters {
    /// With these words, or this regular expression, in the question or in what a claim says
    #[arg(long, value_name = "PATTERN", help_heading = "Filters")]
    pub about: Option<String>,
    /// On this measure, by id or name
    #[arg(long, value_name = "ID", help_heading = "Filters")]
    pub measure: Option<String>,
    /// With a claim on this place or a part of it, by id or name
    #[arg(long, value_name = "PLACE", help_heading = "Filters")]
    pub place: Option<String>,
    /// With a claim of this actor or of whoever speaks for it, by id or name
    #[arg(long, value_name = "ACTOR", help_heading = "Filters")]
    pub actor: Option<String>,
    /// On which this source bears, by id or title
    #[arg(long, value_name = "ID", help_heading = "Filters")]
    pub source: Option<String>,
    /// With a claim about this day or later (2022, 2022-09 or 2022-09-21)
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    pub since: Option<PartialDate>,
    /// With a claim about this day or earlier
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    pub until: Option<PartialDate>,
    /// With at least this gap (a ratio; points for shares, days for dates, places for ranks)
    #[arg(long, value_name = "GAP", value_parser = gap, allow_negative_numbers = true, help_heading = "Filters")]
    pub min_gap: Option<f64>,
    /// Of these outcomes, with commas between them [default of contradictions: contradiction and tension; of export: all]
    #[arg(long, value_parser = relations(), value_delimiter = ',', value_name = "RELATION", help_heading = "Filters")]
    pub relation: Vec<Relation>,
    /// As if this source, actor or claim were gone, with all that rests on it alone
    #[arg(long, value_name = "ID", help_heading = "Another state of the graph")]
    pub without: Option<String>,
    /// As the graph stood at the end of this day; sources without a date are left out
    #[arg(long, value_name = "DATE", help_heading = "Another state of the graph")]
    pub known_at: Option<PartialDate>,
}

/// The relations of questions.
fn relations() -> impl TypedValueParser<Value = Relation> {
    choices(&Relation::OF_QUESTIONS, Relation::word, Relation::help)
}

/// A gap that a question can have.
fn gap(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0);
    number.ok_or_else(|| "a gap is a number from 0, such as 1.5".to_owned())
}

/// The archive that was asked for, and what must be said of it.
pub struct Seen {
    /// The archive.
    pub archive: Archive,
    /// Sentences for people.
    pub notes: Vec<String>,
}

impl Filters {
    /// What a question or claim must have.
    pub fn filter(&self) -> Filter {
        Filter {
            about: self.about.clone(),
            measure: self.measure.clone(),
            place: self.place.clone(),
            actor: self.actor.clone(),
            source: self.source.clone(),
            since: self.since.map(PartialDate::first_day),
            until: self.until.map(PartialDate::last_day),
            min_gap: self.min_gap,
            relations: self.relation.clone(),
        }
    }

    /// An option that was given and can be told of questions only, not of pairs in columns.
    pub fn uncounted(&self) -> Option<&'static str> {
        let given = [
            ("--about", self.about.is_some()),
            ("--since", self.since.is_some()),
            ("--until", self.until.is_some()),
            ("--min-gap", self.min_gap.is_some()),
            ("--without", self.without.is_some()),
            ("--known-at", self.known_at.is_some()),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(option, _)| option)
    }

    /// Whether the archive is asked for as it is not.
    pub fn is_otherwise(&self) -> bool {
        self.without.is_some() || self.known_at.is_some()
    }

    /// Whether there is any time of which claims are asked for.
    pub fn check(&self) -> Result<(), CliError> {
        match (self.since, self.until) {
            (Some(since), Some(until)) if since.first_day() > until.last_day() => {
                Err(CliError::NoTime { since, until })
            }
            _ => Ok(()),
        }
    }

    /// The archive as if a record were gone, or as it stood on a day.
    pub fn seen(&self, archive: &Archive) -> Result<Seen, CliError> {
        self.check()?;
        let mut seen = Seen { archive: archive.clone(), notes: Vec::new() };
        if let Some(id) = &self.without {
            let desk = Desk::new(archive);
            let record = impact::record(&desk, id)?;
            seen.archive = without(archive, &record);
            let fallen = archive.claims.len() - seen.archive.claims.len();
            let falling = if fallen == 1 { "1 claim falls".to_owned() } else { format!("{fallen} claims fall") };
            seen.notes.push(format!("as if the {} {id} were gone: {falling} with it", record.kind()));
        }
        if let Some(day) = self.known_at {
            let before = seen.archive.clone();
            let (known, undated) = known_at(&before, day.last_day());
            let undated: Vec<&str> = undated.iter().map(|source| source.id.as_str()).collect();
            let out = format!("; left out, since nobody knows their date: {}", undated.join(", "));
            seen.notes.push(format!("as it stood on {day}{}", if undated.is_empty() { "" } else { &out }));
            seen.archive = known;
        }
        Ok(seen)
    }
}
