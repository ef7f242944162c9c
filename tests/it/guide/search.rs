//! The search finds what people type, in either language.

use std::time::Instant;

use certwright::core::guide::{entries, search};

fn first(query: &str) -> &'static str {
    search(query).first().map_or("nothing", |entry| entry.id)
}

fn is_among(query: &str, id: &str, most: usize) -> bool {
    search(query).iter().take(most).any(|entry| entry.id == id)
}

#[test]
fn everyday_words_lead_to_their_answer() {
    for (query, id) in [
        ("what does a wildcard cover", "q09"),
        ("CAA", "q06"),
        ("greyed out", "q24"),
        ("RSA or ECC", "q18"),
        ("forgot password", "q16"),
        ("websocket", "q31"),
        ("SM2", "q20"),
        ("mixed content", "q26"),
        ("enable IIS", "q32"),
        ("Q17", "q17"),
        ("忘记密码", "q16"),
        ("通配符覆盖", "q09"),
        ("小程序", "q20"),
        ("开放端口", "q25"),
        ("启用IIS", "q32"),
        ("吊销", "q17"),
        ("有效期", "q43"),
    ] {
        assert!(is_among(query, id, 3), "{query}: {}", first(query));
    }
}

#[test]
fn every_answer_is_found_first_by_its_own_question_in_both_languages() {
    for entry in entries() {
        for question in [entry.en.question, entry.zh.question] {
            assert!(
                is_among(question, entry.id, 2),
                "{question}: {}",
                first(question)
            );
        }
    }
}

#[test]
fn case_and_blanks_of_the_query_do_not_matter() {
    assert_eq!(search("caa")[0].id, search("CAA")[0].id);
    assert_eq!(search("  wildcard  ").len(), search("wildcard").len());
}

#[test]
fn nothing_typed_lists_all_and_nonsense_nothing() {
    assert_eq!(search("").len(), 44);
    assert_eq!(search("   ").len(), 44);
    for nonsense in ["xyzzyplugh", "苹果香蕉橘子", "\u{202e}\u{0}", "''\""] {
        assert!(search(nonsense).is_empty(), "{nonsense:?}");
    }
}

#[test]
fn a_search_takes_less_than_5_ms() {
    let long = "why was my order refused 通配符证书不能用文件验证 ".repeat(20);
    search("warm");
    let started = Instant::now();
    for _ in 0..10 {
        search("why was my order refused 通配符证书");
    }
    assert!(
        started.elapsed().as_millis() < 50,
        "{:?}",
        started.elapsed()
    );
    assert!(!search(&long).is_empty());
}
