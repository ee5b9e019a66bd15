//! Whose word a claim is: forms of speech, names, and the voice of the text itself.

mod forms;
mod mentioned;
mod noun_phrase;
mod object;
mod past;
mod speaker;
mod speech;
pub(super) mod voice;

pub(super) use self::speaker::Speakers;
pub(super) use self::speech::Spoken;
