//! Filters over questions.

pub(super) mod known;

use std::collections::BTreeSet;

use jiff::civil::Date;
use regex::{Regex, RegexBuilder};

use self::known::{Known, is_in, rests_on};
use super::questions::question::Question;
use crate::codes::Code;
use crate::compare::Relation;
use crate::model::{Archive, Claim, ClaimId};

/// What a question must have to be shown; what is `None` or empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words or a regular expression in the title or in what a claim says.
    pub about: Option<String>,
    /// Id of a measure.
    pub measure: Option<String>,
    /// Id or name of a place; its parts count.
    pub place: Option<String>,
    /// Id or name of an actor to whom a claim is attributed; whoever speaks for it counts.
    pub actor: Option<String>,
    /// Id of a source.
    pub source: Option<String>,
    /// First day of interest.
    pub since: Option<Date>,
    /// Last day of interest.
    pub until: Option<Date>,
    /// Smallest gap.
    pub min_gap: Option<f64>,
    /// Relations to show; disagreements if empty.
    pub relations: Vec<Relation>,
}

/// Why a filter cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FilterError {
    /// The regular expression cannot be read.
    #[error("--about \"{}\" cannot be read as a pattern: {error}", short(pattern))]
    Pattern {
        /// The expression.
        pattern: String,
        /// What is wrong with it.
        error: String,
    },
    /// Nothing in the graph has that id or name.
    #[error("no {option} has the id or name \"{value}\"{}", near.as_ref().map_or(String::new(), |near| format!("; did you mean \"{near}\"?")))]
    Unknown {
        /// The option.
        option: &'static str,
        /// What was asked for.
        value: String,
        /// The nearest known id.
        near: Option<String>,
    },
}

impl FilterError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            FilterError::Pattern { .. } => Code::BadPattern,
            FilterError::Unknown { .. } => Code::UnknownId,
        }
    }
}

impl Filter {
    /// The questions that pass, in their order.
    ///
    /// # Errors
    /// If a pattern cannot be read, or an id or name is unknown.
    pub fn apply(&self, archive: &Archive, questions: Vec<Question>) -> Result<Vec<Question>, FilterError> {
        let known = Known::resolve(self, archive)?;
        self.pass(&known, archive, questions)
    }

    /// The same with what the options name looked up already.
    pub(super) fn pass(
        &self,
        known: &Known,
        archive: &Archive,
        questions: Vec<Question>,
    ) -> Result<Vec<Question>, FilterError> {
        let about = self.about.as_deref().map(pattern).transpose()?;
        Ok(questions
            .into_iter()
            .filter(|question| self.passes_relation(question) && self.passes_gap(question))
            .filter(|question| about.as_ref().is_none_or(|about| mentions(about, archive, question)))
            .filter(|question| self.passes_claims(archive, known, question))
            .collect())
    }

    /// Whether only questions can pass on which some claims are opposed.
    pub fn is_of_disagreements(&self) -> bool {
        self.relations.iter().all(|relation| relation.is_disagreement())
    }

    /// The claims on questions that pass, and those that pass by themselves without being on any; `None` if nothing is asked
    /// for. Relations and gaps are those of questions alone.
    ///
    /// # Errors
    /// As [`Filter::apply`].
    pub fn claims(&self, archive: &Archive, passing: &[Question]) -> Result<Option<BTreeSet<ClaimId>>, FilterError> {
        if *self == Self::default() {
            return Ok(None);
        }
        let mut claims: BTreeSet<ClaimId> = passing.iter().flat_map(Question::claims).cloned().collect();
        if self.min_gap.is_none() && self.relations.is_empty() {
            let about = self.about.as_deref().map(pattern).transpose()?;
            let known = Known::resolve(self, archive)?;
            let says = |claim: &Claim| about.as_ref().is_none_or(|about| about.is_match(&claim.says));
            let passes = |claim: &&Claim| says(claim) && known.pass(archive, claim) && self.in_time(claim);
            claims.extend(archive.claims.values().filter(passes).map(|claim| claim.id.clone()));
        }
        Ok(Some(claims))
    }

    fn passes_relation(&self, question: &Question) -> bool {
        if self.relations.is_empty() {
            question.is_disagreement() || question.worth_a_look
        } else {
            self.relations.contains(&question.relation)
        }
    }

    fn passes_gap(&self, question: &Question) -> bool {
        self.min_gap.is_none_or(|least| question.gap.is_some_and(|gap| gap.size >= least))
    }

    fn passes_claims(&self, archive: &Archive, known: &Known, question: &Question) -> bool {
        let ids = question.claims();
        let claims: Vec<&Claim> = ids.into_iter().filter_map(|id| archive.claims.get(id)).collect();
        let any = |test: &dyn Fn(&Claim) -> bool| claims.iter().any(|claim| test(claim));
        known
            .measure
            .as_ref()
            .is_none_or(|id| any(&|claim| claim.about.measure().is_some_and(|own| own.as_str() == id)))
            && known.source.as_ref().is_none_or(|id| any(&|claim| claim.source.as_str() == id))
            && known.place.as_ref().is_none_or(|id| any(&|claim| is_in(archive, claim, id)))
            && known.actor.as_ref().is_none_or(|id| any(&|claim| rests_on(claim, id)))
            && any(&|claim| self.in_time(claim))
    }

    fn in_time(&self, claim: &Claim) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let (start, end) = claim.when().map_or((None, None), |period| period.window.reach());
        if start.is_none() && end.is_none() {
            return false;
        }
        self.since.is_none_or(|since| end.is_none_or(|end| end >= since))
            && self.until.is_none_or(|until| start.is_none_or(|start| start <= until))
    }
}

/// A pattern that finds its words whatever their case.
fn pattern(text: &str) -> Result<Regex, FilterError> {
    let built = RegexBuilder::new(text).case_insensitive(true).build();
    let built = built.map_err(|error| error.to_string());
    built.map_err(|error| FilterError::Pattern { pattern: text.to_owned(), error: reason(&error) })
}

/// Letters of a pattern that are told, at most.
const TOLD: usize = 200;

fn short(pattern: &str) -> String {
    match pattern.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", &pattern[..end]),
        None => pattern.to_owned(),
    }
}

/// What is wrong with a pattern: above its last line the pattern is shown once more.
fn reason(error: &str) -> String {
    error.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

fn mentions(about: &Regex, archive: &Archive, question: &Question) -> bool {
    let says = |id| archive.claims.get(id).is_some_and(|claim: &Claim| about.is_match(&claim.says));
    about.is_match(&question.title) || question.claims().into_iter().any(says)
}
