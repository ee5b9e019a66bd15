//! What several tests make use of.
#![allow(dead_code, reason = "each program of tests needs a part of it")]

pub mod cases;
pub mod fixture;
pub mod folder;
pub mod strategies;
