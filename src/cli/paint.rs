//! Colours and widths of text for people.

use anstyle::{AnsiColor, Style};
use gainsay::compare::Relation;
use gainsay::findings::Change;

/// Words in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
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

/// Width of the terminal; where there is none, what `COLUMNS` says.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    let told = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal.or_else(told).map_or(PLAIN, |width| width.clamp(WIDTHS.0, WIDTHS.1))
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

/// Control characters shown, not obeyed.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter.is_control() && letter != '\n' {
            true => shown.extend(letter.escape_default()),
            false => shown.push(letter),
        }
    }
    shown
}
