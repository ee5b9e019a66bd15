//! From texts into the graph: `add`, `review`, `judge`.

mod bad;
mod decisions;
mod kill;
mod session;
mod support;
