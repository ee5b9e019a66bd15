//! From texts into the graph: `add`, `review`, `judge`.

mod bad;
mod decisions;
mod session;
mod support;
