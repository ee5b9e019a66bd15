//! A change of one claim changes few lines, so that two states of a picture under git can be compared.

use gainsay::export::{Format, Selection};
use gainsay::model::Archive;
use similar::{ChangeTag, TextDiff};

use crate::pictures::{exported, graphs};

/// Lines that are gone or new.
fn changed(before: &Archive, after: &Archive, format: Format) -> usize {
    let [before, after] = [before, after].map(|archive| exported(archive, &Selection::Everything, format));
    let diff = TextDiff::from_lines(&before, &after);
    diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).count()
}

/// A claim that disagrees with another, told in other words: its own line, old and new.
#[test]
fn other_words_change_the_line_of_the_claim() {
    let before = graphs::shipped();
    let mut after = before.clone();
    after.claims.get_mut("kz-arrivals-300k").unwrap().says.push_str(", it says");
    assert_eq!(changed(&before, &after, Format::Dot), 2);
    assert_eq!(changed(&before, &after, Format::Svg), 2);
    assert_eq!(changed(&before, &after, Format::Mermaid), 0, "a flowchart has no tooltips");
    assert_eq!(changed(&before, &after, Format::Graphml), 2);
}

/// A claim that goes takes its lines along, and changes those of its source's grid. In a flowchart, lines have numbers, so
/// that a line of numbers for each class changes, too. A picture moves up what is below it.
#[test]
fn a_claim_that_goes_leaves_the_rest_as_it_was() {
    let before = graphs::shipped();
    let after = before.keep(|claim| claim.id.as_str() != "kz-id-numbers-70k-rferl");
    for (format, most) in [(Format::Dot, 3), (Format::Mermaid, 2 + 2 * 6), (Format::Graphml, 30)] {
        let lines = changed(&before, &after, format);
        assert!((1..=most).contains(&lines), "{lines} lines of {}", format.name());
    }
}
