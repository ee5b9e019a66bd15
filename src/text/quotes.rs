//! What stands inside quotation marks.

use std::ops::Range;

/// The byte ranges inside quotation marks, without the marks, in order: “…”, „…“, «…» and "…". A quotation that is not
/// closed ends with its paragraph, for one of several paragraphs opens each of them anew.
pub fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for (at, mark) in text.char_indices() {
        match open {
            Some((start, closers)) if closers.contains(&mark) || ends_paragraph(text, at) => {
                found.push(start..at);
                open = None;
            }
            Some(_) => {}
            None => open = closers(mark).map(|closers| (at + mark.len_utf8(), closers)),
        }
    }
    found.extend(open.map(|(start, _)| start..text.len()));
    found
}

/// The number of the quotation, of ranges in order, that a byte stands in.
pub(crate) fn quotation_at(quoted: &[Range<usize>], byte: usize) -> Option<usize> {
    let place = quoted.partition_point(|range| range.start <= byte).checked_sub(1)?;
    (byte < quoted[place].end).then_some(place)
}

fn closers(mark: char) -> Option<&'static [char]> {
    match mark {
        '“' => Some(&['”']),
        '„' => Some(&['“', '”']),
        '«' => Some(&['»']),
        '"' => Some(&['"']),
        _ => None,
    }
}

/// A line break after which an empty line comes.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let Some(rest) = text[at..].strip_prefix('\n') else { return false };
    rest.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn marks_of_several_kinds_pair() {
        let text = "“One,” she said. \"Two.\" «Trois», „vier“.";
        assert_eq!(inside(text), ["One,", "Two.", "Trois", "vier"]);
    }

    #[test]
    fn a_quotation_that_is_not_closed_ends_with_its_paragraph() {
        assert_eq!(inside("“First part.\n\n“Second part,” he said."), ["First part.", "Second part,"]);
        assert_eq!(inside("a \"stray mark\n \nand \"more\" of it"), ["stray mark", "more"]);
        assert_eq!(inside("to the “end"), ["end"]);
    }
}
