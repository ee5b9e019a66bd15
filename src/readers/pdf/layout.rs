//! From letters on pages to paragraphs.

use std::collections::BTreeMap;

/// A letter on a page. The page's own units, from its lower left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// What it stands for; none if the file does not say.
    pub text: Option<String>,
    /// Left end.
    pub x: f64,
    /// Right end.
    pub end: f64,
    /// The line that it stands on.
    pub y: f64,
    /// Height of its font.
    pub size: f64,
}

/// A gap of so many parts of the font's height is a space.
const SPACE: f64 = 0.18;
/// Letters whose lines differ by less than this part of their height stand on one.
const SAME_LINE: f64 = 0.4;
/// A step down of so many usual ones begins a paragraph.
const PARAGRAPH: f64 = 1.35;
/// Fonts differ in height if one is so many times the other.
const OTHER_SIZE: f64 = 1.15;
/// From this many pages on, what stands at the top or foot of more than half of them belongs to none.
const PAGES: usize = 3;

/// A line of a page.
struct Line {
    text: String,
    y: f64,
    start: f64,
    end: f64,
    size: f64,
}

/// The paragraphs of a page, from top to bottom as they are drawn.
pub(super) fn paragraphs(glyphs: &[Glyph]) -> Vec<String> {
    let lines = lines(glyphs);
    let step = usual_step(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in lines.iter().filter(|line| !line.text.trim().is_empty()) {
        let text = line.text.trim();
        match (before, paragraphs.last_mut()) {
            (Some(before), Some(paragraph))
                if continues(before, line, step) || goes_on_above(before, line, paragraph, text) =>
            {
                join(paragraph, text);
            }
            _ => paragraphs.push(text.to_owned()),
        }
        before = Some(line);
    }
    paragraphs
}

fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        let text = glyph.text.as_deref().unwrap_or("\u{fffd}");
        match lines.last_mut() {
            Some(line) if on_line(line, glyph) => {
                let gap = glyph.x - line.end;
                if gap > SPACE * glyph.size && !line.text.ends_with(' ') && !text.starts_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(text);
                line.end = glyph.end;
                line.size = line.size.max(glyph.size);
            }
            _ => {
                lines.push(Line { text: text.to_owned(), y: glyph.y, start: glyph.x, end: glyph.end, size: glyph.size })
            }
        }
    }
    lines
}

/// On the same line and not before its end, but for letters that are drawn over each other.
fn on_line(line: &Line, glyph: &Glyph) -> bool {
    let size = line.size.max(glyph.size);
    (line.y - glyph.y).abs() < SAME_LINE * size && glyph.x > line.end - size
}

/// The step from line to line that is met most often.
fn usual_step(lines: &[Line]) -> f64 {
    let steps = lines.windows(2).map(|two| two[0].y - two[1].y).filter(|step| *step > 0.0 && *step < 200.0);
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    steps.for_each(|step| *counts.entry(tenths(step)).or_default() += 1);
    let most = counts.iter().max_by_key(|(step, count)| (**count, std::cmp::Reverse(**step)));
    most.map_or(0.0, |(step, _)| f64::from(*step) / 10.0)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and below 2000")]
fn tenths(step: f64) -> u32 {
    (step * 10.0).round() as u32
}

/// Whether a line goes on with the paragraph of the one before: the next one down, in letters of the same height.
fn continues(before: &Line, line: &Line, step: f64) -> bool {
    let down = before.y - line.y;
    let usual = step.max(before.size.max(line.size));
    let (small, large) = (before.size.min(line.size), before.size.max(line.size));
    let beside = down.abs() < SAME_LINE * large && line.start > before.end;
    large < small * OTHER_SIZE && (beside || (down > 0.0 && down < usual * PARAGRAPH))
}

/// Whether a sentence goes on at the top of the next column.
fn goes_on_above(before: &Line, line: &Line, paragraph: &str, text: &str) -> bool {
    line.y > before.y && !paragraph.ends_with(['.', ':', '!', '?', '”', '"']) && text.starts_with(char::is_lowercase)
}

/// Adds a line; a word that was parted at its end is put together.
fn join(paragraph: &mut String, line: &str) {
    let parted = paragraph.strip_suffix(['-', '\u{ad}']).filter(|head| head.ends_with(char::is_alphabetic));
    match parted {
        Some(head) if line.starts_with(char::is_lowercase) => paragraph.truncate(head.len()),
        _ if paragraph.ends_with('-') => {}
        _ => paragraph.push(' '),
    }
    paragraph.push_str(line);
}

/// Takes away what stands at the top or foot of pages: numbers alone, and what most pages have there, but for its digits. At
/// the top of the first page it stays: there it is the title.
pub(super) fn without_margins(pages: &mut [Vec<String>]) {
    for foot in [false, true] {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        pages.iter().filter_map(|page| edge(page, foot)).for_each(|key| *counts.entry(key).or_default() += 1);
        let many = pages.len();
        for (at, page) in pages.iter_mut().enumerate() {
            let Some(key) = edge(page, foot) else { continue };
            let on_most = (foot || at > 0) && many >= PAGES && counts.get(&key).is_some_and(|count| count * 2 > many);
            if on_most || key == "#" {
                page.remove(if foot { page.len() - 1 } else { 0 });
            }
        }
    }
}

/// The first or last paragraph of a page with one sign for each of its numbers.
fn edge(page: &[String], foot: bool) -> Option<String> {
    let text = if foot { page.last() } else { page.first() }?;
    let mut key = String::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        match letter {
            digit if digit.is_numeric() && key.ends_with('#') => {}
            digit if digit.is_numeric() => key.push('#'),
            other => key.push(other),
        }
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lines: &[(&str, f64, f64)]) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for (text, y, size) in lines {
            let mut x = 0.0;
            for letter in text.chars() {
                // A space is only a gap here.
                if letter != ' ' {
                    glyphs.push(Glyph { text: Some(letter.into()), x, end: x + 5.0, y: *y, size: *size });
                }
                x += 5.0;
            }
        }
        glyphs
    }

    #[test]
    fn lines_make_paragraphs() {
        let page = written(&[
            ("A headline", 700.0, 18.0),
            ("The har-", 670.0, 10.0),
            ("bour shut", 658.0, 10.0),
            ("at noon.", 646.0, 10.0),
            ("Then 300", 622.0, 10.0),
            ("lorries.", 610.0, 10.0),
        ]);
        assert_eq!(paragraphs(&page), ["A headline", "The harbour shut at noon.", "Then 300 lorries."]);
    }

    #[test]
    fn a_sentence_goes_on_in_the_next_column() {
        let mut page = written(&[("Left side,", 700.0, 10.0), ("to its end", 688.0, 10.0)]);
        let right = written(&[("and on.", 700.0, 10.0)]);
        page.extend(right.into_iter().map(|glyph| Glyph { x: glyph.x + 300.0, end: glyph.end + 300.0, ..glyph }));
        assert_eq!(paragraphs(&page), ["Left side, to its end and on."]);
    }

    #[test]
    fn numbers_and_running_heads_go() {
        let page =
            |number: usize| vec!["Report 2024".to_owned(), format!("Text of {number}0 lines."), number.to_string()];
        let mut pages: Vec<Vec<String>> = (1..=4).map(page).collect();
        without_margins(&mut pages);
        assert_eq!(pages[2], ["Text of 30 lines."]);
        assert_eq!(pages[0], ["Report 2024", "Text of 10 lines."]);
    }
}
