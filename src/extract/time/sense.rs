//! What a rule means: from the values that its pattern found to days, lengths and times of day.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use super::TimeKind;
use super::calendar::{self, Days, HolidayRule};
use super::lexicon::{Step, TimeUnit};
use super::machine::Slots;
use super::moment::{Clock, Moment};
use super::tense::Tense;

/// Years after which "1999-98" is no span of years that goes on in the next hundred.
const FAR_YEAR: i16 = 50;

/// Days ahead up to which a sentence in the past may name one: "voted to close it in December".
const SOON: i32 = 92;

/// What a match of a rule means.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum Sense {
    /// A day, a month or a year: as much of `y`, `m`, `d` as there is.
    Day,
    /// From `y`, `m`, `d` to `y2`, `m2`, `d2`, the ends included; what one lacks, the other gives.
    Between,
    /// From the day or period on.
    Since,
    /// After the day or period.
    After,
    /// Up to the end of the day or period.
    Until,
    /// Before the day or period.
    Before,
    /// The `n`-th `u` (or weekday `w`) of the month or year.
    Nth,
    /// The week in which the day lies.
    WeekOf,
    /// The part `k` of the period: beginning, early, mid, late, end (-2 to 2).
    Part,
    /// The season `o` of the year, or of the dateline's.
    Season,
    /// Ten years from `y`.
    Decade,
    /// The first, middle or last years of ten.
    DecadePart,
    /// The `n`-th hundred years.
    Century,
    /// The holiday `o` of `y`.
    Holiday,
    /// The weekend by the holiday.
    HolidayWeekend,
    /// `n` days (and `k` times that) from the dateline.
    DayWord,
    /// The `u` (or weekday `w`) that is `k` away from the dateline's.
    Relative,
    /// `n` of `u` before (`k` = -1) or after the dateline.
    Away,
    /// The last (`k` = -1) or next `n` of `u` up to the dateline.
    Window,
    /// `n`, or `n` to `n2`, plus `f`, of `u`.
    Duration,
    /// More than that length.
    Over,
    /// Less than that length.
    Under,
    /// A time of day.
    Time,
    /// No time at all: it only keeps others from matching.
    Nothing,
}

/// What a sense makes of a match.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meaning {
    pub kind: Option<TimeKind>,
    pub low: Option<Moment>,
    pub high: Option<Moment>,
    pub numbers: Option<(Option<f64>, Option<f64>)>,
    pub unit: Option<&'static str>,
    pub counted: bool,
}

/// The values of a match, with what is known around them.
pub(super) struct Reading<'a> {
    pub slots: Slots,
    pub units: &'static [TimeUnit],
    pub holidays: &'a [HolidayRule],
    pub dateline: Option<Date>,
    /// Whether its sentence looks ahead or back; most times are read without that.
    pub tense: &'a dyn Fn() -> Option<Tense>,
}

impl Sense {
    /// The meaning; none if it is no time.
    pub fn meaning(self, reading: &Reading<'_>) -> Option<Meaning> {
        match self {
            Self::Nothing => None,
            _ if reading.is_no_year() => None,
            Self::Decade | Self::DecadePart if reading.whole("y").is_some_and(|year| year % 10 != 0) => None,
            Self::Relative if reading.unit().is_some_and(|unit| unit.step == Step::Clock) => None,
            Self::Duration => reading.duration(true, true),
            Self::Over => reading.duration(true, false),
            Self::Under => reading.duration(false, true),
            Self::Away | Self::Window => {
                let own = reading.duration(true, true)?;
                Some(own.between(reading.away(matches!(self, Self::Window))))
            }
            Self::Time => reading.time(),
            Self::Since => Some(reading.ended(reading.days().map(|days| (Some(days.0), None)))),
            Self::After => Some(reading.ended(reading.days().map(|days| (days.1.tomorrow().ok(), None)))),
            Self::Until => Some(reading.ended(reading.days().map(|days| (None, Some(days.1))))),
            Self::Before => Some(reading.ended(reading.days().map(|days| (None, days.0.yesterday().ok())))),
            _ => Some(Meaning { kind: Some(self.kind(reading)), ..Meaning::default() }.between(self.days(reading))),
        }
    }

    fn kind(self, reading: &Reading<'_>) -> TimeKind {
        let has = |slot| reading.slots.get(slot).is_some();
        match self {
            Self::Day if has("d") => TimeKind::Date,
            Self::Day if !has("m") => TimeKind::Year,
            Self::Holiday | Self::DayWord => TimeKind::Date,
            Self::Relative | Self::Nth if has("w") => TimeKind::Date,
            _ => TimeKind::Period,
        }
    }

    fn days(self, reading: &Reading<'_>) -> Option<Days> {
        match self {
            Self::Day => reading.days(),
            Self::Between => reading.between(),
            Self::Nth => reading.nth(),
            Self::WeekOf => calendar::week(reading.days()?.0),
            Self::Part => reading.part(),
            Self::Season => reading.season(),
            Self::Decade => whole_years((reading.year("y")?, 10)),
            Self::DecadePart => reading.decade_part(),
            Self::Century => whole_years((reading.whole("n")?.checked_mul(100)?.checked_sub(99)?, 100)),
            Self::Holiday => reading.holiday().map(|day| (day, day)),
            Self::HolidayWeekend => calendar::weekend_by(reading.holiday()?),
            Self::DayWord => calendar::around(reading.dateline?, Step::Days(1), reading.whole("n")?),
            _ => reading.relative(),
        }
    }
}

/// So many years from one.
fn whole_years((year, count): (i32, i32)) -> Option<Days> {
    let (first, last) = (i16::try_from(year).ok()?, i16::try_from(year.checked_add(count - 1)?).ok()?);
    Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

impl Meaning {
    fn between(self, days: Option<Days>) -> Self {
        Self { low: days.map(|days| Moment::Day(days.0)), high: days.map(|days| Moment::Day(days.1)), ..self }
    }
}

impl Reading<'_> {
    /// A slot as a whole number.
    fn whole(&self, slot: &str) -> Option<i32> {
        let value = self.slots.get(slot).filter(|value| value.fract() == 0.0 && value.abs() < 1e9)?;
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
        Some(value as i32)
    }

    fn small(&self, slot: &str) -> Option<i8> {
        self.whole(slot).and_then(|value| i8::try_from(value).ok())
    }

    /// A year, in figures or as hundreds `c` and rest `r`; of two figures, one from 1950 to 2049.
    fn year(&self, slot: &str) -> Option<i32> {
        let words = || Some(self.whole("c")? * 100 + self.whole("r").filter(|rest| (0..100).contains(rest))?);
        let year = self.whole(slot).or_else(words)?;
        Some(match year {
            0..50 => year + 2000,
            50..100 => year + 1900,
            year => year,
        })
    }

    /// Words that begin like a year and go on as a number: twenty-one million.
    fn is_no_year(&self) -> bool {
        self.slots.get("c").is_some() && self.year("y").is_none()
    }

    fn short_year(&self, slot: &str) -> Option<i16> {
        self.year(slot).and_then(|year| i16::try_from(year).ok())
    }

    /// The day, month or year of `y`, `m`, `d`.
    fn days(&self) -> Option<Days> {
        let (month, day) = (self.small("m"), self.small("d"));
        match self.short_year("y") {
            Some(year) => calendar::days(year, month, day),
            None => self.nearest(|year| calendar::days(year, month, day)),
        }
    }

    /// Of last year's, this year's and next year's, what lies nearest to the dateline, on the side that the tense tells.
    fn nearest(&self, days: impl Fn(i16) -> Option<Days>) -> Option<Days> {
        let dateline = self.dateline?;
        let year = dateline.year();
        let found = [year.checked_sub(1)?, year, year.checked_add(1)?].into_iter().filter_map(days);
        let away = |days: &Days| days.0.duration_since(dateline).abs().min(days.1.duration_since(dateline).abs());
        let soon = dateline.checked_add(SOON.days()).unwrap_or(Date::MAX);
        let tense = (self.tense)();
        let is_aside = |days: &Days| match tense {
            Some(Tense::Ahead) => days.1 < dateline,
            Some(Tense::Back) => days.0 > soon,
            None => false,
        };
        found.min_by_key(|days| (is_aside(days), away(days)))
    }

    fn between(&self) -> Option<Days> {
        let (month, day) = (self.small("m").or(self.small("m2")), self.small("d"));
        let (month2, day2) = (self.small("m2").or(self.small("m")), self.small("d2"));
        let both = |year: i16, year2: i16| {
            let (low, high) = (calendar::days(year, month, day)?.0, calendar::days(year2, month2, day2)?.1);
            (low <= high).then_some((low, high))
        };
        match (self.short_year("y"), self.short_year("y2")) {
            (Some(year), Some(year2)) => both(year, of_century(year, self.whole("y2")).unwrap_or(year2)),
            (None, Some(year)) => both(year, year).or_else(|| both(year.checked_sub(1)?, year)),
            (Some(year), None) => both(year, year).or_else(|| both(year, year.checked_add(1)?)),
            (None, None) => self.nearest(|year| both(year, year).or_else(|| both(year, year.checked_add(1)?))),
        }
    }

    fn nth(&self) -> Option<Days> {
        let (period, n) = (self.days()?, self.whole("n")?);
        if let Some(weekday) = self.weekday() {
            return calendar::nth_weekday(period, n, weekday).map(|day| (day, day));
        }
        calendar::nth(period, n, self.unit()?.step)
    }

    /// Early, mid or late (-1, 0, 1), or the beginning or end (-2, 2), of a month or a year.
    fn part(&self) -> Option<Days> {
        let ((low, high), part) = (self.days()?, self.whole("k")?);
        let (from, to) = match (low.month() == high.month(), part) {
            (true, ..=-2) => ((1, 1), (1, 10)),
            (true, 2..) => ((1, 21), (1, 31)),
            (false, ..=-2) => ((1, 1), (3, 31)),
            (false, 2..) => ((10, 1), (12, 31)),
            (true, ..0) => ((1, 1), (1, 15)),
            (true, 0) => ((1, 10), (1, 20)),
            (true, _) => ((1, 16), (1, 31)),
            (false, ..0) => ((1, 1), (6, 30)),
            (false, 0) => ((4, 1), (9, 30)),
            (false, _) => ((7, 1), (12, 31)),
        };
        let place = |(month, day): (i8, i8)| {
            let first = Date::new(low.year(), low.month() + month - 1, 1).ok()?;
            Date::new(first.year(), first.month(), day.min(first.days_in_month())).ok()
        };
        place(from).zip(place(to))
    }

    /// The first four, the middle three or the last three years of ten.
    fn decade_part(&self) -> Option<Days> {
        let (first, years) = [(0, 4), (4, 3), (7, 3)][usize::try_from(self.whole("k")? + 1).ok()?.min(2)];
        whole_years((self.year("y")? + first, years))
    }

    /// Three months from the one that the season begins with.
    fn season(&self) -> Option<Days> {
        let month = self.small("o")?;
        let days = |year| calendar::months(year, month, 3);
        match (self.short_year("y"), self.whole("k")) {
            (Some(year), _) => days(year),
            (None, Some(moved)) => days(i16::try_from(i32::from(self.dateline?.year()) + moved).ok()?),
            (None, None) => self.nearest(days),
        }
    }

    fn holiday(&self) -> Option<Date> {
        let at = usize::try_from(self.whole("o")?).ok()?;
        let on = self.holidays.get(at)?.on;
        match self.short_year("y") {
            Some(year) => on.day(year),
            None => self.nearest(|year| on.day(year).map(|day| (day, day))).map(|days| days.0),
        }
    }

    fn weekday(&self) -> Option<Weekday> {
        Weekday::from_monday_one_offset(self.small("w")?).ok()
    }

    fn unit(&self) -> Option<&'static TimeUnit> {
        self.units.get(usize::try_from(self.whole("u")?).ok()?)
    }

    fn relative(&self) -> Option<Days> {
        let (dateline, moved) = (self.dateline?, self.whole("k").unwrap_or_default());
        if let Some(weekday) = self.weekday() {
            let after = moved > 0 || (moved == 0 && (self.tense)() == Some(Tense::Ahead));
            return calendar::weekday_near(dateline, weekday, after).map(|day| (day, day));
        }
        if let Some(month) = self.small("m") {
            return calendar::months(dateline.year(), month, 1)
                .and_then(|days| calendar::around(days.0, Step::Months(12), moved))
                .and_then(|year| calendar::months(year.0.year(), month, 1));
        }
        calendar::around(dateline, self.unit()?.step, moved)
    }

    fn away(&self, window: bool) -> Option<Days> {
        let (dateline, moved) = (self.dateline?, self.whole("k")?);
        let there = calendar::later(dateline, self.unit()?.step, self.whole("n")?.checked_mul(moved)?)?;
        Some(if window { (there.min(dateline), there.max(dateline)) } else { (there, there) })
    }

    /// A period with one end.
    fn ended(&self, ends: Option<(Option<Date>, Option<Date>)>) -> Meaning {
        let (low, high) = ends.unwrap_or_default();
        let day = |day: Option<Date>| day.map(Moment::Day);
        Meaning { kind: Some(TimeKind::Period), low: day(low), high: day(high), ..Meaning::default() }
    }

    /// A length; `low` and `high` say which ends it has.
    fn duration(&self, low: bool, high: bool) -> Option<Meaning> {
        let unit = self.unit()?;
        let counted = self.slots.get("n").is_some();
        let more = self.slots.get("f").unwrap_or_default();
        let least = (self.slots.get("n").or(self.slots.get("a")).unwrap_or_default() + more) * unit.factor;
        let most = self.slots.get("n2").map_or(least, |most| most * unit.factor);
        let (least, most) = (least.min(most), least.max(most));
        let numbers = Some((Some(least).filter(|_| low), Some(most).filter(|_| high)));
        let (kind, unit) = (Some(TimeKind::Duration), Some(unit.name.as_str()));
        Some(Meaning { kind, unit, numbers, counted, ..Meaning::default() })
    }

    /// Hours and minutes, the half of the day added; with `k` = -1 the minutes before the hour, with `n` both in one number.
    fn time(&self) -> Option<Meaning> {
        let (mut hour, mut minute) = match self.whole("n") {
            Some(both) => (both / 100, both % 100),
            None => (self.whole("h")?, self.whole("i").unwrap_or_default()),
        };
        if self.whole("k") == Some(-1) && minute > 0 {
            (hour, minute) = ((hour + 11) % 12, 60 - minute);
        }
        if minute > 59 {
            return None;
        }
        let hour = self.whole("a").map_or(hour, |half| half_of_day(hour, half));
        let second = self.whole("s").and_then(|second| u8::try_from(second).ok());
        let clock = Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()?, second };
        let end = Some(Moment::Clock(clock));
        Some(Meaning { kind: Some(TimeKind::Time), low: end, high: end, ..Meaning::default() })
    }
}

/// The hour in its half of the day; of the night (2), the early hours are in the first.
fn half_of_day(hour: i32, half: i32) -> i32 {
    let early = half == 2 && hour % 12 < 6;
    hour % 12 + if early { 0 } else { 12 * half.min(1) }
}

/// "1898-99" ends in 1899, "1999-00" in 2000: a second year of two figures is the first such year after the first one, or in
/// the same hundred years if that is far.
fn of_century(first: i16, second: Option<i32>) -> Option<i16> {
    let short = second.filter(|year| (0..100).contains(year)).and_then(|year| i16::try_from(year).ok())?;
    let same = first.checked_sub(first % 100)?.checked_add(short)?;
    same.checked_add(100).filter(|next| same < first && next - first < FAR_YEAR).or(Some(same))
}
