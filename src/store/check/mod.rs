//! Checks records and makes trusted values of them. Every fault is collected; none stops the others from being found.

mod about;
mod actors;
mod checker;
mod circles;
mod claims;
mod draft;
mod evidence;
mod fingerprint;
mod gate;
mod ground;
mod judgements;
mod links;
mod measures;
mod names;
mod passages;
mod regions;
mod relocations;
mod sources;

pub(crate) use self::draft::draft;
pub(crate) use self::fingerprint::fingerprint;
pub use self::gate::Gate;
