//! Long lists, shown by their beginning.

use gainsay::quantity::pretty;

/// Lists that are longer are shown by their beginning, unless all is asked for.
const MOST: usize = 200;
/// How much of it.
const FIRST: usize = 20;

/// As much of a list as is shown, and where that is not all, what says so: how many more there are, and what lists them.
pub fn first<T>(items: &[T], all: bool) -> (&[T], Option<String>) {
    if all || items.len() <= MOST {
        return (items, None);
    }
    let more = number(items.len() - FIRST);
    (&items[..FIRST], Some(format!("… and {more} more; --all lists them, --format json gives them to programs")))
}

/// A number of things, in words: "1 source", "7,123 sources".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number with commas.
pub fn number(count: usize) -> String {
    pretty(count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut_and_say_so() {
        let long: Vec<usize> = (0..100_000).collect();
        let (shown, more) = first(&long, false);
        assert_eq!(shown.len(), FIRST);
        assert!(more.unwrap_or_default().starts_with("… and 99,980 more"));
        assert_eq!(first(&long, true), (&long[..], None));
        assert_eq!(first(&long[..MOST], false), (&long[..MOST], None));
    }
}
