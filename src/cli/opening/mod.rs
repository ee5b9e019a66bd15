//! What a command is given, opened: graphs, states of them, texts.

pub mod git;
pub mod git_error;
pub mod loading;
pub mod sentence;
pub mod source;
pub mod state;
pub mod waiting;
pub mod whereabouts;
