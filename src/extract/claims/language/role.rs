//! What words and phrases do in a sentence, by the lists of `claims/rules/`.

/// What a word does in a sentence; a word may do several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// Tells nothing about what a claim is of.
    Small,
    /// Says.
    Says,
    /// Says, and is no noun: a time after it is that of speaking.
    Spoke,
    /// Says, or does something to a thing.
    Acts,
    /// Says, or does something to some things.
    Handles,
    /// Is what such a verb does something to.
    Handled,
    /// Says less firmly than "said", before a thing.
    Light,
    /// Makes a clause of what follows a verb.
    Clause,
    /// Tells how many without digits.
    Numeral,
    /// Finds a figure.
    Counts,
    /// Wants or fears.
    Wants,
    /// Tells what stands in a paper.
    Tells,
    /// Says more of the noun before it: "papers seen by the Echo".
    Reduced,
    /// Stands before one of several, or some of them.
    Counter,
    /// Sets a telling beside a claim: "as the baker tells it".
    Echo,
    /// Says whose count it is, without a name.
    Theirs,
    /// May stand between a speaker and a figure, without a verb.
    Stands,
    /// Says without a verb.
    SayingNoun,
    /// Stands for a speaker.
    Pronoun,
    /// Is in no name of a speaker.
    Unsaid,
    /// A title before a name.
    Title,
    /// One that is said before any name: "Mr".
    Courtesy,
    /// The writer's own "we".
    Ours,
    /// The writer's own "I".
    Mine,
    /// Finds out and prints.
    Learns,
    /// Speaks for the body that it is a part of.
    Inner,
    /// Points back at a source.
    Again,
    /// Stands before the count of somebody, where a part of a sentence begins.
    Reckoned,
    /// Denies what follows.
    Denies,
    /// Stands between a count and its group.
    Of,
    /// Names a place by its initials.
    ShortPlace,
    /// Names no place by itself.
    NoPlace,
    /// Stands before a place.
    At,
    /// Ends with a stop that ends no sentence.
    Abbreviation,
    /// Points back.
    Anaphor,
    /// Puts first of its kind.
    Superlative,
    /// Stands before a word that it puts first of its kind: "most valuable".
    Most,
    /// Is put first of its kind by such a word.
    Degree,
    /// Begins another part of a sentence.
    Breaks,
    /// Links the words of a name.
    Link,
    /// Stands before what is known.
    Definite,
    /// Begins the name of somebody or something.
    Article,
    /// Makes a verb passive.
    Be,
    /// Stands before whoever does what a passive verb tells.
    By,
    /// Joins two names to one.
    And,
    /// Begins a span of time, or stands before the day since when something is.
    From,
    /// Stands before the end of a span of time.
    Until,
    /// May stand before whoever says it.
    Inverts,
    /// A form that is no passive after "is".
    Ongoing,
    /// Begins a clause of somebody.
    Who,
    /// Begins a clause of a thing.
    Thing,
    /// Stands after a noun of saying: "the count is".
    Copula,
    /// Stands for a body.
    It,
    /// Stands for several.
    They,
    /// Stands for the company, or the like, that a sentence tells of.
    Generic,
    /// Is in the tense of reported speech.
    Backshift,
    /// A word for a body that may publish: an office, a union, a company.
    Body,
    /// A word in the names of newspapers and agencies of news.
    News,
    /// A word that ends names of newspapers, and may stand in others.
    Paper,
}

/// Phrases that have a meaning of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// "According to" and the like.
    According,
    /// A court, a jury or the like is told something.
    Hearing,
    /// A text says that it is the record of a meeting.
    Minutes,
    /// Says, in two words.
    Says,
    /// Wants or fears, in two words.
    Wants,
    /// Holds a word that says elsewhere, and does not say.
    Unspoken,
    /// A newspaper speaks of itself.
    Newsroom,
    /// A text says that it is a statement.
    Release,
    /// Denies what follows.
    Denies,
    /// Denies what follows in its part of the sentence.
    Negates,
    /// Not later than the day that follows.
    Until,
    /// Since the day that follows.
    Since,
    /// Stands between a count and the total that it is a part of, or before that total.
    Total,
    /// All of it.
    Whole,
    /// A part of the figure before.
    Part,
    /// Ends with a stop that ends no sentence, and has one inside.
    Dotted,
}
