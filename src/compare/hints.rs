//! What may account for a difference: slips of scale, unit and digits, implied limits, figures given for several at once.

use super::reason::Reason;
use super::relation::{Hint, HintKind, Relation};
use super::words;
use crate::model::{About, Archive, Claim, Quantity};
use crate::quantity::{Interval, convert, pretty, slips, tidy, unit};

/// Ratios this close, as a share, are taken as equal: printed figures are rounded.
const CLOSE: f64 = 0.02;

/// All hints on two claims that relate so.
pub(super) fn hints(archive: &Archive, a: &Claim, b: &Claim, relation: Relation, reasons: &[Reason]) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let (Some(left), Some(right)) = (a.about.as_quantity(), b.about.as_quantity())
        && left.measure == right.measure
    {
        if relation == Relation::Contradiction {
            hints.extend(slips_between(archive, (a, left), (b, right)));
        }
        hints.extend([a, b].into_iter().filter_map(|claim| implied_limit(archive, claim, relation)));
        hints.extend([a, b].into_iter().filter_map(|claim| shared_figure(archive, claim)));
    }
    hints.extend(worth_a_look(a, b, relation, reasons));
    let noted = [a, b].into_iter().filter_map(|claim| claim.note.as_ref().map(|note| (claim, note)));
    hints.extend(noted.map(|(claim, note)| Hint { kind: HintKind::Note, text: format!("{}: {note}", claim.id) }));
    hints.sort();
    hints.dedup();
    hints
}

fn slips_between(archive: &Archive, a: (&Claim, &Quantity), b: (&Claim, &Quantity)) -> Vec<Hint> {
    if a.0.conversion_of.as_ref() == Some(&b.0.id) || b.0.conversion_of.as_ref() == Some(&a.0.id) {
        return vec![conversion_slip(a, b)];
    }
    let (Some(left), Some(right)) = (single(a.1), single(b.1)) else { return Vec::new() };
    // The ratio of figures of two signs, or of nought, is no power of ten and no factor of two units.
    let ratio = (left / right).max(right / left);
    let found = [scale_slip(ratio), unit_slip(archive, a.0, ratio), swapped_digits(left, right)];
    found.into_iter().flatten().collect()
}

fn single(quantity: &Quantity) -> Option<f64> {
    quantity.stated.single().and(quantity.stated.printed().first().copied())
}

fn conversion_slip(a: (&Claim, &Quantity), b: (&Claim, &Quantity)) -> Hint {
    let (original, copy) = if a.0.conversion_of.is_some() { (b, a) } else { (a, b) };
    let should_be = single(original.1).and_then(|figure| {
        let converted =
            convert(Interval::point(figure), unit(&original.1.unit).ok()?, unit(&copy.1.unit).ok()?).ok()?;
        let word = |quantity: &Quantity| words::unit_word(&quantity.unit, quantity.counts.as_deref());
        let value = pretty(converted.low().value()?.round());
        Some(format!(": {} {} are {value} {}", pretty(figure), word(original.1), word(copy.1)))
    });
    let rounded = should_be.unwrap_or_default();
    let text = format!(
        "the two figures of the conversion do not fit{rounded}; one of the two is wrong, and nothing says which"
    );
    Hint { kind: HintKind::ConversionSlip, text }
}

fn scale_slip(ratio: f64) -> Option<Hint> {
    let power = ratio.log10().round();
    let exact = tidy(10_f64.powf(power));
    let is_slip = power >= 1.0 && (ratio / exact - 1.0).abs() < CLOSE;
    is_slip.then(|| Hint {
        kind: HintKind::ScaleSlip,
        text: format!("one figure is {} times the other: a slip of scale?", pretty(exact)),
    })
}

fn unit_slip(archive: &Archive, claim: &Claim, ratio: f64) -> Option<Hint> {
    let dimension = &unit(&archive.measure_of(claim)?.unit).ok()?.dimension;
    slips().iter().find_map(|slip| {
        let (one, other) = (unit(&slip.0).ok()?, unit(&slip.1).ok()?);
        let factor = (one.factor / other.factor).max(other.factor / one.factor);
        let fits = one.dimension == *dimension && (ratio / factor - 1.0).abs() < CLOSE;
        fits.then(|| Hint {
            kind: HintKind::UnitSlip,
            text: format!("the figures differ as {} and {} do: a slip of unit?", one.name, other.name),
        })
    })
}

/// The smaller figure is told first, whichever claim has it.
fn swapped_digits(one: f64, other: f64) -> Option<Hint> {
    let (a, b) = (one.min(other), one.max(other));
    let (left, right) = (a.to_string(), b.to_string());
    let differing: Vec<usize> =
        left.bytes().zip(right.bytes()).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at).collect();
    let [first, second] = differing[..] else { return None };
    let (l, r) = (left.as_bytes(), right.as_bytes());
    let swapped = left.len() == right.len() && second == first + 1 && l[first] == r[second] && l[second] == r[first];
    swapped.then(|| Hint {
        kind: HintKind::SwappedDigits,
        text: format!("{} and {} have two neighbouring digits swapped", pretty(a), pretty(b)),
    })
}

fn implied_limit(archive: &Archive, claim: &Claim, relation: Relation) -> Option<Hint> {
    let quantity = claim.about.as_quantity()?;
    let (hedge, _) = quantity.stated.single()?;
    let by_law = archive.measure_of(claim).is_some_and(|measure| measure.basis == crate::model::Basis::Limit);
    let applies = hedge.rule().implied && !by_law && relation != Relation::NotComparable;
    applies.then(|| Hint {
        kind: HintKind::ImpliedLimit,
        text: format!("{}: “{}” implies its limit and does not assert it", claim.source, quantity.stated.text()),
    })
}

fn shared_figure(archive: &Archive, claim: &Claim) -> Option<Hint> {
    let others: Vec<&str> = archive
        .siblings(claim)
        .filter(|other| other.scope.place != claim.scope.place)
        .filter_map(|other| other.scope.place.as_ref().map(|place| archive.place_name(place)))
        .collect();
    let own = claim.scope.place.as_ref().map(|place| archive.place_name(place))?;
    (!others.is_empty()).then(|| Hint {
        kind: HintKind::SharedFigure,
        text: format!("{} gives one figure for {own} and {}", claim.source, others.join(", ")),
    })
}

/// Opposite stances that only one rung keeps apart.
fn worth_a_look(a: &Claim, b: &Claim, relation: Relation, reasons: &[Reason]) -> Option<Hint> {
    let (About::Stance(left), About::Stance(right)) = (&a.about, &b.about) else { return None };
    let [reason] = reasons else { return None };
    let applies = relation == Relation::Explained && left.stance != right.stance;
    applies.then(|| Hint {
        kind: HintKind::WorthALook,
        text: format!("what one affirms the other denies; only the {} keeps them apart", reason.word()),
    })
}
