//! Aligned columns that fit the terminal, or, where it is too narrow for them, one field under the other.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets::NOTHING};

use super::paint;

/// Between columns.
const GAP: usize = 2;
/// The longest word for which a column is made wide enough; a longer one is broken.
const WORD: usize = 32;
/// Columns of longer texts have no least width: comfy-table reckons in 16 bits, and would overflow.
const LONGEST: usize = 10_000;

/// A table with a header, wrapped to the terminal's width. The first column holds ids, which are never broken.
pub fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let rows: Vec<Vec<String>> =
        rows.into_iter().map(|row| row.iter().map(|cell| paint::shown(cell)).collect()).collect();
    let least = least(header, &rows);
    if least.iter().sum::<usize>() + GAP * least.len().saturating_sub(1) > paint::width() {
        return listed(header, &rows, paint::width());
    }
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(paint::width()).unwrap_or(100));
    table.set_header(header.to_vec()).add_rows(&rows);
    for (at, (column, least)) in table.column_iter_mut().zip(&least).enumerate() {
        column.set_padding((0, GAP as u16));
        if widest(&rows, at) <= LONGEST {
            let least = u16::try_from(least + GAP).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        }
    }
    if let Some(ids) = table.column_mut(0) {
        ids.set_constraint(ColumnConstraint::ContentWidth);
    }
    let lines: Vec<String> = table.to_string().lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

fn widest(rows: &[Vec<String>], column: usize) -> usize {
    rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
}

/// How wide each column must be: the first as its widest cell, others as their longest word.
fn least(header: &[&str], rows: &[Vec<String>]) -> Vec<usize> {
    let count = |text: &str| text.chars().count();
    let word = |text: &str| text.split_whitespace().map(count).max().unwrap_or(0).min(WORD);
    let of = |column: usize, text: &str| if column == 0 { count(text) } else { word(text) };
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let widest =
        |(column, head): (usize, &&str)| cells(column).map(|cell| of(column, cell)).fold(of(column, head), usize::max);
    header.iter().enumerate().map(widest).collect()
}

/// Each row as a list of its fields, which fits everywhere.
fn listed(header: &[&str], rows: &[Vec<String>], width: usize) -> String {
    let names = header.iter().skip(1).map(|head| head.chars().count()).max().unwrap_or(0);
    let field = |(head, cell): (&&str, &String)| {
        let text = paint::wrap(cell, width, names + 2 * GAP);
        format!("\n  {head:names$}  {text}")
    };
    let row = |row: &Vec<String>| {
        let fields = header.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()).map(field);
        row.iter().take(1).cloned().chain(fields).collect()
    };
    rows.iter().map(row).collect::<Vec<String>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Vec<String>> {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        vec![row(["a-claim", "about 5 boats", "Five boats or so were seen"]), row(["another-claim", "", "None"])]
    }

    #[test]
    fn columns_are_as_wide_as_their_longest_words() {
        assert_eq!(least(&["claim", "value", "says"], &rows()), [13, 5, 5]);
    }

    #[test]
    fn what_does_not_fit_stands_one_under_the_other() {
        let shown = "a-claim\n  value  about 5\n         boats\n  says   Five boats\n         or so were\n         seen\n\
                     another-claim\n  says   None";
        assert_eq!(listed(&["claim", "value", "says"], &rows(), 20), shown);
    }
}
