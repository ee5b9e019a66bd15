//! From which claim of a source another is taken, and who stands behind it.

use gainsay::model::Archive;
use gainsay::trace::Ancestry;

use crate::made_up::{WEEKS, claim, graph};

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
