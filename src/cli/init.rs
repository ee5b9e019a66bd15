//! `init`: a new graph directory.

use std::process::ExitCode;

use gainsay::store;

use super::args::Init;
use super::output::Output;
use super::{Done, paint};

/// Makes the directory and says what to do next.
pub fn run(options: &Init, out: &mut Output) -> Done {
    let written = store::init(&options.dir)?;
    for path in &written {
        out.line(format!("made {}", path.display()));
    }
    let graph = options.dir.display().to_string();
    let option = if graph == "graph" { String::new() } else { format!(" --graph {graph}") };
    out.line(format!("next: {}", paint::bold(&format!("gainsay contradictions{option}"))));
    Ok(ExitCode::SUCCESS)
}
