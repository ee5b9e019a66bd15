//! What users type and what they see: the sessions in `tests/cli/`.

#[test]
fn sessions() {
    trycmd::TestCases::new().env("NO_COLOR", "1").env("CLICOLOR_FORCE", "0").case("tests/cli/*.md");
}
