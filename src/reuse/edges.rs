//! Where a passage begins and ends in bytes: its words, and the marks at its edges that both texts have.

use std::ops::Range;

/// Both ranges, with the opening marks right before and the closing marks right after that stand in both texts.
pub(super) fn with_marks(texts: [&str; 2], ranges: [Range<usize>; 2]) -> [Range<usize>; 2] {
    let [a, b] = texts;
    let opening = opened(&a[..ranges[0].start]).zip(opened(&b[..ranges[1].start]));
    let after = [&a[ranges[0].end..], &b[ranges[1].end..]].map(|text| text.chars().take_while(|mark| closes(*mark)));
    let [after_a, after_b] = after;
    let closing = after_a.zip(after_b).take_while(|(one, other)| plain(*one) == plain(*other));
    let (longer_a, longer_b) = closing.fold((0, 0), |(a, b), (one, other)| (a + one.len_utf8(), b + other.len_utf8()));
    let (before_a, before_b) = opening.map_or((0, 0), |(one, other)| (one.len_utf8(), other.len_utf8()));
    let [range_a, range_b] = ranges;
    [range_a.start - before_a..range_a.end + longer_a, range_b.start - before_b..range_b.end + longer_b]
}

/// The opening mark at the end of what stands before, if nothing stands right before it.
fn opened(before: &str) -> Option<char> {
    let mark =
        before.chars().next_back().filter(|mark| matches!(mark, '“' | '„' | '«' | '"' | '‘' | '\'' | '(' | '['))?;
    let outer = before[..before.len() - mark.len_utf8()].chars().next_back();
    outer.is_none_or(char::is_whitespace).then_some(mark)
}

fn closes(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | ')' | ']') || plain(mark) == '"' && mark != '„' || plain(mark) == '\''
}

/// Quotation marks of all kinds alike.
fn plain(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widened<'a>(a: &'a str, b: &'a str, words: &str) -> [&'a str; 2] {
        let find = |text: &str| text.find(words).map(|start| start..start + words.len()).unwrap_or_default();
        let [range_a, range_b] = with_marks([a, b], [find(a), find(b)]);
        [&a[range_a], &b[range_b]]
    }

    #[test]
    fn marks_that_both_have_belong_to_the_passage() {
        assert_eq!(widened("He: “so it is.” And", "\"so it is.\"", "so it is"), ["“so it is.”", "\"so it is.\""]);
        assert_eq!(widened("so it is. And", "so it is, and", "so it is"), ["so it is", "so it is"]);
        assert_eq!(widened("so it is„x", "so it is„x", "so it is"), ["so it is", "so it is"], "it opens");
        assert_eq!(widened("(so it is", "so it is", "so it is"), ["so it is", "so it is"]);
        assert_eq!(widened("x\"so it is", "\"so it is", "so it is"), ["so it is", "so it is"]);
    }
}
