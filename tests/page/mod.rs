//! The page of `export --to html`, as far as it can be told without a browser.

mod fixture;
mod markup;

mod contents;
mod safety;
mod stability;
