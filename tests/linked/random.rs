//! Laws of linked data and JSON for made-up graphs.

use gainsay::export::Format;
use proptest::prelude::*;
use serde_json::Value;

use crate::linked::counts::{both_agree, check};
use crate::linked::schema::faults;
use crate::linked::support::{exported, triples};
use crate::support::fixture::archive;
use crate::support::strategies::sketches;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn made_up_graphs_count_the_same_in_linked_data(sketches in sketches()) {
        let archive = archive(&sketches);
        check(&archive);
        both_agree(&archive);
    }

    #[test]
    fn made_up_graphs_are_as_the_schema_says(sketches in sketches()) {
        let json: Value = serde_json::from_str(&exported(&archive(&sketches), Format::Json)).unwrap();
        prop_assert_eq!(faults(&json), Vec::<String>::new());
    }

    #[test]
    fn any_text_comes_back(says in any::<String>(), name in "\\PC{0,40}") {
        let mut archive = archive(&[]);
        archive.title.clone_from(&says);
        archive.actors.values_mut().for_each(|actor| actor.name.clone_from(&name));
        for (format, title) in [
            (Format::Turtle, "http://purl.org/dc/terms/title"),
            (Format::Jsonld, "https://schema.org/name"),
        ] {
            let found = triples(&exported(&archive, format), format);
            prop_assert!(found.contains(&("urn:gainsay:graph".into(), title.into(), says.clone())));
            let actor = ("urn:gainsay:actor/office".into(), "https://schema.org/name".into(), name.clone());
            prop_assert!(found.contains(&actor));
        }
    }
}
