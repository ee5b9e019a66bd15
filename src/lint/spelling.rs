//! Names that sources spell otherwise.

use super::{Code, Lint};
use crate::model::Archive;

/// Spellings that are neither an actor's name nor one of its aliases.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let all = archive.actors.values().flat_map(|actor| actor.spellings.iter().map(move |spelling| (actor, spelling)));
    all.filter(|(actor, spelling)| spelling.text != actor.name && !actor.aliases.contains(&spelling.text))
        .map(|(actor, spelling)| Lint {
            code: Code::SpellingVariant,
            id: actor.id.to_string(),
            locus: None,
            message: format!("{} spells {} as “{}”", spelling.source, actor.name, spelling.text),
            help: "they are one actor here; keep the source's spelling in quotations only".to_owned(),
        })
        .collect()
}
