//! `init`: a new graph directory.

use std::process::ExitCode;

use gainsay::store::{self, Contents};

use super::args::Init;
use super::output::Output;
use super::{Done, paint};

/// Makes the directory and says what to do next.
pub fn run(options: &Init, out: &mut Output) -> Done {
    let contents = if options.empty { Contents::Empty } else { Contents::Example };
    let written = store::init(&options.dir, contents)?;
    for path in &written {
        out.line(format!("made {}", paint::shown(&path.display().to_string())));
    }
    let graph = options.dir.display().to_string();
    let option = if graph == "graph" { String::new() } else { format!(" --graph {graph}") };
    let next = if options.empty { "add FILE…" } else { "contradictions" };
    out.line(format!("next: {}", paint::bold(&format!("gainsay{option} {next}"))));
    Ok(ExitCode::SUCCESS)
}
