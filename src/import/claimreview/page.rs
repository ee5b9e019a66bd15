//! The JSON-LD in a page: what stands in `<script type="application/ld+json">`.

/// The scripts, each with the line where it begins. What they hold is no markup, so that a search for their ends is enough.
pub fn scripts(page: &str) -> Vec<(usize, &str)> {
    let lower = page.to_ascii_lowercase();
    let mut found = Vec::new();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(start) = lower[at..].find("<script").map(|start| at + start) {
        let Some(open) = lower[start..].find('>').map(|end| start + end + 1) else { break };
        let end = lower[open..].find("</script").map_or(page.len(), |end| open + end);
        if lower[start..open].contains("application/ld+json") {
            line += page[counted..open].matches('\n').count();
            counted = open;
            found.push((line, &page[open..end]));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_of_data_are_read() {
        let page = "<html>\n<script>var a = \"<b>\";</script>\n<SCRIPT TYPE='application/ld+json'>{}</SCRIPT></html>";
        assert_eq!(scripts(page), [(3, "{}")]);
        assert_eq!(scripts("<script type=application/ld+json>[]"), [(1, "[]")]);
        assert!(scripts("<p>text</p>").is_empty());
    }
}
