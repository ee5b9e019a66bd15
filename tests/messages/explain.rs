//! `gainsay --explain`: for each code, without a graph, beside any command.

use gainsay::codes::Code;

use crate::scene::Scene;

#[test]
fn each_code_is_explained_where_there_is_no_graph() {
    let scene = Scene::new();
    for code in Code::ALL {
        let told = scene.run(&format!("gainsay --explain {code}"));
        let explanation = code.explanation().unwrap();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (said, means) = (words(&told), words(&explanation.means));
        assert_eq!(said[5..5 + means.len()], means, "{told}");
        let heads = ["\nwhy    ", "\nto do  ", "\nwrong\n"];
        assert!(heads.iter().all(|head| told.contains(head)), "{told}");
        assert_eq!(told.contains("\nright\n"), explanation.right.is_some(), "{told}");
    }
}

#[test]
fn all_codes_are_listed() {
    let told = Scene::new().run("gainsay --explain");
    let listed: Vec<&str> =
        told.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  ")).map(|(code, _)| code).collect();
    let listed: Vec<&str> = listed.into_iter().filter(|code| !code.is_empty()).collect();
    assert_eq!(listed, Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>());
}

#[test]
fn a_code_is_explained_beside_any_command() {
    let scene = Scene::new();
    let alone = scene.run("gainsay --explain broken-sum");
    for command in ["gainsay lint --explain broken-sum", "gainsay list claims --explain broken-sum"] {
        assert_eq!(scene.run(command).lines().skip(1).collect::<Vec<_>>(), alone.lines().skip(1).collect::<Vec<_>>());
    }
}

/// Where nobody looks, as here, errors say nothing of `--explain`: scripts get the error and no more.
#[test]
fn the_hint_is_not_for_scripts() {
    let told = Scene::new().run("gainsay extract nowhere.txt");
    assert!(told.contains("error[no-file]") && !told.contains("--explain"), "{told}");
}
