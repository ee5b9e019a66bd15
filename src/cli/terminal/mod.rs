//! What a terminal shows and asks: lines, tables, colours, progress, questions, errors.

pub mod dialogue;
pub mod editor;
pub mod fold;
pub mod output;
pub mod paint;
pub mod progress;
pub mod report;
pub mod shown;
pub mod table;
pub mod usage;
