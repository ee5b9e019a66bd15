//! JSON with places: what stands at a path, and faults that say which path.

use crate::codes::Code;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::File;
use super::error::ImportError;

/// Values in values that are read, at most, as serde_json has it, and what that says of more.
const DEEPEST: usize = 127;
const TOO_DEEP: &str = "recursion limit exceeded";

/// The value of a whole file.
///
/// # Errors
/// If it is no JSON; with line and column.
pub fn parse(file: &File) -> Result<Value, ImportError> {
    serde_json::from_str(&file.text()?).map_err(|error| broken(&file.name, 1, &error))
}

/// That a text which begins in a line of a file is no JSON.
pub fn broken(name: &str, line: usize, error: &serde_json::Error) -> ImportError {
    let at = format!("{name}:{}:{}", line - 1 + error.line(), error.column());
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if message == TOO_DEEP {
        let help = "write it flatter; nothing that is read from such a file nests so deep";
        return ImportError::at(Code::Overgrown, at, format!("values stand in more than {DEEPEST} others"), help);
    }
    ImportError::at(
        Code::NotJson,
        at,
        format!("this is no JSON: {message}"),
        "export the file again, or check that all of it is there",
    )
}

/// A value in short, to be shown.
pub fn shown(value: &Value) -> String {
    short(&whole(value))
}

/// A value as it is written; a text without its marks.
pub fn whole(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// One of a closed list of words, in any of the usual spellings: `rate_total`, `Rate total`.
///
/// # Errors
/// If the list has no such word.
pub fn variant<T: DeserializeOwned>(words: &str) -> Result<T, serde_json::Error> {
    let words = words.split(['_', ' ', '-']).filter(|word| !word.is_empty());
    serde_json::from_value(Value::String(words.map(capital).collect()))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

/// The beginning of a text on one line, to be shown.
pub fn short(text: &str) -> String {
    const MOST: usize = 80;
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.chars().count() <= MOST { line } else { format!("{}…", line.chars().take(MOST).collect::<String>()) }
}

/// What kind of value it is.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
