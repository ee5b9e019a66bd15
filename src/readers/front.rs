//! The head of a Markdown file: `key: value` or `key = value` between fences.

use super::document::{Document, Part};

/// Takes what is known of a document from the lines of its head. Only plain values are read, and lists in one line or with a
/// dash before each item.
pub(super) fn take(document: &mut Document, head: &str) {
    let mut key = String::new();
    for line in head.lines() {
        let item = line.trim_start().strip_prefix("- ").filter(|_| !key.is_empty());
        let value = match (item, line.split_once([':', '='])) {
            (Some(item), _) => item,
            (None, Some((name, value))) if !name.starts_with([' ', '\t', '#', '-']) => {
                key = name.trim().to_ascii_lowercase();
                value
            }
            _ => continue,
        };
        for value in items(value) {
            set(document, &key, value);
        }
    }
}

fn items(value: &str) -> Vec<&str> {
    let value = value.trim();
    let list = value.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let items: Vec<&str> = list.map_or_else(|| vec![value], |list| list.split(',').collect());
    let quotes = |mark: char| mark == '"' || mark == '\'';
    items.into_iter().map(|item| item.trim().trim_matches(quotes)).filter(|item| !item.is_empty()).collect()
}

fn set(document: &mut Document, key: &str, value: &str) {
    let owned = || value.to_owned();
    match key {
        "title" | "headline" if document.title.is_none() => document.title = Some(Part { text: owned(), span: None }),
        "author" | "authors" | "by" => document.author.push(owned()),
        "date" | "published" if document.date.is_none() => document.set_date(value),
        "outlet" | "publisher" | "publication" | "source" | "site" if document.outlet.is_none() => {
            document.outlet = Some(owned());
        }
        "url" | "link" | "canonical" if document.url.is_none() => document.url = Some(owned()),
        _ => {}
    }
}
