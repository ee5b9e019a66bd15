//! Many texts at once: findings grow with the claims and not with their square, and copies are told once.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::check::{Checked, check};
use gainsay::compare::Relation;
use gainsay::ingest::documents;
use gainsay::readers::Document;

/// The most findings for each claim: two of disagreement and two of all else in any case, up to eight that are among the
/// likeliest of both, and the copy of another.
const MOST: usize = 2 * (2 + 4) + 1;

fn read(number: usize, text: &str) -> Document {
    documents(&format!("{number:03}.txt"), text.as_bytes()).unwrap().remove(0)
}

/// A report of which no word is shared in a row with its like, and whose figures differ from it.
fn report(number: usize) -> String {
    let guests = 300 + 7 * number;
    format!(
        "The hotel number{number} fire of Lorn killed {} guests. Some {guests} guests slept{number} in the hotel of Lorn. The \
         fire{number} burned for {} hours in the hotel of Lorn. Damage{number} to the hotel is put at {} million dollars.",
        12 + number % 5,
        2 + number % 3,
        40 + number
    )
}

fn per_claim(count: usize) -> (usize, usize) {
    let texts: Vec<Document> = (0..count).map(|number| read(number, &report(number))).collect();
    let checked = check(&texts, None, &|_| {});
    (checked.matches.len(), checked.corpus.entries().len())
}

#[test]
fn findings_are_bounded_by_the_claims() {
    for count in [120, 240, 480] {
        let (found, claims) = per_claim(count);
        assert!(claims >= 4 * count && found > claims / 2 && found <= MOST * claims, "{count}: {found} of {claims}");
    }
}

/// Texts of their own, each with the same passage and, in one, another figure in it.
fn with_passage(count: usize) -> Vec<Document> {
    let passage =
        "The harbour master closed the port at noon, and 300 lorries had to wait in the rain for the ferries.";
    let own = |number: usize| match number {
        7 => format!("{}\n\n{}", report(number), passage.replace("300", "950")),
        _ => format!("{}\n\n{passage}", report(number)),
    };
    (0..count).map(|number| read(number, &own(number))).collect()
}

/// The findings on lorries, by the texts in which they stand.
fn lorries(checked: &Checked) -> BTreeMap<(usize, usize), Relation> {
    let entries = checked.corpus.entries();
    let counts = |place: usize| ["300", "950"].contains(&entries[place].claim.printed.as_str());
    let own = checked.matches.iter().filter(|one| counts(one.a) && counts(one.b));
    own.map(|one| ((entries[one.a].text, entries[one.b].text), one.verdict.relation)).collect()
}

#[test]
fn a_passage_in_many_texts_is_told_once_for_each() {
    let found = lorries(&check(&with_passage(150), None, &|_| {}));
    let agree: BTreeSet<_> = found.iter().filter(|(_, relation)| **relation == Relation::Agreement).collect();
    assert!(agree.len() == 148 && agree.iter().all(|((first, _), _)| *first == 0), "{}", agree.len());
    assert_eq!(found.get(&(0, 7)), Some(&Relation::Contradiction));
    assert_eq!(found.len(), 149);
}

#[test]
fn in_few_texts_all_copies_are_told() {
    let texts: Vec<Document> = with_passage(9).into_iter().skip(5).collect();
    let found = lorries(&check(&texts, None, &|_| {}));
    let of = |wanted: Relation| found.values().filter(|relation| **relation == wanted).count();
    assert_eq!((of(Relation::Agreement), of(Relation::Contradiction)), (3, 3), "{found:?}");
}
