//! What records are checked against: those that come with them, and those of a graph that is known to hold.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Archive, Event, EventId, Measure, Source};

/// Checked records that others may name.
pub(super) struct Ground<'a> {
    own: &'a Archive,
    known: Option<&'a Archive>,
    events: Cow<'a, BTreeMap<EventId, Event>>,
}

impl<'a> Ground<'a> {
    /// Those of the archive that is being made, and those of one that is there already.
    pub fn new(own: &'a Archive, known: Option<&'a Archive>) -> Self {
        let events = match known {
            Some(known) if own.events.is_empty() => Cow::Borrowed(&known.events),
            Some(known) => {
                let all = known.events.iter().chain(&own.events);
                Cow::Owned(all.map(|(id, event)| (id.clone(), event.clone())).collect())
            }
            None => Cow::Borrowed(&own.events),
        };
        Self { own, known, events }
    }

    /// The events, on which periods hang.
    pub fn events(&self) -> &BTreeMap<EventId, Event> {
        &self.events
    }

    /// The measure of that id.
    pub fn measure(&self, id: &str) -> Option<&'a Measure> {
        self.own.measures.get(id).or_else(|| self.known?.measures.get(id))
    }

    /// The source of that id.
    pub fn source(&self, id: &str) -> Option<&'a Source> {
        self.own.sources.get(id).or_else(|| self.known?.sources.get(id))
    }
}
