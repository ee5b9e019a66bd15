//! From texts into the graph: `add`, `review`, `judge`.

mod bad;
mod decisions;
mod session;
#[allow(dead_code, reason = "tests of what is written use the rest")]
mod support;
