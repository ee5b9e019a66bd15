//! The figures of texts: as JSON, and as a table.

mod csv;
mod json;

pub use csv::figures_csv;
pub use json::{FigureJson, FiguresJson, figure_json, figures_json};
