//! Colours and widths of text for people.

use anstyle::{AnsiColor, Style};
use gainsay::compare::Relation;
use gainsay::findings::Change;

/// Words in a style. What they hold is shown, not obeyed.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{}{style:#}", shown(text))
}

/// Headings.
pub fn bold(text: &str) -> String {
    paint(Style::new().bold(), text)
}

/// What is there for completeness.
pub fn dim(text: &str) -> String {
    paint(Style::new().dimmed(), text)
}

/// Ids, to be typed.
pub fn id(text: &str) -> String {
    paint(AnsiColor::Cyan.on_default(), text)
}

/// Marks below what is meant.
pub fn marks(text: &str) -> String {
    paint(AnsiColor::Red.on_default().bold(), text)
}

/// A relation in its colour.
pub fn relation(relation: Relation) -> String {
    let color = match relation {
        Relation::Contradiction => AnsiColor::Red,
        Relation::Tension => AnsiColor::Yellow,
        Relation::Agreement => AnsiColor::Green,
        Relation::Explained => AnsiColor::Blue,
        Relation::NotComparable => AnsiColor::White,
    };
    paint(color.on_default().bold(), relation.word())
}

/// The sign of a change in its colour.
pub fn change(change: Change) -> String {
    let color = match change {
        Change::Added => AnsiColor::Green,
        Change::Changed => AnsiColor::Yellow,
        Change::Removed => AnsiColor::Red,
    };
    paint(color.on_default().bold(), change.sign())
}

/// The narrowest and the widest that lines are made, in characters.
const WIDTHS: (usize, usize) = (40, 160);
/// How wide they are where nothing says how wide the terminal is.
const PLAIN: usize = 100;

/// How wide lines are made that have a choice.
pub fn width() -> usize {
    told().map_or(PLAIN, |width| width.clamp(WIDTHS.0, WIDTHS.1))
}

/// How wide no line may be if it can be folded. Where nothing says how wide the terminal is, there is no such width: a file or
/// another program gets lines as they are.
pub fn limit() -> Option<usize> {
    told().map(|width| width.max(WIDTHS.0))
}

/// Width of the terminal; where there is none, what `COLUMNS` says.
fn told() -> Option<usize> {
    let terminal = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    terminal.or_else(|| std::env::var("COLUMNS").ok()?.parse().ok())
}

/// Text in lines of at most so many characters, each but the first indented.
pub fn wrap(text: &str, width: usize, indent: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let room = width.saturating_sub(indent);
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + 1 + word.chars().count() > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join(&format!("\n{}", " ".repeat(indent)))
}

/// Control characters and changes of direction shown, not obeyed.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|letter| show(letter, &mut shown));
    shown
}

/// Whether a terminal would do what a character says. What turns the direction of letters may make a text look like another.
pub fn is_obeyed(letter: char) -> bool {
    let turns = matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || letter.is_control() && letter != '\n'
}

fn show(letter: char, shown: &mut String) {
    if is_obeyed(letter) {
        shown.extend(letter.escape_default());
    } else {
        shown.push(letter);
    }
}

/// What goes to a terminal: our own styles, and no other control character. It is the last wall, for texts that nobody has put
/// through [`shown`].
pub fn walled(text: &str) -> String {
    let mut walled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = style(rest).unwrap_or_else(|| {
            show(letter, &mut walled);
            0
        });
        walled.push_str(&rest[..length]);
        rest = &rest[length.max(letter.len_utf8())..];
    }
    walled
}

/// The length of the style that a text begins with: `ESC [ digits m`.
fn style(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("\u{1b}[")?;
    let end = inside.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
    inside[end..].starts_with('m').then_some("\u{1b}[".len() + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_pass_the_wall_and_nothing_else_does() {
        let own = format!("{} and {}", bold("x\u{1b}[2Jy"), id("a\u{202e}b"));
        assert_eq!(walled(&own), own);
        assert!(own.contains("x\\u{1b}[2Jy") && own.contains("a\\u{202e}b"), "{own:?}");
        let hostile = "a\u{1b}]0;t\u{7}b\u{9b}2Jc\u{7f}\u{202e}d\r\te\u{1b}[2J\u{1b}\n";
        let shown = "a\\u{1b}]0;t\\u{7}b\\u{9b}2Jc\\u{7f}\\u{202e}d\\r\\te\\u{1b}[2J\\u{1b}\n";
        assert_eq!(walled(hostile), shown);
    }
}
