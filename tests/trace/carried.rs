//! From which claim of a source another is taken, and who stands behind it.

use gainsay::model::Archive;
use gainsay::trace::{Ancestry, End, Step, chain, proposals};

use crate::trace::made_up::{WEEKS, claim, graph, graph_with};

fn origins(archive: &Archive, id: &str) -> Vec<String> {
    let ancestry = Ancestry::new(archive);
    ancestry.origins(&id.into()).map(|origin| origin.id().to_owned()).collect()
}

#[test]
fn of_two_claims_with_one_figure_the_one_that_says_the_same_is_taken() {
    let sources = r#"[(id: "first", kind: Article, published: "2031-04-03"), (id: "second", kind: Article, published: "2031-04-04")]"#;
    let master = r#"attributed_to: Actor("harbour-master"),"#;
    let workers = r#"attributed_to: Actor("port-workers"),"#;
    let claims = [
        ("first", claim("first-1", "MoreThan(4_200)", WEEKS, master)),
        ("first", claim("first-2", "About(4_200)", WEEKS, workers)),
        ("second", claim("second-1", "About(4_200)", WEEKS, r#"via: [Source("first")],"#)),
    ];
    assert_eq!(origins(&graph(sources, &claims), "second-1"), ["port-workers"]);
}

#[test]
fn whoever_has_no_name_is_told_apart_from_those_who_have() {
    let sources = r#"[(id: "first", kind: Article)]"#;
    let claims = [
        ("first", claim("unnamed", "About(4_200)", WEEKS, r#"attributed_to: Unnamed("some"),"#)),
        ("first", claim("named", "About(9_000)", WEEKS, r#"attributed_to: Actor("port-workers"),"#)),
    ];
    let archive = graph(sources, &claims);
    let ancestry = Ancestry::new(&archive);
    let unnamed = ["unnamed", "named"].map(|id| ancestry.unnamed(&id.into()).is_some());
    assert_eq!(unnamed, [true, false]);
}

/// Where a chain ends, and after how many steps, if so many persons speak one for the next.
fn end_of_speakers(many: usize) -> (usize, End) {
    let actor = |at: usize| {
        let speaks_for = if at + 1 < many { format!("speaks_for: [(actor: \"a{}\")]", at + 1) } else { String::new() };
        format!("(id: \"a{at}\", name: \"A {at}\", kind: Person, {speaks_for})")
    };
    let actors = format!("[{}]", (0..many).map(actor).collect::<Vec<_>>().join(","));
    let told = claim("told", "Bare(4_200)", WEEKS, r#"attributed_to: Actor("a0"),"#);
    let archive = graph_with(&actors, r#"[(id: "first", kind: Article)]"#, &[("first", told)]);
    let mut step: Step = chain(&archive, &Ancestry::new(&archive), &archive.claims["told"]);
    let mut steps = 0;
    while let Some(above) = step.above.pop() {
        (step, steps) = (above, steps + 1);
    }
    (steps, step.end.unwrap())
}

#[test]
fn whoever_speaks_for_very_many_is_told_as_far_as_is_shown() {
    assert_eq!(end_of_speakers(3), (3, End::NamedActor));
    assert_eq!(end_of_speakers(200), (200, End::NamedActor));
    assert_eq!(end_of_speakers(201), (200, End::TooLong));
}

#[test]
fn ends_of_chains_have_words_of_their_own() {
    let ends = [
        End::NamedActor,
        End::PrimarySource,
        End::Unnamed("some".to_owned()),
        End::Circular,
        End::ShownBefore,
        End::TooLong,
        End::NotHeld,
        End::Unknown,
    ];
    let words: std::collections::BTreeSet<&str> = ends.iter().map(End::word).filter(|word| word.len() > 3).collect();
    assert_eq!(words.len(), ends.len());
}

#[test]
fn of_those_who_may_have_had_it_before_the_surest_are_proposed_first() {
    let sources = r#"[(id: "early", published: "2031-04-03"), (id: "late", published: "2031-04-05"), (id: "later", published: "2031-04-06"),
        (id: "month", published: "2031-04"), (id: "same", published: "2031-04-05"), (id: "undated")]"#;
    let master = r#"attributed_to: Actor("harbour-master"),"#;
    let said = |id: &str, value: &str| claim(id, value, WEEKS, master);
    let claims = [
        ("early", said("z-early", "Bare(4_200)")),
        ("early", said("y-rounded", "Bare(4_000)")),
        ("late", claim("late-1", "Bare(4_200)", WEEKS, "")),
        ("later", said("later-1", "Bare(4_200)")),
        ("month", said("month-1", "Bare(4_200)")),
        ("same", said("same-1", "Bare(4_200)")),
        ("undated", said("undated-1", "Bare(4_200)")),
    ];
    let archive = graph(sources, &claims);
    let found = proposals(&archive, &Ancestry::new(&archive), &archive.claims["late-1"]);
    let told: Vec<(&str, bool, bool)> = found.iter().map(|one| (one.from.as_str(), one.earlier, one.rounded)).collect();
    let earlier = [("z-early", true, false), ("y-rounded", true, true)];
    assert_eq!(told, [&earlier[..], &[("month-1", false, false), ("same-1", false, false)]].concat());
}
