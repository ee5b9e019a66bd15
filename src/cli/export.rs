//! `export`: the graph in another format.

use std::process::ExitCode;

use gainsay::export::{Selection, dot};
use gainsay::findings::{Desk, questions};
use gainsay::model::Archive;

use super::Done;
use super::args::{Export, ExportFormat, Part};
use super::output::Output;

/// Writes the part of the graph that was asked for.
pub fn run(archive: &Archive, options: &Export, out: &mut Output) -> Done {
    let desk = Desk::new(archive);
    let selection = match (&options.around, options.only) {
        (Some(id), _) => Selection::Around { id: id.clone(), hops: options.hops },
        (None, Some(Part::Disagreements)) => Selection::Disagreements,
        (None, None) => Selection::Everything,
    };
    match options.to {
        ExportFormat::Dot => out.raw(&dot(&desk, &questions(&desk), &selection)?),
    }
    Ok(ExitCode::SUCCESS)
}
