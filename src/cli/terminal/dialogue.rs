//! Questions and answers, a line each, so that they can be piped as well as typed.

use std::io::{self, BufRead, IsTerminal, Write};

use anstream::AutoStream;

use super::fold::fold;
use super::output::choice;
use super::paint::{bold, limit, walled};
use crate::cli::args::Color;
use crate::cli::error::CliError;

/// What is said to an answer that is none of those that were offered.
pub const LETTERS: &str = "type one of the letters in brackets, and a note after it if there is one; ? explains them";

/// A talk over standard input and output.
pub struct Dialogue {
    color: Color,
}

impl Dialogue {
    /// One in these colours.
    pub fn new(color: Color) -> Self {
        Self { color }
    }

    /// Whether there is anybody to answer: a terminal, or lines that are piped.
    pub fn is_heard() -> Result<bool, CliError> {
        let mut input = io::stdin().lock();
        Ok(input.is_terminal() || !input.fill_buf().map_err(CliError::Output)?.is_empty())
    }

    /// Says a line at once.
    pub fn say(&mut self, line: &str) -> Result<(), CliError> {
        let line = limit().map_or_else(|| line.to_owned(), |width| fold(line, width));
        self.write(&format!("{line}\n"))
    }

    /// Says what each answer does, a line each.
    pub fn explain(&mut self, answers: &[(&str, &str)]) -> Result<(), CliError> {
        let width = answers.iter().map(|(answer, _)| answer.len()).max().unwrap_or_default();
        answers.iter().try_for_each(|(answer, what)| {
            let gap = " ".repeat(width - answer.len());
            self.say(&format!("  {}{gap}  {what}", bold(answer)))
        })
    }

    /// Asks for a line; nothing when there are no more.
    pub fn ask(&mut self, prompt: &str) -> Result<Option<String>, CliError> {
        self.write(prompt)?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line).map_err(CliError::Output)?;
        if read == 0 {
            self.write("\n")?;
            return Ok(None);
        }
        Ok(Some(line.trim().to_owned()))
    }

    fn write(&mut self, text: &str) -> Result<(), CliError> {
        let mut stream = AutoStream::new(io::stdout(), choice(self.color));
        stream.write_all(walled(text).as_bytes()).and_then(|()| stream.flush()).map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => CliError::BrokenPipe,
            _ => CliError::Output(error),
        })
    }
}
