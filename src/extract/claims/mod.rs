//! From figures to claims: what is counted, what happens to it, where, when, on whose word, and whether it is denied. Rules
//! and words are data (`rules/`).

mod candidate;
mod context;
mod language;
mod parts;
mod passes;
mod sentence;
mod speakers;
mod subject;
mod term;
mod value;
mod wording;
mod year;

pub(crate) use candidate::is_news;
pub use candidate::{Candidate, Said, Speaker, Weighted, When};
pub use language::definition::Definition;
pub use language::{Class, LANGUAGE, Language, Sort};
pub use sentence::{Sentence, sentences};
pub use term::Term;
pub use value::stated;
pub use year::open_day;

use std::ops::Range;

use jiff::civil::Date;

use self::context::Context;
use crate::readers;
use crate::text::Document;

/// What is known of a text beside its words.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The day of publication, by which "on Tuesday" is reckoned.
    pub date: Option<Date>,
    /// Who publishes it.
    pub outlet: Option<String>,
    /// Where the text itself begins: its head, with outlet and date, makes no claims.
    pub body: usize,
    /// The headline, which makes claims although it stands before the text.
    pub title: Option<Range<usize>>,
}

impl Setting {
    /// What is known of a document.
    pub fn of(document: &readers::Document) -> Self {
        Self {
            date: document.date.map(|days| days.last),
            outlet: document.outlet.clone(),
            body: document.body,
            title: document.title.as_ref().and_then(|title| title.span.clone()),
        }
    }
}

/// The terms of words that are no text of their own: a name, a label.
pub fn terms_of(words: &str) -> Vec<Term> {
    let own = crate::text::words(words);
    let sentence = Sentence { span: 0..words.len(), words: 0..own.len(), paragraph: 0 };
    term::terms(words, &own, &sentence)
}

/// The claims of a text, one for each figure that is no name, ordinal or age, in order.
pub fn candidates(document: &Document<'_>, setting: &Setting) -> Vec<Candidate> {
    let context = Context::new(document, setting);
    let mut mentions = passes::superlative::ranks(&context);
    for mention in &context.mentions {
        match passes::parted::levels(document.text(), mention) {
            Some(levels) => mentions.extend(levels),
            None => mentions.push(mention.clone()),
        }
    }
    mentions.sort_by_key(|mention| mention.span.start);
    let mut claims: Vec<Candidate> = mentions.iter().filter_map(|mention| context.candidate(mention)).collect();
    passes::total::totals(context.words, &mut claims);
    passes::ellipsis::distribute(&mut claims);
    passes::aside::mark(&mut claims);
    claims
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::extract::figures::Change;
    use crate::quantity::table;

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Example {
        id: String,
        text: String,
        claims: Vec<String>,
    }

    fn examples() -> Vec<Example> {
        table("examples.ron", include_str!("rules/examples.ron"))
    }

    fn read(text: &str) -> Vec<Candidate> {
        candidates(&Document::new(text), &Setting { date: "2031-05-14".parse().ok(), ..Setting::default() })
    }

    /// What is told of a claim beside its figure, thing, event, place and speaker.
    fn flags(claim: &Candidate) -> String {
        let told = [
            (claim.denied, "denied"),
            (claim.part, "part"),
            (claim.whole, "whole"),
            (claim.limit, "limit"),
            (claim.direction == Some(true), "rises"),
            (claim.direction == Some(false), "falls"),
        ];
        let told = told.iter().filter(|(is, _)| *is).map(|(_, word)| (*word).to_owned());
        let lasting = claim.lasting.map(|days| format!("over {days} days"));
        let rank = match claim.said {
            Said::Rank(rank) => Some(format!("rank {rank}")),
            _ => None,
        };
        let all: Vec<String> =
            told.chain(rank).chain(claim.change().map(Change::word).map(str::to_owned)).chain(lasting).collect();
        all.join(", ")
    }

    fn line(claim: &Candidate) -> String {
        let event = claim.event.map(|event| LANGUAGE.class_of(event).id.clone());
        let speaker = claim.speaker.as_ref().map(|speaker| speaker.name.clone());
        let told = [claim.counted.clone(), event, claim.place.clone(), speaker, Some(flags(claim))];
        let told = told.map(|word| word.filter(|word| !word.is_empty()).unwrap_or_else(|| "-".to_owned()));
        format!("{} | {}", claim.printed, told.join(" | "))
    }

    #[test]
    fn examples_read_as_they_should() {
        let differs = |one: &Example| {
            let found: Vec<String> = read(&one.text).iter().map(line).collect();
            (found != one.claims).then(|| format!("{}: {}\n  {:?}\nnot\n  {:?}", one.id, one.text, found, one.claims))
        };
        let wrong: Vec<String> = examples().iter().filter_map(differs).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn headlines_make_claims_that_are_nobodys() {
        let text = "STORM KILLS 12 IN LORN, MAYOR SAYS\nLorn Echo, 3 May 2031\n\nThe storm came, and 40 boats sank.";
        let body = text.find("The storm").unwrap();
        let found = candidates(&Document::new(text), &Setting { body, title: Some(0..34), ..Setting::default() });
        assert_eq!(found.iter().map(|claim| claim.printed.as_str()).collect::<Vec<_>>(), ["12", "40"]);
        assert_eq!(found[0].speaker, None);
        let shares = "Half the boats, twice the rain\n\nThe storm came.";
        let setting = Setting { body: 32, title: Some(0..30), ..Setting::default() };
        assert_eq!(candidates(&Document::new(shares), &setting), []);
    }

    #[test]
    fn a_dateline_says_when_and_where_a_text_was_written_and_not_when_and_where_something_happened() {
        let text =
            "Valley cut off\nLORN, 15 May 2031 - Around 90 boats sank off the island on Saturday, rescuers said.";
        let (body, title) = (text.find("Around").unwrap(), Some(0..14));
        let setting = Setting { date: "2031-05-15".parse().ok(), body, title, ..Setting::default() };
        let found = candidates(&Document::new(text), &setting);
        assert_eq!((found[0].printed.as_str(), found[0].period.as_deref()), ("90", Some("Saturday")));
        assert!(found.iter().flat_map(|claim| &claim.places).all(|place| place.key != crate::text::key("Lorn")));
        let text = "LORN, May 15 - 31 people died on Saturday.";
        let setting = Setting { body: text.find("31").unwrap(), title: None, ..setting };
        assert_eq!(candidates(&Document::new(text), &setting)[0].printed, "31");
    }

    #[test]
    fn the_day_on_which_somebody_spoke_is_not_the_day_of_what_they_told() {
        let period =
            |text| read(text).iter().find(|claim| claim.printed == "40").and_then(|claim| claim.period.clone());
        assert_eq!(period("The guild said on Monday it would close 40 kilns."), None);
        assert_eq!(period("The guild said on Monday that 40 kilns had closed in May."), Some("May".to_owned()));
        assert_eq!(period("On Monday 40 kilns closed, the guild said."), Some("Monday".to_owned()));
        assert_eq!(period("Insurance claims in May rose to 40."), Some("May".to_owned()));
        assert_eq!(period("There were 40 reports in May of such fires."), Some("May".to_owned()));
        assert_eq!(period("Some 40 cases were confirmed in May."), Some("May".to_owned()));
    }

    #[test]
    fn every_class_of_events_has_an_example() {
        let claims: Vec<Candidate> = examples().iter().flat_map(|one| read(&one.text)).collect();
        let found = |class: &&Class| {
            claims.iter().filter_map(|claim| claim.event).any(|event| LANGUAGE.class_of(event).id == class.id)
        };
        let events = LANGUAGE.classes().iter().filter(|class| class.sort == Sort::Event);
        let without: Vec<&str> = events.filter(|class| !found(class)).map(|class| class.id.as_str()).collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
