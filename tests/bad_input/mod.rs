//! What people get wrong in a graph directory, and what they are told: message, place and help.

mod circles;
mod evidence;
mod files;
mod ids;
mod periods;
mod several;
pub mod support;
mod syntax;
mod texts;
mod threads;
mod values;

use support::Sandbox;

#[test]
fn the_example_itself_loads() {
    Sandbox::new().has(&[]);
}
