//! `extract` held against the claims that the graph has of the five articles, where their texts are at hand.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use gainsay::extract::time::times;
use gainsay::extract::{Change, Kind, Mention, Value, extract};
use gainsay::model::{About, Archive, Claim, Window};
use gainsay::quantity::{Amount, Stated};
use gainsay::store;
use jiff::ToSpan;
use jiff::civil::{Date, date};

static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    store::load(&dir).unwrap_or_else(|error| panic!("{error:?}"))
});

/// An article, a day about which it was written, and the quantities in it of which the graph has no claim, in bytes.
struct Article {
    source: &'static str,
    dateline: Date,
    others: &'static [(usize, usize)],
}

const ARTICLES: [Article; 5] = [
    Article { source: "tracking-russian-migrants-2022", dateline: date(2022, 11, 1), others: &[(4773, 4779)] },
    Article {
        source: "carnegie-neighbours-2022",
        dateline: date(2022, 9, 28),
        others: &[(1074, 1077), (5764, 5768), (6646, 6650)],
    },
    Article { source: "doolotkeldieva-2022", dateline: date(2022, 11, 1), others: &[] },
    Article { source: "next-for-russians-2022", dateline: date(2022, 11, 1), others: &[(2344, 2347), (6898, 6902)] },
    Article { source: "moscow-campaign-2025", dateline: date(2025, 9, 1), others: &[(7485, 7494)] },
];

fn texts() -> Option<PathBuf> {
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !texts.is_dir() {
        println!("no texts beside the project: nothing to hold the mentions against");
    }
    texts.is_dir().then_some(texts)
}

impl Article {
    fn text(&self, folder: &Path) -> String {
        let text = ARCHIVE
            .sources
            .values()
            .find(|source| source.id.as_str() == self.source)
            .and_then(|source| source.text.as_ref());
        let file = folder.join(&text.unwrap_or_else(|| panic!("{} has no text", self.source)).file);
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// Its claims that have figures, each with its evidence.
    fn claims(&self) -> Vec<(&'static Claim, Vec<Range<usize>>)> {
        let own = ARCHIVE.claims.values().filter(|claim| claim.source.as_str() == self.source);
        let figured = own.filter(|claim| matches!(claim.about, About::Quantity(_) | About::Date(_) | About::Rank(_)));
        let bytes =
            |claim: &Claim| claim.evidence.iter().filter_map(|one| one.bytes).map(|(from, to)| from..to).collect();
        figured.map(|claim| (claim, bytes(claim))).collect()
    }
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn number(value: &Option<Value>) -> Option<f64> {
    value.and_then(Value::number)
}

/// The ends of a mention as the graph has them: shares in percent.
fn ends(mention: &Mention) -> (Option<f64>, Option<f64>) {
    let bare = mention.kind == Kind::Share && mention.unit.is_none();
    let scaled = |value: &Option<Value>| number(value).map(|number| if bare { number * 100.0 } else { number });
    (scaled(&mention.low), scaled(&mention.high))
}

fn same(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-6 * a.abs().max(b.abs()),
        (None, None) => true,
        _ => false,
    }
}

/// Whether mentions say what the claim states: both ends in one of them, or a change with its ends in two.
fn states(stated: &Stated, mentions: &[&Mention]) -> bool {
    let (low, high) = stated.figures();
    let whole = |mention: &&Mention| {
        ends(mention) == (low, high) || (same(ends(mention).0, low) && same(ends(mention).1, high))
    };
    let part = |end: Option<f64>| mentions.iter().any(|mention| ends(mention) == (end, end));
    let of_change = |mention: &&Mention| {
        mention.change == Some(Change::FromTo) && low == high && [ends(mention).0, ends(mention).1].contains(&low)
    };
    mentions.iter().any(|mention| whole(mention) || of_change(mention) || vague(stated, mention))
        || stated.pair().is_some() && part(low) && part(high)
}

/// Words without a number: the mention leaves room for what the word asserts, and no end that it does not have.
fn vague(stated: &Stated, mention: &Mention) -> bool {
    let Some((_, amount @ Amount::Word(_))) = stated.single() else { return false };
    let Some(floor) = amount.rule().filter(|rule| rule.floor().is_some()) else { return false };
    let (low, high) = ends(mention);
    low.is_some_and(|low| low > 0.0 && low <= floor.number()) && high.is_none_or(|high| high > floor.number())
}

fn is_right(claim: &Claim, evidence: &[Range<usize>], mentions: &[Mention], article: &Article, text: &str) -> bool {
    let near: Vec<&Mention> =
        mentions.iter().filter(|one| evidence.iter().any(|bytes| meets(&one.span, bytes))).collect();
    match &claim.about {
        About::Quantity(quantity) => states(&quantity.stated, &near),
        About::Rank(rank) => near.iter().any(|mention| ends(mention).0 == Some(f64::from(rank.rank))),
        About::Date(when) => match when.when.window {
            Window::Known(first, last) if when.when.form.event().is_none() => {
                let days = (Some(first), Some(last));
                // Where no year is printed, which of the two nearest is meant is for the reader to tell.
                let years = [article.dateline, article.dateline.saturating_sub(1.year())];
                let near = |span: &Range<usize>| evidence.iter().any(|bytes| meets(span, bytes));
                let mut times = years.into_iter().flat_map(|day| times(text, Some(day)));
                times.any(|time| near(&time.span) && time.days() == days)
            }
            _ => near.iter().any(|mention| mention.kind == Kind::Duration),
        },
        _ => false,
    }
}

#[test]
fn the_claims_of_each_article_are_found() {
    let Some(folder) = texts() else { return };
    for article in &ARTICLES {
        let (text, claims) = (article.text(&folder), article.claims());
        let mentions = extract(&text);
        let missed: Vec<&str> = claims
            .iter()
            .filter(|(claim, evidence)| !is_right(claim, evidence, &mentions, article, &text))
            .map(|(claim, _)| claim.id.as_str())
            .collect();
        println!("{}: {} of {} claims right", article.source, claims.len() - missed.len(), claims.len());
        println!("  missed {missed:?}");
        assert!(
            claims.len() >= 10 && missed.len() * 20 <= claims.len(),
            "{}: {missed:?} of {}",
            article.source,
            claims.len()
        );
    }
}

#[test]
fn what_is_no_figure_is_no_quantity() {
    let Some(folder) = texts() else { return };
    for article in &ARTICLES {
        let mentions = extract(&article.text(&folder));
        let quantities: Vec<&Mention> = mentions.iter().filter(|mention| mention.kind.is_quantity()).collect();
        let known: Vec<Range<usize>> = article
            .claims()
            .into_iter()
            .flat_map(|(_, evidence)| evidence)
            .chain(article.others.iter().map(|(start, end)| *start..*end))
            .collect();
        let noise: Vec<&Range<usize>> = quantities
            .iter()
            .map(|one| &one.span)
            .filter(|span| !known.iter().any(|bytes| meets(span, bytes)))
            .collect();
        println!("{}: {} of {} quantities are noise: {noise:?}", article.source, noise.len(), quantities.len());
        assert!(noise.len() * 20 < quantities.len(), "{}: {noise:?} of {}", article.source, quantities.len());
    }
}
