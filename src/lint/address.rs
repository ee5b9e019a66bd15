//! Addresses of sources that no browser opens, or that it would run.

use super::{Code, Lint};
use crate::model::{Archive, Source};

/// Sources whose address does not begin with a scheme of the web.
pub(super) fn check(archive: &Archive) -> Vec<Lint> {
    archive.sources.values().filter_map(|source| lint(source, source.url.as_deref()?)).collect()
}

fn is_of_the_web(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, rest)| {
        ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) && !rest.is_empty()
    })
}

fn lint(source: &Source, url: &str) -> Option<Lint> {
    (!is_of_the_web(url)).then(|| Lint {
        code: Code::OddAddress,
        id: source.id.to_string(),
        locus: None,
        message: format!("the address of {} is none of the web: {url}", source.id),
        help: "write the whole address, from http:// or https:// on; exports make no link of any other".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_taken_for_such() {
        assert!(
            ["http://a.example", "https://a.example/b?c", "HTTPS://a.example"].iter().all(|url| is_of_the_web(url))
        );
        let others = [
            "javascript:alert(1)",
            "www.a.example",
            "file:///etc",
            "",
            "https://",
            "data:text/html,x",
            "javascript://a",
        ];
        assert!(others.iter().all(|url| !is_of_the_web(url)));
    }
}
