//! The signs by which two claims are likened, and how much each counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::quantity::table;

macro_rules! signs {
    ($($sign:ident $name:literal $what:literal)*) => {
        /// A sign that two claims speak of the same thing, or do not.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign {
            $(#[doc = $what] $sign,)*
        }

        /// The names of all signs, as the table of weights has them.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

signs! {
    Cosine "cosine" "The angle between their terms."
    PlainCosine "plain_cosine" "The same without names."
    NearCosine "near_cosine" "The same for terms beside the figures."
    Overlap "overlap" "How much of the shorter one the other has."
    Names "names" "Names that both have."
    Unit "unit" "How rare their unit is."
    Size "size" "How near the figures are."
    SameValue "same_value" "One value that is seldom met by chance."
    SameText "same_text" "Both stand in one text."
    WholeOther "whole_other" "One is of all, the other is not."
    PartOther "part_other" "One is told as a part, the other is not."
    ChangeOther "change_other" "One is a change, the other is not."
    Rate "rate" "One is a rate over time, the other is not."
    HeadPeople "head_people" "Both count people in general."
    HeadSame "head_same" "Both count the same."
    HeadGeneral "head_general" "One counts people in general."
    HeadOther "head_other" "They count different things."
    HeadOne "head_one" "One says what it counts."
    ModifierShared "modifier_shared" "Both narrow it by the same word."
    ModifierOther "modifier_other" "They narrow it by different words."
    ModifierOne "modifier_one" "One narrows it."
    EventPeople "event_people" "The same happens to people."
    EventSame "event_same" "The same happens."
    EventOther "event_other" "Different things happen."
    EventOne "event_one" "One says what happens."
    DirectionSame "direction_same" "Both rise or both fall."
    DirectionOther "direction_other" "One rises, one falls."
    DirectionOne "direction_one" "One rises or falls."
    Money "money" "Amounts of money."
    Measure "measure" "Measures."
    Share "share" "Shares and ratios."
    Rank "rank" "Ranks."
    Duration "duration" "Lengths of time."
    Time "time" "Dates and times."
    BestBoth "best_both" "Each is the other's best match."
    BestOne "best_one" "One is the other's best match."
}

/// How much of each sign two claims show, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Signs([f64; NAMES.len()]);

impl Signs {
    /// No sign.
    pub fn none() -> Self {
        Self([0.0; NAMES.len()])
    }

    /// Sets a sign.
    pub fn set(&mut self, sign: Sign, value: f64) {
        self.0[sign as usize] = value;
    }

    /// Sets a sign that is there.
    pub fn add(&mut self, sign: Option<Sign>) {
        if let Some(sign) = sign {
            self.set(sign, 1.0);
        }
    }

    /// The weighed sum, with the bias.
    pub fn sum(&self) -> f64 {
        self.0.iter().zip(&WEIGHTS.signs).map(|(value, weight)| value * weight).sum::<f64>() + WEIGHTS.bias
    }

    /// The signs that two claims show, by name.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        NAMES.iter().copied().zip(self.0).filter(|(_, value)| *value != 0.0)
    }
}

/// The table of weights.
pub struct Weights {
    signs: [f64; NAMES.len()],
    bias: f64,
    /// The likelihood from which two claims are held side by side.
    pub likely: f64,
    /// That from which a difference of place, time or people between them is told.
    pub related: f64,
    /// That for figures of two statements which are given to be compared.
    pub stated: f64,
    /// How alike such statements have to be.
    pub stated_alike: f64,
}

/// The weights: a logistic regression on labelled pairs.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let all: BTreeMap<String, f64> = table("weights.ron", include_str!("weights.ron"));
    let get = |name: &str| all.get(name).copied().unwrap_or(0.0);
    Weights {
        signs: std::array::from_fn(|place| get(NAMES[place])),
        bias: get("bias"),
        likely: get("likely"),
        related: get("related"),
        stated: get("stated"),
        stated_alike: get("stated_alike"),
    }
});

/// The weight of one sign.
pub fn weight(sign: Sign) -> f64 {
    WEIGHTS.signs[sign as usize]
}

/// The likelihood for a weighed sum: the logistic function.
pub fn likelihood(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_of_a_sign() {
        let all: BTreeMap<String, f64> = table("weights.ron", include_str!("weights.ron"));
        let other = ["bias", "likely", "related", "stated", "stated_alike"];
        let unknown: Vec<_> =
            all.keys().filter(|key| !NAMES.contains(&key.as_str()) && !other.contains(&key.as_str())).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
