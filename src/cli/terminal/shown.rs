//! Long lists, shown by their beginning.

use gainsay::findings::Desk;
use gainsay::model::Claim;
use gainsay::quantity::pretty;
use gainsay::trace::Origin;

/// Lists that are longer are shown by their beginning, unless all is asked for.
pub const MOST: usize = 200;
/// How much of it.
pub const FIRST: usize = 20;

/// As much of a list as is shown, and where that is not all, what says so: how many more there are, and what lists them.
pub fn first<T>(items: &[T], all: bool) -> (&[T], Option<String>) {
    if all || items.len() <= MOST {
        return (items, None);
    }
    let more = number(items.len() - FIRST);
    (&items[..FIRST], Some(format!("… and {more} more; --all lists them, --format json gives them to programs")))
}

/// The origins of a claim in words; of many the first.
pub fn origins(desk: &Desk<'_>, claim: &Claim) -> String {
    let all: Vec<&Origin> = desk.origins(claim).collect();
    let (shown, more) = first(&all, false);
    let texts = shown.iter().map(|origin| origin.text(desk.archive));
    let more = more.map(|_| format!("… and {} more", number(all.len() - shown.len())));
    texts.chain(more).collect::<Vec<_>>().join("; ")
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
