//! Standard output: gathered, then written at once, in colour only where that is wanted; and errors that do not end a command.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use super::fold::fold;
use super::paint::{is_obeyed, limit, walled};
use super::report::report;
use crate::cli::args::Color;
use crate::cli::error::CliError;

/// What a command prints.
pub struct Output {
    text: String,
    /// Whether it is data, which keeps every character unless a terminal shows it.
    is_data: bool,
    errors: Vec<CliError>,
    color: Color,
    /// How wide lines may be.
    limit: Option<usize>,
}

/// The choice of colours as the stream understands it.
pub fn choice(color: Color) -> ColorChoice {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

impl Output {
    /// Nothing yet.
    pub fn new(color: Color) -> Self {
        Self { text: String::new(), is_data: false, errors: Vec::new(), color, limit: limit() }
    }

    /// Adds a line for people, folded where it would be wider than the terminal.
    pub fn line(&mut self, line: impl AsRef<str>) {
        match self.limit {
            Some(width) => self.text.push_str(&fold(line.as_ref(), width)),
            None => self.text.push_str(line.as_ref()),
        }
        self.text.push('\n');
    }

    /// Adds text as it is, for a file or another program; a terminal shows its control characters and obeys none.
    pub fn raw(&mut self, text: &str) {
        self.is_data = true;
        self.text.push_str(text);
    }

    /// Adds a value as JSON, indented.
    pub fn json<T: serde::Serialize>(&mut self, value: &T) -> Result<(), CliError> {
        self.inert(&serde_json::to_string_pretty(value)?);
        Ok(())
    }

    /// Adds a value as JSON in a line of its own.
    pub fn json_line<T: serde::Serialize>(&mut self, value: &T) -> Result<(), CliError> {
        self.inert(&serde_json::to_string(value)?);
        Ok(())
    }

    /// Adds JSON whose control characters and changes of direction are escaped as JSON has it: no terminal obeys them, and
    /// programs read them back.
    fn inert(&mut self, json: &str) {
        for letter in json.chars() {
            if is_obeyed(letter) {
                self.text.push_str(&format!("\\u{:04X}", u32::from(letter)));
            } else {
                self.text.push(letter);
            }
        }
        self.text.push('\n');
    }

    /// Adds an error that does not keep the rest from being printed.
    pub fn error(&mut self, error: CliError) {
        self.errors.push(error);
    }

    /// Writes everything, the errors after the output.
    pub fn finish(self) -> Result<(), CliError> {
        let written = if self.is_data && !io::stdout().is_terminal() {
            let mut stream = io::stdout().lock();
            stream.write_all(self.text.as_bytes()).and_then(|()| stream.flush())
        } else {
            let mut stream = AutoStream::new(io::stdout(), choice(self.color));
            stream.write_all(walled(&self.text).as_bytes()).and_then(|()| stream.flush())
        };
        written.map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => CliError::BrokenPipe,
            _ => CliError::Output(error),
        })?;
        report(&self.errors, self.color);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_of_any_text_is_json_and_holds_nothing_that_a_terminal_obeys() {
        let text = "a\u{202e}b\u{7f}c\u{9b}2Jd\u{1b}e\n\t\u{2066} é “日” \u{1f600}";
        let mut out = Output::new(Color::Never);
        out.json_line(&[text]).unwrap();
        out.json(&[text]).unwrap();
        assert!(!out.text.chars().any(is_obeyed), "{:?}", out.text);
        let read: Vec<[String; 1]> =
            serde_json::Deserializer::from_str(&out.text).into_iter().map(Result::unwrap).collect();
        assert_eq!(read, [[text], [text]]);
    }
}
