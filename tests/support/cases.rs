//! How many cases a law is tried on.

use proptest::prelude::ProptestConfig;

/// As many as given, unless `PROPTEST_CASES` says otherwise.
pub fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(count), ..ProptestConfig::default() }
}
