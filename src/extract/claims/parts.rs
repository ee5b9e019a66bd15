//! A text in two: what stands before its body, and the body. Nothing that is found reaches from the one into the other: "Oct 12 - 31
//! people died" begins with a dateline.

use std::ops::Range;

/// A text in two.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    head: &'a str,
    body: &'a str,
}

impl<'a> Parts<'a> {
    /// A text whose body begins at a byte.
    pub fn new(text: &'a str, body: usize) -> Self {
        let (head, body) = text.split_at_checked(body).unwrap_or(("", text));
        Self { head, body }
    }

    /// What is found in each part; `at` says how to move it from its place in the body to that in the text.
    pub fn each<T>(
        self,
        find: impl Fn(&str) -> Vec<T>,
        at: impl Fn(T, &dyn Fn(Range<usize>) -> Range<usize>) -> T,
    ) -> Vec<T> {
        let moved = |range: Range<usize>| range.start + self.head.len()..range.end + self.head.len();
        let mut found = find(self.head);
        found.extend(find(self.body).into_iter().map(|one| at(one, &moved)));
        found
    }
}
