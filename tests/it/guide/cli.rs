//! The verb `guide` end to end.

use std::process::{Command, Output};

use certwright::core::guide::interview::Question;
use certwright::core::guide::{Step, entries};
use serde_json::Value;

use crate::schema::violations;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_certwright-cli"))
        .args(arguments)
        .env("LC_ALL", "C")
        .output()
        .unwrap()
}

fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn document(arguments: &[&str]) -> Value {
    let document = serde_json::from_str(&out(arguments)).unwrap();
    assert_eq!(violations(&document), Vec::<String>::new());
    document
}

#[test]
fn words_find_answers_and_an_id_shows_one_in_full() {
    let found = out(&["guide", "wildcard", "cover"]);
    assert!(
        found.starts_with("q09  What does a wildcard cover?"),
        "{found}"
    );
    let whole = out(&["guide", "--id", "q09", "--lang", "zh"]);
    assert!(whole.contains("通配符证书覆盖哪些域名？") && whole.contains("适用于所有公共 CA"));
    let one = out(&["guide", "--id", "Q36"]);
    assert!(one.contains("One vendor’s rule of 2024"), "{one}");
    assert!(one.contains("certwright-cli csr new"), "{one}");
}

#[test]
fn without_words_all_44_are_listed() {
    for arguments in [&["guide"][..], &["guide", "--list"]] {
        let listed = out(arguments);
        let ids = listed.lines().filter(|line| line.starts_with('q')).count();
        assert_eq!(ids, 44);
    }
    assert!(out(&["guide", "xyzzyplugh"]).contains("No answer holds these words"));
}

#[test]
fn json_holds_both_languages_and_fits_the_schema() {
    let all = document(&["guide", "--list", "--json"]);
    assert_eq!(all["report"]["answers"].as_array().unwrap().len(), 44);
    let one = document(&["guide", "--id", "q13", "--json"]);
    let answer = &one["report"]["answers"][0];
    assert_eq!(answer["action"], "make-request");
    assert!(answer["question"]["zh"].as_str().unwrap().contains("CSR"));
    let none = document(&["guide", "xyzzyplugh", "--json"]);
    assert!(none["report"]["answers"].as_array().unwrap().is_empty());
}

#[test]
fn the_interview_advises_by_its_flags() {
    let text = out(&[
        "guide",
        "interview",
        "--owner",
        "person",
        "--names",
        "wildcard",
        "--control",
        "server",
    ]);
    for part in [
        "DV, domain validation",
        "Wildcard",
        "ECC P-256",
        "proven by DNS only",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let json = document(&[
        "guide",
        "interview",
        "--sm",
        "besides",
        "--json",
        "--lang",
        "zh",
    ]);
    let advice = &json["report"]["advice"];
    assert_eq!(advice["keys"], serde_json::json!(["p256", "sm2"]));
    assert_eq!(advice["level"], "ov");
    let reasons = advice["reasons"].as_array().unwrap();
    assert!(reasons.iter().any(|reason| reason["id"] == "sm-in-two"));
}

#[test]
fn what_is_not_understood_ends_with_64() {
    for arguments in [
        &["guide", "--id", "q45"][..],
        &["guide", "--id", "q09", "words"],
        &["guide", "interview", "--owner", "nobody"],
        &["guide", "--list", "words"],
    ] {
        assert_eq!(run(arguments).status.code(), Some(64), "{arguments:?}");
    }
}

#[test]
fn every_question_of_the_interview_is_a_flag() {
    let help = out(&["guide", "interview", "--help"]);
    for question in Question::ALL {
        assert!(help.contains(&format!("--{} ", question.name())), "{help}");
        for reply in question.replies() {
            assert!(help.contains(reply.name()), "{}", reply.name());
        }
    }
}

#[test]
fn the_command_line_of_every_step_names_a_verb_there_is() {
    let help = out(&["--help"]);
    for entry in entries() {
        if matches!(entry.step, Step::Copy(_) | Step::MakeRequest) {
            continue;
        }
        let verb = entry.step.command().split(' ').nth(1).unwrap();
        assert!(help.contains(&format!("  {verb} ")), "{verb}");
    }
}
