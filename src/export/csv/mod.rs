//! Tables (RFC 4180): one each for claims, sources, the other records, edges and disagreements.

pub mod cell;
mod claims;
mod disagreements;
mod edges;
mod questions;
mod records;
mod sources;

use std::io::{self, Write};

use super::view::View;
pub use questions::questions_csv;

/// The tables that the graph is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Table {
    /// A row for each claim.
    Claims,
    /// A row for each source.
    Sources,
    /// A row for each record that is neither: actors, places, populations, events, measures, identities, propositions,
    /// judgements.
    Records,
    /// A row for each tie between two records.
    Edges,
    /// A row for each pair of claims that disagree.
    Disagreements,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 5] = [Table::Claims, Table::Sources, Table::Records, Table::Edges, Table::Disagreements];

    /// Its name, and that of its file.
    pub fn name(self) -> &'static str {
        match self {
            Table::Claims => "claims",
            Table::Sources => "sources",
            Table::Records => "records",
            Table::Edges => "edges",
            Table::Disagreements => "disagreements",
        }
    }

    /// What it holds, in a few words.
    pub fn help(self) -> &'static str {
        match self {
            Table::Claims => "A row for each claim",
            Table::Sources => "A row for each source",
            Table::Records => {
                "A row for each other record: actors, places, populations, events, measures, judgements …"
            }
            Table::Edges => "A row for each tie between two records",
            Table::Disagreements => "A row for each pair of claims that disagree",
        }
    }

    /// The table of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.name() == name)
    }

    /// The columns that say what the graph holds, which an import reads.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Claims => &claims::COLUMNS,
            Table::Sources => &sources::COLUMNS,
            Table::Records => &records::COLUMNS,
            Table::Edges => &edges::COLUMNS,
            Table::Disagreements => &[],
        }
    }

    /// The columns that are worked out of the others, for reading, which an import passes over.
    pub fn derived(self) -> &'static [&'static str] {
        match self {
            Table::Claims => &claims::DERIVED,
            Table::Sources | Table::Records => &[],
            Table::Edges => &edges::DERIVED,
            Table::Disagreements => &disagreements::DERIVED,
        }
    }

    /// Writes the table. Rows stand in the order of ids.
    ///
    /// # Errors
    /// If `out` cannot be written to.
    pub fn write(self, view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows { writer: csv::Writer::from_writer(out) };
        let own: Vec<&str> = match self {
            Table::Records => records::columns(view).collect(),
            _ => self.columns().to_vec(),
        };
        rows.add(own.iter().chain(self.derived()).map(|name| (*name).to_owned()))?;
        match self {
            Table::Claims => claims::write(view, &mut rows),
            Table::Sources => sources::write(view, &mut rows),
            Table::Records => records::write(view, &mut rows),
            Table::Edges => edges::write(view, &mut rows),
            Table::Disagreements => disagreements::write(view, &mut rows),
        }?;
        rows.writer.flush()
    }
}

/// Rows on their way out, disarmed.
struct Rows<'a> {
    writer: csv::Writer<&'a mut dyn Write>,
}

impl Rows<'_> {
    fn add(&mut self, cells: impl IntoIterator<Item = String>) -> io::Result<()> {
        let cells = cells.into_iter().map(|cell| cell::harmless(&cell));
        self.writer.write_record(cells).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }
}
