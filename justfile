# What contributors do often. CONTRIBUTING.md has the same without just (https://just.systems).

# what there is
default:
    @just --list

# the tests, or those whose names have some words: just test trace
test *WORDS:
    cargo test {{WORDS}}

# formatting and lints, as CI asks for them
lint:
    cargo fmt --check && cargo clippy --all-targets -- -D warnings

# all checks, before a change is sent
ci:
    bash .ci/run

# what is too long for that, some three hours, or parts of it: just long laws
long *PARTS:
    bash .ci/long {{PARTS}}

# pictures, errors and sessions as users see them, written anew; read the difference
refresh:
    INSTA_UPDATE=always cargo test --test library --test program -- pictures messages
    TRYCMD=overwrite cargo test --test program cli::

# docs/errors.md from the tables of codes
errors:
    GAINSAY_WRITE_ERRORS=1 cargo test --test program messages

# docs/commands.md from what --help says
commands:
    GAINSAY_WRITE_COMMANDS=1 cargo test --test program commands::

# docs/gainsay.schema.json from the types
schema:
    GAINSAY_WRITE_SCHEMA=1 cargo test --lib schema

# docs/disagreement.svg, the picture of the README
picture:
    GAINSAY_WRITE_PICTURE=1 cargo test --test program readme

# one of the benches of docs/benchmarks.md: just bench extract
bench NAME:
    cargo bench --bench {{NAME}}

# one fuzz target for some seconds: just fuzz html 600 (needs a nightly toolchain)
fuzz TARGET SECONDS="60":
    fuzz/run {{SECONDS}} {{TARGET}}

# the documentation of the library, in the browser
docs:
    cargo doc --no-deps --open
