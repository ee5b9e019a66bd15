//! Reading texts: laws that hold for any text, and quantities that are read as they were written.

mod any_text;
mod forms;
mod laws;
mod mutations;
mod random;
