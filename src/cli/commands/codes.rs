//! `--explain`: what a code means, why there is such a rule, and what to do.

use std::process::ExitCode;

use gainsay::codes::{Code, Explanation, FAMILIES};
use gainsay::model::nearest;

use crate::cli::Done;
use crate::cli::error::CliError;
use crate::cli::terminal::output::Output;
use crate::cli::terminal::paint;

/// Explains a code, or lists them all. No graph is needed.
pub fn run(code: Option<&str>, out: &mut Output) -> Done {
    match code {
        Some(name) => explain(name, out)?,
        None => list(out),
    }
    Ok(ExitCode::SUCCESS)
}

/// The code, also out of `error[CODE]` and `[CODE]` as they stand in messages.
fn bare(name: &str) -> &str {
    let name = name.trim().trim_end_matches(':');
    name.rsplit_once('[').and_then(|(_, code)| code.strip_suffix(']')).unwrap_or(name)
}

fn explain(name: &str, out: &mut Output) -> Result<(), CliError> {
    let name = bare(name);
    let Some((code, told)) = Code::of(name).and_then(|code| Some((code, code.explanation()?))) else {
        let near = nearest(name, Code::ALL.iter().map(|code| code.name())).map(str::to_owned);
        return Err(CliError::UnknownCode { code: name.to_owned(), near });
    };
    let width = paint::width();
    out.line(paint::bold(code.name()));
    out.line(paint::wrap(&told.means, width, 0));
    out.line("");
    out.line(format!("{}    {}", paint::dim("why"), paint::wrap(&told.why, width, HEAD)));
    out.line(format!("{}  {}", paint::dim("to do"), paint::wrap(&told.mend, width, HEAD)));
    examples(told, out);
    Ok(())
}

/// Where the text begins after `why` and `to do`.
const HEAD: usize = 7;

fn examples(told: &Explanation, out: &mut Output) {
    let right = told.right.iter().map(|right| ("right", right));
    for (head, example) in std::iter::once(("wrong", &told.wrong)).chain(right) {
        out.line("");
        out.line(paint::dim(head));
        example.trim().lines().for_each(|line| out.line(format!("  {line}")));
    }
}

fn list(out: &mut Output) {
    let widest = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    for family in &FAMILIES {
        out.line(paint::bold(family.title));
        for (name, told) in family.explanations().unwrap_or_default() {
            let gap = " ".repeat(widest - name.len());
            out.line(format!("  {}{gap}  {}", paint::id(&name), paint::wrap(&told.means, paint::width(), widest + 4)));
        }
        out.line("");
    }
    out.line("`gainsay --explain CODE` says more");
}
