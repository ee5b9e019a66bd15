//! The records of the JSON document are those that `list` prints, and its questions those of `contradictions`.

use std::collections::BTreeMap;
use std::process::Command;

use gainsay::export::Format;
use serde_json::Value;

use crate::linked::support::{exported, shipped};

const KINDS: [&str; 8] = ["claims", "sources", "actors", "places", "populations", "events", "measures", "propositions"];

fn printed(arguments: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    let graph = concat!(env!("CARGO_MANIFEST_DIR"), "/graph");
    let output = command.args(arguments).args(["--format", "json", "--graph", graph]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn by_id(records: &Value) -> BTreeMap<String, Value> {
    let own = |record: &Value| {
        let mut record = record.clone();
        // Where a claim is written is left out of the document.
        record.as_object_mut().unwrap().remove("written_at");
        (record["id"].as_str().unwrap().to_owned(), record)
    };
    records.as_array().unwrap().iter().map(own).collect()
}

#[test]
fn records_and_questions_are_those_of_the_commands() {
    let document: Value = serde_json::from_str(&exported(&shipped(), Format::Json)).unwrap();
    for kind in KINDS {
        let (own, listed) = (by_id(&document[kind]), by_id(&printed(&["list", kind])));
        assert!(own == listed && !own.is_empty(), "{kind} differ");
        let ids: Vec<&str> = document[kind].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert!(ids.is_sorted(), "{kind} are not in the order of their ids");
    }
    assert!(document["questions"] == printed(&["contradictions", "--all"])["questions"]);
}
