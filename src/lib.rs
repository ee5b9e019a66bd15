//! Gainsay is a knowledge graph of claims and the sources that carry them. It says where sources disagree and why, how many
//! origins stand behind each side, who said a figure first, and what falls if somebody takes it back. It never says who is right.
//!
//! The program `gainsay` is a thin layer over this library. Who needs the library alone leaves its features out, and builds
//! neither a command line nor readers of PDF, HTML and DOCX:
//!
//! ```toml
//! gainsay = { version = "0.1", default-features = false }
//! ```
//!
//! # The way of a claim
//!
//! ```text
//! bytes ── readers, ingest ──▶ documents ── extract ──▶ figures, claims ── matching, check ──▶ contradictions of texts
//!                                                             │ inbox: an editor accepts
//!                                                             ▼
//! graph/*.ron ── store, model ──▶ archive ── graph, trace ──▶ origins ── compare, findings ──▶ questions ── export ──▶ page
//! ```
//!
//! Each step is a module; a module uses those before it and none after it.
//!
//! # Load a graph
//!
//! [`store::load`] reads a folder of RON files and checks all of it: either everything holds, or every fault is told at once, with
//! file, line, column and what to do. An [`Archive`](model::Archive) is plain checked values, by id.
//!
//! ```
//! use std::path::Path;
//!
//! let archive = gainsay::store::load(Path::new("graph"))?;
//! let claim = &archive.claims["kz-arrivals-300k"];
//! assert_eq!(claim.source.as_str(), "next-for-russians-2022");
//!
//! let fault = gainsay::store::load(Path::new("src")).unwrap_err();
//! assert_eq!(fault.code(), gainsay::codes::Code::NotAGraph);
//! # Ok::<(), gainsay::store::LoadError>(())
//! ```
//!
//! # Compare two claims
//!
//! A [`Desk`](findings::Desk) holds an archive together with what is reckoned from it, each when it is first asked for.
//! [`Comparison`](compare::Comparison) has the outcome, every rung of the ladder on which the two were held side by side, and what
//! would decide the matter.
//!
//! ```
//! # let archive = gainsay::store::load(std::path::Path::new("graph"))?;
//! use gainsay::compare::Relation;
//! use gainsay::findings::Desk;
//!
//! let desk = Desk::new(&archive);
//! let (many, fewer) = (&archive.claims["kz-arrivals-300k"], &archive.claims["kz-arrivals-200k-ministry"]);
//! let found = desk.compare(many, fewer);
//! assert_eq!(found.relation, Relation::Contradiction);
//! assert_eq!(found.gap.unwrap().to_string(), "1.23×");
//! # Ok::<(), gainsay::store::LoadError>(())
//! ```
//!
//! [`findings::questions`] does so for all claims that may be held against each other, and joins them to questions and positions.
//!
//! # Extract from a sentence
//!
//! [`extract::extract`] finds figures, with hedge, unit and what they count; [`extract::claims`] what is claimed of them.
//! [`check::compare`] holds two statements against each other, without any graph.
//!
//! ```
//! let found = gainsay::extract::extract("Almost 6,000 sailors came ashore on 3 April 2031.");
//! assert_eq!(found[0].hedge, Some(gainsay::quantity::Hedge::Almost));
//! assert_eq!(found[0].counted.as_deref(), Some("sailors"));
//!
//! let held = gainsay::check::compare("The fire burnt 1,200 hectares", "Nearly 3,000 acres were burnt by the fire");
//! assert_eq!(held.relation, gainsay::compare::Relation::Explained);
//! ```
//!
//! # Trace it to its origin
//!
//! [`trace::chain`] is the tree of who has a claim from whom; [`trace::Ancestry`] has the origins of all claims.
//!
//! ```
//! # let archive = gainsay::store::load(std::path::Path::new("graph"))?;
//! let ancestry = gainsay::trace::Ancestry::new(&archive);
//! let carried = ["kz-arrivals-200k-cnn", "kz-arrivals-200k-novaya", "kz-arrivals-200k-rferl"].map(Into::into);
//! let origins = carried.iter().flat_map(|id| ancestry.origins(id));
//! // Three sources, one witness.
//! assert_eq!(gainsay::trace::count(origins).most(), 1);
//! # Ok::<(), gainsay::store::LoadError>(())
//! ```
//!
//! # Export
//!
//! [`export::View`] is what is exported, the whole or a part; [`export::write`] writes it in any [`Format`](export::Format).
//!
//! ```
//! # let archive = gainsay::store::load(std::path::Path::new("graph"))?;
//! # let desk = gainsay::findings::Desk::new(&archive);
//! use gainsay::export::{Format, View, write};
//!
//! let mut drawn = Vec::new();
//! write(&View::whole(&desk), Format::Dot, &mut drawn).expect("a vector takes everything");
//! assert!(drawn.starts_with(b"digraph"));
//! # Ok::<(), gainsay::store::LoadError>(())
//! ```
//!
//! # What holds everywhere
//!
//! - The same input gives the same bytes: nothing depends on the day, the order of threads or the machine.
//! - The library does not print, exit or panic on any input, and has no unsafe code.
//! - Errors are enums, with what a caller needs as fields and a [`Code`](codes::Code) that stays when the words change.
//! - Imprecise stays imprecise: what a text leaves open is `None` or a condition, never a guess.
#![forbid(unsafe_code)]

pub mod check;
pub mod codes;
pub mod compare;
pub mod export;
pub mod extract;
pub mod findings;
pub mod graph;
pub mod import;
pub mod inbox;
pub mod ingest;
pub mod lint;
pub mod matching;
pub mod model;
pub mod quantity;
pub mod readers;
pub mod reuse;
pub mod snapshot;
pub mod store;
pub mod sweep;
pub mod text;
pub mod trace;
