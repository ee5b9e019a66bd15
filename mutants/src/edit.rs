//! Mutants written into a file, each behind a switch.

use std::ops::Range;

use crate::mutant::{Genre, Mutant};
use crate::source::{Part, Source};

/// What is put around a range of the code.
struct Edit {
    mutant: usize,
    range: Range<usize>,
    before: String,
    after: &'static str,
}

/// A file with its mutants, and where in it each stands.
pub struct Woven {
    pub text: String,
    pub places: Vec<(usize, Range<usize>)>,
}

/// Writes mutants, by their numbers, into their file.
pub fn weave<'a>(source: &Source, mutants: impl Iterator<Item = (usize, &'a Mutant)>) -> Woven {
    let mut edits: Vec<Edit> = mutants.filter_map(|(number, mutant)| edit(source, number, mutant)).collect();
    // The outermost first; of one range whatever is written first stands outside.
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut woven = Woven { text: String::with_capacity(source.text.len() * 2), places: Vec::new() };
    let mut open: Vec<(&Edit, usize)> = Vec::new();
    let mut at = 0;
    for edit in &edits {
        close(&mut woven, source, &mut open, &mut at, edit.range.start);
        copy(&mut woven, source, &mut at, edit.range.start);
        open.push((edit, woven.text.len()));
        woven.text.push_str(&edit.before);
    }
    close(&mut woven, source, &mut open, &mut at, source.text.len());
    copy(&mut woven, source, &mut at, source.text.len());
    woven
}

/// Ends those edits that end before a byte, or at it.
fn close(woven: &mut Woven, source: &Source, open: &mut Vec<(&Edit, usize)>, at: &mut usize, to: usize) {
    while let Some((edit, start)) = open.pop_if(|(edit, _)| edit.range.end <= to) {
        copy(woven, source, at, edit.range.end);
        woven.text.push_str(edit.after);
        woven.places.push((edit.mutant, start..woven.text.len()));
    }
}

fn copy(woven: &mut Woven, source: &Source, at: &mut usize, to: usize) {
    woven.text.push_str(&source.text[*at..to]);
    *at = to;
}

fn edit(source: &Source, mutant: usize, of: &Mutant) -> Option<Edit> {
    let changed = source.range(&of.span);
    let on = format!("crate::mutant::on({mutant})");
    Some(match of.genre {
        Genre::FnValue => {
            let before = format!("if {on} {{ return {}; }} ", of.replacement);
            Edit { mutant, range: changed, before, after: "" }
        }
        Genre::MatchArmGuard => switch(mutant, changed, &on, &of.replacement),
        Genre::MatchArm => {
            let (part, whole) = source.around(of.genre, &changed)?;
            let Part::Arm { guard } = part else { return None };
            without_arm(mutant, whole, guard, &on)
        }
        Genre::BinaryOperator | Genre::UnaryOperator | Genre::StructField => {
            let (_, whole) = source.around(of.genre, &changed)?;
            let mut end = changed.end;
            if of.genre == Genre::StructField {
                end += source.text[end..whole.end].find(',').map_or(0, |comma| comma + 1);
            }
            let text = &source.text;
            let other = [&text[whole.start..changed.start], &of.replacement, &text[end..whole.end]].concat();
            switch(mutant, whole, &on, &other)
        }
    })
}

fn switch(mutant: usize, range: Range<usize>, on: &str, other: &str) -> Edit {
    Edit { mutant, range, before: format!("(if {on} {{ {other} }} else {{ "), after: " })" }
}

/// An arm that is deleted is one whose guard never holds.
fn without_arm(mutant: usize, whole: Range<usize>, guard: Option<usize>, on: &str) -> Edit {
    match guard {
        Some(start) => Edit { mutant, range: start..whole.end, before: format!("!{on} && ("), after: ")" },
        None => Edit { mutant, range: whole.end..whole.end, before: format!(" if !{on}"), after: "" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mutant::{Place, Span};

    /// The mutant that changes what stands first in the code to something else.
    fn mutant(genre: Genre, code: &str, changed: &str, replacement: &str) -> Mutant {
        let start = code.find(changed).expect("it stands in the code");
        let place = |at| Place { line: 1, column: code[..at].chars().count() + 1 };
        let span = Span { start: place(start), end: place(start + changed.len()) };
        Mutant { name: String::new(), file: String::new(), genre, span, replacement: replacement.to_owned() }
    }

    fn woven(code: &str, mutants: &[Mutant]) -> String {
        let source = Source::read(code.to_owned()).expect("the code parses");
        weave(&source, mutants.iter().enumerate()).text
    }

    #[test]
    fn a_function_answers_another_value() {
        let code = "fn f() -> u32 { 7 }";
        let told = woven(code, &[mutant(Genre::FnValue, code, "7", "0"), mutant(Genre::FnValue, code, "7", "1")]);
        let expected =
            "fn f() -> u32 { if crate::mutant::on(0) { return 0; } if crate::mutant::on(1) { return 1; } 7 }";
        assert_eq!(told, expected);
    }

    #[test]
    fn operators_change_inside_each_other() {
        let code = "fn f(a: u8, é: u8) -> bool { é < 2 && !(a == 1) }";
        let mutants = [
            mutant(Genre::BinaryOperator, code, "<", "<="),
            mutant(Genre::BinaryOperator, code, "&&", "||"),
            mutant(Genre::UnaryOperator, code, "!", ""),
        ];
        let expected = "fn f(a: u8, é: u8) -> bool { (if crate::mutant::on(1) { é < 2 || !(a == 1) } else { \
            (if crate::mutant::on(0) { é <= 2 } else { é < 2 }) && \
            (if crate::mutant::on(2) { (a == 1) } else { !(a == 1) }) }) }";
        assert_eq!(woven(code, &mutants), expected);
    }

    #[test]
    fn an_arm_is_deleted_if_another_takes_its_values() {
        let code = "fn f(a: u8) -> u8 { match a { 1 => 2, 3 if a > 2 => 4, _ => 5 } }";
        let mutants = [
            mutant(Genre::MatchArm, code, "1 => 2", ""),
            mutant(Genre::MatchArm, code, "3 if a > 2 => 4", ""),
            mutant(Genre::MatchArmGuard, code, "a > 2", "true"),
        ];
        let expected = "fn f(a: u8) -> u8 { match a { 1 if !crate::mutant::on(0) => 2, \
            3 if !crate::mutant::on(1) && ((if crate::mutant::on(2) { true } else { a > 2 })) => 4, _ => 5 } }";
        assert_eq!(woven(code, &mutants), expected);
        let whole = "fn f(a: bool) -> u8 { match a { true => 2, false => 4 } }";
        assert_eq!(woven(whole, &[mutant(Genre::MatchArm, whole, "true => 2", "")]), whole);
    }

    #[test]
    fn a_field_is_left_to_what_the_others_come_of() {
        let code = "fn f(a: A) -> A { A { x: 1, ..a } }";
        let told = woven(code, &[mutant(Genre::StructField, code, "x: 1", "")]);
        assert_eq!(told, "fn f(a: A) -> A { (if crate::mutant::on(0) { A {  ..a } } else { A { x: 1, ..a } }) }");
    }

    #[test]
    fn where_a_mutant_stands_is_known() {
        let code = "fn f(a: u8) -> bool { a < 2 }";
        let source = Source::read(code.to_owned()).expect("the code parses");
        let one = mutant(Genre::BinaryOperator, code, "<", "<=");
        let Woven { text, places } = weave(&source, [(5, &one)].into_iter());
        let [(5, place)] = &places[..] else { panic!("{places:?}") };
        assert_eq!(&text[place.clone()], "(if crate::mutant::on(5) { a <= 2 } else { a < 2 })");
    }
}
