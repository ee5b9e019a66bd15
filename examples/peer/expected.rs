//! The answers of the reference that made the tables.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde_json::Value;

use super::Failure;

/// What `expected.json` says.
pub struct Expected(Value);

impl Expected {
    pub fn read(tables: &Path) -> Result<Self, Failure> {
        let path = tables.join("expected.json");
        let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(serde_json::from_reader(BufReader::new(file))?))
    }

    /// A number, by the names that lead to it.
    pub fn number(&self, path: &str) -> Result<u64, Failure> {
        number(self.0.pointer(path)).ok_or_else(|| format!("expected.json has no number at {path}").into())
    }

    pub fn claims(&self) -> Result<u64, Failure> {
        self.number("/counts/claims")
    }

    /// Of each target of a question: what it is, and the numbers of the answer.
    pub fn targets(&self, path: &str, target: &str, answers: &[&str]) -> Result<Vec<(String, Vec<u64>)>, Failure> {
        let targets = self.0.pointer(path).and_then(Value::as_array);
        let row = |row: &Value| {
            let name = row.get(target)?;
            let name = name.as_str().map_or_else(|| format!("{target}-{name}"), str::to_owned);
            Some((name, answers.iter().map(|answer| number(row.get(answer))).collect::<Option<Vec<u64>>>()?))
        };
        let rows = targets.and_then(|targets| targets.iter().map(row).collect::<Option<Vec<_>>>());
        rows.ok_or_else(|| format!("expected.json has no answers at {path}").into())
    }
}

fn number(value: Option<&Value>) -> Option<u64> {
    value.and_then(Value::as_u64)
}
