//! What the graph and its findings look like elsewhere: one file a format.

mod asked;
mod bibtex;
mod check;
mod csl;
pub mod csv;
mod dot;
mod drawing;
mod escape;
mod figures;
mod format;
mod graphml;
mod html;
pub mod json;
mod jsonld;
mod markdown;
mod markdown_diff;
mod markdown_text;
mod mermaid;
mod part;
mod rdf;
mod selection;
mod svg;
mod turtle;
mod view;

use std::io::{self, Write};

pub use asked::Asked;
pub use check::{check_html, check_json, check_markdown, statements_json};
pub use csv::{Table, questions_csv};
pub use dot::trace_dot;
pub use escape::Escaping;
pub use figures::{FigureJson, FiguresJson, figure_json, figures_csv, figures_json};
pub use format::Format;
pub use markdown::questions_markdown;
pub use markdown_diff::diff_markdown;
pub use rdf::{Base, BaseError};
pub use selection::{PartError, Selection};
pub use view::{View, ViewError};

/// Writes a part of the graph in a format; of tables, those of claims. [`Table::write`] writes the others.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write(view: &View<'_>, format: Format, out: &mut dyn Write) -> io::Result<()> {
    write_with_base(view, format, &Base::default(), out)
}

/// Writes a part of the graph; names in linked data begin with a base of one's own.
///
/// # Errors
/// If `out` cannot be written to.
pub fn write_with_base(view: &View<'_>, format: Format, base: &Base, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Html => html::write(view, out),
        Format::Dot => dot::write(view, out),
        Format::Svg => svg::write(view, out),
        Format::Mermaid => mermaid::write(view, out),
        Format::Graphml => graphml::write(view, out),
        Format::Json => json::write(view, &mut Escaping::new(out)),
        Format::Jsonld => jsonld::write(view, base, &mut Escaping::new(out)),
        Format::Turtle => turtle::write(view, base, &mut Escaping::new(out)),
        Format::Csv => Table::Claims.write(view, out),
        Format::Csl => csl::write(view, &mut Escaping::new(out)),
        Format::Bibtex => bibtex::write(view, out),
        Format::Markdown => markdown::write(view, out),
    }
}
