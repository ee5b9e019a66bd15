//! Values that cannot be: shares beyond the whole, counts below nothing.

use super::{Code, Lint};
use crate::model::{Archive, Basis, Claim, Measure};
use crate::quantity::unit;

/// Quantities of which no allowed value lies in what their measure can take.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    let claims = archive.claims.values();
    claims
        .filter_map(|claim| Some((claim, fault(claim, archive.measure_of(claim)?)?)))
        .map(|(claim, message)| lint(claim, &message))
        .collect()
}

fn fault(claim: &Claim, measure: &Measure) -> Option<String> {
    let quantity = claim.about.as_quantity()?;
    let (low, high) = (quantity.bounds.logical.low().value(), quantity.bounds.logical.high().value());
    let counts = unit(&measure.unit).is_ok_and(|unit| unit.dimension == "count");
    let text = quantity.stated.text();
    match measure.basis {
        Basis::Share if low.is_some_and(|low| low > 100.0) => {
            Some(format!("a share of {text} percent is more than the whole"))
        }
        Basis::Stock | Basis::Flow | Basis::Share if counts || measure.basis == Basis::Share => {
            high.filter(|high| *high < 0.0).map(|_| format!("{text} is less than nothing"))
        }
        _ => None,
    }
}

fn lint(claim: &Claim, message: &str) -> Lint {
    Lint {
        code: Code::ImplausibleValue,
        id: claim.id.to_string(),
        locus: Some(claim.locus.clone()),
        message: format!("{}: {message}", claim.id),
        help: "check the value, its unit and the basis of its measure".to_owned(),
    }
}
