//! The weights of likeness, as data.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

/// What each sign counts; see `weights.ron`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub terms: f64,
    pub head_same: f64,
    pub head_general: f64,
    pub head_open: f64,
    pub head_other: f64,
    pub event_same: f64,
    pub event_one: f64,
    pub event_other: f64,
    pub name_shared: f64,
    pub least: f64,
    pub least_within: f64,
    pub least_time: f64,
}

/// The weights.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| table("weights.ron", include_str!("weights.ron")));
