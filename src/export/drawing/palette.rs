//! How kinds of records and classes of lines look: data for all formats of pictures.

/// What a shape is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A claim: how many or how much.
    Quantity,
    /// A claim: when.
    Date,
    /// A claim: which place in an order.
    Rank,
    /// A claim: so, or not so.
    Stance,
    /// A claim: somebody's words.
    Quote,
    /// Somebody who says things.
    Actor,
    /// A source in a chain.
    Source,
    /// An outlet that is only named.
    Outlet,
    /// Where.
    Place,
    /// Who or what is counted.
    Population,
    /// A named event.
    Event,
    /// What is measured.
    Measure,
    /// What is affirmed or denied.
    Proposition,
}

/// The outline of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// Square corners.
    Box,
    /// Round corners.
    Rounded,
    /// Round ends.
    Pill,
    /// Pointed ends.
    Hexagon,
    /// A corner turned down.
    Note,
}

/// How a shape looks.
#[derive(Clone, Copy, Debug)]
pub struct Fill {
    /// The kind, as the legend names it.
    pub word: &'static str,
    /// Its colour, on a light ground. What stands for it on a dark one is a matter of style sheets.
    pub light: &'static str,
    /// Its outline.
    pub outline: Outline,
}

impl Kind {
    /// All of them, in the order of the legend.
    pub const ALL: [Kind; 13] = [
        Kind::Quantity,
        Kind::Date,
        Kind::Rank,
        Kind::Stance,
        Kind::Quote,
        Kind::Actor,
        Kind::Source,
        Kind::Outlet,
        Kind::Place,
        Kind::Population,
        Kind::Event,
        Kind::Measure,
        Kind::Proposition,
    ];

    /// Whether it is a claim.
    pub fn is_claim(self) -> bool {
        self <= Kind::Quote
    }

    /// Its name.
    pub fn word(self) -> &'static str {
        self.fill().word
    }

    /// How it looks.
    pub fn fill(self) -> Fill {
        let (word, light, outline) = match self {
            Kind::Quantity => ("quantity", "#e3f0fb", Outline::Box),
            Kind::Date => ("date", "#fdf3d7", Outline::Box),
            Kind::Rank => ("rank", "#ece6f6", Outline::Box),
            Kind::Stance => ("stance", "#e4f3e4", Outline::Hexagon),
            Kind::Quote => ("quotation", "#fbe9e2", Outline::Note),
            Kind::Actor => ("actor", "#ffffff", Outline::Pill),
            Kind::Source => ("source", "#f4f6f7", Outline::Rounded),
            Kind::Outlet => ("outlet", "#f4f6f7", Outline::Rounded),
            Kind::Place => ("place", "#f0efe4", Outline::Rounded),
            Kind::Population => ("population", "#eaf1ea", Outline::Rounded),
            Kind::Event => ("event", "#fdf8ea", Outline::Rounded),
            Kind::Measure => ("measure", "#e6edf3", Outline::Rounded),
            Kind::Proposition => ("proposition", "#eef6ee", Outline::Rounded),
        };
        Fill { word, light, outline }
    }
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The two claims cannot both hold.
    Contradiction,
    /// The two claims hardly hold together.
    Tension,
    /// A claim is somebody's word.
    Attributed,
    /// An actor speaks for another.
    SpeaksFor,
    /// A claim is taken from a source or a claim.
    TakenFrom,
    /// A source cites another.
    Cites,
    /// A source republishes another.
    Republishes,
    /// A source links to another.
    LinksTo,
    /// A source has a passage of another.
    SharesPassage,
    /// Nobody says so, but a claim may be taken from another.
    Perhaps,
    /// A claim revises another.
    Revises,
    /// A figure converts another.
    Converts,
    /// A place or population is part of another.
    PartOf,
    /// A claim dates an event, or hangs on one.
    When,
    /// A claim affirms a proposition.
    Affirms,
    /// A claim denies a proposition.
    Denies,
    /// A claim is about a record.
    About,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Without gaps.
    Solid,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// With nothing.
    None,
    /// With a head at its end.
    Forward,
    /// With a head at each end.
    Both,
    /// With a bar.
    Bar,
    /// With an empty diamond.
    Diamond,
}

/// How a line looks.
#[derive(Clone, Copy, Debug)]
pub struct Stroke {
    /// The class, as the legend names it.
    pub word: &'static str,
    /// Its colour, on a light ground. What stands for it on a dark one is a matter of style sheets.
    pub light: &'static str,
    /// Its pattern.
    pub pattern: Pattern,
    /// How it ends.
    pub arrow: Arrow,
    /// How thick it is, in points.
    pub width: f64,
}

const RED: &str = "#c0281c";
const GREEN: &str = "#2f6f4f";
const VIOLET: &str = "#7a4fb5";
const BROWN: &str = "#8a6d3b";
const GREY: &str = "#8a959d";

impl Class {
    /// All of them, in the order of the legend.
    pub const ALL: [Class; 17] = [
        Class::Contradiction,
        Class::Tension,
        Class::Attributed,
        Class::SpeaksFor,
        Class::TakenFrom,
        Class::Cites,
        Class::Republishes,
        Class::LinksTo,
        Class::SharesPassage,
        Class::Perhaps,
        Class::Revises,
        Class::Converts,
        Class::PartOf,
        Class::When,
        Class::Affirms,
        Class::Denies,
        Class::About,
    ];

    /// Whether it is a disagreement.
    pub fn is_disagreement(self) -> bool {
        self <= Class::Tension
    }

    /// Its name.
    pub fn word(self) -> &'static str {
        self.stroke().word
    }

    /// How it looks.
    pub fn stroke(self) -> Stroke {
        use Arrow::{Bar, Both, Diamond, Forward};
        use Pattern::{Dashed, Dotted, Solid};
        let (word, light, pattern, arrow, width) = match self {
            Class::Contradiction => ("contradiction", RED, Solid, Both, 2.0),
            Class::Tension => ("tension", RED, Dashed, Both, 2.0),
            Class::Attributed => ("attributed to", GREEN, Solid, Forward, 1.2),
            Class::SpeaksFor => ("speaks for", GREEN, Dashed, Forward, 1.2),
            Class::TakenFrom => ("taken from", VIOLET, Solid, Forward, 1.4),
            Class::Cites => ("cites", VIOLET, Dashed, Forward, 1.2),
            Class::Republishes => ("republishes", VIOLET, Solid, Diamond, 1.4),
            Class::LinksTo => ("links to", VIOLET, Dotted, Forward, 1.0),
            Class::SharesPassage => ("shares its passage with", BROWN, Dashed, Forward, 1.2),
            Class::Perhaps => ("perhaps from", GREY, Dotted, Forward, 1.2),
            Class::Revises => ("revises", BROWN, Solid, Forward, 1.6),
            Class::Converts => ("converts", GREY, Dashed, Forward, 1.0),
            Class::PartOf => ("part of", GREY, Dotted, Diamond, 1.0),
            Class::When => ("when", GREY, Dotted, Forward, 1.0),
            Class::Affirms => ("affirms", GREEN, Dotted, Forward, 1.2),
            Class::Denies => ("denies", GREEN, Dotted, Bar, 1.2),
            Class::About => ("about", GREY, Solid, Arrow::None, 0.8),
        };
        Stroke { word, light, pattern, arrow, width }
    }
}
