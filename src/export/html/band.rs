//! The gap: what lies between the two values that disagree the firmest.

use maud::{Markup, html};

use super::draw::{anchor, part, percent, upright};
use super::known::Known;
use super::scale::Scale;
use super::span::{Ends, Span, span};
use crate::compare::{Comparison, Relation};

/// What lies between two values that disagree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    /// Whether no value bridges it; otherwise the edges of the wording do.
    pub is_clash: bool,
    low: f64,
    high: f64,
}

impl Band {
    /// The stretch between the two values of a pair, if they disagree.
    pub fn between(known: &Known<'_>, pair: &Comparison) -> Option<Self> {
        let span = |id| span(known.archive(), known.claim(id)?);
        let (a, b) = (span(&pair.a)?, span(&pair.b)?);
        let (is_clash, (low, high)) = match pair.relation {
            Relation::Contradiction => (true, facing(a.logical, b.logical)?),
            Relation::Tension => (false, facing(a.expected, b.expected)?),
            _ => return None,
        };
        Some(Self { is_clash, low, high })
    }

    /// How it looks.
    pub fn class(&self) -> &'static str {
        if self.is_clash { "clash" } else { "strain" }
    }

    /// Whether a value reaches up to it at most. One that reaches into it takes no part in that disagreement.
    pub fn is_free_of(&self, span: &Span) -> bool {
        let (low, high) = if self.is_clash { span.logical } else { span.expected };
        high.is_some_and(|high| high <= self.low) || low.is_some_and(|low| low >= self.high)
    }

    /// Its part of a bar's row.
    pub fn drawn(&self, scale: &Scale) -> Markup {
        part(self.class(), scale.at(self.low), scale.at(self.high), (1, 24))
    }

    /// The word above all rows, with a bracket as wide as the gap.
    pub fn headed(&self, scale: &Scale) -> Markup {
        let (left, right) = (scale.at(self.low), scale.at(self.high));
        let middle = (left + right) / 2.0;
        html! {
            svg.above aria-hidden="true" {
                text x=(percent(middle)) y="11" text-anchor=(anchor(middle)) { "gap" }
                line.bracket x1=(percent(left)) x2=(percent(right)) y1="16" y2="16" {}
                (upright("bracket", left, (16, "22")))
                (upright("bracket", right, (16, "22")))
            }
        }
    }
}

fn facing(a: Ends, b: Ends) -> Option<(f64, f64)> {
    let apart = |below: Ends, above: Ends| below.1.zip(above.0).filter(|(low, high)| low < high);
    apart(a, b).or_else(|| apart(b, a))
}
