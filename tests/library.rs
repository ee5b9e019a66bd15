//! The library: what it reads, reckons, compares, traces and exports.

mod extract;
mod extract_articles;
mod extract_fresh;
mod findings;
mod five_articles;
mod formats;
mod glance;
mod import;
mod pictures;
mod reading;
mod saying;
mod support;
mod trace;
mod update;
mod values;
