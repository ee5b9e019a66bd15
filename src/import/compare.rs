//! Which fields of a record a file says otherwise than the graph. What a file leaves out it does not deny.

use serde::Serialize;
use serde_json::Value;

use super::json::whole;
use crate::model::SourceKind;

/// A field, what the graph has there, and what the file has.
pub type Difference = (String, String, String);

/// The fields that differ, in the order of the record.
pub fn differences<T: Serialize>(held: &T, new: &T) -> Vec<Difference> {
    let mut found = Vec::new();
    if let (Ok(held), Ok(new)) = (serde_json::to_value(held), serde_json::to_value(new)) {
        climb("", &held, &new, &mut found);
    }
    found
}

fn climb(path: &str, held: &Value, new: &Value, found: &mut Vec<Difference>) {
    match (held, new) {
        (Value::Object(own), Value::Object(other)) => {
            for (name, value) in other.iter().filter(|(name, value)| !is_unsaid(name, value)) {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                match own.get(name) {
                    Some(held) => climb(&path, held, value, found),
                    None => found.push((path, "nothing".to_owned(), whole(value))),
                }
            }
        }
        _ if held == new => {}
        _ => found.push((path.to_owned(), whole(held), whole(new))),
    }
}

/// What records have where nothing is said: no value, an empty list, and the kind that sources have by default.
fn is_unsaid(field: &str, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(all) => all.is_empty(),
        _ => field == "kind" && serde_json::to_value(SourceKind::default()).is_ok_and(|default| *value == default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_not_denied() {
        let held = serde_json::json!({"title": "A", "kind": "Report", "note": "n"});
        let same = serde_json::json!({"title": "A", "kind": "Article", "note": null});
        assert!(differences(&held, &same).is_empty());
        let other = serde_json::json!({"title": "B", "url": "u"});
        let texts: Vec<String> = differences(&held, &other).into_iter().map(|(field, ..)| field).collect();
        assert_eq!(texts, ["title", "url"]);
        let title = serde_json::json!({"title": "Article"});
        assert_eq!(differences(&held, &title).len(), 1, "a title may be the word that is a kind");
    }
}
