//! `check` on whole texts: the articles beside the project, a draft against the graph, clusters of reports with what is known
//! of them, and standard input.

mod articles;
mod clusters;
mod draft;
mod failing;
mod gold;
mod input;
mod many;
mod score;
