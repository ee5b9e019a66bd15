//! From what a check of texts finds to candidates: claims as the graph writes them, each with what it is at odds with.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::evidence::evidence;
use super::left_out::{LeftOut, Why};
use super::place::Worded;
use super::pool::Pool;
use super::propose::{days, measure, people, period, printed};
use super::words::{WORDS, piece};
use crate::check::Checked;
use crate::compare::{Outcome, Relation, Rung};
use crate::extract::claims::{Candidate, Said};
use crate::matching::Match;
use crate::model::{About, Archive, EventId, PeriodForm};
use crate::quantity::{Stated, unit};
use crate::readers::{Days, Document};
use crate::store::Held;
use crate::store::record::{
    AboutRecord, AgainstRecord, AttributionRecord, CandidateRecord, ClaimRecord, EvidenceRecord, StateRecord,
};
use crate::store::{free, slug};
use crate::text::one_line;

/// The most letters that stand for a figure in an id.
const FIGURE: usize = 20;

/// A text that candidates are drafted from.
pub struct Text<'a> {
    /// Its document.
    pub document: &'a Document,
    /// The bytes of its file.
    pub raw: &'a [u8],
    /// The id of its source.
    pub source: &'a str,
    /// Bytes of its file where the graph has evidence already.
    pub held: Vec<(usize, usize)>,
}

/// A claim that another one of the same thing is written like.
#[derive(Clone)]
struct Like {
    id: String,
    measure: String,
    of: Option<String>,
    place: Option<String>,
}

/// Drafts candidates, one text after the other.
pub struct Drafter<'a> {
    pub pool: Pool<'a>,
    graph: &'a Archive,
    checked: &'a Checked,
    told: BTreeSet<usize>,
    matches: BTreeMap<usize, Vec<&'a Match>>,
    likes: BTreeMap<usize, Like>,
    taken: BTreeSet<String>,
}

/// What is drafted of a text.
pub struct Drafted {
    pub candidates: Vec<CandidateRecord>,
    /// Claims that the graph cannot hold.
    pub left_out: Vec<LeftOut>,
}

impl<'a> Drafter<'a> {
    /// `waiting` says which file of the inbox each text is from `first` on.
    pub fn new(held: &'a Held, checked: &'a Checked, first: usize, waiting: &[usize]) -> Self {
        let mut matches: BTreeMap<usize, Vec<&Match>> = BTreeMap::new();
        for one in checked.matches.iter().filter(|one| one.verdict.relation != Relation::NotComparable) {
            matches.entry(one.a).or_default().push(one);
            matches.entry(one.b).or_default().push(one);
        }
        // What agrees or disagrees is of one thing; what is explained may be of two.
        let is_one = |one: &Match| one.verdict.relation != Relation::Explained;
        let other = |own: usize, one: &Match| if one.a == own { one.b } else { one.a };
        for (own, list) in &mut matches {
            let order = |a: &&Match, b: &&Match| is_one(b).cmp(&is_one(a)).then(b.score.total_cmp(&a.score));
            list.sort_by(|a, b| order(a, b).then(other(*own, a).cmp(&other(*own, b))));
        }
        let entries = checked.corpus.entries().iter().enumerate();
        let likes = entries.filter_map(|(place, entry)| {
            let like = match &entry.known {
                Some(id) => known(held, id.as_str()),
                None => waiting_like(held, *waiting.get(entry.text.checked_sub(first)?)?, &entry.claim),
            };
            Some((place, like?))
        });
        Self {
            pool: Pool::new(held),
            graph: &held.archive,
            told: checked.told().into_iter().collect(),
            matches,
            likes: likes.collect(),
            taken: held.archive.claims.keys().map(ToString::to_string).chain(candidate_ids(held)).collect(),
            checked,
        }
    }

    /// The candidates of the text of that number.
    pub fn draft(&mut self, number: usize, text: &Text<'_>) -> Drafted {
        let worded = Worded::new(&text.document.text);
        let mut drafted = Drafted { candidates: Vec::new(), left_out: Vec::new() };
        // Where the times begin that figures have as their period.
        let mut periods = BTreeSet::new();
        let mut left_out = Vec::new();
        let checked = self.checked;
        for (place, entry) in checked.corpus.entries().iter().enumerate() {
            // A headline only says again what the text says.
            let headline = entry.claim.mention.span.start < text.document.body;
            if entry.text != number || entry.known.is_some() || headline || !self.told.contains(&place) {
                continue;
            }
            let found = match &entry.claim.said {
                Said::Days { first, last } => self.dated(place, &entry.claim, (*first, *last), text),
                Said::Figure { stated, unit } => self.figure(place, &entry.claim, (stated, unit), text, &worded),
                Said::Rank(_) => Err(Why::Rank),
                Said::Clock { .. } => Err(Why::Clock),
            };
            if found.is_ok() {
                periods.extend(entry.claim.when.iter().filter(|when| when.near).map(|when| when.span.start));
            }
            match found {
                Ok(candidate) if is_held(text, &candidate.claim) => {}
                Ok(candidate) => drafted.candidates.push(candidate),
                Err(why) => left_out.push((&entry.claim, why)),
            }
        }
        left_out.retain(|(claim, why)| *why != Why::NoEvent || !periods.contains(&claim.mention.span.start));
        drafted.left_out = left_out.into_iter().map(|(claim, why)| LeftOut::new(text.document, claim, why)).collect();
        drafted
    }

    /// The date of an event, if the graph has a claim about that.
    fn dated(
        &mut self,
        place: usize,
        claim: &Candidate,
        (first, last): (Option<Date>, Option<Date>),
        text: &Text<'_>,
    ) -> Result<CandidateRecord, Why> {
        if claim.denied {
            return Err(Why::Denied);
        }
        let event = self.event(place).ok_or(Why::NoEvent)?;
        let evidence = evidence(text, claim).ok_or(Why::Evidence)?;
        let when = days(first, last).ok_or(Why::Bounds)?;
        let words = first.into_iter().chain(last).map(|day| day.to_string()).collect::<BTreeSet<_>>();
        let figure = words.into_iter().collect::<Vec<_>>().join("-");
        let id = free(&format!("{}-{event}-{figure}", text.source), |id| self.taken.contains(id));
        self.taken.insert(id.clone());
        let attributed_to = self.attribution(claim, text.document);
        let own = &WORDS.says;
        let speaker = claim.speaker.as_ref().map(|speaker| one_line(&speaker.name));
        let says = [
            self.graph.event_name(&event).to_owned(),
            piece(&own.period, Some(&figure)),
            piece(&own.speaker, speaker.as_deref()),
        ];
        let about = AboutRecord::Date { event: event.to_string(), when };
        let record = record(id, says.concat(), about, attributed_to, evidence);
        Ok(self.waiting(place, claim, record))
    }

    /// The event that the graph's claims date with which this one is matched, the likeliest first.
    fn event(&self, place: usize) -> Option<EventId> {
        self.alike(place).find_map(|one| {
            let known = self.checked.corpus.entries()[other(place, one)].known.as_ref()?;
            match &self.graph.claims.get(known)?.about {
                About::Date(date) => Some(date.event.clone()),
                _ => None,
            }
        })
    }

    fn waiting(&self, place: usize, claim: &Candidate, record: ClaimRecord) -> CandidateRecord {
        let span = &claim.mention.span;
        let against = self.against(place);
        CandidateRecord { claim: record, at: (span.start, span.end), against, state: StateRecord::Open }
    }

    fn figure(
        &mut self,
        place: usize,
        claim: &Candidate,
        (stated, unit_name): (&Stated, &str),
        text: &Text<'_>,
        worded: &Worded<'_>,
    ) -> Result<CandidateRecord, Why> {
        let dimension = quantity(claim, stated, unit_name)?;
        let evidence = evidence(text, claim).ok_or(Why::Evidence)?;
        let own_place = self.place(place, claim, worded);
        let own = measure(claim, worded, unit_name, dimension);
        // What the claim says, it says in words of its own text, also where its measure was named after another's.
        let said = own.as_ref().map(|own| own.name.clone());
        let (found, like) = match self.like(place, dimension) {
            Some((one, like)) => (Some(one), like),
            None => {
                let measure = self.pool.measure(own.ok_or(Why::Unit)?);
                (None, Like { id: String::new(), measure, of: None, place: None })
            }
        };
        let same = |rung| found.is_some_and(|one| outcome(one, rung) == Some(Outcome::Same));
        let mut inferred = Vec::new();
        let where_ = if same(Rung::Place) && like.place.is_some() { like.place } else { own_place };
        let own_of = people(claim, worded).map(|name| self.pool.population(&name));
        let of = if same(Rung::Population) { like.of } else { own_of.clone() };
        if of.is_some() && of != own_of {
            inferred.push("of".to_owned());
        }
        let period = period(claim, text.document.date.map(|days| days.last));
        if period == Some(PeriodForm::Now) {
            inferred.push("period".to_owned());
        }
        let measure_unit = self.pool.unit(&like.measure).unwrap_or("count").to_owned();
        let own_unit = (unit_name != measure_unit).then(|| unit_name.to_owned());
        let figure: String = slug(&printed(stated)).chars().take(FIGURE).collect();
        let id = free(&format!("{}-{}-{figure}", text.source, like.measure), |id| self.taken.contains(id));
        self.taken.insert(id.clone());
        self.likes.insert(
            place,
            Like { id: id.clone(), measure: like.measure.clone(), of: of.clone(), place: where_.clone() },
        );
        let attributed_to = self.attribution(claim, text.document);
        let said = said.unwrap_or_else(|| self.pool.measure_name(&like.measure).to_owned());
        let says = self.says(claim, stated, unit_name, &said, worded, where_.as_deref());
        let about = AboutRecord::Quantity {
            measure: like.measure,
            of,
            place: where_,
            value: stated.clone(),
            unit: own_unit,
            counts: None,
            period,
            definition: (claim.part || claim.of.is_some()).then(|| WORDS.part.clone()),
        };
        let record = ClaimRecord { inferred, ..record(id, says, about, attributed_to, evidence) };
        Ok(self.waiting(place, claim, record))
    }

    /// The matches of a claim with others that are likely of the same thing: those that agree or disagree, then the likeliest.
    fn alike(&self, place: usize) -> impl Iterator<Item = &'a Match> + '_ {
        let all = self.matches.get(&place).into_iter().flatten().copied();
        all.filter(|one| one.one_thing || one.verdict.relation.is_disagreement())
    }

    /// The claim of the same thing that is written already, the likeliest first.
    fn like(&self, place: usize, dimension: &str) -> Option<(&'a Match, Like)> {
        self.alike(place).find_map(|one| {
            let like = self.likes.get(&other(place, one))?;
            let fits = unit(self.pool.unit(&like.measure)?).is_ok_and(|unit| unit.dimension == dimension);
            fits.then(|| (one, like.clone()))
        })
    }

    /// The place of a claim: the one that others of the same thing name, too, or else the nearest.
    fn place(&mut self, at: usize, claim: &Candidate, worded: &Worded<'_>) -> Option<String> {
        let entries = self.checked.corpus.entries();
        let others: Vec<&Candidate> = self.alike(at).map(|one| &entries[other(at, one)].claim).collect();
        let shared = |term: &&crate::extract::claims::Term| {
            others.iter().any(|other| other.places.iter().any(|own| own.key == term.key))
        };
        let found = claim.places.iter().find(shared).or(claim.places.first())?;
        let name = worded.place(claim, found);
        let name = WORDS.bare(&name);
        let is_speaker = claim.speaker.as_ref().is_some_and(|speaker| speaker.name.contains(name));
        (!name.is_empty() && !is_speaker).then(|| self.pool.place(name))
    }

    fn attribution(&mut self, claim: &Candidate, document: &Document) -> Option<AttributionRecord> {
        let name = one_line(&claim.speaker.as_ref()?.name);
        if document.outlet.as_deref() == Some(name.as_str()) {
            return None;
        }
        let is_name = WORDS.is_name(&name);
        let known = if is_name { Some(self.pool.actor(&name)) } else { self.pool.known_actor(&name) };
        Some(known.map_or(AttributionRecord::Unnamed(name), AttributionRecord::Actor))
    }

    fn says(
        &self,
        claim: &Candidate,
        stated: &Stated,
        unit_name: &str,
        measure: &str,
        worded: &Worded<'_>,
        place: Option<&str>,
    ) -> String {
        let own = &WORDS.says;
        let counted = worded.counted(claim);
        let unit_word = unit(unit_name).ok().filter(|unit| unit.name != "count");
        let unit_word = unit_word.map(|unit| if stated.printed() == [1.0] { unit.name.clone() } else { unit.many() });
        let measure = (counted.as_deref() != Some(measure)).then_some(measure);
        let when = claim.when.as_ref().filter(|when| when.near);
        let when = when.and_then(|when| Some(Days { first: when.first?, last: when.last? }.to_string()));
        let speaker = claim.speaker.as_ref().map(|speaker| one_line(&speaker.name));
        [
            stated.text(),
            piece(&own.of, unit_word.as_deref()),
            piece(&own.of, counted.as_deref()),
            piece(&own.measure, measure),
            piece(&own.place, place.map(|id| self.pool.place_name(id))),
            piece(&own.period, when.as_deref()),
            piece(&own.speaker, speaker.as_deref()),
        ]
        .concat()
    }

    fn against(&self, place: usize) -> Vec<AgainstRecord> {
        let at_odds = |one: &&&Match| one.verdict.relation.is_disagreement();
        let list = self.matches.get(&place).into_iter().flatten();
        let found = list.filter(at_odds).filter_map(|one| {
            let other = other(place, one);
            let known = || self.checked.corpus.entries()[other].known.as_ref().map(ToString::to_string);
            let claim = self.likes.get(&other).map(|like| like.id.clone()).or_else(known)?;
            Some(AgainstRecord { claim, relation: one.verdict.relation.word().to_owned() })
        });
        found.collect()
    }
}

/// The dimension of a figure that a graph can hold.
fn quantity(claim: &Candidate, stated: &Stated, unit_name: &str) -> Result<&'static str, Why> {
    if claim.denied {
        return Err(Why::Denied);
    }
    if matches!(stated, Stated::Change { .. }) {
        return Err(Why::Change);
    }
    stated.bounds().map_err(|_| Why::Bounds)?;
    Ok(&unit(unit_name).map_err(|_| Why::Unit)?.dimension)
}

fn record(
    id: String,
    says: String,
    about: AboutRecord,
    attributed_to: Option<AttributionRecord>,
    evidence: EvidenceRecord,
) -> ClaimRecord {
    ClaimRecord {
        id,
        says,
        about,
        attributed_to,
        via: Vec::new(),
        evidence: vec![evidence],
        inferred: Vec::new(),
        conversion_of: None,
        supersedes: Vec::new(),
        method: None,
        note: None,
    }
}

fn other(own: usize, one: &Match) -> usize {
    if one.a == own { one.b } else { one.a }
}

fn outcome(one: &Match, rung: Rung) -> Option<Outcome> {
    one.rungs.iter().find(|result| result.rung == rung).map(|result| result.outcome)
}

fn known(held: &Held, id: &str) -> Option<Like> {
    let claim = held.archive.claims.get(id)?;
    let measure = claim.about.as_quantity()?.measure.to_string();
    let of = claim.scope.population.as_ref().map(ToString::to_string);
    Some(Like { id: id.to_owned(), measure, of, place: claim.scope.place.as_ref().map(ToString::to_string) })
}

/// The candidate of a file of the inbox whose figure this is.
fn waiting_like(held: &Held, file: usize, claim: &Candidate) -> Option<Like> {
    let span = &claim.mention.span;
    let own = held.inbox.get(file)?.candidates.iter().find(|one| one.at == (span.start, span.end))?;
    match &own.claim.about {
        AboutRecord::Quantity { measure, of, place, .. } if own.state.is_open() => {
            Some(Like { id: own.claim.id.clone(), measure: measure.clone(), of: of.clone(), place: place.clone() })
        }
        _ => None,
    }
}

/// The ids of all candidates of the inbox, decided or not.
fn candidate_ids(held: &Held) -> impl Iterator<Item = String> + '_ {
    held.inbox.iter().flat_map(|file| file.candidates.iter().map(|one| one.claim.id.clone()))
}

fn is_held(text: &Text<'_>, claim: &ClaimRecord) -> bool {
    let meets = |own: (usize, usize)| text.held.iter().any(|held| held.0 < own.1 && own.0 < held.1);
    claim.evidence.iter().filter_map(|evidence| evidence.bytes).any(meets)
}
