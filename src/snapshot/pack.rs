//! Values to bytes and back: numbers as postcard writes them, names as numbers of a table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::symbols::{Symbols, SymbolsMaker};

/// A value that can be packed.
pub(super) trait Pack: Sized {
    fn pack(&self, out: &mut Packer<'_>);
    /// The value; nothing if the bytes are not what was packed.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Where values are packed.
pub(super) struct Packer<'a> {
    pub bytes: Vec<u8>,
    pub symbols: &'a mut SymbolsMaker,
    /// The graph's folder.
    pub dir: &'a Path,
}

impl Packer<'_> {
    /// A number, or anything else that postcard has a form for.
    pub fn plain(&mut self, value: &impl Serialize) {
        // Writing to a vector cannot fail; a value without a form would come back as nothing.
        if let Ok(bytes) = postcard::to_extend(value, std::mem::take(&mut self.bytes)) {
            self.bytes = bytes;
        }
    }

    /// A text that comes often.
    pub fn symbol(&mut self, text: &str) {
        let symbol = self.symbols.number(text.as_bytes());
        self.plain(&symbol);
    }

    /// Values that often come together: what `pack` makes of them is kept once.
    pub fn shared(&mut self, pack: impl FnOnce(&mut Self)) {
        let outer = std::mem::take(&mut self.bytes);
        pack(self);
        let inner = std::mem::replace(&mut self.bytes, outer);
        let number = self.symbols.number(&inner);
        self.plain(&number);
    }

    /// A file of the graph's folder, or any other.
    pub fn file(&mut self, path: &str) {
        let inside = Path::new(path).strip_prefix(self.dir).ok().and_then(Path::to_str);
        self.plain(&inside.is_some());
        self.symbol(inside.unwrap_or(path));
    }

    /// A text that comes once.
    pub fn text(&mut self, text: &str) {
        self.plain(&text);
    }
}

/// Where values are unpacked from.
pub(super) struct Unpacker<'a> {
    pub bytes: &'a [u8],
    pub symbols: &'a Symbols<'a>,
}

impl<'a> Unpacker<'a> {
    pub fn plain<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.bytes).ok()?;
        self.bytes = rest;
        Some(value)
    }

    pub fn symbol(&mut self) -> Option<Arc<str>> {
        let number = self.plain::<u32>()?;
        self.symbols.shared(number)
    }

    pub fn shared<T>(&mut self, unpack: impl FnOnce(&mut Unpacker<'_>) -> Option<T>) -> Option<T> {
        let number = self.plain::<u32>()?;
        unpack(&mut Unpacker { bytes: self.symbols.pool.bytes_of(number)?, symbols: self.symbols })
    }

    /// Whether a file is in the graph's folder, and the number of its path.
    pub fn file_number(&mut self) -> Option<(bool, u32)> {
        Some((self.plain()?, self.plain()?))
    }

    pub fn file(&mut self) -> Option<Arc<str>> {
        let (is_inside, number) = self.file_number()?;
        if is_inside { self.symbols.file(number) } else { self.symbols.shared(number) }
    }

    pub fn text(&mut self) -> Option<String> {
        let (text, rest) = postcard::take_from_bytes::<&str>(self.bytes).ok()?;
        let text = text.to_owned();
        self.bytes = rest;
        Some(text)
    }
}

/// How a text that comes often is packed, for fields of that kind.
pub(super) mod often {
    use super::{Packer, Unpacker};

    pub fn pack(text: &str, out: &mut Packer<'_>) {
        out.symbol(text);
    }

    pub fn unpack<T: for<'a> From<&'a str>>(from: &mut Unpacker<'_>) -> Option<T> {
        from.symbol().map(|text| T::from(&text))
    }
}

/// The same for fields that may be empty.
pub(super) mod perhaps_often {
    use super::{Packer, Unpacker};

    pub fn pack(text: &Option<String>, out: &mut Packer<'_>) {
        out.plain(&text.is_some());
        if let Some(text) = text {
            out.symbol(text);
        }
    }

    pub fn unpack(from: &mut Unpacker<'_>) -> Option<Option<String>> {
        Some(if from.plain::<bool>()? { Some(from.symbol()?.as_ref().to_owned()) } else { None })
    }
}

macro_rules! plain {
    ($($type:ty),+) => {
        $(impl Pack for $type {
            fn pack(&self, out: &mut Packer<'_>) {
                out.plain(self);
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                from.plain()
            }
        })+
    };
}

plain!(bool, u8, i8, u16, i16, u32, i32, u64, usize);

/// Most numbers of texts are whole, and small as such.
impl Pack for f64 {
    fn pack(&self, out: &mut Packer<'_>) {
        const MOST: f64 = 9_007_199_254_740_992.0;
        let is_whole = self.fract() == 0.0 && self.abs() < MOST && (*self != 0.0 || self.is_sign_positive());
        out.plain(&is_whole);
        if is_whole {
            out.plain(&(*self as i64));
        } else {
            out.plain(self);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        if from.plain::<bool>()? { from.plain::<i64>().map(|whole| whole as f64) } else { from.plain() }
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packer<'_>) {
        out.text(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.text()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packer<'_>) {
        out.plain(&self.is_some());
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(if from.plain::<bool>()? { Some(T::unpack(from)?) } else { None })
    }
}

impl<T: Pack, U: Pack> Pack for (T, U) {
    fn pack(&self, out: &mut Packer<'_>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some((T::unpack(from)?, U::unpack(from)?))
    }
}

fn pack_all<'a, T: Pack + 'a>(count: usize, values: impl Iterator<Item = &'a T>, out: &mut Packer<'_>) {
    out.plain(&count);
    values.for_each(|value| value.pack(out));
}

fn unpack_all<T: Pack, C: FromIterator<T>>(from: &mut Unpacker<'_>) -> Option<C> {
    let count = from.plain::<usize>()?;
    (0..count).map(|_| T::unpack(from)).collect()
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packer<'_>) {
        pack_all(self.len(), self.iter(), out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        unpack_all(from)
    }
}

impl<T: Pack + Ord> Pack for BTreeSet<T> {
    fn pack(&self, out: &mut Packer<'_>) {
        pack_all(self.len(), self.iter(), out);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        unpack_all(from)
    }
}

impl<K: Pack + Ord, V: Pack> Pack for BTreeMap<K, V> {
    fn pack(&self, out: &mut Packer<'_>) {
        out.plain(&self.len());
        for (key, value) in self {
            key.pack(out);
            value.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        unpack_all::<(K, V), _>(from)
    }
}
