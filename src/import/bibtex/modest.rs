//! What a file may ask of the parser of BibTeX, counted before it is asked: it calls itself as deep as braces, abbreviations and
//! references nest, writes out what each stands for as often as it is named, and keeps no limit.

use std::collections::BTreeMap;
use std::ops::Range;

use biblatex::{Field, Pair, RawBibliography, RawChunk};

/// Braces in braces, abbreviations of abbreviations, and entries that lead to others, at most. People write three or four.
const DEEPEST: usize = 100;
/// Bytes that the abbreviations of a file may be written out to, and entries that may be taken from others, at most.
const MOST: usize = 10_000_000;

/// The fields by which an entry takes what others say.
const REFERENCES: [&str; 2] = ["crossref", "xdata"];

/// What is too much, and where.
pub(super) type Excess = (Range<usize>, String);

/// Sees to it that the parser can be asked. References whose keys are not plain, which it might read as others, are left out.
///
/// # Errors
/// What is too much.
pub(super) fn tame(raw: &mut RawBibliography<'_>) -> Result<(), Excess> {
    let told = raw.abbreviations.iter().chain(raw.entries.iter().flat_map(|entry| &entry.v.fields));
    told.filter(|pair| depth(&pair.value.v) > DEEPEST)
        .try_for_each(|pair| Err((pair.value.span.clone(), format!("braces stand in more than {DEEPEST} others"))))?;
    let mut abbreviations = Abbreviations::new(&raw.abbreviations);
    let mut length = 0;
    for pair in raw.entries.iter().flat_map(|entry| &entry.v.fields) {
        length += abbreviations.length(&pair.value.v, 0).map_err(|error| (pair.value.span.clone(), error))?;
        if length > MOST {
            let message = format!("with its abbreviations written out, the file has over {} MB", MOST / 1_000_000);
            return Err((pair.value.span.clone(), message));
        }
    }
    let abbreviations = abbreviations.named;
    for entry in &mut raw.entries {
        let is_plain = |pair: &Pair<'_>| keys(&written(&pair.value.v, &abbreviations)).all(is_key);
        entry.v.fields.retain(|pair| !is_reference(pair) || is_plain(pair));
    }
    references(raw, &abbreviations)
}

fn is_reference(pair: &Pair<'_>) -> bool {
    REFERENCES.iter().any(|name| pair.key.v.eq_ignore_ascii_case(name))
}

/// A key in which nothing is a command, a dash of two signs, or a brace.
fn is_key(key: &str) -> bool {
    key.chars().all(|letter| letter.is_alphanumeric() || ":_-./+".contains(letter)) && !key.contains("--")
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|key| !key.is_empty())
}

/// How deep braces stand in braces.
fn depth(field: &Field<'_>) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for chunk in field {
        let RawChunk::Normal(text) = chunk.v else { continue };
        for byte in text.bytes() {
            match byte {
                b'{' => open += 1,
                b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            most = most.max(open);
        }
    }
    most
}

/// What abbreviations stand for, and how long it is.
struct Abbreviations<'a, 's> {
    named: BTreeMap<&'s str, &'a Field<'s>>,
    lengths: BTreeMap<&'s str, usize>,
}

impl<'a, 's> Abbreviations<'a, 's> {
    fn new(pairs: &'a [Pair<'s>]) -> Self {
        let named = pairs.iter().map(|pair| (pair.key.v, &pair.value.v)).collect();
        Self { named, lengths: BTreeMap::new() }
    }

    /// How long a field is that is written out; each abbreviation is reckoned once.
    fn length(&mut self, field: &Field<'s>, above: usize) -> Result<usize, String> {
        let mut length = 0_usize;
        for chunk in field {
            length = length.saturating_add(match chunk.v {
                RawChunk::Normal(_) => 0,
                RawChunk::Abbreviation(name) => self.one(name, above)?,
            });
        }
        Ok(length)
    }

    fn one(&mut self, name: &'s str, above: usize) -> Result<usize, String> {
        if let Some(known) = self.lengths.get(name) {
            return Ok(*known);
        }
        if above >= DEEPEST {
            return Err(format!("the abbreviation {name} leads back to itself, or through more than {DEEPEST} others"));
        }
        // Months have no entry; they are short.
        let Some(field) = self.named.get(name).copied() else { return Ok(name.len()) };
        let own: usize =
            field.iter().map(|chunk| if let RawChunk::Normal(text) = chunk.v { text.len() } else { 1 }).sum();
        let length = self.length(field, above + 1)?.saturating_add(own);
        self.lengths.insert(name, length);
        Ok(length)
    }
}

/// A field with its abbreviations written out, without the braces around it; how long it gets was seen before.
fn written(field: &Field<'_>, named: &BTreeMap<&str, &Field<'_>>) -> String {
    let mut text = String::new();
    write(field, named, &mut text);
    text.trim().trim_start_matches('{').trim_end_matches('}').to_owned()
}

fn write(field: &Field<'_>, named: &BTreeMap<&str, &Field<'_>>, text: &mut String) {
    for chunk in field {
        match chunk.v {
            RawChunk::Normal(own) => text.push_str(own),
            RawChunk::Abbreviation(name) => {
                if let Some(field) = named.get(name) {
                    write(field, named, text);
                }
            }
        }
    }
}

/// Sees to it that no entry leads back to itself, or to more than can be taken from others.
fn references(raw: &RawBibliography<'_>, named: &BTreeMap<&str, &Field<'_>>) -> Result<(), Excess> {
    let own = |fields: &[Pair<'_>]| -> Vec<String> {
        let texts = fields.iter().filter(|pair| is_reference(pair)).map(|pair| written(&pair.value.v, named));
        texts.flat_map(|text| keys(&text).map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let above: BTreeMap<&str, Vec<String>> =
        raw.entries.iter().map(|entry| (entry.v.key.v, own(&entry.v.fields))).collect();
    let (mut known, mut total) = (BTreeMap::new(), 0_usize);
    for entry in &raw.entries {
        let taken = taken(entry.v.key.v, &above, &mut known, 0).map_err(|error| (entry.span.clone(), error))?;
        total = total.saturating_add(taken);
        if total > MOST {
            return Err((entry.span.clone(), format!("entries take from over {MOST} others")));
        }
    }
    Ok(())
}

/// How many entries are read for one.
fn taken<'a>(
    key: &'a str,
    above: &'a BTreeMap<&str, Vec<String>>,
    known: &mut BTreeMap<&'a str, usize>,
    deep: usize,
) -> Result<usize, String> {
    if let Some(known) = known.get(key) {
        return Ok(*known);
    }
    if deep >= DEEPEST {
        return Err(format!("the entry {key} refers to itself in a circle, or through more than {DEEPEST} others"));
    }
    let mut count = 1_usize;
    for other in above.get(key).into_iter().flatten() {
        count = count.saturating_add(taken(other, above, known, deep + 1)?);
    }
    known.insert(key, count);
    Ok(count)
}
