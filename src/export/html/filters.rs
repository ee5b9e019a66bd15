//! Search and filters. They need the script, and are not shown without it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::facets::Facets;
use super::known::{Known, name};
use super::text::{short, shown};
use super::words;
use crate::compare::Relation;

/// What can be chosen, by id: the names in the order of the alphabet.
#[derive(Default)]
struct Choices(BTreeMap<String, String>);

impl Choices {
    fn add(&mut self, id: &str, name: &str) {
        self.0.entry(id.to_owned()).or_insert_with(|| shown(&short(name)));
    }

    fn sorted(&self) -> Vec<(&str, &str)> {
        let mut all: Vec<(&str, &str)> = self.0.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        all.sort_by_key(|(id, name)| (name.to_lowercase(), *id));
        all
    }
}

/// The form above the cards.
pub(super) fn filters(known: &Known<'_>) -> Markup {
    let [places, measures, actors, sources] = choices(known);
    html! {
        div #filters .script role="search" aria-label="Search and filters" {
            form {
                p.field.words { label for="q" { "Search" } input #q type="search" name="q" autocomplete="off" placeholder="Words of a question, claim or source"; }
                details #more {
                    summary { "Filters" }
                    div.fields {
                        (select("place", "Place", &places))
                        (select("measure", "What is measured", &measures))
                        (select("actor", "Who said it", &actors))
                        (select("source", "Source", &sources))
                        (relations())
                        p.field { label for="from" { "Period from" } input #from type="date" name="from"; }
                        p.field { label for="to" { "Period to" } input #to type="date" name="to"; }
                    }
                }
                p.outcome { span #found role="status" {} " " button #reset type="reset" { "Reset" } " " button #share type="button" { "Copy link to this view" } }
            }
        }
        "\n"
    }
}

fn choices(known: &Known<'_>) -> [Choices; 4] {
    let [mut places, mut measures, mut actors, mut sources] = std::array::from_fn(|_| Choices::default());
    let archive = known.archive();
    for claim in known.view.claims() {
        let facets = Facets::of(known, claim);
        facets.each_place().for_each(|id| places.add(id.as_str(), archive.place_name(id)));
        facets.each_actor().for_each(|id| actors.add(id.as_str(), archive.actor_name(id)));
        if let Some(measure) = archive.measure_of(claim) {
            measures.add(measure.id.as_str(), &measure.name);
        }
        sources.add(claim.source.as_str(), known.source(&claim.source).map_or("", name));
    }
    [places, measures, actors, sources]
}

fn select(id: &str, label: &str, choices: &Choices) -> Markup {
    html! {
        p.field {
            label for=(id) { (label) }
            select id=(id) name=(id) {
                option value="" { "Any" }
                @for (value, name) in choices.sorted() { "\n" option value=(value) dir="auto" { (name) } }
            }
        }
    }
}

fn relations() -> Markup {
    html! {
        p.field {
            label for="relation" { "How claims relate" }
            select #relation name="relation" {
                option value="" { "Any" }
                @for one in Relation::OF_QUESTIONS { option value=(one.word()) { (words::relation(one)) " (" (one.word()) ")" } }
            }
        }
    }
}
