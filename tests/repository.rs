//! What holds for the files of the project: layers, dependencies, no copied sentences.

mod architecture;
mod dependencies;
mod no_copied_text;
