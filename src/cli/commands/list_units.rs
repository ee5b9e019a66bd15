//! `list units`: the units that measures and values may have. They are of the program, so that no graph is needed.

use std::process::ExitCode;

use gainsay::quantity::{Unit, base_of, pretty, units};
use serde::Serialize;

use super::list::List;
use crate::cli::Done;
use crate::cli::args::Format;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::table::table;

/// A unit as JSON.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    plural: String,
    symbol: Option<&'a str>,
    dimension: &'a str,
    factor: f64,
    offset: f64,
    base: Option<&'a str>,
    aliases: &'a [String],
}

/// Lists the units.
pub fn run(options: &List, out: &mut Output) -> Done {
    if options.source.is_some() {
        return Err(CliError::OnlyClaims);
    }
    match options.format {
        Format::Json => out.json(&units().into_iter().map(listed).collect::<Vec<_>>())?,
        Format::Text => {
            let row = |unit: &Unit| {
                let symbol = unit.symbol.clone().unwrap_or_default();
                vec![unit.name.clone(), symbol, unit.dimension.clone(), size(unit), unit.aliases.join(", ")]
            };
            out.line(table(&["unit", "symbol", "measures", "size", "instead of"], units().into_iter().map(row)));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn base(unit: &Unit) -> Option<&'static str> {
    base_of(&unit.dimension).map(|base| base.name.as_str())
}

fn listed(unit: &Unit) -> Listed<'_> {
    Listed {
        name: &unit.name,
        plural: unit.many(),
        symbol: unit.symbol.as_deref(),
        dimension: &unit.dimension,
        factor: unit.factor,
        offset: unit.offset,
        base: base(unit),
        aliases: &unit.aliases,
    }
}

/// Its size in the base, and where its zero lies, if not there.
fn size(unit: &Unit) -> String {
    let base = base_of(&unit.dimension).filter(|base| base.name != unit.name);
    let Some(base) = base else { return String::new() };
    let zero = if unit.offset == 0.0 { String::new() } else { format!(" + {}", pretty(unit.offset)) };
    format!("{} {}{zero}", pretty(unit.factor), base.many())
}
