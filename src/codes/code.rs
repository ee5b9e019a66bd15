//! The codes of all that the program refuses or finds: stable, so that they can be named in scripts and looked up.

use std::fmt;

use serde::{Serialize, Serializer};

/// Makes the codes and their names of one list, so that neither can be without the other.
macro_rules! codes {
    ($($code:ident $name:literal,)*) => {
        /// What was refused or found, whatever the words in which it is told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`, as `gainsay --explain` tells it.")] $code,)*
        }

        impl Code {
            /// All codes, in order.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// The code as written.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }
        }
    };
}

codes! {
    // Faults of the files of a graph.
    BadTolerance "bad-tolerance",
    BeyondCalendar "beyond-calendar",
    BeyondFigures "beyond-figures",
    BytesMissing "bytes-missing",
    BytesWithoutText "bytes-without-text",
    ChangeNeedsRatio "change-needs-ratio",
    Circle "circle",
    CountsNothing "counts-nothing",
    CountsUnsaid "counts-unsaid",
    CurrenciesDiffer "currencies-differ",
    CutOff "cut-off",
    DuplicateId "duplicate-id",
    EmptyFragment "empty-fragment",
    EmptyPeriod "empty-period",
    EmptyRange "empty-range",
    FieldTwice "field-twice",
    FragmentLength "fragment-length",
    FragmentTooLong "fragment-too-long",
    FromItself "from-itself",
    ImpossibleRank "impossible-rank",
    InferredButAbsent "inferred-but-absent",
    IrregularFile "irregular-file",
    MalformedId "malformed-id",
    MissingField "missing-field",
    NamedTwice "named-twice",
    NamesNobody "names-nobody",
    NewerFormat "newer-format",
    NoEvidence "no-evidence",
    NoSuchDay "no-such-day",
    NotAConversion "not-a-conversion",
    NotADate "not-a-date",
    NotADigest "not-a-digest",
    NotAFileName "not-a-file-name",
    NotFinite "not-finite",
    NotInferable "not-inferable",
    NotRon "not-ron",
    OutsideText "outside-text",
    RatioUnit "ratio-unit",
    ReversedRange "reversed-range",
    ReversedTime "reversed-time",
    StrayFile "stray-file",
    TooFewClaims "too-few-claims",
    TooManyWholes "too-many-wholes",
    TwoAnchors "two-anchors",
    UnfinishedMerge "unfinished-merge",
    UnknownField "unknown-field",
    UnknownName "unknown-name",
    UnknownUnit "unknown-unit",
    UnknownVariant "unknown-variant",
    UnknownVerdict "unknown-verdict",
    UnknownWord "unknown-word",
    WrongType "wrong-type",
    WrongUnit "wrong-unit",

    // Texts, and evidence in them.
    BrokenFile "broken-file",
    CutsCharacter "cuts-character",
    EmptyFile "empty-file",
    FragmentDiffers "fragment-differs",
    LeftOut "left-out",
    NoLetters "no-letters",
    NotAnArticle "not-an-article",
    NotInText "not-in-text",
    NotText "not-text",
    NotUtf8 "not-utf8",
    ProtectedFile "protected-file",
    TextChanged "text-changed",
    TextMissing "text-missing",
    TooLarge "too-large",
    WrongEnding "wrong-ending",

    // Files of other programs that are imported.
    AmbiguousDate "ambiguous-date",
    AmbiguousFigure "ambiguous-figure",
    ColumnTwice "column-twice",
    EmptyCell "empty-cell",
    NotBibtex "not-bibtex",
    NotJson "not-json",
    NothingToImport "nothing-to-import",
    Overgrown "overgrown",
    UnevenRow "uneven-row",
    UnknownFormat "unknown-format",
    UnknownTable "unknown-table",
    Workbook "workbook",
    WrongCell "wrong-cell",

    // Commands that cannot be carried out.
    BadPattern "bad-pattern",
    ChangedMeanwhile "changed-meanwhile",
    DecidedBefore "decided-before",
    DiskRefused "disk-refused",
    EditorFailed "editor-failed",
    FaultyGraph "faulty-graph",
    FileExists "file-exists",
    FileNotFolder "file-not-folder",
    FolderNotFile "folder-not-file",
    GitFailed "git-failed",
    GraphBusy "graph-busy",
    GraphExists "graph-exists",
    GraphNotText "graph-not-text",
    GraphvizFailed "graphviz-failed",
    HalfAGraph "half-a-graph",
    IntoTheGraph "into-the-graph",
    LinkInTheWay "link-in-the-way",
    NoAnswers "no-answers",
    NoDirectory "no-directory",
    NoFile "no-file",
    NoFolder "no-folder",
    NoFormat "no-format",
    NoGit "no-git",
    NoGraph "no-graph",
    NoGraphInRevision "no-graph-in-revision",
    NoGraphviz "no-graphviz",
    NoRepository "no-repository",
    NoTexts "no-texts",
    NoThreads "no-threads",
    NotAClaim "not-a-claim",
    NotAGraph "not-a-graph",
    NothingInCommon "nothing-in-common",
    NothingToJudge "nothing-to-judge",
    OutputRefused "output-refused",
    ReadOnly "read-only",
    SnapshotUnfit "snapshot-unfit",
    ThreeStates "three-states",
    TooLargeToCount "too-large-to-count",
    UnfitBase "unfit-base",
    UnfitOption "unfit-option",
    UnknownCode "unknown-code",
    UnknownId "unknown-id",
    UnknownRevision "unknown-revision",
    UnwritableName "unwritable-name",
    UnwritableValue "unwritable-value",
    Usage "usage",
    WouldNotLoad "would-not-load",

    // What lint finds in a graph that loads.
    BrokenSum "broken-sum",
    ChainEndsUnnamed "chain-ends-unnamed",
    CircularSourcing "circular-sourcing",
    ConversionSlip "conversion-slip",
    EvidenceMoved "evidence-moved",
    FallingToll "falling-toll",
    ImplausibleValue "implausible-value",
    JudgementReopened "judgement-reopened",
    LookAlikes "look-alikes",
    OddAddress "odd-address",
    OddLanguage "odd-language",
    OneOrigin "one-origin",
    OutletHeld "outlet-held",
    RepeatedClaim "repeated-claim",
    SharedPassage "shared-passage",
    SpellingVariant "spelling-variant",
    StrainedSum "strained-sum",
    TakenFromLater "taken-from-later",
    UnknownPlaceholder "unknown-placeholder",
    UnmarkedRevision "unmarked-revision",
    UnusedRecord "unused-record",
}

impl Code {
    /// The code of that name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
