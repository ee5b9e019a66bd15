//! Has the program `dot` of Graphviz draw a picture.

use gainsay::codes::Code;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

/// Why Graphviz drew nothing.
#[derive(Debug, thiserror::Error)]
pub enum GraphvizError {
    /// The program is not there.
    #[error(
        "--engine dot needs Graphviz, and the program `dot` was not found; install it (https://graphviz.org/download/), or leave out --engine"
    )]
    Missing,
    /// The program cannot be run.
    #[error("`dot` of Graphviz could not be run: {0}")]
    NotRun(io::Error),
    /// The program failed.
    #[error("`dot` of Graphviz could not draw this: {0}; narrow the graph, or leave out --engine")]
    Failed(String),
}

impl GraphvizError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            GraphvizError::Missing | GraphvizError::NotRun(_) => Code::NoGraphviz,
            GraphvizError::Failed(_) => Code::GraphvizFailed,
        }
    }
}

/// The picture that `dot` makes of a text in its language.
pub fn svg(text: Vec<u8>) -> Result<Vec<u8>, GraphvizError> {
    let mut child = start()?;
    // Written aside, since `dot` may answer before it has read everything.
    let writing = child.stdin.take().map(|mut input| thread::spawn(move || input.write_all(&text)));
    let complaining = child.stderr.take().map(|mut errors| {
        thread::spawn(move || {
            let mut said = Vec::new();
            errors.read_to_end(&mut said).map(|_| said)
        })
    });
    let output = child.wait_with_output().map_err(GraphvizError::NotRun)?;
    let wrote = writing.is_none_or(|writing| matches!(writing.join(), Ok(Ok(()))));
    let said = complaining.and_then(|complaining| complaining.join().ok()).and_then(Result::ok).unwrap_or_default();
    if output.status.success() && wrote && !output.stdout.is_empty() {
        return Ok(output.stdout);
    }
    let first = String::from_utf8_lossy(&said).lines().next().map(str::to_owned);
    Err(GraphvizError::Failed(first.unwrap_or_else(|| output.status.to_string())))
}

fn start() -> Result<Child, GraphvizError> {
    let piped = Command::new("dot")
        .args(["-Tsvg", "-q"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    piped.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => GraphvizError::Missing,
        _ => GraphvizError::NotRun(error),
    })
}
