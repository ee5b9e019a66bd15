//! Changes of a graph, whole or not at all: under a lock, tried before they are made, each file synced and then renamed.

mod breaking;
pub(super) mod change;
pub(crate) mod disk;
pub(super) mod init;
pub(super) mod lock;
pub(super) mod named;
pub(super) mod owned;
pub(super) mod parts;
pub(super) mod staged;
pub(super) mod trial;
pub(super) mod unload;
pub(super) mod whole;
