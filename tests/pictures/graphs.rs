//! Random graphs: claims of all measures, who said and carried them, and texts that mean harm.

use gainsay::model::{Archive, Attribution, ClaimId, SourceId, Via};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::fixture;
use crate::support::strategies::sketches;

/// Texts that some format could take for its own signs.
pub fn hostile() -> impl Strategy<Value = String> {
    let known = select(vec![
        "plain words",
        "",
        "\"quoted\" 'twice' `thrice`",
        "{braces} [brackets] <angles> |pipes|",
        "a \\ b \\n \\\" \\N \\G",
        "line\nbreak\r\ntab\t.",
        "</script><img src=x onerror=alert(1)>",
        "]]> --> <!-- & &lt; &amp; &#0; &nope;",
        "%%{init: {\"securityLevel\": \"loose\"}}%% #quot; #35; ; end",
        "$$x^2$$ **bold** _it_ 1. item\n- item",
        "שלום \u{202e}gnp.exe\u{202c} \u{2066}x\u{2069} مرحبا",
        "\u{0}\u{1}\u{1b}[31mred\u{1b}[0m\u{7f}\u{85}\u{fffe}\u{ffff}",
        "=1+1 @SUM(A1) -2 +3",
        "日本語のとても長い名前と絵文字👩‍👩‍👧",
        "e\u{301}\u{302}\u{303} combining",
    ]);
    prop_oneof![6 => known.prop_map(str::to_owned), 2 => any::<String>(), 1 => Just("long ".repeat(2_000)), 1 => Just("x".repeat(10_000))]
}

/// A graph with ties between its claims and sources, and with hostile texts wherever a text may stand.
pub fn graph() -> impl Strategy<Value = Archive> {
    let texts = prop::collection::vec(hostile(), 40);
    let ties = prop::collection::vec((0_u8..6, 0_usize..12, 0_usize..12), 0..10);
    (sketches(), ties, texts).prop_map(|(sketches, ties, texts)| {
        let mut archive = fixture::archive(&sketches);
        ties.iter().for_each(|tie| add(&mut archive, *tie));
        spoil(&mut archive, &texts);
        archive
    })
}

/// Adds a tie between two claims or sources, whichever the numbers come to.
fn add(archive: &mut Archive, (kind, from, to): (u8, usize, usize)) {
    let claims: Vec<ClaimId> = archive.claims.keys().cloned().collect();
    let sources: Vec<SourceId> = archive.sources.keys().cloned().collect();
    let (a, b) = (&claims[from % claims.len()], &claims[to % claims.len()]);
    let (first, second) = (&sources[from % sources.len()], &sources[to % sources.len()]);
    match (archive.claims.get_mut(a), archive.sources.get_mut(first)) {
        (Some(claim), _) if kind == 0 && a != b => claim.via.push(Via::Claim(b.clone())),
        (Some(claim), _) if kind == 1 => claim.via.push(Via::Source(second.clone())),
        (Some(claim), _) if kind == 2 && a != b => claim.supersedes.push(b.clone()),
        (Some(claim), _) if kind == 3 && a != b => claim.conversion_of = Some(b.clone()),
        (_, Some(source)) if kind == 4 && first != second => source.cites.push(second.clone()),
        (_, Some(source)) if kind == 5 && first != second => source.republishes = Some(second.clone()),
        _ => {}
    }
}

/// Puts texts wherever one may stand.
pub fn spoil(archive: &mut Archive, texts: &[String]) {
    let mut texts = texts.iter().cycle().cloned();
    let mut next = || texts.next().unwrap_or_default();
    archive.title = next();
    for source in archive.sources.values_mut() {
        (source.title, source.outlet, source.note) = (Some(next()), Some(next()), Some(next()));
        source.authors = vec![next(), next()];
        source.url = Some(format!("{}{}", ["https://a.example/", "javascript:"][source.id.as_str().len() % 2], next()));
    }
    archive.actors.values_mut().for_each(|actor| actor.name = next());
    archive.places.values_mut().for_each(|place| place.name = next());
    archive.populations.values_mut().for_each(|population| population.name = next());
    archive.events.values_mut().for_each(|event| event.name = next());
    archive.measures.values_mut().for_each(|measure| measure.name = next());
    archive.propositions.values_mut().for_each(|proposition| proposition.text = next());
    for claim in archive.claims.values_mut() {
        claim.says = next();
        claim.evidence.iter_mut().for_each(|evidence| evidence.fragment = next());
        if let Attribution::Unnamed(words) = &mut claim.attribution {
            *words = next();
        }
    }
}

/// The graph that is shipped.
pub fn shipped() -> Archive {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    gainsay::store::load(&folder).unwrap_or_else(|error| panic!("{error:?}"))
}
