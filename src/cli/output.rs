//! Standard output: gathered, then written at once, in colour only where that is wanted; and errors that do not end a command.

use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use gainsay::export::Escaping;

use super::args::Color;
use super::error::CliError;
use super::paint::walled;
use super::report::report;

/// What a command prints.
pub struct Output {
    text: String,
    /// Whether it is data, which keeps every character unless a terminal shows it.
    is_data: bool,
    errors: Vec<CliError>,
    color: Color,
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
        Self { text: String::new(), is_data: false, errors: Vec::new(), color }
    }

    /// Adds a line.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// Adds text as it is, for a file or another program; a terminal shows its control characters and obeys none.
    pub fn raw(&mut self, text: &str) {
        self.is_data = true;
        self.text.push_str(text);
    }

    /// Adds a value as JSON, indented.
    pub fn json<T: serde::Serialize>(&mut self, value: &T) -> Result<(), CliError> {
        let mut json = Vec::new();
        serde_json::to_writer_pretty(Escaping::new(&mut json), value)?;
        self.text.push_str(&String::from_utf8_lossy(&json));
        self.text.push('\n');
        Ok(())
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
