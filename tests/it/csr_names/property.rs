//! Whatever is pasted: no panic, spans on characters, names that a certificate can carry.

use certwright::core::csr::names::{NameKind, advise};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const HOSTILE: &[&str] = &[
    "\u{0}",
    "\u{1b}[31m.com",
    "[",
    "]",
    "[]",
    "[:",
    "[]:",
    "[::",
    ":::",
    "://",
    "a://",
    "://a",
    "@",
    "@@",
    "a@",
    "@a.cn",
    "*",
    "**",
    "*.",
    ".*",
    "*.*",
    ".",
    "..",
    "...",
    "。",
    "．",
    "-",
    "--",
    "xn--",
    "XN--.cn",
    "xn--.xn--",
    "a:b:c",
    "a.cn:99999999",
    "a.cn:",
    ":80",
    "<a@b.cn",
    "a@b.cn>",
    "<<<>>>",
    "DNS:",
    "DNS:DNS:DNS:",
    "dns=&dns=&",
    "SAN:",
    "=",
    "1.",
    "1. ",
    "1. 2. 3.",
    "- - -",
    "1)",
    "()",
    "(1)",
    "%",
    "::%",
    "fe80::%",
    "fe80::1%",
    "a.cn/24",
    "1.1.1.1/",
    "1.1.1.1/33",
    "\u{200c}\u{200d}",
    "a\u{200d}b.cn",
    "\u{ad}",
    "\u{feff}",
    "ß",
    "İ.cn",
    "\u{fdfa}",
    "٠.cn",
    "א1.cn",
    "1א.cn",
    "👩‍💻.ws",
    "\u{1f1e9}\u{1f1ea}.cn",
    "mailto:",
    "MAILTO:a@b.cn",
    "https:",
    "https:/a.cn",
    "\\\\server\\share",
    "a.cn\\b",
    "“”",
    "\u{e000}.cn",
    // Written otherwise, the same dot.
    "\u{387}",
    "a\u{387}b.gr",
];

fn check(text: &str) -> Result<(), TestCaseError> {
    let advice = advise(text);
    let mut end = 0;
    for name in &advice.names {
        prop_assert!(text.get(name.span.clone()).is_some(), "{:?}", name.span);
        prop_assert!(name.span.start >= end, "{:?} overlaps", name.span);
        end = name.span.end;
        if name.name.kind == NameKind::Unusable {
            prop_assert!(!name.findings.is_empty());
            continue;
        }
        let ascii = &*name.name.ascii;
        prop_assert!(ascii.is_ascii() && ascii.len() <= 253, "{ascii}");
        let again = advise(ascii);
        prop_assert_eq!(again.names.len(), 1, "{}", ascii);
        prop_assert_eq!(&*again.names[0].name.ascii, ascii);
        prop_assert_eq!(again.names[0].name.kind, name.name.kind);
        let shown = advise(&name.name.shown);
        prop_assert_eq!(shown.names.len(), 1, "{}", name.name.shown);
        prop_assert_eq!(
            &*shown.names[0].name.ascii,
            ascii,
            "shown as {}",
            name.name.shown
        );
    }
    Ok(())
}

#[test]
fn hostile_pastes_are_survived() {
    for text in HOSTILE {
        check(text).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        check(&format!("DNS:{text}, {text} a.cn\n1. {text}"))
            .unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
    }
    check(&HOSTILE.join(" ")).unwrap();
    check(&HOSTILE.concat()).unwrap();
}

proptest! {
    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn text_like_names_is_survived(text in "([a-zA-Z0-9.*@:/\\[\\]_ ,;<>=&%-]|xn--|DNS:|https://|münchen|公司|。|ａ|\\u{200b}|\\n){0,60}") {
        check(&text)?;
    }
}

#[test]
fn hostile_lists_take_no_long_time() {
    let deep = "a.".repeat(120);
    let texts = [
        (0..10_000)
            .map(|number| format!("{deep}h{number}.cn "))
            .collect::<String>(),
        "x".repeat(1 << 20),
        "dns:".repeat(1 << 18),
        "<a@b.cn> ".repeat(1 << 16),
        "a <b@c.cn> ".repeat(1 << 16),
        "é.".repeat(1 << 19),
        "[".repeat(1 << 20),
        (0..10_000)
            .map(|number| format!("*.h{number}.cn\n"))
            .collect(),
    ];
    for text in texts {
        let begin = Instant::now();
        advise(&text);
        let head: String = text.chars().take(12).collect();
        assert!(
            begin.elapsed() < Duration::from_secs(20),
            "{head}: {:?}",
            begin.elapsed()
        );
    }
}
