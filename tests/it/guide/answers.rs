//! Answers are whole: id, date, scope, action, tags, and all words in both languages.

use std::collections::HashSet;

use certwright::core::guide::{Block, Entry, FILES, Fault, Scope, Step, Words, entries, parse};
use certwright::core::time::Moment;
use certwright::text::prose::is_han;

use crate::words::check_chinese;

/// A whole answer, with one line left out or changed.
fn faulty(from: &str, to: &str) -> Fault {
    let text = FILES[0].1;
    assert!(text.contains(from), "{from}");
    let changed = text.replacen(from, to, 1);
    parse(changed.leak()).expect_err("a fault")
}

#[test]
fn every_file_is_an_answer_and_all_44_questions_are_there() {
    for (name, text) in FILES {
        match parse(text) {
            Ok(entry) => assert_eq!(name.get(..3), Some(entry.id)),
            Err(fault) => panic!("{name}: {fault}"),
        }
    }
    let ids: Vec<&str> = entries().iter().map(|entry| entry.id).collect();
    let wanted: Vec<String> = (1..=44).map(|number| format!("q{number:02}")).collect();
    assert_eq!(ids, wanted);
    let on_disk = std::fs::read_dir("assets/answers").unwrap();
    let on_disk = on_disk.filter(|file| {
        let name = file.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".md")
    });
    assert_eq!(on_disk.count(), FILES.len());
}

#[test]
fn an_answer_that_lacks_a_part_is_refused_by_its_name() {
    for (from, to, fault) in [
        ("id: q01\n", "", Fault::Head("id")),
        ("id: q01", "id: q1", Fault::Head("id")),
        ("date: 2024\n", "", Fault::Head("date")),
        ("date: 2024", "date: last year", Fault::Head("date")),
        ("scope: vendor", "scope: all", Fault::Head("scope")),
        (
            "action: find-certificate",
            "action: dance",
            Fault::Head("action"),
        ),
        (
            "action: find-certificate",
            "action: copy ",
            Fault::Head("action"),
        ),
        ("tags: ", "tag: ", Fault::Head("tags")),
        ("---\n\n# 我", "# 我", Fault::Parts),
        ("# Which", "Which", Fault::Words("en", "question")),
        (
            "> Answer seven",
            "Answer seven",
            Fault::Words("en", "next step"),
        ),
        ("> 回答", "回答", Fault::Words("zh", "next step")),
    ] {
        assert_eq!(faulty(from, to), fault, "{from}");
    }
}

#[test]
fn facts_have_a_day_and_a_vendors_rule_is_of_2024() {
    for entry in entries() {
        match entry.scope {
            Scope::Vendor => assert_eq!(entry.date, "2024", "{}", entry.id),
            Scope::General => {
                let moment = format!("{}T00:00:00Z", entry.date);
                assert!(Moment::parse(&moment).is_some(), "{}", entry.id);
            }
        }
    }
    let of_a_vendor = entries()
        .iter()
        .filter(|entry| entry.scope == Scope::Vendor);
    assert!(of_a_vendor.count() >= 10);
}

#[test]
fn every_step_is_one_the_product_takes() {
    let steps: HashSet<&str> = entries().iter().map(|entry| entry.step.name()).collect();
    for name in steps {
        assert!(
            name == "copy" || Step::parse(leaked(name)).is_some(),
            "{name}"
        );
    }
    for entry in entries() {
        assert!(!entry.step.command().trim().is_empty(), "{}", entry.id);
    }
}

fn leaked(text: &str) -> &'static str {
    text.to_owned().leak()
}

fn all(words: &Words) -> Vec<&'static str> {
    let mut all = vec![words.question, words.answer, words.next];
    for block in &words.explanation {
        match block {
            Block::Code(lines) => all.extend(lines),
            Block::List(items) => all.extend(items),
            Block::Paragraph(text) => all.push(text),
        }
    }
    all
}

fn tags_in_both(entry: &Entry) -> bool {
    let is_chinese = |tag: &&&str| tag.chars().any(is_han);
    let chinese = entry.tags.iter().filter(is_chinese).count();
    chinese > 0 && chinese < entry.tags.len()
}

#[test]
fn words_are_in_their_language_and_set_by_the_rules() {
    let mut faults = Vec::new();
    for entry in entries() {
        let id = entry.id;
        if !tags_in_both(entry) {
            faults.push(format!("{id}: tags"));
        }
        for text in all(&entry.en) {
            let is_wrong = text.chars().any(is_han)
                || text.contains('!')
                || text.to_lowercase().contains("please")
                || text.to_lowercase().contains("invalid");
            if is_wrong || text.matches('`').count() % 2 != 0 {
                faults.push(format!("{id}: {text}"));
            }
        }
        for text in all(&entry.zh) {
            // Commands keep their spaces; what stands between backticks is not prose.
            let parts = text.split('`').step_by(2).collect::<Vec<_>>().join("〇");
            check_chinese(id, &parts, &mut faults);
            if text.matches('`').count() % 2 != 0 {
                faults.push(format!("{id}: {text}"));
            }
        }
        // Items of a list may be a name and a command alone.
        for text in [entry.zh.question, entry.zh.answer, entry.zh.next] {
            if !text.chars().any(is_han) {
                faults.push(format!("{id}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
