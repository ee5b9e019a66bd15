//! The signs by which two claims are likened, and how much each counts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

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
    Wordless "wordless" "They have next to no words in common but names."
    FewWords "few_words" "They have few words in common."
    Unit "unit" "How rare their unit is."
    Size "size" "How near the figures are."
    TimeNear "time_near" "How near the dates or times of day are."
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
    Rounded "rounded" "One value, rounded or in another unit."
    Reckoned "reckoned" "One of them only by reckoning."
    ReckonedNear "reckoned_near" "One of them only by reckoning, and terms beside both."
    UnitApart "unit_apart" "They are printed in two units and far apart."
    DefinitionOther "definition_other" "One says what belongs to it."
    UnitSame "unit_same" "Both are printed in one unit."
    PlaceSame "place_same" "Both name one place."
    PlaceApart "place_apart" "They name different places."
    PlaceOne "place_one" "One names a place."
    WhenSame "when_same" "Both are of one time."
    WhenApart "when_apart" "They are of different times."
    WhenOne "when_one" "One tells its time."
    NamesOther "names_other" "They name different names."
    SpeakerSame "speaker_same" "Both are on one word."
    DeniedOther "denied_other" "One is denied."
    LimitBoth "limit_both" "Both are limits."
    LimitOther "limit_other" "One is a limit."
    SameSentence "same_sentence" "Both stand in one sentence."
    Beside "beside" "How near they stand in one text."
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

    /// How much of a sign they show.
    pub fn get(&self, sign: Sign) -> f64 {
        self.0[sign as usize]
    }

    /// Sets a sign that is there.
    pub fn add(&mut self, sign: Option<Sign>) {
        if let Some(sign) = sign {
            self.set(sign, 1.0);
        }
    }

    /// The weighed sum, with the bias.
    pub fn sum(&self, model: &Model) -> f64 {
        self.0.iter().zip(&model.weights).map(|(value, weight)| value * weight).sum::<f64>() + model.bias
    }

    /// The signs that two claims show, by name.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        NAMES.iter().copied().zip(self.0).filter(|(_, value)| *value != 0.0)
    }
}

/// How much each sign counts.
#[derive(Debug)]
pub struct Model {
    weights: [f64; NAMES.len()],
    bias: f64,
}

impl Model {
    /// The weight of one sign.
    pub fn weight(&self, sign: Sign) -> f64 {
        self.weights[sign as usize]
    }
}

/// The table of weights, as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    likely: f64,
    known: f64,
    related: f64,
    alike: f64,
    stated: f64,
    stated_alike: f64,
    same_thing: BTreeMap<String, f64>,
    one_matter: BTreeMap<String, f64>,
}

/// The table of weights.
#[derive(Debug)]
pub struct Weights {
    /// That two claims speak of the same thing.
    pub same: Model,
    /// That they are of one matter, though perhaps of other people, places, times or parts of it.
    pub matter: Model,
    /// The likelihood of the same thing from which two claims are held side by side.
    pub likely: f64,
    /// The same for a claim of a text and one of a graph.
    pub known: f64,
    /// That of one matter from which a difference of place, time or people between them is told.
    pub related: f64,
    /// That of the same thing from which one telling value in both is an agreement.
    pub alike: f64,
    /// That of the same thing for figures of two statements which are given to be compared.
    pub stated: f64,
    /// How alike such statements have to be.
    pub stated_alike: f64,
}

/// The weights: logistic regressions on labelled pairs.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    let written: Written = table("weights.ron", include_str!("weights.ron"));
    let model = |all: &BTreeMap<String, f64>| {
        let get = |name: &str| all.get(name).copied().unwrap_or(0.0);
        Model { weights: std::array::from_fn(|place| get(NAMES[place])), bias: get("bias") }
    };
    Weights {
        same: model(&written.same_thing),
        matter: model(&written.one_matter),
        likely: written.likely,
        known: written.known,
        related: written.related,
        alike: written.alike,
        stated: written.stated,
        stated_alike: written.stated_alike,
    }
});

/// The likelihood for a weighed sum: the logistic function.
pub fn likelihood(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_of_a_sign() {
        let written: Written = table("weights.ron", include_str!("weights.ron"));
        let all = written.same_thing.keys().chain(written.one_matter.keys());
        let unknown: Vec<_> = all.filter(|key| !NAMES.contains(&key.as_str()) && *key != "bias").collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
