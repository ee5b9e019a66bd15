//! The graph without a record, and as it stood on a day.

use std::collections::BTreeSet;

use gainsay::findings::{Desk, known_at, without};
use gainsay::graph::Node;
use gainsay::model::{Archive, PartialDate, Via};
use proptest::prelude::*;

use crate::trace::laws::{records, won};
use crate::trace::made_up::{WEEKS, claim, graph};
use crate::trace::world::world;

/// Whether every record that a record names is there.
fn is_whole(archive: &Archive) -> bool {
    let claims = archive.claims.values().all(|claim| {
        let via = claim.via.iter().all(|via| match via {
            Via::Source(id) => archive.sources.contains_key(id),
            Via::Claim(id) => archive.claims.contains_key(id),
            Via::Named(_) => true,
        });
        via && archive.sources.contains_key(&claim.source)
    });
    let sources = archive.sources.values().all(|source| {
        let mut named = source.cites.iter().chain(&source.links_to).chain(&source.republishes);
        named.all(|id| archive.sources.contains_key(id))
    });
    claims && sources
}

proptest! {
    #[test]
    fn a_view_names_nothing_that_it_has_not(world in world(), day in 1_u8..21) {
        let archive = world.archive();
        let desk = Desk::new(&archive);
        for record in records(&desk) {
            prop_assert!(is_whole(&without(&archive, &record)), "without {record:?}");
        }
        let day: PartialDate = format!("2031-04-{day:02}").parse().unwrap();
        prop_assert!(is_whole(&known_at(&archive, day.last_day()).0), "on {day}");
    }

    #[test]
    fn a_later_day_knows_more(world in world(), days in prop::array::uniform2(1_u8..21)) {
        let archive = world.archive();
        let known = |day: u8| {
            let day: PartialDate = format!("2031-04-{day:02}").parse().unwrap();
            let (left, undated) = known_at(&archive, day.last_day());
            assert!(undated.iter().all(|source| source.published.is_none()));
            left.claims.into_keys().collect::<BTreeSet<_>>()
        };
        prop_assert!(known(days[0].min(days[1])).is_subset(&known(days[0].max(days[1]))));
    }
}

/// What a source held of a matter goes; what it was said to have it from is no new witness.
#[test]
fn a_source_whose_claim_fell_is_no_origin_of_what_was_taken_from_it() {
    let sources = r#"[(id: "first"), (id: "second"), (id: "third")]"#;
    let claims = [
        ("first", claim("a", "Bare(4_200)", WEEKS, "")),
        ("second", claim("b", "Bare(4_200)", WEEKS, r#"via: [Source("first")],"#)),
        ("third", claim("c", "Bare(4_200)", WEEKS, r#"via: [Source("second"), Named("radio")],"#)),
    ];
    assert_eq!(won(&graph(sources, &claims), &Node::Source("first".into())), []);
}

/// A source that was not out yet is not named by those that were.
#[test]
fn a_day_names_no_source_that_it_does_not_know() {
    let sources = r#"[(id: "first", published: "2031-04-05"), (id: "second", published: "2031-04-02")]"#;
    let claims = [
        ("first", claim("a", "Bare(4_200)", WEEKS, r#"attributed_to: Actor("harbour-office"),"#)),
        ("second", claim("b", "Bare(4_200)", WEEKS, r#"via: [Source("first")],"#)),
    ];
    let archive = graph(sources, &claims);
    let day: PartialDate = "2031-04-03".parse().unwrap();
    assert!(is_whole(&known_at(&archive, day.last_day()).0));
}
