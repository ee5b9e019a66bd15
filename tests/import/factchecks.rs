//! Fact checks: ClaimReview of others, answers of claims:search, pages.

use gainsay::export::Format;
use gainsay::model::{About, Attribution, SourceKind, Stance};
use gainsay::store::record::{
    AboutRecord, ActorRecord, AddedFile, AttributionRecord, ClaimFile, ClaimRecord, EvidenceRecord, JudgedRecord,
    JudgementRecord, PropositionRecord, SourceRecord, TextRecord,
};
use serde_json::json;

use crate::import::support::{Graph, assert_same, exported, file};

fn review() -> serde_json::Value {
    json!({
        "@context": "https://schema.org", "@type": "ClaimReview", "url": "https://check.example/1",
        "claimReviewed": "The harbour was closed for a year", "datePublished": "2031-05-01T08:00:00Z",
        "author": {"@type": "Organization", "name": "Check Desk", "url": "https://check.example"},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "False"},
        "itemReviewed": {
            "@type": "Claim", "author": {"@type": "Person", "name": "Rosa Lind", "jobTitle": "mayor"},
            "datePublished": "2031-04-28",
            "appearance": [{"@type": "CreativeWork", "url": "https://post.example/7", "headline": "Shut"}, "https://post.example/8"]
        }
    })
}

#[test]
fn a_claim_review_is_a_claim_and_a_judgement() {
    let graph = Graph::empty();
    let report = graph.import(&[file("check.json", &review().to_string())]).unwrap();
    let archive = graph.archive();
    assert_eq!((archive.claims.len(), archive.judgements.len(), archive.propositions.len()), (2, 2, 1));
    for claim in archive.claims.values() {
        assert!(matches!(&claim.about, About::Stance(own) if own.stance == Stance::Affirms));
        assert_eq!(claim.attribution, Attribution::actor("rosa-lind"));
    }
    for judgement in &archive.judgements {
        assert_eq!((judgement.verdict.as_str(), judgement.by.as_str()), ("False", "Check Desk"));
        assert_eq!((judgement.date.to_string().as_str(), judgement.on.len()), ("2031-05-01", 1));
    }
    let check = archive.sources.values().find(|own| own.outlet.as_deref() == Some("Check Desk")).unwrap();
    assert_eq!(check.cites.len(), 2);
    let left: Vec<&str> = report.unmapped.iter().map(|one| one.at.as_str()).collect();
    let expected = [
        "author.url",
        "reviewRating.bestRating",
        "reviewRating.ratingValue",
        "reviewRating.worstRating",
        "itemReviewed.author.jobTitle",
    ];
    assert_eq!(left, expected.map(|path| format!("check.json.{path}")));
}

#[test]
fn the_same_check_in_a_list_a_graph_or_a_page_is_the_same() {
    let review = review();
    let page = format!("<html><script type=\"application/ld+json\">{review}</script></html>");
    let texts = [json!([review]).to_string(), json!({"@graph": [review]}).to_string(), page];
    for text in texts {
        let graph = Graph::empty();
        graph.import(&[file("check", &text)]).unwrap();
        let before = graph.files();
        let report = graph.import(&[file("check", &text)]).unwrap();
        assert_eq!((report.new_records(), report.conflicts.len()), (0, 0), "{report:?}");
        assert!(graph.files() == before);
        assert_eq!(graph.archive().judgements.len(), 2);
    }
}

#[test]
fn nodes_that_name_one_another_are_put_together() {
    let text = json!({"@graph": [
        {"@id": "https://g.example/judgement/j-1", "@type": "ClaimReview", "claimReviewed": "It leaks",
         "itemReviewed": {"@id": "https://g.example/claim/leak"}, "datePublished": "2031-02-03",
         "author": {"@id": "https://g.example/actor/desk"}, "reviewRating": {"alternateName": "True"}},
        {"@id": "https://g.example/claim/leak", "@type": "Claim", "text": "It leaks",
         "appearance": {"@id": "https://g.example/source/post"}},
        {"@id": "https://g.example/source/post", "@type": "Article", "headline": "Leaks"},
        {"@id": "https://g.example/actor/desk", "@type": "Organization", "name": "Desk"},
        {"@id": "https://g.example/claim/other", "@type": "Claim", "text": "Other"}
    ]});
    let graph = Graph::empty();
    let report = graph.import(&[file("graph.jsonld", &text.to_string())]).unwrap();
    let archive = graph.archive();
    assert_eq!(archive.claims["leak"].source.as_str(), "post");
    assert_eq!(archive.sources["post"].title.as_deref(), Some("Leaks"));
    assert_eq!((archive.judgements[0].id.as_str(), archive.judgements[0].by.as_str()), ("j-1", "Desk"));
    let left: Vec<&str> = report.unmapped.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(left, ["Claim Other"]);
}

fn search() -> String {
    json!({"claims": [
        {"text": "Ten ships sank", "claimant": "Harbour Office", "claimDate": "2031-04-01T00:00:00Z", "claimReview": [
            {"publisher": {"name": "Check Desk", "site": "check.example"}, "url": "https://check.example/2",
             "title": "No ship sank", "reviewDate": "2031-04-03T00:00:00Z", "textualRating": "Mostly false", "languageCode": "en"},
            {"publisher": {"site": "other.example"}, "url": "https://other.example/2", "textualRating": "False"}]},
        {"text": "Nobody checked this"}
    ], "nextPageToken": "x"})
    .to_string()
}

#[test]
fn an_answer_of_claims_search_is_read() {
    let graph = Graph::empty();
    let report = graph.import(&[file("search.json", &search())]).unwrap();
    let archive = graph.archive();
    assert_eq!((archive.claims.len(), archive.judgements.len(), archive.sources.len()), (1, 1, 3));
    let claim = archive.claims.values().next().unwrap();
    assert_eq!(archive.sources[&claim.source].kind, SourceKind::Statement);
    assert_eq!(archive.sources[&claim.source].published.unwrap().to_string(), "2031-04-01");
    let left: Vec<&str> = report.unmapped.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
    assert!(report.unmapped.iter().any(|one| one.at == "search.json, claims[0].claimReview[1]" && one.what == "False"));
    assert_eq!(graph.import(&[file("search.json", &search())]).unwrap().new_records(), 0);
}

#[test]
fn a_rating_in_numbers_is_told_in_numbers() {
    let mut check = review();
    check["reviewRating"].as_object_mut().unwrap().remove("alternateName");
    let graph = Graph::empty();
    graph.import(&[file("check.json", &check.to_string())]).unwrap();
    assert_eq!(graph.archive().judgements[0].verdict, "rated 1, the best being 5, the worst 1");
}

/// Judged stances as a fact check says them.
#[expect(clippy::too_many_lines, reason = "a file written out")]
fn judged(text: &str, verdict: &str) -> AddedFile {
    let source = |id: &str, outlet: Option<&str>, cites: &[&str]| SourceRecord {
        id: id.to_owned(),
        kind: SourceKind::Article,
        title: None,
        outlet: outlet.map(str::to_owned),
        authors: Vec::new(),
        url: Some(format!("https://{id}.example")),
        published: Some("2031-01-02".to_owned()),
        retrieved: None,
        language: Some("en".to_owned()),
        text: None,
        cites: cites.iter().map(|id| (*id).to_owned()).collect(),
        links_to: Vec::new(),
        republishes: None,
        note: None,
    };
    let words: Vec<&str> = text.split_whitespace().take(8).collect();
    let claim = ClaimRecord {
        id: "c".to_owned(),
        says: text.to_owned(),
        about: AboutRecord::Stance {
            proposition: "p".to_owned(),
            stance: Stance::Affirms,
            of: None,
            place: None,
            period: None,
            definition: None,
        },
        attributed_to: Some(AttributionRecord::Actor("rosa".to_owned())),
        via: Vec::new(),
        evidence: vec![EvidenceRecord { bytes: None, fragment: words.join(" ") }],
        inferred: Vec::new(),
        conversion_of: None,
        supersedes: Vec::new(),
        method: None,
        note: None,
    };
    AddedFile {
        sources: vec![source("post", None, &[]), source("check", Some("Desk"), &["post"])],
        actors: vec![ActorRecord {
            id: "rosa".to_owned(),
            name: "Rosa".to_owned(),
            kind: gainsay::model::ActorKind::Person,
            aliases: Vec::new(),
            spellings: Vec::new(),
            speaks_for: Vec::new(),
            languages: Vec::new(),
            standing: None,
            note: None,
        }],
        propositions: vec![PropositionRecord { id: "p".to_owned(), text: text.to_owned() }],
        claims: vec![ClaimFile { source: "post".to_owned(), claims: vec![claim] }],
        judgements: vec![JudgementRecord {
            id: "j".to_owned(),
            on: vec![JudgedRecord { claim: "c".to_owned(), fingerprint: None }],
            verdict: verdict.to_owned(),
            by: "Desk".to_owned(),
            date: "2031-01-02".to_owned(),
        }],
        ..AddedFile::default()
    }
}

#[test]
fn a_judged_stance_comes_back() {
    for text in ["It leaks", "</script><img onerror=x> \"q\"\u{0}\u{202e}\n=1"] {
        let archive = Graph::of(&judged(text, text)).archive();
        let id = |kind: &str, id: &str| json!(format!("https://g.example/{kind}/{id}"));
        let check = json!({"@type": "ClaimReview", "@id": id("judgement", "j"), "claimReviewed": text,
            "url": "https://check.example", "datePublished": "2031-01-02", "inLanguage": "en",
            "author": {"@type": "Organization", "name": "Desk"},
            "reviewRating": {"alternateName": text},
            "itemReviewed": {"@type": "Claim", "@id": id("claim", "c"), "author": {"@type": "Person", "name": "Rosa"},
                "appearance": {"@id": id("source", "post"), "url": "https://post.example", "datePublished": "2031-01-02",
                    "inLanguage": "en"}}});
        // What a fact check names without an id of ours, a graph gets from elsewhere.
        let graph = Graph::empty();
        graph.import(&[file("records.csv", &known(text))]).unwrap();
        let sources = "id,url,outlet,published,language,cites\ncheck,https://check.example,Desk,2031-01-02,en,post\n";
        graph.import(&[file("sources.csv", &format!("{sources}post,https://post.example,,2031-01-02,en,\n"))]).unwrap();
        let report = graph.import(&[file("check.json", &check.to_string())]).unwrap();
        assert!(report.is_whole(), "{report:?}");
        assert_same(&archive, &graph.archive());
    }
}

/// What an export says of a judged stance is enough to make all of it anew in an empty graph.
#[test]
fn the_export_of_a_judged_stance_comes_back() {
    for text in ["It leaks", "</script><img onerror=x> \"q\"\u{1b}[31m\u{202e}\n=1"] {
        let mut records = judged(text, text);
        records.sources.truncate(1);
        records.sources[0].kind = SourceKind::Report;
        records.sources[0].note = Some("A reprint".to_owned());
        let sha256 = "0123456789abcdef".repeat(4);
        records.sources[0].text = Some(TextRecord { file: "post.txt".to_owned(), sha256, bytes: Some(90) });
        records.actors[0].standing = Some(gainsay::model::Standing::Party);
        records.actors[0].kind = gainsay::model::ActorKind::Office;
        records.propositions[0].text = "It holds".to_owned();
        let claim = &mut records.claims[0].claims[0];
        claim.evidence =
            ["does leak", "and leaks"].map(|words| EvidenceRecord { bytes: None, fragment: words.to_owned() }).to_vec();
        claim.evidence[0].bytes = Some((20, 29));
        claim.evidence[1].bytes = Some((40, 49));
        if let AboutRecord::Stance { stance, .. } = &mut claim.about {
            *stance = Stance::Denies;
        }
        let first = Graph::of(&records).archive();
        records.judgements[0].on[0].fingerprint = Some(first.claims["c"].fingerprint.clone());
        let archive = Graph::of(&records).archive();
        let graph = Graph::empty();
        graph.import(&[exported(&archive, Format::Jsonld)]).unwrap();
        assert_same(&archive, &graph.archive());
        let before = graph.files();
        graph.import(&[exported(&archive, Format::Jsonld)]).unwrap();
        assert_eq!(before, graph.files(), "a second import changes something");
    }
}

/// Where the graph knows a text, a claim needs a place in it, which no fact check tells.
#[test]
fn a_check_of_a_source_with_a_text_makes_no_claim_of_it() {
    let mut records = AddedFile { claims: Vec::new(), judgements: Vec::new(), ..judged("It leaks", "no") };
    let sha256 = "0123456789abcdef".repeat(4);
    records.sources[0].text = Some(TextRecord { file: "post.txt".to_owned(), sha256, bytes: Some(90) });
    let graph = Graph::of(&records);
    let mut check = review();
    check["itemReviewed"]["appearance"] = json!(["https://post.example", "https://other.example"]);
    let report = graph.import(&[file("check.json", &check.to_string())]).unwrap();
    let archive = graph.archive();
    let sources: Vec<&str> = archive.claims.values().map(|claim| claim.source.as_str()).collect();
    assert_eq!(sources, ["other-example"]);
    assert_eq!(archive.judgements[0].on.len(), 1);
    assert!(report.unmapped.iter().any(|one| one.why.contains("write the claim yourself")), "{report:?}");
}

fn known(text: &str) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["record", "id", "name", "kind"]).unwrap();
    writer.write_record(["proposition", "p", text, ""]).unwrap();
    writer.write_record(["actor", "rosa", "Rosa", "person"]).unwrap();
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}
