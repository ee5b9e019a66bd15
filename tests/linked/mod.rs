//! Linked data and JSON: what is written parses, counts as the graph does, and survives hostile text.

mod changes;
mod counts;
mod documented;
mod hostile;
mod listed;
mod places;
mod random;
mod reviews;
mod schema;
mod support;
