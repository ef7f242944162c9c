//! The words of the advice: those of the look, both languages, nothing left in English.

use certwright::core::csr::names::{Cleaned, Cleaning, advise};
use certwright::text::Lang;
use certwright::text::csr::names;
use certwright::text::prose::spaced;

use crate::words::english_runs;

const LOOK: &str =
    "*.example.com, shop.example.com\na.b.example.com https://münchen.example.net/login\n10.0.4.17";

const MANY: &str = "*.shop.cn shop.cn a.shop.cn a.b.shop.cn a.b.c.shop.cn shop.cn 8.8.8.8 10.0.0.1 ::1 fe80::1 ff02::1 192.0.2.1 0.0.0.0 server nas.local com *.co.uk bank.cn latest.cn x.nosuch x.ru x.pw x.onion a_b.cn -a.cn ab--c.cn a..cn a$.cn xn--a.cn 1.2.3.999 10.0.0.0/8 \u{300}a.cn * *.*.cn a*.cn a.*.cn *.1.2.3.4 münchen.cn";

#[test]
fn the_lines_of_the_look_are_said() {
    let advice = advise(LOOK);
    let lines: Vec<String> = advice
        .names
        .iter()
        .map(|name| names::line(Lang::En, name))
        .collect();
    assert_eq!(
        lines,
        [
            "Wildcard, covers one level: shop.example.com, www.example.com",
            "Already covered by *.example.com",
            "Two levels deep, so *.example.com does not cover it",
            "xn--mnchen-3ya.example.net",
            "Private address, no public CA may issue for it",
        ]
    );
    assert_eq!(
        names::cleaned(Lang::En, &advice.cleaned[0]),
        "1 URL shortened to its host name"
    );
    assert_eq!(names::read(Lang::En, &advice), "5 names read");
    let (title, why) = names::kind(Lang::En, &advice).unwrap();
    assert_eq!(title, "You need a multi-domain wildcard");
    assert_eq!(
        why,
        "1 wildcard and 2 plain names. A plain wildcard would leave out a.b.example.com and münchen.example.net."
    );
    let (title, why) = names::suggestion(Lang::En, &advice.suggestions[0]);
    assert_eq!(title, "Add example.com itself?");
    assert_eq!(
        why,
        "A wildcard does not cover the bare domain. Some CAs add it free of charge."
    );
    assert_eq!(
        names::add(Lang::En, &advice.suggestions[0]),
        "Add example.com"
    );
    assert_eq!(
        names::remove_to_go_on(Lang::En, 1),
        "Remove 1 name to go on"
    );
}

fn all(lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    for text in [
        LOOK,
        MANY,
        "shop.cn",
        "*.shop.cn shop.cn",
        "*.a.cn *.b.cn c.cn",
        "a.cn 8.8.8.8",
    ] {
        let advice = advise(text);
        said.extend(advice.names.iter().map(|name| names::line(lang, name)));
        said.extend(
            names::kind(lang, &advice)
                .into_iter()
                .flat_map(|(title, why)| [title, why]),
        );
        for suggestion in &advice.suggestions {
            said.extend(<[String; 2]>::from(names::suggestion(lang, suggestion)));
            said.push(names::add(lang, suggestion));
        }
        for addition in &advice.additions {
            said.extend(<[String; 2]>::from(names::addition(lang, addition)));
        }
        said.extend([
            names::read(lang, &advice),
            names::refused(lang, 2),
            names::to_look_at(lang, 2),
            names::remove_to_go_on(lang, 2),
        ]);
    }
    for what in [
        Cleaning::Url,
        Cleaning::Email,
        Cleaning::Port,
        Cleaning::FinalDot,
        Cleaning::Punctuation,
        Cleaning::FullWidth,
        Cleaning::Invisible,
    ] {
        said.extend([1, 2].map(|count| names::cleaned(lang, &Cleaned { what, count })));
    }
    said
}

#[test]
fn everything_is_said_in_both_languages() {
    let (english, chinese) = (all(Lang::En), all(Lang::Zh));
    assert_eq!(english.len(), chinese.len());
    for (en, zh) in english.iter().zip(&chinese) {
        let is_name = en.is_empty() || en.starts_with("xn--");
        assert!(is_name || en != zh, "{en}");
        assert!(english_runs(zh).is_empty(), "{zh}");
        assert_eq!(spaced(zh), *zh);
        assert!(
            !zh.replace("申请", "").contains(['请', '!', '！']) && !en.contains('!'),
            "{en} {zh}"
        );
    }
}

#[test]
fn second_lines_fit_into_a_row() {
    for lang in Lang::ALL {
        for name in advise(MANY).names {
            let line = names::line(lang, &name);
            assert!(certwright::text::prose::columns(&line) <= 78, "{line}");
        }
    }
}

#[test]
fn hostile_names_stay_names() {
    for lang in Lang::ALL {
        for name in advise("a\u{1b}[31m.cn *.\u{202e}x.cn \u{e000}.cn a\u{7}b").names {
            let line = names::line(lang, &name);
            assert!(!line.chars().any(char::is_control), "{line:?}");
        }
    }
}
