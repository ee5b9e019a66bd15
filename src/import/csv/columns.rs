//! Which table a header is of, and which of the graph's columns its names stand for. The names are data (`columns.ron`).

use crate::codes::Code;
use std::sync::LazyLock;

use serde::Deserialize;

use super::row::Sheet;
use crate::export::csv::Table;
use crate::import::error::ImportError;
use crate::import::incoming::Incoming;
use crate::import::names::Kind as RecordKind;
use crate::model::SourceKind;
use crate::quantity::table;

/// The kinds of table, in the order in which they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Kind {
    /// Sources.
    Sources,
    /// Other records: of the kind that a column says, or all of one.
    Records(Option<RecordKind>),
    /// Claims.
    Claims,
    /// Which source cites which.
    Cites,
    /// Ties of all kinds.
    Edges,
    /// Pairs of claims, which are worked out and not read.
    Disagreements,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    tables: Vec<TableRule>,
    claims: Vec<ColumnRule>,
    sources: Vec<ColumnRule>,
    kinds: Vec<KindRule>,
    ties: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableRule {
    table: Kind,
    #[serde(default)]
    file: Option<String>,
    columns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnRule {
    column: String,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindRule {
    kind: SourceKind,
    names: Vec<String>,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| table("columns.ron", include_str!("columns.ron")));

/// Columns of claims that only sheets of people have.
const PEOPLES: [&str; 12] = [
    "title",
    "outlet",
    "url",
    "published",
    "authors",
    "low",
    "high",
    "source_kind",
    "start",
    "end",
    "evidence_start",
    "evidence_end",
];

/// Which table it is; its columns get the names that the graph has for them, and those that it has not are listed.
///
/// # Errors
/// If no table has such columns, or two columns are the same.
pub fn recognise(sheet: &mut Sheet<'_>, incoming: &mut Incoming) -> Result<Kind, ImportError> {
    let stem = sheet.file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let has = |rule: &&TableRule| {
        rule.file.as_ref().is_none_or(|file| stem.starts_with(file))
            && rule.columns.iter().all(|column| is_there(sheet, rule.table, column))
    };
    let rule = RULES.tables.iter().find(has).ok_or_else(|| unknown(sheet))?;
    let kind = rule.table;
    sheet.rename(|column| renamed(kind, column));
    sheet.exported = match kind {
        Kind::Claims => is_exported(sheet, Table::Claims),
        Kind::Sources => is_exported(sheet, Table::Sources),
        Kind::Records(_) => is_exported(sheet, Table::Records),
        Kind::Cites | Kind::Edges | Kind::Disagreements => false,
    };
    list_unknown(sheet, kind, incoming)?;
    Ok(kind)
}

/// The kind of source that other programs call so.
pub fn source_kind(name: &str) -> Option<SourceKind> {
    let name = name.to_lowercase();
    RULES.kinds.iter().find(|rule| rule.names.contains(&name)).map(|rule| rule.kind)
}

/// Whether claims of a table may name claims or events of other rows, so that none can be read without all others.
pub fn has_ties(sheet: &Sheet<'_>) -> bool {
    RULES.ties.iter().any(|column| sheet.has(column))
}

/// Whether the table is one of an export, which has all columns.
fn is_exported(sheet: &Sheet<'_>, table: Table) -> bool {
    table.columns().iter().all(|column| *column == "tolerance" || sheet.has(column))
}

fn is_there(sheet: &Sheet<'_>, kind: Kind, column: &str) -> bool {
    sheet.columns.iter().any(|own| own == column || renamed(kind, own) == column)
}

fn renamed(kind: Kind, column: &str) -> String {
    let rules = match kind {
        Kind::Claims => &RULES.claims,
        Kind::Sources => &RULES.sources,
        _ => return column.to_owned(),
    };
    let rule = rules.iter().find(|rule| rule.names.iter().any(|name| name == column));
    rule.map_or_else(|| column.to_owned(), |rule| rule.column.clone())
}

fn unknown(sheet: &Sheet<'_>) -> ImportError {
    let found = sheet.columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let help = "claims need a column says, sources a column title or url; docs/import.md lists the tables";
    ImportError::at(
        Code::UnknownTable,
        format!("{}:1", sheet.file.name),
        format!("no table has the columns {found}"),
        help,
    )
}

fn list_unknown(sheet: &Sheet<'_>, kind: Kind, incoming: &mut Incoming) -> Result<(), ImportError> {
    let (read, derived): (Vec<&str>, &[&str]) = match kind {
        Kind::Claims => ([Table::Claims.columns(), &PEOPLES].concat(), Table::Claims.derived()),
        Kind::Sources => (Table::Sources.columns().to_vec(), Table::Sources.derived()),
        Kind::Records(_) => (Table::Records.columns().to_vec(), &[]),
        Kind::Edges => (Table::Edges.columns().to_vec(), Table::Edges.derived()),
        Kind::Cites => (vec!["citing", "cited"], &[]),
        Kind::Disagreements => (Vec::new(), Table::Disagreements.derived()),
    };
    for (number, column) in sheet.columns.iter().enumerate() {
        let at = format!("{}:1, column {column}", sheet.file.name);
        if sheet.columns[..number].contains(column) {
            let help = "remove or rename one of them; docs/import.md lists the names that a column may have";
            return Err(ImportError::at(Code::ColumnTwice, at, format!("two columns are {column}"), help));
        }
        let is_known = read.contains(&column.as_str()) || derived.contains(&column.as_str());
        if !is_known && !column.is_empty() {
            let near = near(column, &read);
            let hint = near.map_or(String::new(), |near| format!("; did you mean {near}?"));
            let filled = sheet.filled(number);
            let what = format!("{filled} cell{}", if filled == 1 { "" } else { "s" });
            incoming.unmapped(at, what, format!("the table has no such column{hint}"));
        }
    }
    Ok(())
}

/// The column that a name is a slip of the pen for: one wrong letter, or two in a long word. Other words are other words.
fn near<'a>(column: &str, known: &[&'a str]) -> Option<&'a str> {
    let most = match column.chars().count() {
        0..5 => return None,
        5..8 => 1,
        _ => 2,
    };
    let scored = known.iter().map(|name| (strsim::damerau_levenshtein(column, name), *name));
    scored.filter(|(wrong, _)| *wrong <= most).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slips_of_the_pen_are_near() {
        let known = Table::Claims.columns();
        for (slip, column) in [("plase", "place"), ("measrue", "measure"), ("pupulatoin", "population")] {
            assert_eq!(near(slip, known), Some(column));
        }
        for word in ["page", "rate", "colour", "duration", "price", "figures of speech"] {
            assert_eq!(near(word, known), None, "{word}");
        }
    }

    #[test]
    fn every_column_of_the_rules_is_one_that_is_read() {
        let read = |table: Table, name: &str| table.columns().contains(&name) || PEOPLES.contains(&name);
        assert!(RULES.claims.iter().all(|rule| read(Table::Claims, &rule.column)));
        assert!(RULES.sources.iter().all(|rule| read(Table::Sources, &rule.column)));
        assert!(RULES.ties.iter().all(|column| read(Table::Claims, column)));
    }

    #[test]
    fn other_programs_have_words_of_their_own_for_kinds() {
        assert_eq!(source_kind("Wire"), Some(SourceKind::Article));
        assert_eq!(source_kind("sculpture"), None);
    }
}
