//! The fields of records, in the order in which they are packed. A change here is a change of the layout.

use jiff::civil::Date;

use super::pack::{Pack, Packer, Unpacker, often, perhaps_often};
use crate::model::{
    About, Actor, ActorId, ActorKind, Aspect, Attribution, Basis, ClaimId, DateClaim, Event, EventId, From, Identity,
    Judged, Judgement, JudgementId, Locus, Measure, MeasureId, Method, Moved, PartialDate, Period, PeriodForm, PlaceId,
    PopulationId, Proposition, PropositionId, Quantity, Quote, Rank, Region, Relocation, Representation, Scope,
    SharedPassage, Source, SourceId, SourceKind, Spelling, Stance, StanceClaim, Standing, Stretch, Subject, Text, Via,
    Window,
};
use crate::quantity::{Amount, Bounds, End, Interval, Stated};

/// A struct, field by field; `often` says how a field is packed that is a text and comes often.
macro_rules! fields {
    ($name:ty { $($field:ident $(: $how:ident)?),+ }) => {
        impl Pack for $name {
            fn pack(&self, out: &mut Packer<'_>) {
                $(fields!(@pack self.$field, out $(, $how)?);)+
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                Some(Self { $($field: fields!(@unpack from $(, $how)?)),+ })
            }
        }
    };
    (@pack $value:expr, $out:ident) => { $value.pack($out) };
    (@pack $value:expr, $out:ident, $how:ident) => { $how::pack(&$value, $out) };
    (@unpack $from:ident) => { Pack::unpack($from)? };
    (@unpack $from:ident, $how:ident) => { $how::unpack($from)? };
}

/// An enum, variant by variant, with what each holds.
macro_rules! variants {
    ($name:ty { $($number:literal: $variant:ident $(($($item:ident),+))? $({ $($field:ident),+ })?),+ }) => {
        impl Pack for $name {
            fn pack(&self, out: &mut Packer<'_>) {
                match self {
                    $(Self::$variant $(($($item),+))? $({ $($field),+ })? => {
                        out.plain(&($number as u8));
                        $($($item.pack(out);)+)?
                        $($($field.pack(out);)+)?
                    })+
                }
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                Some(match from.plain::<u8>()? {
                    $($number => Self::$variant
                        $(($({ let $item = Pack::unpack(from)?; $item }),+))?
                        $({ $($field: Pack::unpack(from)?),+ })?,)+
                    _ => return None,
                })
            }
        }
    };
}

macro_rules! ids {
    ($($name:ident),+) => {
        $(impl Pack for $name {
            fn pack(&self, out: &mut Packer<'_>) {
                out.symbol(self.as_str());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                from.symbol().map(Self::from)
            }
        })+
    };
}

ids!(SourceId, ActorId, PlaceId, PopulationId, EventId, MeasureId, PropositionId, ClaimId, JudgementId);

fields!(Source {
    id,
    kind,
    title,
    outlet: perhaps_often,
    authors,
    url,
    published,
    retrieved,
    language: often,
    text,
    cites,
    links_to,
    republishes,
    note
});
variants!(SourceKind { 0: Article, 1: Report, 2: Dataset, 3: Statement, 4: Post });
fields!(Text { file, sha256, bytes });
fields!(Actor { id, name, kind, aliases, spellings, speaks_for, languages, standing, note });
variants!(ActorKind { 0: Person, 1: Office, 2: Organisation, 3: Government, 4: Group });
variants!(Standing { 0: Official, 1: Party, 2: Independent });
fields!(Representation { actor, since, until });
fields!(Spelling { text, source });
impl<Id: Pack> Pack for Region<Id> {
    fn pack(&self, out: &mut Packer<'_>) {
        self.id.pack(out);
        self.name.pack(out);
        self.aliases.pack(out);
        self.part_of.pack(out);
        self.vague.pack(out);
        self.note.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            id: Pack::unpack(from)?,
            name: Pack::unpack(from)?,
            aliases: Pack::unpack(from)?,
            part_of: Pack::unpack(from)?,
            vague: Pack::unpack(from)?,
            note: Pack::unpack(from)?,
        })
    }
}
fields!(Proposition { id, text });
fields!(Event { id, name, date, until, note });
fields!(Measure { id, name, basis, unit: often, counts: perhaps_often, question, stakes, tolerance, note });
variants!(Basis {
    0: Stock,
    1: Flow,
    2: Net,
    3: Rate,
    4: Share,
    5: Ratio,
    6: Price,
    7: Limit,
    8: Length,
    9: Duration,
    10: Amount
});
variants!(Identity {
    0: Difference { total, of, less },
    1: Share { share, part, whole },
    2: RateTotal { rate, total }
});
fields!(Judgement { id, on, verdict, by, date });
fields!(Judged { claim, fingerprint });
fields!(SharedPassage { a, b, words });
fields!(Stretch { source, bytes });
fields!(Relocation { source, sha256, bytes, moved });
fields!(Moved { claim, was, now });

variants!(About { 0: Quantity(it), 1: Date(it), 2: Rank(it), 3: Stance(it), 4: Quote(it) });
/// What is measured, in which unit and of what, goes together.
impl Pack for Quantity {
    fn pack(&self, out: &mut Packer<'_>) {
        out.shared(|out| {
            self.measure.pack(out);
            often::pack(&self.unit, out);
            perhaps_often::pack(&self.counts, out);
        });
        self.stated.pack(out);
        self.bounds.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (measure, unit, counts) =
            from.shared(|from| Some((Pack::unpack(from)?, often::unpack(from)?, perhaps_often::unpack(from)?)))?;
        Some(Self { measure, unit, counts, stated: Pack::unpack(from)?, bounds: Pack::unpack(from)? })
    }
}
fields!(DateClaim { event, when });
fields!(Rank { measure, subject, rank, to, from });
fields!(StanceClaim { proposition, stance });
fields!(Quote { speaker, occasion, passage: often });
variants!(From { 0: Top, 1: Bottom });
variants!(Subject { 0: Place(id), 1: Population(id) });
variants!(Stance { 0: Affirms, 1: Denies });
variants!(Stated {
    0: Bare(it),
    1: Exactly(it),
    2: About(it),
    3: Almost(it),
    4: JustOver(it),
    5: MoreThan(it),
    6: AtLeast(it),
    7: LessThan(it),
    8: AtMost(it),
    9: UpTo(it),
    10: Between(low, high),
    11: AboutBetween(low, high),
    12: Spread(low, high),
    13: Varying(low, high),
    14: Rival(low, high),
    15: Change { from, to }
});
variants!(Amount { 0: Number(it), 1: Word(it) });
variants!(End { 0: Open, 1: Closed(at), 2: Strict(at) });
fields!(Scope { place, population, period, definition: perhaps_often });
/// Few periods are spoken of by one claim alone.
impl Pack for Period {
    fn pack(&self, out: &mut Packer<'_>) {
        out.shared(|out| {
            self.form.pack(out);
            self.window.pack(out);
            self.text.pack(out);
        });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.shared(|from| {
            Some(Self { form: Pack::unpack(from)?, window: Pack::unpack(from)?, text: Pack::unpack(from)? })
        })
    }
}

variants!(PeriodForm {
    0: In(date),
    1: Between(from_date, to_date),
    2: After { event, days, weeks, months, years },
    3: Before { event, days, weeks, months, years },
    4: Since { event, date, as_of },
    5: Until { event, date },
    6: Lasting { days, weeks, months, years, after },
    7: Now
});
variants!(Window {
    0: Known(start, end),
    1: OpenEnd(start),
    2: OpenStart(end),
    3: Floating { days, after },
    4: Unknown
});
variants!(Attribution { 0: OwnVoice, 1: Actors(ids), 2: Unnamed(words) });
variants!(Via { 0: Source(id), 1: Claim(id), 2: Named(name) });
variants!(Method { 0: Counted, 1: Registered, 2: Estimated, 3: Modelled });
variants!(Aspect {
    0: Measure,
    1: Counts,
    2: Definition,
    3: Place,
    4: Population,
    5: Period,
    6: Unit,
    7: When,
    8: Occasion
});

/// Files are packed as they lie in the graph's folder, wherever that is when they are unpacked.
impl Pack for Locus {
    fn pack(&self, out: &mut Packer<'_>) {
        out.file(&self.file);
        (self.line, self.column).pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let file = from.file()?;
        let (line, column) = Pack::unpack(from)?;
        Some(Self { file, line, column })
    }
}

impl Pack for Bounds {
    fn pack(&self, out: &mut Packer<'_>) {
        self.logical.pack(out);
        let other = Some(self.expected).filter(|expected| *expected != self.logical);
        other.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let logical = Interval::unpack(from)?;
        let expected = Option::unpack(from)?.unwrap_or(logical);
        Some(Self { logical, expected })
    }
}

impl Pack for Interval {
    fn pack(&self, out: &mut Packer<'_>) {
        let is_point = self.low() == self.high();
        out.plain(&is_point);
        self.low().pack(out);
        if !is_point {
            self.high().pack(out);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let is_point = from.plain()?;
        let low = End::unpack(from)?;
        let high = if is_point { low } else { End::unpack(from)? };
        Self::new(low, high).ok()
    }
}

impl Pack for Date {
    fn pack(&self, out: &mut Packer<'_>) {
        (self.year(), (self.month(), self.day())).pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (year, (month, day)) = Pack::unpack(from)?;
        Self::new(year, month, day).ok()
    }
}

impl Pack for PartialDate {
    fn pack(&self, out: &mut Packer<'_>) {
        out.text(&self.to_string());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.text()?.parse().ok()
    }
}
