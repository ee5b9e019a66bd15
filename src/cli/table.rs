//! Aligned columns that fit the terminal.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets::NOTHING};

use super::paint;

/// A table with a header, wrapped to the terminal's width. The first column holds ids, which are never broken.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(paint::width()).unwrap_or(100));
    table.set_header(header.to_vec());
    for row in rows {
        table.add_row(row.into_iter().map(|cell| paint::shown(&cell)).collect::<Vec<_>>());
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    if let Some(ids) = table.column_mut(0) {
        ids.set_constraint(ColumnConstraint::ContentWidth);
    }
    let lines: Vec<String> = table.to_string().lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}
