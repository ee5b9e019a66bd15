//! Questions of measures with something in braces that is not filled in.

use super::{Code, Lint};
use crate::model::{Archive, Measure, PLACEHOLDERS, nearest};

/// What would be shown as it stands, in every heading of the measure.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    archive
        .measures
        .values()
        .flat_map(|measure| odd(measure).map(|(name, closed)| lint(measure, name, closed)))
        .collect()
}

/// What follows on each brace that opens no placeholder, and whether it is closed.
fn odd(measure: &Measure) -> impl Iterator<Item = (&str, bool)> {
    let opened = measure.question.as_deref().unwrap_or_default().split('{').skip(1);
    let named = opened.map(|rest| rest.split_once('}').map_or((rest, false), |(name, _)| (name, true)));
    named.filter(|(name, is_closed)| !is_closed || !PLACEHOLDERS.contains(name))
}

fn lint(measure: &Measure, name: &str, is_closed: bool) -> Lint {
    let what =
        if is_closed { format!("{{{name}}}") } else { format!("the brace before \"{name}\", which is not closed") };
    let near = nearest(name, PLACEHOLDERS).map_or(String::new(), |near| format!("did you mean {{{near}}}? "));
    let known = PLACEHOLDERS.map(|name| format!("{{{name}}}")).join(" and ");
    Lint {
        code: Code::UnknownPlaceholder,
        id: measure.id.to_string(),
        locus: None,
        message: format!("in the question of {}, nothing is filled in for {what}", measure.id),
        help: format!("{near}{known} are filled in"),
    }
}
