//! Holds docs/gainsay.schema.json to the types that are written.

use std::path::Path;

use schemars::generate::SchemaSettings;

use super::document::DocumentJson;

/// Set to write the schema anew.
const REFRESH: &str = "GAINSAY_WRITE_SCHEMA";

#[test]
fn the_published_schema_is_that_of_the_types() {
    let generated =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<DocumentJson>();
    let text = format!("{}\n", serde_json::to_string_pretty(&generated).unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gainsay.schema.json");
    if std::env::var_os(REFRESH).is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == text,
        "docs/gainsay.schema.json is not that of the types: run this test with {REFRESH}=1 and look at the difference"
    );
}
