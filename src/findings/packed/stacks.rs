//! Questions of a graph that is not held whole: its columns tell where claims may disagree, and only the records of those
//! places are unpacked.

use crate::codes::Code;
use std::collections::BTreeSet;
use std::path::Path;

use crate::findings::desk::Desk;
use crate::findings::filter::known::Known;
use crate::findings::filter::{Filter, FilterError};
use crate::findings::questions::gather::{ASKED, in_rooms};
use crate::findings::questions::order::firmest_first;
use crate::findings::questions::question::Question;
use crate::model::{ActorId, Archive, Claim, PlaceId};
use crate::snapshot::image::ImageError;
use crate::snapshot::{Numbers, Records, Snapshot};
use crate::sweep::{Asked, Room, Sweep};

/// Claims whose records are unpacked at a time.
const BATCH: usize = 20_000;

/// A graph as packed records and columns.
#[derive(Clone, Debug)]
pub struct Stacks {
    /// The records.
    pub records: Records,
    /// The claims in columns.
    pub sweep: Sweep,
}

/// Questions, with what must be known to show them.
#[derive(Clone, Debug)]
pub struct Found {
    /// The records on which the questions rest.
    pub archive: Archive,
    /// The questions, the firmest disagreement first.
    pub questions: Vec<Question>,
}

/// Why questions could not be looked for.
#[derive(Debug, thiserror::Error)]
pub enum StacksError {
    /// A filter means nothing here.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// A packed record is not what was packed.
    #[error("a record of the snapshot cannot be read")]
    Damaged,
}

impl StacksError {
    /// Stable code.
    pub fn code(&self) -> Code {
        match self {
            StacksError::Filter(error) => error.code(),
            StacksError::Damaged => Code::SnapshotUnfit,
        }
    }
}

impl Stacks {
    /// What a snapshot has of both.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn of(snapshot: &Snapshot) -> Result<Self, ImageError> {
        Ok(Self { sweep: snapshot.sweep()?, records: snapshot.records()? })
    }

    /// What an archive of the graph in `dir` has of both; nothing if it is too large to be packed.
    pub fn packed(archive: &Archive, dir: &Path) -> Option<Self> {
        Some(Self { records: Records::new(archive, dir)?, sweep: Sweep::new(archive) })
    }

    /// How many sources assert something.
    pub fn speaking(&self) -> usize {
        self.sweep.sources.first.windows(2).filter(|ends| ends[0] < ends[1]).count()
    }

    /// The questions that pass a filter.
    ///
    /// # Errors
    /// If the filter names what the graph has not, or a record cannot be unpacked.
    pub fn questions(&self, filter: &Filter) -> Result<Found, StacksError> {
        let (known, vocabulary) = self.known(filter)?;
        let groups = self.groups(&known, &self.numbers(&known, &vocabulary));
        let asked = Asked { disagreeing: filter.is_of_disagreements(), groups: groups.as_deref(), ..ASKED };
        let mut questions = Vec::new();
        for rooms in batches(self.sweep.rooms(asked)) {
            let claims: Vec<u32> = rooms.iter().flat_map(|room| &room.claims).copied().collect();
            let archive = self.part(&claims)?;
            let desk = Desk::new(&archive);
            let rooms: Vec<Vec<&Claim>> = rooms.iter().map(|room| self.claims_in(&archive, room)).collect();
            questions.extend(filter.pass(&known, &archive, in_rooms(&desk, &rooms))?);
        }
        questions.sort_by(firmest_first);
        let told: BTreeSet<u32> = questions.iter().flat_map(|question| self.told(question)).collect();
        let archive = self.part(&told.into_iter().collect::<Vec<_>>())?;
        Ok(Found { archive, questions })
    }

    /// What a filter names, and the vocabulary in which it was found.
    pub(in crate::findings) fn known(&self, filter: &Filter) -> Result<(Known, Archive), StacksError> {
        let vocabulary = self.vocabulary(filter).ok_or(StacksError::Damaged)?;
        Ok((Known::resolve(filter, &vocabulary)?, vocabulary))
    }

    /// Whatever a filter may name. A source that is named by its id is found without the others.
    fn vocabulary(&self, filter: &Filter) -> Option<Archive> {
        let by_id = filter.source.as_deref().and_then(|id| self.records.source_of(id));
        let by_title = filter.source.is_some() && by_id.is_none();
        let mut vocabulary = self.records.vocabulary(filter.actor.is_some(), by_title)?;
        vocabulary.sources.extend(by_id.map(|source| (source.id.clone(), source)));
        Some(vocabulary)
    }

    /// The numbers of what was asked for.
    pub(in crate::findings) fn numbers(&self, known: &Known, vocabulary: &Archive) -> Numbers {
        let is_in = |id: &String, own: &PlaceId| vocabulary.place_nesting.is_within(own, &id.as_str().into());
        let places = |id: &String| {
            (0..).zip(vocabulary.places.keys()).filter(|(_, own)| is_in(id, own)).map(|(at, _)| at).collect()
        };
        let measure = |id: &String| vocabulary.measures.keys().position(|own| own.as_str() == id).map(|at| at as u32);
        let actors =
            |ids: &BTreeSet<ActorId>| ids.iter().filter_map(|id| self.records.actors.find(id.as_str())).collect();
        Numbers {
            places: known.place.as_ref().map(places).unwrap_or_default(),
            measures: known.measure.as_ref().and_then(measure).into_iter().collect(),
            sources: known.source.as_ref().and_then(|id| self.records.sources.find(id)).into_iter().collect(),
            actors: known.actor.as_ref().map(actors).unwrap_or_default(),
        }
    }

    /// The groups with a claim of what was asked for, if only some were; in order.
    pub(in crate::findings) fn groups(&self, known: &Known, numbers: &Numbers) -> Option<Vec<u32>> {
        let place = known.place.as_ref().map(|_| self.sweep.places.all_of(&numbers.places));
        let measure = known.measure.as_ref().map(|_| self.sweep.measures.all_of(&numbers.measures));
        let of_rows =
            |rows: BTreeSet<u32>| rows.into_iter().map(|row| self.sweep.group_of(row as usize) as u32).collect();
        let source = known.source.as_ref().map(|_| of_rows(self.sweep.sources.all_of(&numbers.sources)));
        let actor = known.actor.as_ref().map(|_| of_rows(self.sweep.actors.all_of(&numbers.actors)));
        let asked: Vec<BTreeSet<u32>> = [place, actor, source, measure].into_iter().flatten().collect();
        asked.into_iter().reduce(|a, b| a.intersection(&b).copied().collect()).map(|both| both.into_iter().collect())
    }

    pub(in crate::findings) fn part(&self, claims: &[u32]) -> Result<Archive, StacksError> {
        self.records.part(&self.sweep, claims).ok_or(StacksError::Damaged)
    }

    pub(in crate::findings) fn claims_in<'a>(&self, archive: &'a Archive, room: &Room) -> Vec<&'a Claim> {
        let ids = room.claims.iter().filter_map(|number| self.records.claims.ids.get(*number));
        ids.filter_map(|id| archive.claims.get(id)).collect()
    }

    /// The claims that a question and its comparisons speak of.
    fn told(&self, question: &Question) -> Vec<u32> {
        let apart = question.explained.iter().flat_map(|pair| [&pair.a, &pair.b]);
        let ids = question.claims().into_iter().chain(apart);
        ids.filter_map(|id| self.records.claims.find(id.as_str())).collect()
    }
}

/// Rooms in batches of a sensible size.
pub(in crate::findings) fn batches(rooms: Vec<Room>) -> Vec<Vec<Room>> {
    let mut batches: Vec<Vec<Room>> = Vec::new();
    let mut left = 0;
    for room in rooms {
        if room.claims.len() > left || batches.is_empty() {
            batches.push(Vec::new());
            left = BATCH.max(room.claims.len());
        }
        left -= room.claims.len();
        if let Some(batch) = batches.last_mut() {
            batch.push(room);
        }
    }
    batches
}
