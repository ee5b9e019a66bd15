//! The questions of a view: gathered when a format first asks for them, since many do not.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::findings::{Desk, Question, disagreements, questions};

/// Questions, at hand or still to be gathered of the whole graph.
#[derive(Debug)]
pub struct Asked<'a> {
    desk: &'a Desk<'a>,
    found: OnceLock<Vec<Question>>,
    /// Those on which sources may disagree, where no others were asked for.
    opposed: OnceLock<Vec<Question>>,
}

impl<'a> Asked<'a> {
    /// Those of the whole graph.
    pub(super) fn later(desk: &'a Desk<'a>) -> Self {
        Self { desk, found: OnceLock::new(), opposed: OnceLock::new() }
    }

    /// Those that are given.
    pub(super) fn known(desk: &'a Desk<'a>, questions: Vec<Question>) -> Self {
        Self { desk, found: questions.into(), opposed: OnceLock::new() }
    }

    /// On how many questions sources disagree, if a format has asked for that.
    pub fn counted(&self) -> Option<usize> {
        let known = self.found.get().or_else(|| self.opposed.get())?;
        Some(known.iter().filter(|question| question.is_disagreement()).count())
    }

    /// The questions on which sources disagree, at least.
    pub(super) fn opposed(&self) -> &[Question] {
        self.found.get().unwrap_or_else(|| self.opposed.get_or_init(|| disagreements(self.desk)))
    }
}

impl Deref for Asked<'_> {
    type Target = [Question];

    fn deref(&self) -> &[Question] {
        self.found.get_or_init(|| questions(self.desk))
    }
}
