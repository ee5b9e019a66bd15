//! The thresholds of text reuse, and what they rest on.
//!
//! "Unrelated" below are five articles on one subject, fourteen invented reports on four stories and some three thousand
//! sentences of news and reference works: the longest run of words that two of them share by chance has seven words (a
//! name with a title, an idiom); the longest that a text repeats in order to deny it has fourteen, and is a part of a
//! sentence. The shortest passage among them that was copied shares 29
//! words.

/// Words in a fingerprint (Winnowing's *k*, the noise threshold).
pub const GRAM: usize = 5;

/// Fingerprints of which one is kept (Winnowing's *w*). Any run of `GRAM + WINDOW - 1` = [`RUN`] words has one that is
/// kept.
pub const WINDOW: usize = 4;

/// Words in the shortest run from which a passage is followed: one more than texts share by chance.
pub const RUN: usize = GRAM + WINDOW - 1;

/// Shared words that make a passage if a whole sentence of both texts is in it.
pub const WHOLE: usize = 12;

/// Shared words that make a passage of parts of sentences: a denial repeats what it denies, and is no copy.
pub const PART: usize = 20;

/// Shared words that a passage needs beyond these for each difference in it.
pub const PER_DIFFERENCE: usize = 2;

/// Words that may be changed, left out or put in between two runs of one passage.
pub const GAP: usize = 8;

/// By how many words a run must be longer than the gap before it: one changed word is bridged by three shared ones, eight
/// by ten.
pub const BEYOND_GAP: usize = 2;

/// Occurrences of one fingerprint in one document that are followed, from its beginning: what is repeated more often is
/// furniture, and passages that hold it are found by their other fingerprints.
pub const REPEATS: usize = 4;

/// Documents with which a document is compared because of one fingerprint. Where more share it, each is compared with the
/// next ones in the order of their texts, so that all of them are linked, but not each with each.
pub const PARTNERS: usize = 64;

/// The same for checks of many claims: what stands in many texts is one claim there, for which a chain of texts is enough.
pub const FEW_PARTNERS: usize = 4;

/// Words outside the quotation marks that a quotation may have with it ("the minister said on Friday").
pub const AROUND_QUOTE: usize = 5;

/// Words before and after a quotation among which its attribution is looked for.
pub const NEAR_QUOTE: usize = 12;
