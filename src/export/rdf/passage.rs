//! Passages that two sources share word for word.

use super::block::Block;
use super::evidence::stretch;
use super::linked::Linked;
use crate::model::{SharedPassage, Stretch};

/// A shared passage with its two places.
pub(in crate::export) fn passage(linked: &Linked<'_>, passage: &SharedPassage) -> Block {
    let (a, b) = (&passage.a, &passage.b);
    let at = [a.bytes.0.to_string(), b.bytes.0.to_string()];
    let parts = [a.source.as_str(), at[0].as_str(), b.source.as_str(), at[1].as_str()];
    let place =
        |side, own: &Stretch| stretch(linked, "passage", &[&parts[..], &[side]].concat(), &own.source, Some(own.bytes));
    Block::new(linked.name("passage", &parts), &["gainsay:SharedPassage"])
        .add("gainsay:words", [passage.words])
        .add("gainsay:standsIn", [place("a", a), place("b", b)])
}
