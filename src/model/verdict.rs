//! Verdicts: free words, but what is dismissed is dismissed in so many, so that no slip dismisses anything.

use crate::codes::Code;

use super::suggest::nearest;

/// How the verdict begins that two claims do not disagree ("dismissed (reason): note").
const DISMISSED: &str = "dismissed";
/// How the verdict begins that they do, where it is not put in other words.
const CONFIRMED: &str = "confirmed";
/// So many letters may be wrong in a word for it still to be taken for a slip, where it stands alone or in prose.
const ALONE: usize = 2;
const IN_PROSE: usize = 1;

/// The words of all reasons for which two claims do not disagree after all.
pub const REASONS: [&str; 15] = [
    "measure",
    "basis",
    "counted",
    "definition",
    "place",
    "population",
    "period",
    "part of whole",
    "unit conversion",
    "rounding",
    "hedge covers",
    "tolerance",
    "rate against total",
    "revision",
    "translation",
];

/// Why a verdict cannot be told from a slip.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VerdictError {
    /// A word that is nearly one of the two.
    #[error("the verdict begins with \"{found}\"")]
    Misspelt {
        /// The word.
        found: String,
        /// What is probably meant.
        meant: &'static str,
    },
    /// Something is dismissed, but not for a reason in brackets, with a colon before anything else.
    #[error("the verdict dismisses without a reason in brackets")]
    NoReason,
    /// It is dismissed for a reason that there is not.
    #[error("no reason to dismiss is called \"{found}\"")]
    UnknownReason {
        /// What stands in brackets.
        found: String,
        /// The nearest reason.
        near: Option<&'static str>,
    },
}

impl VerdictError {
    /// Stable code.
    pub fn code(&self) -> Code {
        Code::UnknownVerdict
    }

    /// What to write.
    pub fn help(&self) -> String {
        let form = "a dismissal is written \"dismissed (definition): why\"";
        let reasons = || format!("reasons are {}", REASONS.join(", "));
        match self {
            Self::Misspelt { meant, .. } => {
                format!(
                    "did you mean \"{meant}\"? {form}; any other verdict begins with \"confirmed\" or with other words"
                )
            }
            Self::NoReason => format!("{form}; {}", reasons()),
            Self::UnknownReason { near: Some(near), .. } => {
                format!("did you mean \"dismissed ({near})\"? {}", reasons())
            }
            Self::UnknownReason { near: None, .. } => reasons(),
        }
    }
}

/// Whether a verdict says that two claims do not disagree after all.
///
/// # Errors
/// If it nearly says so, or says so for no known reason.
pub fn dismisses(verdict: &str) -> Result<bool, VerdictError> {
    let (word, rest) = first_word(verdict);
    if word == DISMISSED {
        return reason(rest).map(|()| true);
    }
    let is_alone = rest.is_empty() || rest.starts_with(':') || rest.trim_start().starts_with('(');
    let most = if is_alone { ALONE } else { IN_PROSE };
    let is_near = |known: &str, most| strsim::osa_distance(&word.to_lowercase(), known) <= most;
    if is_near(DISMISSED, most) {
        return Err(VerdictError::Misspelt { found: word.to_owned(), meant: DISMISSED });
    }
    if is_alone && word.to_lowercase() != CONFIRMED && is_near(CONFIRMED, ALONE) {
        return Err(VerdictError::Misspelt { found: word.to_owned(), meant: CONFIRMED });
    }
    Ok(false)
}

/// What a verdict comes to in a word, where it is one of two: dismissed, or confirmed.
pub fn ruling(verdict: &str) -> Option<&'static str> {
    let word = first_word(verdict).0.to_lowercase();
    [DISMISSED, CONFIRMED].into_iter().find(|known| *known == word)
}

fn first_word(verdict: &str) -> (&str, &str) {
    let verdict = verdict.trim_start();
    verdict.split_at(verdict.find(|letter: char| !letter.is_alphabetic()).unwrap_or(verdict.len()))
}

/// What follows on the word: a reason in brackets, and then nothing or a colon.
fn reason(rest: &str) -> Result<(), VerdictError> {
    let inside = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let (found, after) = inside.ok_or(VerdictError::NoReason)?;
    if !REASONS.contains(&found) {
        return Err(VerdictError::UnknownReason { found: found.to_owned(), near: nearest(found, REASONS) });
    }
    let goes_on = !after.is_empty() && !after.starts_with(':');
    if goes_on { Err(VerdictError::NoReason) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_reason_dismisses() {
        assert_eq!(dismisses("dismissed (period): of other weeks"), Ok(true));
        assert_eq!(dismisses("dismissed (part of whole)"), Ok(true));
        assert_eq!(dismisses("dismissed"), Err(VerdictError::NoReason));
        assert_eq!(dismisses("dismissed: of other weeks"), Err(VerdictError::NoReason));
        assert_eq!(dismisses("dismissed (period) by the desk"), Err(VerdictError::NoReason));
        let unknown = |found: &str, near| Err(VerdictError::UnknownReason { found: found.to_owned(), near });
        assert_eq!(dismisses("dismissed (perod)"), unknown("perod", Some("period")));
        assert_eq!(dismisses("dismissed (whim)"), unknown("whim", None));
    }

    #[test]
    fn a_slip_is_neither_a_dismissal_nor_a_confirmation() {
        let slips = [
            ("dismised (period)", DISMISSED),
            ("Dismissed (period)", DISMISSED),
            ("dissmised", DISMISSED),
            ("dismised as of other weeks", DISMISSED),
            ("comfirmed", CONFIRMED),
            ("confirmd: both stand", CONFIRMED),
        ];
        for (verdict, meant) in slips {
            let found = verdict.split([' ', ':']).next().unwrap().to_owned();
            assert_eq!(dismisses(verdict), Err(VerdictError::Misspelt { found, meant }), "{verdict}");
        }
    }

    #[test]
    fn other_words_are_verdicts_that_leave_the_disagreement() {
        let verdicts =
            ["", "confirmed", "confirmed: both stand", "The second counts crossings", "Dismissal of a minister"];
        assert!(verdicts.into_iter().all(|verdict| dismisses(verdict) == Ok(false)));
    }
}
