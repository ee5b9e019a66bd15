//! What a command is given, opened: graphs, states of them, texts, records by their names.

pub mod git;
pub mod git_error;
pub mod loading;
pub mod sentence;
pub mod source;
pub mod state;
pub mod waiting;
pub mod whereabouts;
