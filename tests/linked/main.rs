//! Linked data and JSON: what is written parses, counts as the graph does, and survives hostile text.

mod changes;
mod counts;
mod documented;
#[path = "../laws/fixture.rs"]
#[allow(dead_code)] // only some of its helpers are needed here
mod fixture;
mod hostile;
mod listed;
mod places;
mod random;
mod reviews;
mod schema;
#[path = "../laws/strategies.rs"]
#[allow(dead_code)] // as above
mod strategies;
mod support;
