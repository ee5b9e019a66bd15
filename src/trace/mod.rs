//! Where claims come from.

mod origin;

pub use origin::{Origin, OriginCount, count, origin};
