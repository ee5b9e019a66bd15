//! Checks JSON against the published schema, as far as the schema's own keywords go.

use std::path::Path;
use std::sync::LazyLock;

use gainsay::export::Format;
use serde_json::{Map, Value};

use crate::linked::support::{exported, shipped};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gainsay.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

/// Keywords that only tell people something.
const SILENT: [&str; 5] = ["$schema", "$defs", "title", "description", "format"];

/// The faults of a value; none, if it is as the published schema says.
pub fn faults(value: &Value) -> Vec<String> {
    against(&SCHEMA, value, "")
}

fn against(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Value::Object(keywords) = schema else { return Vec::new() };
    keywords.iter().flat_map(|(keyword, rule)| keyword_faults(keyword, rule, value, at)).collect()
}

fn keyword_faults(keyword: &str, rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let holds = match keyword {
        "$ref" => return against(SCHEMA.pointer(&rule.as_str().unwrap()[1..]).unwrap(), value, at),
        "properties" => return properties(rule.as_object().unwrap(), value, at),
        "items" => return items(rule, value, at),
        "required" => {
            let names = rule.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
            value.as_object().is_none_or(|object| names.into_iter().all(|name| object.contains_key(name)))
        }
        "type" => types(rule).any(|name| is_of_type(name, value)),
        "enum" => rule.as_array().unwrap().contains(value),
        "const" => rule == value,
        "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
        "anyOf" => fitting(rule, value, at) > 0,
        "oneOf" => fitting(rule, value, at) == 1,
        _ => {
            assert!(SILENT.contains(&keyword), "this test does not know the keyword {keyword}");
            true
        }
    };
    if holds { Vec::new() } else { vec![format!("{at}: {keyword} {rule}")] }
}

fn properties(rules: &Map<String, Value>, value: &Value, at: &str) -> Vec<String> {
    let Value::Object(object) = value else { return Vec::new() };
    // Readers must ignore fields that they do not know; this program may not write any.
    let unknown = object.keys().filter(|name| !rules.contains_key(*name)).map(|name| format!("{at}: unknown {name}"));
    let known = object.iter().filter_map(|(name, own)| rules.get(name).map(|rule| (name, rule, own)));
    let wrong = known.flat_map(|(name, rule, own)| against(rule, own, &format!("{at}/{name}")));
    unknown.chain(wrong).collect()
}

fn items(rule: &Value, value: &Value, at: &str) -> Vec<String> {
    let all = value.as_array().into_iter().flatten().enumerate();
    all.flat_map(|(index, item)| against(rule, item, &format!("{at}/{index}"))).collect()
}

fn fitting(rules: &Value, value: &Value, at: &str) -> usize {
    rules.as_array().unwrap().iter().filter(|rule| against(rule, value, at).is_empty()).count()
}

fn types(rule: &Value) -> impl Iterator<Item = &str> {
    let several = rule.as_array().into_iter().flatten().filter_map(Value::as_str);
    rule.as_str().into_iter().chain(several)
}

fn is_of_type(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("no type is called {other}"),
    }
}

#[test]
fn the_shipped_graph_is_as_the_schema_says() {
    let json: Value = serde_json::from_str(&exported(&shipped(), Format::Json)).unwrap();
    assert_eq!(faults(&json), Vec::<String>::new());
}

#[test]
fn what_is_not_as_the_schema_says_is_found() {
    let json: Value = serde_json::from_str(&exported(&shipped(), Format::Json)).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut changed = json.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        faults(&changed).len()
    };
    assert_eq!(with("/claims/0/says", Value::Null), 1);
    assert_eq!(with("/questions/0/relation", "quarrel".into()), 1);
    assert_eq!(with("/counts/claims", (-1).into()), 1);
    assert_eq!(with("/claims/0", Value::Object(Map::new())), 1);
    assert_eq!(with("/sources/0/text", serde_json::json!({"file": "a", "sha256": "b", "bytes": 1, "more": 2})), 1);
}
