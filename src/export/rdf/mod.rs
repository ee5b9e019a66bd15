//! What Turtle and JSON-LD share: names for records, statements about them, and the terms of `docs/vocabulary.md`.

mod actor;
mod base;
mod block;
mod claim;
mod comparison;
mod each;
mod evidence;
mod judgement;
mod linked;
mod passage;
mod period;
mod source;
mod terms;
mod ties;
mod value;
mod vocabulary;

pub(super) use actor::named;
pub use base::{Base, BaseError};
pub(super) use block::{Block, Object};
pub(super) use claim::{speakers, told};
pub(super) use each::{Dialect, each};
pub(super) use judgement::{judged, matter};
pub(super) use linked::Linked;
pub(super) use period::coverage;
pub(super) use source::{class, described, outlet};
pub(super) use terms::{PREFIXES, SCHEMA, expanded};
