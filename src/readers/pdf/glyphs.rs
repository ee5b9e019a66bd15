//! What names of glyphs stand for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::quantity::table;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glyphs {
    glyphs: BTreeMap<String, String>,
    standard: BTreeMap<u8, String>,
}

static GLYPHS: LazyLock<Glyphs> = LazyLock::new(|| table("glyphs.ron", include_str!("glyphs.ron")));

/// The text of a glyph: by the table, as a letter of its own name, or by number (`uni0041`, `u1F600`).
pub(super) fn text(name: &str) -> Option<String> {
    let name = name.split('.').next()?;
    if let Some(text) = GLYPHS.glyphs.get(name) {
        return Some(text.clone());
    }
    if name.len() == 1 {
        return Some(name.to_owned());
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u')).filter(|digits| digits.len() >= 4)?;
    let number = u32::from_str_radix(digits.get(..digits.len().min(6))?, 16).ok()?;
    char::from_u32(number).map(String::from)
}

/// The text of a code in Adobe's StandardEncoding.
pub(super) fn standard(code: u8) -> Option<String> {
    match GLYPHS.standard.get(&code) {
        Some(name) => text(name),
        None => {
            code.is_ascii_graphic().then(|| char::from(code).to_string()).or_else(|| (code == 32).then(|| " ".into()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_have_texts() {
        let of = |name| text(name).unwrap_or_default();
        assert_eq!(
            [of("eacute"), of("fi"), of("A"), of("uni20AC"), of("a.sc"), of("g17")],
            ["é", "fi", "A", "€", "a", ""]
        );
        assert_eq!([standard(39), standard(65), standard(128)], [Some("’".into()), Some("A".into()), None]);
    }
}
