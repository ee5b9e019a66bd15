//! The codes of all checks: stable, so that they can be named in scripts.

use serde::Serialize;

/// The checks, by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// Figures that an identity ties together do not add up.
    BrokenSum,
    /// Nobody with a name stands behind a claim.
    ChainEndsUnnamed,
    /// Sources have it from each other.
    CircularSourcing,
    /// The two figures of a conversion do not fit.
    ConversionSlip,
    /// Evidence no longer stands in its text.
    EvidenceMoved,
    /// A running total falls.
    FallingToll,
    /// A value that its measure cannot take.
    ImplausibleValue,
    /// A judgement rests on a claim that has changed.
    JudgementReopened,
    /// Two actors look like one.
    LookAlikes,
    /// Every source of a figure has it from one origin.
    OneOrigin,
    /// A named outlet is that of a source in the graph.
    OutletHeld,
    /// One source asserts one thing twice.
    RepeatedClaim,
    /// Two texts share a passage word for word.
    SharedPassage,
    /// A source spells an actor's name otherwise.
    SpellingVariant,
    /// Figures add up only at the edge of their hedges.
    StrainedSum,
    /// A claim is taken from a source that was published later.
    TakenFromLater,
    /// An origin contradicts its own earlier figure.
    UnmarkedRevision,
    /// No claim needs the record.
    UnusedRecord,
}

impl Code {
    /// All codes, in order.
    pub const ALL: [Code; 18] = [
        Code::BrokenSum,
        Code::ChainEndsUnnamed,
        Code::CircularSourcing,
        Code::ConversionSlip,
        Code::EvidenceMoved,
        Code::FallingToll,
        Code::ImplausibleValue,
        Code::JudgementReopened,
        Code::LookAlikes,
        Code::OneOrigin,
        Code::OutletHeld,
        Code::RepeatedClaim,
        Code::SharedPassage,
        Code::SpellingVariant,
        Code::StrainedSum,
        Code::TakenFromLater,
        Code::UnmarkedRevision,
        Code::UnusedRecord,
    ];

    /// The code as written.
    pub fn name(self) -> &'static str {
        match self {
            Code::BrokenSum => "broken-sum",
            Code::ChainEndsUnnamed => "chain-ends-unnamed",
            Code::CircularSourcing => "circular-sourcing",
            Code::ConversionSlip => "conversion-slip",
            Code::EvidenceMoved => "evidence-moved",
            Code::FallingToll => "falling-toll",
            Code::ImplausibleValue => "implausible-value",
            Code::JudgementReopened => "judgement-reopened",
            Code::LookAlikes => "look-alikes",
            Code::OneOrigin => "one-origin",
            Code::OutletHeld => "outlet-held",
            Code::RepeatedClaim => "repeated-claim",
            Code::SharedPassage => "shared-passage",
            Code::SpellingVariant => "spelling-variant",
            Code::StrainedSum => "strained-sum",
            Code::TakenFromLater => "taken-from-later",
            Code::UnmarkedRevision => "unmarked-revision",
            Code::UnusedRecord => "unused-record",
        }
    }

    /// What the check looks for, and what to do about what it finds.
    pub fn explanation(self) -> &'static str {
        match self {
            Code::BrokenSum => {
                "Three figures of one source that an identity of measures.ron ties together (arrivals less \
                 departures is the net) do not add up, whatever their hedges allow. At least one of them is wrong, \
                 or counts something else. Ask the source which."
            }
            Code::ChainEndsUnnamed => {
                "The text gives the claim on the word of somebody whom it does not name: “some figures”, “reports”. \
                 It cannot be asked, and may be any of the named origins. Ask the source; `gainsay trace` proposes \
                 earlier claims with the same figure."
            }
            Code::CircularSourcing => {
                "Sources cite, republish or take claims from each other in a circle, so that none of them has it \
                 from outside. Find out which had it first; until then the circle is one origin at most. Links \
                 alone make no circle."
            }
            Code::ConversionSlip => {
                "A text gives one figure in two units, and the two do not come to the same: “1,400 km (250 miles)”. \
                 One of them is wrong, and nothing in the text says which. Ask the publisher, and cite neither \
                 until then."
            }
            Code::EvidenceMoved => {
                "The text on disk is not the one that was read: a fragment has moved, changed or gone. `gainsay \
                 verify --texts DIR` says what stands there now and proposes new places; nothing is re-anchored by \
                 itself."
            }
            Code::FallingToll => {
                "One origin gives a running total (“since the storm”) that is lower on a later day. It is a \
                 correction or a slip. Ask; if it is a correction, let the later claim supersede the earlier one."
            }
            Code::ImplausibleValue => {
                "The value is one that its measure cannot take: a share above 100 percent, a count below zero. Check the \
                 figure, its unit, and the basis of the measure."
            }
            Code::JudgementReopened => {
                "An editor judged claims that have changed since: their fingerprints are no longer those that the \
                 judgement names. Judge again, with the fingerprints that `gainsay show` prints."
            }
            Code::LookAlikes => {
                "Two actors of one kind have names that differ by spelling or transliteration only. If they are one \
                 person, keep one record and list the other name under `spellings`: as two, they count as two \
                 origins."
            }
            Code::OneOrigin => {
                "Three or more sources carry a figure, and all of them have it from one named origin. They are one \
                 witness, not three. Look for somebody who counted for himself."
            }
            Code::OutletHeld => {
                "A claim is said to come by way of an outlet that is only named, and a source of that outlet with a claim on the \
                 same subject is in the graph. If that is the one, name the source: a name alone counts as an origin of its own."
            }
            Code::RepeatedClaim => {
                "One source asserts one thing twice: the same subject, scope and value on the same word. Keep one \
                 claim and give it both pieces of evidence."
            }
            Code::SharedPassage => {
                "Two texts share a passage word for word: one has it from the other, or both from a third. For what stands in \
                 it they are one witness. Where words differ inside a copied passage, somebody changed them: look there first."
            }
            Code::SpellingVariant => {
                "A source spells an actor's name otherwise than the record does. The spellings are known to be one \
                 actor; quote the source's spelling only in quotations."
            }
            Code::StrainedSum => {
                "Three figures of one source that an identity of measures.ron ties together do not add up as \
                 printed; only the edges of “about” and “a little more than” save them. A reader who subtracts will \
                 find another figure. Ask whether they count the same people over the same time."
            }
            Code::TakenFromLater => {
                "A claim is said to be taken from a source that was published after its own. A date is wrong, the \
                 page was changed, or the claim comes from elsewhere. A mere link to a later page is no fault."
            }
            Code::UnmarkedRevision => {
                "One origin gives two figures for the same thing, the later one in a later source, and nobody \
                 marked it as superseding the earlier one. If it is a revision, add `supersedes`; the difference is \
                 then explained."
            }
            Code::UnusedRecord => {
                "No claim needs the record, directly or through what it is part of. Remove it, or add the claim \
                 that it was meant for."
            }
        }
    }
}
