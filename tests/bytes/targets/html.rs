//! Any bytes as a page of the web.

use super::documents;

pub fn run(bytes: &[u8]) {
    documents::read("a.html", bytes);
}
