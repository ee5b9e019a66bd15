//! `gainsay --explain`: for each code, without a graph, beside any command.

use gainsay::codes::{Code, FAMILIES};

use crate::messages::scene::Scene;

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

/// The commands of the program that an example types, without what a shell makes of the rest.
fn commands(example: &str) -> Vec<&str> {
    let typed = example.lines().filter_map(|line| line.strip_prefix("$ ")).flat_map(|line| line.split(" && "));
    let plain = typed.filter_map(|command| command.split(" > ").next()).filter(|command| !command.starts_with("PATH="));
    plain.filter(|command| command.split_whitespace().any(|word| word == "gainsay")).collect()
}

#[test]
fn what_the_examples_type_are_commands_of_the_program() {
    let scene = Scene::new();
    let mut seen = 0;
    for code in Code::ALL {
        let told = code.explanation().unwrap();
        for command in commands(&told.wrong).into_iter().chain(told.right.iter().flat_map(|right| commands(right))) {
            let said = scene.run(&format!("{command} --help"));
            let is_meant = told.wrong.contains(command) && said.contains(&format!("error[{code}]"));
            assert!(is_meant || !said.contains("error["), "{code}: {said}");
            seen += 1;
        }
    }
    assert!(seen > 60, "only {seen} commands were found");
}

#[test]
fn files_of_the_examples_are_refused_and_put_right_are_read() {
    let mut seen = 0;
    for (name, told) in FAMILIES[2].explanations().unwrap() {
        let file = match name.as_str() {
            "not-json" | "overgrown" => "sources.json",
            "not-bibtex" => "library.bib",
            _ => "sheet.csv",
        };
        let read = |text: &str| Scene::with_graph().with(file, text).run(&format!("gainsay import {file}"));
        if let Some(right) = told.right.filter(|right| !right.starts_with('$')) {
            let wrong = read(&told.wrong);
            assert!(wrong.contains(&format!("error[{name}]")), "{name}: {wrong}");
            let right = read(&right);
            assert!(!right.contains("error["), "{name}: {right}");
            seen += 1;
        }
    }
    assert!(seen > 7, "only {seen} files were read");
}
