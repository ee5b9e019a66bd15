//! What `extract` finds in texts of one kind or another; what holds for any text is in `reading/`.

use gainsay::extract::{Kind, Mention, extract};

fn shown(text: &str) -> Vec<String> {
    extract(text).iter().map(Mention::to_string).collect()
}

#[test]
fn long_lines_of_one_kind_are_read() {
    for piece in ["7", " ", "a million ", "1,22,", "9.", "a ", "two and ", "-", "5 to ", "more than "] {
        let text = piece.repeat(200_000 / piece.len());
        extract(&text);
    }
}

#[test]
fn change_is_told_from_level() {
    let found = extract("Arrivals rose by 12 percent to 4.1 million from 3.66 million.");
    let changes: Vec<&str> = found.iter().filter_map(|mention| mention.change).map(|change| change.word()).collect();
    assert_eq!(changes, ["by", "to", "from"]);
}

#[test]
fn what_only_names_is_no_count() {
    let found = extract("The Boeing 737 left on October 4, 2022 at 9:30 pm under Article 5.");
    assert!(found.iter().all(|mention| !mention.kind.is_quantity()), "{found:?}");
    assert_eq!(found.iter().filter(|mention| mention.kind == Kind::Name).count(), 2);
}

#[test]
fn ranges_share_scale_and_unit() {
    assert_eq!(shown("from $20 to $25 billion"), ["money 20000000000..25000000000 USD"]);
    assert_eq!(shown("10,000-11,000 boats per day")[0], "count 10000..11000 per day");
    assert_eq!(shown("between 5% – 0.5%"), ["share 0.5..5 percent"]);
    assert_eq!(shown("5 and 6 kg"), ["measure 5 kilogram", "measure 6 kilogram"]);
}

#[test]
fn lengths_and_prices_in_two_parts_are_one() {
    assert_eq!(shown("he is 5 ft 3 in"), ["measure 5.25 foot"]);
    assert_eq!(shown("fourteen dollars and sixty-five cents"), ["money 14.65 USD"]);
}

#[test]
fn a_sign_turns_the_ends_round() {
    assert_eq!(shown("minus tens of thousands"), ["count -100000..-10000"]);
    assert_eq!(shown("minus dozens"), ["count ..-12"]);
}

#[test]
fn numbers_beyond_all_numbers_are_left_out() {
    assert!(shown("1e307 MUSD").is_empty());
    assert!(shown("1e308 ± 1e308").is_empty());
    assert_eq!(shown("1e61 USD and 40 boats"), ["count 40"]);
    assert_eq!(shown("1e59 USD and 40 boats"), [format!("money {} USD", 1e59), "count 40".to_owned()]);
}

#[test]
fn case_tells_units_apart() {
    assert_eq!(
        shown("5 Mt of ash, 5 mt of ash, 5 mT"),
        ["measure 5 megatonne", "measure 5 tonne", "measure 5 millitesla"]
    );
    assert_eq!(shown("40 kgs and 40 KGS"), ["measure 40 kilogram", "money 40 KGS"]);
    assert_eq!(shown("at 11 am it rang")[0], "time 11:00");
}

#[test]
fn numbers_in_words_are_no_years() {
    assert_eq!(shown("in twenty-one million homes"), ["count 21000000"]);
    assert_eq!(shown("in nineteen ninety-nine it fell"), ["year 1999-01-01..1999-12-31 date"]);
}

#[test]
fn the_lower_end_of_a_length_of_time_is_the_lower_one() {
    let found = gainsay::extract::time::times("from 71 to 1 minutes", None);
    assert_eq!((found[0].value_low, found[0].value_high), (Some(1.0), Some(71.0)));
}

#[test]
fn the_end_of_a_hedge_is_no_place_in_an_order() {
    assert_eq!(shown("at the least 40 boats"), ["count 40.."]);
    assert_eq!(shown("the largest of them"), ["ordinal 1"]);
}

#[test]
fn what_brackets_restate_is_told() {
    let text = "a border of 7,644 km (4,750 miles) and a toll of $5 (£4), 30 boats (12 miles)";
    let found = extract(text);
    let restated: Vec<Option<&str>> =
        found.iter().map(|mention| mention.converts.clone().and_then(|span| text.get(span))).collect();
    assert_eq!(restated, [None, Some("7,644 km"), None, Some("$5"), None, None]);
}

#[test]
fn digits_of_addresses_are_no_figures() {
    let found = extract("See https://a.example/politics/87922 and www.b.example/12-3 for 40 boats.");
    assert_eq!(found.iter().map(Mention::to_string).collect::<Vec<_>>(), ["count 40"]);
}

#[test]
fn what_is_counted_ends_with_its_noun() {
    let counted = |text: &str| extract(text).into_iter().find_map(|mention| mention.counted);
    let rows = [
        ("12 small wooden boats sank off the cape", Some("small wooden boats")),
        ("five U.S. soldiers died", Some("U.S. soldiers")),
        ("a fifth of the town’s trade tax", Some("town’s trade tax")),
        ("police counted 12,000 on the square", None),
        ("3,900 the year before", None),
        ("40 boats capsized yesterday", Some("boats")),
    ];
    for (text, wanted) in rows {
        assert_eq!(counted(text).as_deref(), wanted, "{text}");
    }
}
